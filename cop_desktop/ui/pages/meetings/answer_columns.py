"""The columns of pasted answers: what each is called, what was understood, what it holds."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.intake.feedback import FeedbackDraft
from cop_desktop.intake.feedback_columns import WHEN
from cop_desktop.services.feedback import OPEN
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.widgets import Choice, Label, Words

SAMPLES = 3  # answers of a column


class AnswerColumns(QWidget):
    """`chosen(column, field)` when somebody says what a column holds."""

    chosen = Signal(int, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(desk.look.px(14))
        self._grid.setVerticalSpacing(desk.look.px(8))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 3)

    def show_columns(self, draft: FeedbackDraft) -> None:
        """A row a column; what only its place told is marked."""
        empty(self._grid)
        look, _ = self.desk.look, self.desk.catalog
        for place, column in enumerate(draft.columns):
            box = self._box(column.field)
            box.setAccessibleName(_("What the column {title} holds", title=column.name))
            box.chosen.connect(partial(self.chosen.emit, column.index))
            guessed = _("by position only: check it") if column.how == "order" else ""
            sample = formats.dotted(guessed, self._sample(draft, column.field))
            kind = "amber" if guessed else "caption"
            self._grid.addWidget(Words(look, column.name, "medium"), place, 0)
            self._grid.addWidget(Label(look, sample, kind, elide=True), place, 1)
            self._grid.addWidget(box, place, 2)

    def _box(self, field: str) -> Choice:
        look, _ = self.desk.look, self.desk.catalog
        text = content(_.language).feedback()
        box = Choice(look)
        box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumWidth(look.px(260))
        box.add(_("Skip this column"), "")
        for key, words in text.statements.items():
            box.add(words, key)
        for name in OPEN:
            box.add(getattr(text, name), name)
        box.add(_("When it was filled in"), WHEN)
        box.set_value(field)
        return box

    def _sample(self, draft: FeedbackDraft, field: str) -> str:
        """What was understood of the first answers."""
        if field == WHEN:
            days = [row.on for row in draft.rows if row.on]
            said = [formats.date_medium(day, self.desk.catalog.language) for day in days]
        else:
            said = [str(row.values[field]) for row in draft.rows if field in row.values]
        return formats.dotted(*said[:SAMPLES])
