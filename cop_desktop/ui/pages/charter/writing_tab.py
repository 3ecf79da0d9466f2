"""The charter itself: not begun, being written part by part, or in force and to be read."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.models.method import CharterPart
from cop_desktop.services import charter
from cop_desktop.services.charter import CharterRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Card, EmptyState, Label, SplitDetail

from .outline import Outline
from .part_card import PartCard
from .told import ToldCharter
from .words import label, progress

CARD, LEAST = 660, 420  # px at 100 %: the part beside the list of parts


class WritingTab(QWidget):
    """Everything is saved where it is written; `adopt_asked` leads to the versions."""

    adopt_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.draft: CharterRow | None = None
        self.offers: Mapping[CharterPart, str] = {}
        self.part: CharterPart | None = None
        self.cards: dict[CharterPart, PartCard] = {}
        self.empty = self._empty()
        self.told = ToldCharter(desk)
        self.told.begin.clicked.connect(self.begin)
        self.outline = Outline(desk.look, desk.catalog)
        self.outline.chosen.connect(self.show_part)
        self.stack = QStackedWidget()
        self.writing = self._writing()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        for side in (self.empty, self.told, self.writing):
            page.addWidget(side)
        page.addStretch(1)

    def show_versions(self, rows: Sequence[CharterRow], offers: Mapping[CharterPart, str]) -> None:
        """Show what there is: nothing, a draft to go on with, or what is in force.

        `offers`: what the file says already, for parts that wait.
        """
        self.offers = offers
        self.draft = next((it for it in rows if it.adopted_on is None), None)
        self.empty.setVisible(not rows)
        self.told.setVisible(bool(rows) and self.draft is None)
        self.writing.setVisible(self.draft is not None)
        if self.draft:
            self._show_draft(self.draft)
        elif rows:
            self.told.show_row(rows[0])

    def begin(self) -> None:
        """Go on with the draft, or begin a version; then write in the first part that waits."""
        desk, _ = self.desk, self.desk.catalog
        if self.draft is None:
            self.part = None
            with desk.store.write(_("Begin a version of the charter")) as session:
                charter.begin_draft(session, desk.community_id)
        if self.part:
            self.cards[self.part].begin()

    def show_part(self, part: CharterPart) -> None:
        """Open one part."""
        self.part = part
        if self.draft:
            self._show_draft(self.draft)

    def write_in(self, part: CharterPart) -> None:
        """Open one part and write there, if something is being written at all."""
        self.show_part(part)
        if self.draft:
            self.cards[part].begin()

    def forget(self) -> None:
        """Throw the draft away; the toast offers to bring it back."""
        desk, _, row = self.desk, self.desk.catalog, self.draft
        if row is None:
            return
        with desk.store.write(_("Discard the draft of the charter")) as session:
            charter.discard_draft(session, desk.community_id)
        desk.toast(_("The draft was discarded."), undo=True)

    def members_changed(self) -> None:
        for card in self.cards.values():
            card.forget_people()

    # -- inside --------------------------------------------------------------------------

    def _show_draft(self, row: CharterRow) -> None:
        _ = self.desk.catalog
        self.heading.setText(progress(row, _))
        if self.part is None:
            self.part = row.unwritten or CharterPart.DOMAIN_IN
        card = self._card(self.part)
        self.outline.choose(self.part)
        self.outline.show_row(row)
        card.show_row(row, follows(row, self.part), self.offers.get(self.part, ""))
        self.stack.setCurrentWidget(card)

    def _card(self, part: CharterPart) -> PartCard:
        if part not in self.cards:
            card = self.cards[part] = PartCard(self.desk, part)
            card.edited.connect(partial(self._save, card))
            card.asked.connect(self.write_in)
            self.stack.addWidget(card)
        return self.cards[part]

    def _save(self, card: PartCard, values: dict[str, Any]) -> None:
        desk, _, row = self.desk, self.desk.catalog, self.draft
        if row is None:
            return
        try:
            with desk.store.write(label(card.part, _)) as session:
                charter.change(session, row.id, values)
        except UserError as problem:
            card.error(list(values), _.error(problem))

    def _empty(self) -> Card:
        look, text = self.desk.look, content(self.desk.catalog.language).empty("charter")
        step = Button(look, text.first_step, "ph.note-pencil", "primary")
        step.clicked.connect(self.begin)
        card = Card(look)
        card.setMinimumHeight(look.px(420))
        card.add(EmptyState(look, "ph.handshake", text.title, text.why, step), 1)
        return card

    def _writing(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        self.heading = Label(look, "", "title", elide=True)
        self.discard = Button(look, _("Discard the draft"), "ph.trash", "quiet")
        self.adopt = Button(look, _("Adopt this version"), "ph.circle-wavy-check")
        self.discard.clicked.connect(self.forget)
        self.adopt.clicked.connect(self.adopt_asked)
        head = QHBoxLayout()
        head.setSpacing(look.px(16))
        head.addWidget(self.heading, 1)
        head.addWidget(self.discard)
        head.addWidget(self.adopt)
        side = QWidget()
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(10))
        rows.addLayout(head)
        if look.roomy:  # one column: what one writes in comes first
            rows.addWidget(self.stack)
            rows.addWidget(self.outline)
        else:
            rows.addWidget(SplitDetail(look, self.outline, self.stack, width=CARD, least=LEAST))
        return side


def follows(row: CharterRow, part: CharterPart) -> CharterPart | None:
    """The next part that waits, from here on and then from the start; else simply the next."""
    parts = list(CharterPart)
    place = parts.index(part) + 1
    waiting = [it for it in parts[place:] + parts[: place - 1] if it not in row.filled]
    return waiting[0] if waiting else parts[place] if place < len(parts) else None
