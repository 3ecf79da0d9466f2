"""A note of a meeting: what was said, by whom, in which block, and whether in confidence."""

from collections.abc import Sequence
from uuid import UUID

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.models.vocabulary import NoteKind
from cop_desktop.services.notes import NoteRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People
from cop_desktop.ui.widgets import Choice, IconButton, Label

from .name_edit import NameEdit
from .saved_line import SavedLine

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


class NoteLine(SavedLine):
    """Who said it is a member; a lock keeps it out of all papers."""

    def __init__(self, desk: Desk, key: UUID) -> None:
        look, _ = desk.look, desk.catalog
        super().__init__(desk, key, _("Note"), _("Delete the note"))
        self.kind = kind_choice(desk)
        self.who = NameEdit(look, _("Who said it"))
        self.who.setAccessibleName(_("Who said it"))
        self.lock = IconButton(look, LOCKS[False], "")
        self.facts = Label(look, "", "caption", elide=True)
        self._secret = False
        self.kind.chosen.connect(lambda kind: self._tell(kind=kind))
        self.who.settled.connect(self._named)
        self.lock.clicked.connect(lambda: self._tell(confidential=not self._secret))
        self.who.setFixedWidth(look.px(150))
        self.kind.setFixedWidth(look.px(164))
        self._stand((self.who, self.kind, self.lock), self.facts)

    def show_row(self, row: NoteRow, who: People) -> None:
        _ = self.desk.catalog
        self.kept.show_text(row.text)
        self.kind.set_value(row.kind)
        self.who.offer([(key, name) for name, key in who.ids.items()])
        self.who.show_name(who.name_of(row.said_by_id) or row.said_by)
        self._secret = row.confidential
        told = (
            _("In confidence: stays out of all papers") if self._secret else _("May be passed on")
        )
        self.lock.set_icon(LOCKS[self._secret], told)
        clock = formats.clock(row.noted_at.time()) if row.noted_at else ""
        facts = formats.dotted(clock, row.block, told if self._secret else "")
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))

    def _named(self, key: UUID | None, text: str) -> None:
        if text and key is None:
            self._is_nobody()
        else:
            self._tell(said_by_id=key)
