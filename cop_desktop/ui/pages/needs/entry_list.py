"""A list that grows by a line typed or by lines pasted, narrowed by chips."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.frozen import frozen
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.one_of import OneOf
from cop_desktop.ui.pasting import pasted
from cop_desktop.ui.widgets import Button, Card, Field, LineEdit, Words

from .entries import Entry, EntryView

Sieve = Callable[[Any], bool]


@frozen
class Asked:
    """What a list is called, how one adds to it, and by what it is narrowed."""

    name: str
    adding: str  # over the line
    example: str  # in the line
    nothing: str  # where there is none yet
    sieves: Mapping[str, tuple[str, Sieve]]  # words and condition by key; the first shows all


class LinesEdit(LineEdit):
    """One line; several that are pasted are told at once."""

    pasted_lines = Signal(list)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        lines = pasted(event).strip().splitlines()
        if len(lines) > 1:
            self.pasted_lines.emit(lines)
        else:
            super().keyPressEvent(event)


class EntryList(Card):
    """Speaks of ids; `added` brings one line or many."""

    chosen = Signal(object)  # UUID or None
    opened = Signal()
    added = Signal(list)  # lines of text
    delete_asked = Signal(object)  # UUID

    def __init__(self, desk: Desk, asked: Asked, entry: Callable[[Any], Entry]) -> None:
        super().__init__(desk.look)
        self.desk, self._asked, self._entry = desk, asked, entry
        self._all = next(iter(asked.sieves))
        self.sieve = self._all
        self._rows: Mapping[UUID, Any] = {}
        self.view = EntryView(desk.look, desk.catalog, asked.name)
        self._build()
        self.view.chosen.connect(lambda: self.chosen.emit(self.chosen_id()))
        self.view.asked.connect(self._do)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these; what is chosen stays chosen, or else the first is."""
        self._rows = {row.id: row for row in rows}
        self._one.show_counts(
            {key: sum(map(fits, rows)) for key, (_, fits) in self._asked.sieves.items()}
        )
        self._narrow()

    def chosen_id(self) -> UUID | None:
        ids = self.view.chosen_ids()
        return ids[0] if ids else None

    def choose(self, key: UUID) -> None:
        """Choose one; a sieve that hides it gives way."""
        if key not in self.view.rows.places:
            self.filter(self._all)
        self.view.choose([key])

    def filter(self, key: str) -> None:
        self.sieve = key
        self._one.mark(key)
        self._narrow()

    def write(self) -> None:
        """Put the keyboard where something new is written."""
        self.line.setFocus()

    def settled(self) -> None:
        """What was typed is in the file."""
        self.line.clear()
        self.field.set_error("")

    # -- inside --------------------------------------------------------------------------

    def _build(self) -> None:
        look, px = self.desk.look, self.desk.look.px
        self.body.setContentsMargins(px(6), px(14), px(6), px(8))
        self.body.setSpacing(px(10))
        tools = QVBoxLayout()
        tools.setContentsMargins(px(10), 0, px(10), 0)
        tools.setSpacing(px(10))
        tools.addWidget(self._adding())
        box = QWidget()
        flow = Flow(box, px(8))
        self._one = OneOf(look, flow)
        self._one.offer({key: words for key, (words, _) in self._asked.sieves.items()}, self._all)
        self._one.chosen.connect(self.filter)
        tools.addWidget(box)
        self.nothing = Words(look, "", "muted", centred=True)
        self.body.addLayout(tools)
        self.view.setMinimumHeight(px(220))
        self.add(self.view, 1)
        self.add(self.nothing, 1)

    def _adding(self) -> Field:
        look, _ = self.desk.look, self.desk.catalog
        self.line = LinesEdit(look, self._asked.example)
        self.line.returnPressed.connect(self._add)
        self.line.pasted_lines.connect(self.added)
        button = Button(look, _("Add"), "ph.plus")
        button.clicked.connect(self._add)
        self.field = Field(look, self._asked.adding, self.line, beside=button)
        return self.field

    def _add(self) -> None:
        self.added.emit([self.line.text()])

    def _narrow(self) -> None:
        _words, fits = self._asked.sieves[self.sieve]
        before = self.chosen_id()
        place = self.view.rows.places.get(before, 0)
        rows = [self._entry(row) for row in self._rows.values() if fits(row)]
        self.view.show_rows(rows)
        self.view.setVisible(bool(rows))
        _ = self.desk.catalog
        self.nothing.setText(_("Nothing here matches.") if self._rows else self._asked.nothing)
        self.nothing.setVisible(not rows)
        if rows and self.chosen_id() is None:
            self.view.choose([rows[min(place, len(rows) - 1)].id])  # the next where one is gone
        elif not rows and before:
            self.chosen.emit(None)

    def _do(self, deed: str) -> None:
        key = self.chosen_id()
        if deed == "paste":
            lines = QGuiApplication.clipboard().text().strip().splitlines()
            if lines:
                self.added.emit(lines)
        elif deed == "open":
            self.opened.emit()
        elif key:
            self.delete_asked.emit(key)
