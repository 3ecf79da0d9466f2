"""Where lists come from: what was dropped, the last folder, which column was which before."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl

from cop_desktop.settings import Settings

from .look import Seen

MAPPINGS, KEPT = "import.mappings", 50  # by the fingerprint of the titles; the last used last
FOLDER = "import.folder"


def mappings(settings: Settings) -> Mapping[str, Mapping[str, Any]]:
    """Mappings made before; settings may have been edited by hand."""
    kept = settings.memory.get(MAPPINGS)
    return kept if isinstance(kept, dict) else {}


def remember(settings: Settings, look: Seen) -> None:
    """A mapping somebody made is proposed for the next list with the same titles."""
    if not look.wish.columns:
        return
    kept = {key: it for key, it in mappings(settings).items() if key != look.layout.fingerprint}
    kept[look.layout.fingerprint] = {
        "columns": dict(look.wish.columns),
        "name_order": look.wish.name_order,
    }
    settings.memory[MAPPINGS] = dict(list(kept.items())[-KEPT:])
    settings.save()


def folder(settings: Settings) -> Path:
    """Where the last list lay."""
    return Path(str(settings.memory.get(FOLDER) or Path.home()))


def remember_folder(settings: Settings, file: Path) -> None:
    settings.memory[FOLDER] = str(file.parent)
    settings.save()


def dropped(urls: Sequence[QUrl]) -> Path | None:
    """The first file of what was dropped, if there is one."""
    return next((Path(url.toLocalFile()) for url in urls if url.isLocalFile()), None)
