"""What a meeting needs and hands out: things to bring, files and links, by block."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services import agendas, attachments
from cop_desktop.services.agendas import Block
from cop_desktop.services.attachments import AttachmentRow
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.files import open_link
from cop_desktop.ui.saving import ask_where
from cop_desktop.ui.widgets import (
    Button,
    Card,
    Choice,
    EmptyState,
    Field,
    IconButton,
    LatinEdit,
    Line,
    ListRow,
    ScrollPage,
    Words,
)

from .words import named

MEGABYTE = 1024 * 1024


class MaterialsTab(ScrollPage):
    """Files lie in the community's own file; a link is opened in the browser."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.row: MeetingRow | None = None
        self.rows: dict[Any, ListRow] = {}  # by attachment
        self.setAcceptDrops(True)
        look, _ = desk.look, desk.catalog
        self.bring = Card(look, _("To bring along"))
        self.kept = Card(look, _("Files and links"))
        self._bring, self._kept = QVBoxLayout(), QVBoxLayout()
        self.block = Choice(look)
        self.block.setAccessibleName(_("For which block"))
        self.link = LatinEdit(look, "ph.link", "https://")
        self.link.returnPressed.connect(self.add_link)
        self.field = Field(look, _("A link, then Enter"), self.link)
        self.field.label.hide()
        self.file = Button(look, _("Add a file"), "ph.paperclip")
        self.file.clicked.connect(self.choose_file)
        why = _("Materials belong to the blocks of the agenda. Write the agenda first.")
        self.empty = EmptyState(look, "ph.paperclip", _("No materials yet"), why, None)
        self._lay_out()

    def show_meeting(self, row: MeetingRow) -> None:
        """Show what the file has now."""
        self.row = row
        with self.desk.store.read() as session:
            blocks = agendas.of(session, row.id)
            kept = attachments.of(session, row.id)
        self._offer(blocks)
        self._show_bring([block for block in blocks if block.materials])
        self._show_kept(blocks, kept)
        self.empty.setVisible(not blocks)
        self.kept.setVisible(bool(blocks))

    # -- doing -------------------------------------------------------------------------------

    def add_link(self) -> None:
        """Keep the typed address with the chosen block; a refusal stands under it."""
        address = self.link.text().strip()
        if not address or self.row is None:
            return
        label = named(N_("Link for “{title}”"), self.row.topic, self.desk.catalog)
        try:
            with self.desk.store.write(label) as session:
                attachments.add_link(session, self.block.value(), address)
        except UserError as problem:
            self.field.set_error(self.desk.catalog.error(problem))
            return
        self.field.set_error("")
        self.link.clear()

    def choose_file(self) -> None:
        """Ask for files to keep with the chosen block."""
        told, _kind = QFileDialog.getOpenFileNames(self, self.desk.catalog("Add a file"))
        self.add_files([Path(name) for name in told])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Keep files with the chosen block, all in one step."""
        if self.row is None or not paths or self.block.value() is None:
            return
        label = named(N_("Materials of “{title}”"), self.row.topic, self.desk.catalog)
        with self.desk.store.write(label) as session:
            for path in paths:
                attachments.add_file(session, self.block.value(), path.name, _content(path))

    def open(self, row: AttachmentRow) -> None:
        """A link in the browser; a file where somebody wants to have it."""
        if row.link:
            open_link(row.link)
            return
        name = Path(row.name)
        path = ask_where(self, self.desk, name.stem, name.suffix)
        if path:
            with self.desk.store.read() as session:
                content = attachments.read(session, row.id)
            path.write_bytes(content)
            self.desk.toast(self.desk.catalog("{file} was saved.", file=path.name))

    def remove(self, row: AttachmentRow) -> None:
        _ = self.desk.catalog
        with self.desk.store.write(named(N_("Remove “{title}”"), row.name, _)) as session:
            attachments.remove(session, [row.id])
        self.desk.toast(_("“{title}” was removed.", title=row.name), undo=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        urls = event.mimeData().urls()
        self.add_files([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    # -- showing -----------------------------------------------------------------------------

    def _offer(self, blocks: Sequence[Block]) -> None:
        here = self.block.value()
        self.block.clear()
        for block in blocks:
            self.block.add(block.title, block.id)
        known = [block.id for block in blocks]
        self.block.set_value(here if here in known else next(iter(known), None))

    def _show_bring(self, blocks: Sequence[Block]) -> None:
        empty(self._bring)
        look = self.desk.look
        for block in blocks:
            words = Words(look, formats.dotted(block.materials, block.title))
            self._bring.addWidget(Line(look, "ph.package", words))
        self.bring.setVisible(bool(blocks))

    def _show_kept(
        self, blocks: Sequence[Block], kept: dict[Any, tuple[AttachmentRow, ...]]
    ) -> None:
        empty(self._kept)
        self.rows = {}
        for block in blocks:
            for row in kept.get(block.id, ()):
                self._kept.addWidget(self._line(block, row))

    def _line(self, block: Block, row: AttachmentRow) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        icon = "ph.link" if row.link else "ph.file"
        size = "" if row.link else _told_size(row.size, self.desk)
        deed = _("Open") if row.link else _("Save as")
        line = self.rows[row.id] = ListRow(
            look, icon, row.name, formats.dotted(block.title, size), deed
        )
        line.clicked.connect(partial(self.open, row))
        line.acted.connect(partial(self.open, row))
        line.delete_asked.connect(partial(self.remove, row))
        remove = IconButton(look, "ph.trash", _("Remove “{title}”", title=row.name))
        remove.clicked.connect(partial(self._removed, row))
        box = QWidget()
        whole = QHBoxLayout(box)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(line, 1)
        whole.addWidget(remove)
        return box

    def _removed(self, row: AttachmentRow, _checked: bool = False) -> None:
        self.remove(row)

    def _lay_out(self) -> None:
        look = self.desk.look
        self.body.setSpacing(look.px(12))
        self.kept.body.addLayout(self._kept)
        adding = QHBoxLayout()
        adding.setSpacing(look.px(8))
        self.block.setFixedWidth(look.px(220))
        adding.addWidget(self.block)
        adding.addWidget(self.field, 1)
        adding.addWidget(self.file)
        self.kept.body.addLayout(adding)
        self.bring.body.addLayout(self._bring)
        for part in (self.empty, self.kept, self.bring):
            self.add(part)
        self.body.addStretch(1)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise UserError(
            N_("The file {name} cannot be read. Check that it is still there and not open "
               "elsewhere."), name=path.name,
        ) from problem  # fmt: skip


def _told_size(size: int, desk: Desk) -> str:
    _ = desk.catalog
    if size < MEGABYTE / 10:
        return _("{n} KB", n=max(1, round(size / 1024)))
    return _("{n} MB", n=formats.number(size / MEGABYTE, _.language, decimals=1))
