"""Answering the self-check: one part at a time, three statements each, saved with every press."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.content.method import method
from cop_desktop.services import self_check
from cop_desktop.services.self_check import CheckRow, Part
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.one_of import OneOf
from cop_desktop.ui.widgets import Button, Card, Label, Words

from .check_words import part_text

RATINGS = range(self_check.LEAST, self_check.MOST + 1)


class GuideCard(Card):
    """`left` when it is finished or put off; what was answered is kept either way."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        look, _ = desk.look, desk.catalog
        self.desk, self.place = desk, 0
        self._check: CheckRow | None = None
        self.count = Label(look, "", "caption")
        self.heading = Words(look, "", "title")
        self.gives = Words(look, "", "muted")
        for part in (self.count, self.heading, self.gives):
            self.add(part)
        self.statements: list[Statement] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(20))
        self.body.addSpacing(look.px(8))
        self.body.addLayout(self._list)
        self.back = Button(look, _("Back"))
        self.next = Button(look, _("Next"), kind="primary")
        self.later = Button(look, _("Go on later"), kind="quiet")
        self.back.clicked.connect(lambda: self._go(self.place - 1))
        self.next.clicked.connect(lambda: self._go(self.place + 1))
        self.later.clicked.connect(self.left)
        deeds = QHBoxLayout()
        deeds.setSpacing(look.px(12))
        for button in (self.back, self.next):
            deeds.addWidget(button)
        deeds.addStretch(1)
        deeds.addWidget(self.later)
        self.body.addSpacing(look.px(8))
        self.body.addLayout(deeds)

    def begin(self, check: CheckRow) -> None:
        """Go on at the first part with an open statement."""
        self._check = check
        parts = self_check.parts()
        whole = [check.answered(part) == len(part.statements) for part in parts]
        self._go(whole.index(False) if False in whole else 0)

    def show_check(self, check: CheckRow) -> None:
        """The answers have changed, perhaps by Undo."""
        self._check = check
        for statement in self.statements:
            statement.show_answer(check.answers.get(statement.key))

    def _go(self, place: int) -> None:
        parts = self_check.parts()
        if place >= len(parts) or self._check is None:
            self.left.emit()
            return
        _, part = self.desk.catalog, parts[place]
        self.place = place
        text = part_text(part, _)
        self.count.setText(_("Part {n} of {all}", n=place + 1, all=len(parts)))
        if part.threat:
            self.heading.setText(_("What may endanger us: {part}", part=text.title))
        else:
            self.heading.setText(_("What carries us: {part}", part=text.title))
        self.gives.setText(text.gives)
        self._fill(part, self._check)
        self.back.setEnabled(place > 0)
        self.next.set_words(_("Finish") if place == len(parts) - 1 else _("Next"))

    def _fill(self, part: Part, check: CheckRow) -> None:
        empty(self._list)
        words = part_text(part, self.desk.catalog).statements
        self.statements = [
            Statement(self.desk, key, words[key.rsplit(".", 1)[1]]) for key in part.statements
        ]
        for statement in self.statements:
            self._list.addWidget(statement)
            statement.show_answer(check.answers.get(statement.key))
            statement.answered.connect(partial(self._answer, check.id, statement.key))
        first = self.statements[0].one_of.chips[RATINGS[0]]
        if self.isVisible():
            first.setFocus()

    def _answer(self, check: UUID, key: str, rating: int) -> None:
        desk, _ = self.desk, self.desk.catalog
        with desk.store.write(_("Answer the self-check")) as session:
            self_check.answer(session, check, key, rating)


class Statement(QWidget):
    """A statement and five chips between its two ends."""

    answered = Signal(object)  # 1 to 5

    def __init__(self, desk: Desk, key: str, words: str) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        self.key = key
        text = method(_.language).check()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(6))
        rows.addWidget(Words(look, words))
        chips = QWidget()
        flow = Flow(chips, look.px(8))
        ends = [Label(look, told, "caption") for told in (text.scale_low, text.scale_high)]
        flow.add(ends[0])
        self.one_of = OneOf(look, flow)
        self.one_of.offer({n: str(n) for n in RATINGS}, None)
        flow.add(ends[1])
        for end in ends:
            end.setMinimumHeight(self.one_of.chips[1].sizeHint().height())
        for n, chip in self.one_of.chips.items():
            chip.setAccessibleName(_("{n} of 5: {statement}", n=n, statement=words))
        self.one_of.chosen.connect(self.answered)
        rows.addWidget(chips)

    def show_answer(self, rating: int | None) -> None:
        self.one_of.mark(rating)
