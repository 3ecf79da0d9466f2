"""Where a file goes: the system's own dialog, beginning where the last one went."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cop_desktop.formats import without_isolates

from .desk import Desk

FOLDER = "papers.folder"  # in the memory of this machine
REFUSED = '\\/:*?"<>|\n'  # by one file system or another
LONGEST = 80  # letters: with a folder before it, Windows stops at 260


def ask_where(parent: QWidget, desk: Desk, title: str, suffix: str) -> Path | None:
    """The file somebody chose, with that suffix; None when nobody did."""
    folder = desk.settings.memory.get(FOLDER, str(Path.home()))
    start = str(Path(folder) / (file_name(title) + suffix))
    words = desk.catalog("Save as")
    chosen, _kind = QFileDialog.getSaveFileName(parent, words, start, f"*{suffix}")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def remember_folder(desk: Desk, path: Path) -> None:
    """Begin there the next time."""
    desk.settings.memory[FOLDER] = str(path.parent)
    desk.settings.save()


def file_name(title: str) -> str:
    """A title as a file name: what file systems refuse becomes a space."""
    kept = "".join(" " if letter in REFUSED else letter for letter in without_isolates(title))
    return " ".join(kept.split()).strip(". ")[:LONGEST].strip()
