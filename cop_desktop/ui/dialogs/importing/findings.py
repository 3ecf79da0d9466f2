"""What was mended and what could not be taken, one line each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.frozen import frozen
from cop_desktop.intake.findings import REASONS, Problem, Repair
from cop_desktop.intake.repeats import Refused
from cop_desktop.intake.table import text_of
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tables import Column, Lead, PagedTable, RowList
from cop_desktop.ui.theme import CAPTION
from cop_desktop.ui.widgets import Words

from .look import Seen

LEAST_ROWS = 6  # in view, with the head


@frozen
class Finding:
    """A line: where, what about it, from what to what."""

    id: int
    row: int
    column: str
    before: str
    after: str
    sentence: str
    wrong: bool  # needs a look, as against: was mended


def findings_of(look: Seen) -> list[Problem | Repair]:
    """Problems of rows first, then repairs; each group in the order of the list."""
    problems = [one for one in (*look.draft.problems, *look.doubts) if one.row]
    return [*sorted(problems, key=lambda one: one.row), *look.draft.repairs]


def in_words(at: int, one: Problem | Repair | Refused, desk: Desk) -> Finding:
    """A line of the table. Made when it is seen: a long list has thousands."""
    _ = desk.catalog
    if isinstance(one, Problem):
        return Finding(at, one.row, one.column, "", "", one.sentence(_), True)
    if isinstance(one, Refused):
        cells = formats.dotted(*map(text_of, one.cells))[:200]
        return Finding(at, one.row, "", cells, "", one.reason.sentence(_), True)
    after = as_read(one.after, _.language)
    return Finding(at, one.row, one.column, one.before, after, _(REASONS[one.why]), False)


class FindingsList(QWidget):
    """A table of them, and the chosen one in full; `mended` shows from what to what."""

    def __init__(
        self,
        desk: Desk,
        found: Sequence[Problem | Repair | Refused],
        name: str,
        *,
        mended: bool,
    ) -> None:
        super().__init__()
        self._desk, self._found, look = desk, found, desk.look
        columns = _columns(desk, mended=mended)
        table = PagedTable[Finding](columns, lambda ids: [self._line(at) for at in ids])
        self.table = RowList(look, table, name)
        self.table.setMinimumHeight(LEAST_ROWS * self.table.verticalHeader().defaultSectionSize())
        self.whole = Words(look, "", "caption")
        self.whole.setMinimumHeight(2 * look.line(CAPTION))
        self.table.chosen.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(4))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.whole)
        self.table.show_rows(list(range(len(found))))
        self.table.choose(0)

    def _line(self, at: int) -> Finding:
        return in_words(at, self._found[at], self._desk)

    def _tell(self, at: int | None) -> None:
        self.whole.setText("" if at is None else self._line(at).sentence)


def _columns(desk: Desk, *, mended: bool) -> list[Column[Finding]]:
    _, look = desk.catalog, desk.look

    def sign(one: Finding) -> Lead:
        if one.wrong:
            return Lead("ph.warning", look.theme.amber)
        return Lead("ph.wrench", look.theme.accent)

    first: list[Column[Finding]] = [
        Column(_("Row"), lambda one: str(one.row), "", sign, 84, 0),
        Column(_("What"), lambda one: one.sentence, "", None, 340, 5, strong=True),
    ]
    before = Column[Finding](_("In the list"), lambda one: one.before, "", None, 120, 1)
    if not mended:
        return [*first, replace(before, width=300, stretch=4)]
    column = Column[Finding](_("Column"), lambda one: one.column, "", None, 100, 0)
    after = Column[Finding](_("As read"), lambda one: one.after, "", None, 120, 1)
    return [*first, column, before, after]


def as_read(text: str, language: str) -> str:
    """A value after its repair; dates as people write them."""
    try:
        return formats.date_short(date.fromisoformat(text), language)
    except ValueError:
        return text
