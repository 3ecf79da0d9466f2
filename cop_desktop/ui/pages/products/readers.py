"""Who reads a draft, and what they say of it."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.models.thread_words import ReviewAnswer
from cop_desktop.services import product_reviews
from cop_desktop.services.product_reviews import ReviewRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People
from cop_desktop.ui.widgets import Button, Chip, IconButton, Label, LineEdit

from .adding import NamedList
from .detail import Detail

READY, CHANGES = ReviewAnswer.READY, ReviewAnswer.CHANGES


class ReaderRow(QWidget):
    """A reader; `answered(answer or None)`, `noted(words)`, `withdrawn()`."""

    answered = Signal(object)
    noted = Signal(str)
    withdrawn = Signal()

    def __init__(self, desk: Desk, row: ReviewRow) -> None:
        super().__init__()
        self.desk, self.row = desk, row
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(desk.look.px(2))
        rows.addLayout(self._head())
        rows.addLayout(self._deeds())

    def _head(self) -> QHBoxLayout:
        look, _, row = self.desk.look, self.desk.catalog, self.row
        away = IconButton(look, "ph.x", _("No longer ask {name}", name=row.name))
        away.clicked.connect(self.withdrawn)
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(Label(look, row.name, "medium", elide=True), 1)
        head.addWidget(self._state())
        head.addWidget(away)
        return head

    def _state(self) -> Chip:
        look, _, row = self.desk.look, self.desk.catalog, self.row
        if row.answer is None:
            day = formats.day_and_month_short(row.asked_on, _.language)
            return Chip(look, _("asked on {day}", day=day), "ph.eye", "empty")
        if row.answer == READY:
            return Chip(look, _.ctx("a reader says", "ready"), "ph.check", "accent")
        return Chip(look, _.ctx("a reader says", "needs changes"), "ph.pencil-simple", "amber")

    def _deeds(self) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        deeds = QHBoxLayout()
        deeds.setSpacing(look.px(14))
        if self.row.answer is None:
            for answer, words in ((READY, _("Says it is ready")), (CHANGES, _("Asks for changes"))):
                button = Button(look, words, kind="quiet")
                button.setAccessibleName(f"{words}: {self.row.name}")
                button.clicked.connect(partial(self._answer, answer))
                deeds.addWidget(button)
            deeds.addStretch(1)
            return deeds
        self.note = LineEdit(look, _("What they remarked"))
        self.note.setText(self.row.note)
        self.note.setCursorPosition(0)
        self.note.editingFinished.connect(self._note)
        deeds.addWidget(self.note, 1)
        again = IconButton(look, "ph.arrow-counter-clockwise", _("The answer was another"))
        again.clicked.connect(partial(self._answer, None))
        deeds.addWidget(again, 0, Qt.AlignmentFlag.AlignVCenter)
        return deeds

    def _answer(self, answer: ReviewAnswer | None, _checked: bool = False) -> None:
        self.answered.emit(answer)

    def _note(self) -> None:
        if self.note.text().strip() != self.row.note:
            self.noted.emit(self.note.text())


class Readers(NamedList):
    """A second pair of eyes, or several: asked by name, their answers noted."""

    def __init__(self, desk: Desk) -> None:
        _ = desk.catalog
        super().__init__(desk, _("Who reads it"), _("Ask somebody to read"))
        self.detail: Detail | None = None
        self._people = People({})
        self.named.connect(self._ask)

    def show_product(self, detail: Detail, people: People) -> None:
        """Who was asked, and who could be."""
        self.detail, self._people = detail, people
        asked = {it.member_id for it in detail.readers} | {detail.row.owner_id}
        free = [name for name, key in people.ids.items() if key not in asked]
        self.show_rows([self._row(it) for it in detail.readers], free)

    def _row(self, it: ReviewRow) -> ReaderRow:
        row = ReaderRow(self.desk, it)
        row.answered.connect(partial(self._answer, it))
        row.noted.connect(partial(self._annotate, it))
        row.withdrawn.connect(partial(self._withdraw, it))
        return row

    def _ask(self, name: str) -> None:
        if self.detail:
            label = self.desk.catalog("Ask {name} to read", name=name)
            self.write(label, partial(self._ask_in, self.detail.row.id, name))

    def _ask_in(self, product_id: UUID, name: str, session: Session) -> None:
        if member := self._people.find(name):
            product_reviews.ask(session, product_id, member, self.desk.today())

    def _answer(self, it: ReviewRow, said: ReviewAnswer | None) -> None:
        label, today = self.desk.catalog("Answer of {name}", name=it.name), self.desk.today()
        self.write(label, lambda session: product_reviews.answer(session, it.id, said, today))

    def _annotate(self, it: ReviewRow, note: str) -> None:
        label = self.desk.catalog("Remark of {name}", name=it.name)
        self.write(label, lambda session: product_reviews.annotate(session, it.id, note))

    def _withdraw(self, it: ReviewRow, _checked: bool = False) -> None:
        label = self.desk.catalog("No longer ask {name}", name=it.name)
        self.write(label, lambda session: product_reviews.withdraw(session, it.id))
