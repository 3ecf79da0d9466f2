"""The faces of the program, given to Qt before the first widget."""

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontMetrics, QFontMetricsF

from cop_desktop import formats
from cop_desktop.paths import data_dir, package_dir

HEEBO, PLEX = "Heebo", "IBM Plex Sans Arabic"
_CUTS = {400: "Regular", 500: "Medium", 700: "Bold"}


def families(language: str) -> list[str]:
    """Heebo has no Arabic and Plex no Hebrew: each stands in for what the other lacks."""
    return [PLEX, HEEBO] if language == "ar" else [HEEBO, PLEX]


def load_fonts() -> None:
    """Register three weights of both families; quick, but for the very first start."""
    for file in (*_heebo(), *_plex()):
        QFontDatabase.addApplicationFont(str(file))


def _plex() -> Iterable[Path]:
    files = package_dir("fontpkg_ibm_plex_sans_arabic") / "files"
    return [files / f"IBMPlexSansArabic-{cut}.ttf" for cut in _CUTS.values()]


def _heebo() -> Iterable[Path]:
    """Static cuts of the variable font: Qt draws a variable application font in one weight only."""
    source = package_dir("fontpkg_heebo") / "files" / "Heebo[wght].ttf"
    mark = f"{source.stat().st_size:x}"  # another edition of the font makes its own cuts
    cuts = {w: data_dir() / "fonts" / f"Heebo-{name}-{mark}.ttf" for w, name in _CUTS.items()}
    for weight, file in cuts.items():
        if not file.exists():
            _cut(source, weight, file)
    return cuts.values()


def _cut(source: Path, weight: int, target: Path) -> None:
    from fontTools.ttLib import TTFont  # 170 ms, and needed once on a machine
    from fontTools.varLib import instancer

    font = instancer.instantiateVariableFont(TTFont(source), {"wght": weight}, inplace=True)
    font["OS/2"].usWeightClass = weight
    for name_id in (16, 17, 21, 22, 25):  # typographic names would file each cut on its own
        font["name"].removeNames(nameID=name_id)
    font["name"].setName(HEEBO, 1, 3, 1, 0x409)
    font["name"].setName(_CUTS[weight], 2, 3, 1, 0x409)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(f".{os.getpid()}.part")  # two windows may start at once
    font.save(part)
    os.replace(part, target)


def elided(metrics: QFontMetrics | QFontMetricsF, words: str, width: float) -> str:
    """One line of at most `width` px; where it is cut, the dots stand at the words' own end."""
    room = width if isinstance(metrics, QFontMetricsF) else int(width)
    told = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)  # type: ignore[arg-type]
    alone = told != words and formats.without_isolates(words) == words
    return formats.isolate(told) if alone else told
