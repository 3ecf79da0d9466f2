"""Files and links that belong to a block: opened, added, taken away."""

import re
import tempfile
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services import attachments
from cop_desktop.services.agendas import Block
from cop_desktop.services.attachments import AttachmentRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.files import WEB, open_link
from cop_desktop.ui.widgets import Button, Field, IconButton, LatinEdit

from .words import named

# What a system shows; anything else might be a program, and is saved instead of opened.
SHOWN = frozenset(
    [
        ".pdf",
        ".docx",
        ".doc",
        ".odt",
        ".rtf",
        ".txt",
        ".md",
        ".xlsx",
        ".xls",
        ".ods",
        ".csv",
        ".pptx",
        ".ppt",
        ".odp",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".svg",
        ".mp3",
        ".m4a",
        ".wav",
        ".mp4",
        ".mov",
        ".webm",
    ]
)
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


class AttachmentsField(Field):
    """A line for each, and below them a link to type or a file to choose."""

    def __init__(self, desk: Desk) -> None:
        _, look = desk.catalog, desk.look
        self.link = LatinEdit(look, "ph.link", "https://")
        self.file = IconButton(look, "ph.paperclip", _("Attach a file"))
        super().__init__(look, _("Files and links"), self.link, beside=self.file)
        self.desk = desk
        self.block: Block | None = None
        self._rows: tuple[AttachmentRow, ...] = ()
        self.list = QWidget()
        self._lines = QVBoxLayout(self.list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.px(2))
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(1, self.list)
        self.link.returnPressed.connect(self.add_link)
        self.file.clicked.connect(self._choose_file)

    def show_block(self, meeting_id: UUID, block: Block) -> None:
        if self.block is None or block.id != self.block.id:
            self.link.clear()
            self.set_error("")
        self.block = block
        found: tuple[AttachmentRow, ...] = ()
        if block.attachments:
            with self.desk.store.read() as session:
                found = attachments.of(session, meeting_id).get(block.id, ())
        if found != self._rows:
            self._rows = found
            self._fill()

    # -- deeds ---------------------------------------------------------------------------

    def add_link(self) -> None:
        text = self.link.text().strip()
        if not text or not self.block:
            return
        if QUrl(text).scheme() not in WEB:
            text = f"https://{text}"
        try:
            with self.desk.store.write(self._label(N_("Attach to “{title}”"))) as session:
                attachments.add_link(session, self.block.id, text)
        except UserError as problem:
            self.set_error(self.desk.catalog.error(problem))
        else:
            self.link.clear()

    def add_file(self, path: Path) -> None:
        """Take a file into the community's own."""
        if not self.block:
            return
        try:
            with self.desk.store.write(self._label(N_("Attach to “{title}”"))) as session:
                attachments.add_file(session, self.block.id, path.name, path.read_bytes())
        except OSError as problem:
            raise UserError(N_("“{name}” cannot be read."), name=path.name) from problem

    def open(self, row: AttachmentRow) -> None:
        """A page in the browser; a file in the program the system has for it."""
        if row.link:
            open_link(row.link)
            return
        name = _NOT_IN_A_NAME.sub(" ", row.name).strip(" .") or "file"
        if Path(name).suffix.lower() in SHOWN:
            path = Path(tempfile.mkdtemp(prefix="maagalim-")) / name
            self._save(row.id, path)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
            return
        title = self.desk.catalog("Save the file")
        told, _kind = QFileDialog.getSaveFileName(self.window(), title, name)
        if told:
            self._save(row.id, Path(told))

    def remove(self, row: AttachmentRow) -> None:
        _ = self.desk.catalog
        label = named(N_("Remove “{title}”"), row.name or row.link, _)
        with self.desk.store.write(label) as session:
            attachments.remove(session, [row.id])
        self.desk.toast(_("“{title}” was deleted.", title=row.name or row.link), undo=True)

    def _save(self, key: UUID, path: Path) -> None:
        with self.desk.store.read() as session:
            path.write_bytes(attachments.read(session, key))

    def _choose_file(self) -> None:
        title = self.desk.catalog("Attach a file")
        told, _kind = QFileDialog.getOpenFileName(self.window(), title)
        if told:
            self.add_file(Path(told))

    def _label(self, template: str) -> str:
        assert self.block is not None
        return named(template, self.block.title, self.desk.catalog)

    # -- looks ---------------------------------------------------------------------------

    def _fill(self) -> None:
        empty(self._lines)
        for row in self._rows:
            self._lines.addWidget(self._line(row))

    def _line(self, row: AttachmentRow) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        line = QWidget()
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        name = row.name or row.link
        short = name if len(name) <= 36 else name[:35] + "…"
        opening = Button(look, short, "ph.link" if row.link else "ph.file", "quiet")
        opening.setToolTip(row.link or name)
        opening.setAccessibleName(_("Open “{title}”", title=name))
        opening.clicked.connect(lambda: self.open(row))
        away = IconButton(look, "ph.x", _("Remove “{title}”", title=name))
        away.clicked.connect(lambda: self.remove(row))
        inside.addWidget(opening)
        inside.addStretch(1)
        inside.addWidget(away)
        return line
