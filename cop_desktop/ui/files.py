"""Files as a person meets them: choosing, naming, moving out of harm's way, showing folders."""

import re
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from cop_desktop import paths
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_, Catalog

from .notices import Message
from .theme import Look
from .widgets.buttons import Button

_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
WEB = ("http", "https", "mailto")  # what a link may ask of the system; files come from anywhere
LONGEST = 80  # letters; Hebrew takes two bytes each, and 255 is the most a name may have


def free_path(name: str) -> Path:
    """A new file of that name among the communities; a name that is taken gets a number."""
    stem = _NOT_IN_A_NAME.sub(" ", name).strip(" .")[:LONGEST].strip() or "community"
    folder = paths.communities_dir()
    tries = (folder / f"{stem}{f' {n}' if n > 1 else ''}.cop" for n in range(1, 10_000))
    return next(path for path in tries if not path.exists())


def show_folder(folder: Path) -> None:
    """Open a folder in the system's own window."""
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def open_link(link: str) -> None:
    """Open a page of the web in the browser, or a mailbox; anything else is refused with advice."""
    url = QUrl(link)
    if url.scheme() not in WEB or not QDesktopServices.openUrl(url):
        raise UserError(
            N_("This link cannot be opened from here. Copy it into the browser: {link}"), link=link
        )


def ask_for_file(parent: QWidget, title: str, folder: Path, _: Catalog) -> Path | None:
    """Let a file of ours be chosen."""
    kinds = _("Communities ({pattern})", pattern="*.cop")
    told, _kind = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(told) if told else None


class MoveOffer(Message):
    """A file in a synchronised folder is offered a safer place; `accepted` once it is moved."""

    def __init__(self, look: Look, _: Catalog, file: str, service: str, parent: QWidget) -> None:
        super().__init__(
            look,
            _("The file lies in a folder of {service}", service=service),
            _("{service} copies the file while the program writes it, and copies taken halfway can be damaged. It is safer in the program's own folder, where it is also backed up.", service=service),  # noqa: E501
            _("Move to the program's folder"),
            parent,
        )  # fmt: skip
        self.setAccessibleDescription(file)
        stay = Button(look, _("Open it where it is"))
        stay.clicked.connect(self._stay)
        self.buttons.insertWidget(1, stay)
        self.moved = True

    def _stay(self) -> None:
        self.moved = False
        self.accept()
