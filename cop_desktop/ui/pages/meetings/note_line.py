"""A note of a meeting: what was said, by whom, in which block, and whether in confidence."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.models.vocabulary import NoteKind
from cop_desktop.services.notes import NoteRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People
from cop_desktop.ui.widgets import Choice, Field, IconButton, Label, LineEdit
from cop_desktop.ui.widgets.fields import Note

from .editors import NameEdit
from .kept import Kept

KIND_ICONS = {
    NoteKind.NOTE: "ph.note-pencil",
    NoteKind.QUOTE: "ph.quotes",
    NoteKind.OPEN_ISSUE: "ph.question",
}
LOCKS = {True: "ph.lock", False: "ph.lock-open"}
Blocks = Sequence[tuple[UUID, str]]  # of the agenda: key, title


def kind_choice(desk: Desk) -> Choice:
    """A choice of what kind of note it is."""
    box, words = Choice(desk.look), content(desk.catalog.language)
    for kind in NoteKind:
        box.add(words.word(kind), kind, KIND_ICONS[kind])
    box.setAccessibleName(desk.catalog("What it is"))
    return box


class NoteLine(QWidget):
    """`changed(id, values)` for what was edited, `removed(id)`."""

    changed = Signal(object, dict)
    removed = Signal(object)

    def __init__(self, desk: Desk, key: UUID) -> None:
        super().__init__()
        self.desk, self.id = desk, key
        look, _ = desk.look, desk.catalog
        self.kind = kind_choice(desk)
        self.text = LineEdit(look)
        self.field = Field(look, _("Note"), self.text)
        self.field.label.hide()
        self.kept = Kept(self.field, lambda text: self._tell(text=text), _)
        self.who = NameEdit(look, _("Who said it"))
        self.who.setAccessibleName(_("Who said it"))
        self.lock = IconButton(look, LOCKS[False], "")
        self.note, self.facts = Note(look), Label(look, "", "caption", elide=True)
        self.note.hide()
        self._secret = False
        self.kind.chosen.connect(lambda kind: self._tell(kind=kind))
        self.who.settled.connect(self._named)
        self.lock.clicked.connect(lambda: self._tell(confidential=not self._secret))
        self._lay_out()

    def show_row(self, row: NoteRow, who: People) -> None:
        _ = self.desk.catalog
        self.kept.show_text(row.text)
        self.kind.set_value(row.kind)
        self.who.offer([(key, name) for name, key in who.ids.items()])
        self.who.show_name(who.name_of(row.said_by_id) or row.said_by)
        self._secret = row.confidential
        told = _("In confidence: stays out of all papers") if self._secret else _("May be told on")
        self.lock.set_icon(LOCKS[self._secret], told)
        clock = formats.clock(row.noted_at.time()) if row.noted_at else ""
        facts = formats.dotted(clock, row.block, told if self._secret else "")
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))

    def _named(self, key: UUID | None, text: str) -> None:
        if text and key is None:
            told = self.desk.catalog("Choose a member of the community from the list.")
            self.note.show_words(told, wrong=True)
        else:
            self._tell(said_by_id=key)

    def _tell(self, **values: Any) -> None:
        self.note.show_words("")
        self.changed.emit(self.id, values)

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.who.setFixedWidth(look.px(150))
        self.kind.setFixedWidth(look.px(164))
        remove = IconButton(look, "ph.trash", _("Delete the note"))
        remove.clicked.connect(lambda: self.removed.emit(self.id))
        rest = QHBoxLayout()
        rest.setSpacing(look.px(8))
        for part in (self.who, self.kind, self.lock, remove):
            rest.addWidget(part)
        if look.roomy:
            rest.addStretch(1)
        way = QBoxLayout.Direction
        line = QBoxLayout(way.TopToBottom if look.roomy else way.LeftToRight)
        line.setSpacing(look.px(8))
        line.addWidget(self.field, 1)
        line.addLayout(rest)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, look.px(2), 0, look.px(2))
        rows.setSpacing(look.px(2))
        rows.addLayout(line)
        rows.addWidget(self.note)
        rows.addWidget(self.facts)
