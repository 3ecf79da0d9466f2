"""Where a file goes: the system's own dialog, beginning where the last one went."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from cop_desktop.export.writing import file_name

from .desk import Desk
from .tasks import Progress

FOLDER = "papers.folder"  # in the memory of this machine


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


def save_in_worker(desk: Desk, path: Path, write: Callable[[Progress], Any]) -> None:
    """Write a file away from the window and say so; the next one begins in the same folder."""
    remember_folder(desk, path)
    said = desk.catalog("{file} was saved.", file=path.name)
    desk.tasks.run(desk.catalog("Saving"), write, lambda _none: desk.toast(said))
