"""A file for another program: its rows and columns as they will leave, then saved."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export.papers import Subject
from cop_desktop.export.sheets import Sheet
from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import Share
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.one_of import OneOf
from cop_desktop.ui.saving import ask_where, save_in_worker
from cop_desktop.ui.tables import Column, PagedTable, RowList
from cop_desktop.ui.widgets import Button, Label, Line, Words

from .outputs import Output, Ready

LETTER = 7  # px at 100 %


@frozen
class Row:
    """A row by its place."""

    id: int
    cells: tuple[Any, ...]


class TableView(QWidget):
    """Shows one output; its buttons save it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.output: Output | None = None
        self.ready: Ready | None = None
        self._level = Share.COMMUNITY
        self.table: RowList | None = None
        self._build()

    def show_output(self, output: Output, subject: Subject) -> None:
        """Read what the file holds now and show it as it would leave."""
        self._subject = subject
        if output != self.output:
            self.output, self._level = output, output.levels[0]
            self._dress(output)
        with self.desk.store.read() as session:
            self.ready = output.prepare(session, subject, self.desk.catalog, self._level)
        self._fill(self.ready.table)

    def save(self, suffix: str) -> None:
        """Ask where to, write, and say so."""
        if self.ready:
            path = ask_where(self, self.desk, self.ready.table.title, suffix)
            if path:
                self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write what is shown, in the format of the suffix."""
        desk, ready = self.desk, self.ready
        if ready is None or self.output is None:
            return
        write, tell = ready.write, self.output.tell
        if tell:
            write = tell(desk.store, self._subject, desk.catalog)
        save_in_worker(desk, path, lambda _progress: write(path))

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.desk.look
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(look.px(10))
        self.title = Label(look, "", "title", elide=True)
        self.count = Label(look, "", "caption")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        self._rows.addLayout(head)
        box = QWidget()
        self._deeds = Flow(box, look.px(8))
        self._one_level = OneOf(look, self._deeds)
        self._one_level.chosen.connect(self._choose_level)
        self._rows.addWidget(box)
        self.leaves = Words(look, "", "muted")
        self._rows.addWidget(Line(look, "ph.eye", self.leaves))

    def _dress(self, output: Output) -> None:
        """The buttons of this kind of file, and the readers it can be made for."""
        look, _ = self.desk.look, self.desk.catalog
        self._deeds.empty()
        self.saves: dict[str, Button] = {}
        for suffix, words, icon in output.formats:
            kind = "secondary" if self.saves else "primary"
            button = Button(look, _(words), icon, kind)
            button.clicked.connect(partial(self._save_clicked, suffix))
            self._deeds.add(button)
            self.saves[suffix] = button
        several = output.levels if len(output.levels) > 1 else ()
        word = content(_.language).word
        self._one_level.offer({level: word(level) for level in several}, self._level)
        self.levels = self._one_level.chips

    def _fill(self, sheet: Sheet) -> None:
        _ = self.desk.catalog
        self.title.setText(sheet.title)
        self.count.setText(_.plural("{n} row", "{n} rows", len(sheet.rows)))
        self.leaves.setText(
            _(
                "Only these columns leave. {level}: {meaning}",
                level=content(_.language).word(self._level),
                meaning=content(_.language).hint(self._level),
            )
        )
        self._show_table(sheet)

    def _show_table(self, sheet: Sheet) -> None:
        """A table for these columns; each level has others."""
        if self.table:
            self._rows.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        columns = [
            Column[Row](
                column.title, partial(_told, place, self.desk.catalog.language),
                width=column.width * LETTER, strong=place == 0,
            )
            for place, column in enumerate(sheet.columns)
        ]  # fmt: skip

        def fetch(ids: Sequence[int]) -> list[Row]:
            return [Row(place, sheet.rows[place]) for place in ids]

        self.table = RowList(self.desk.look, PagedTable(columns, fetch, self), sheet.title)
        self.table.setMinimumHeight(self.desk.look.px(200))
        self.table.show_rows(range(len(sheet.rows)))
        self._rows.addWidget(self.table, 1)

    def _choose_level(self, level: Share) -> None:
        self._level = level
        if self.output:
            self.show_output(self.output, self._subject)

    def _save_clicked(self, suffix: str, _checked: bool = False) -> None:
        self.save(suffix)


def _told(place: int, language: str, row: Row) -> str:
    value = row.cells[place]
    if isinstance(value, date):
        return formats.date_short(value, language)
    return "" if value is None else str(value)
