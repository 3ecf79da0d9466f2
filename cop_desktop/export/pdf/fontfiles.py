"""Font files: three weights of Heebo, cut once from its variable font, and IBM Plex Sans Arabic.

ReportLab reads no axes: the bold of a variable font would silently not be bold.
"""

from functools import cache
from importlib.metadata import version
from pathlib import Path

from cop_desktop.export.writing import replacing
from cop_desktop.paths import data_dir, package_dir

WEIGHTS = {400: "Regular", 500: "Medium", 700: "Bold"}


@cache
def font_files() -> dict[str, Path]:
    """Paths of the six faces by name: "Heebo-400" … "Plex-700"."""
    files = {f"Heebo-{weight}": _heebo(weight) for weight in WEIGHTS}
    plex = package_dir("fontpkg_ibm_plex_sans_arabic") / "files"
    plexes = {f"Plex-{w}": plex / f"IBMPlexSansArabic-{name}.ttf" for w, name in WEIGHTS.items()}
    return files | plexes


def _heebo(weight: int) -> Path:
    folder = data_dir() / f"fonts-{version('fontpkg-heebo')}-undated"
    path = folder / f"Heebo-{WEIGHTS[weight]}.ttf"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _cut(weight, path)
    return path


def _cut(weight: int, path: Path) -> None:
    """Write a static instance under a name of its own; readers never see half a file."""
    from fontTools.ttLib import TTFont  # heavy, and needed once in the life of an installation
    from fontTools.varLib.instancer import instantiateVariableFont

    # without the time of cutting: a paper holds the head of its fonts
    source = TTFont(
        package_dir("fontpkg_heebo") / "files" / "Heebo[wght].ttf", recalcTimestamp=False
    )
    font = instantiateVariableFont(source, {"wght": weight})
    style = WEIGHTS[weight]
    for record, text in {1: f"Heebo {style}", 4: f"Heebo {style}", 6: f"Heebo-{style}"}.items():
        font["name"].setName(text, record, 3, 1, 0x409)
        font["name"].setName(text, record, 1, 0, 0)
    with replacing(path) as part:
        font.save(part)
