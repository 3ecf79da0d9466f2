"""The rows of a list with what becomes of each, its columns under what they are taken for."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.frozen import frozen
from cop_desktop.intake.findings import REASONS
from cop_desktop.intake.headers import Column as ListColumn
from cop_desktop.intake.table import RawRow, text_of
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tables import Badge, Column, PagedTable, RowList
from cop_desktop.ui.theme import CAPTION
from cop_desktop.ui.widgets import Words

from .findings import LEAST_ROWS, as_read
from .look import Outcome, Seen
from .mapping import MappingStrip
from .words import OUTCOMES, Chips

SHORT = 90  # letters of a cell that are shown
OutcomeOf = Callable[[int], Outcome]  # by the number of the row


@frozen
class PreviewRow:
    """A row of the sheet, by its number."""

    id: int
    cells: tuple[str, ...]
    outcome: Outcome
    notes: tuple[str, ...]  # sentences: problems first, then repairs


class RowsPreview(QWidget):
    """All rows; below, in sentences, what there is to say about the chosen one."""

    mapped = Signal(int, str)  # index of the column, key of the field or ""

    def __init__(
        self, desk: Desk, look: Seen, outcome_of: OutcomeOf, chips: Chips = OUTCOMES
    ) -> None:
        super().__init__()
        self.desk, self._look, self._outcome_of = desk, look, outcome_of
        self._chips = chips
        self._raw = {row.number: row for row in look.layout.rows}
        _ = desk.catalog
        own = [
            Column(_("Result"), self._result, "", self._chip, 150, 0),
            Column(_("Row"), lambda row: str(row.id), "", None, 52, 0),
        ]
        columns = [*own, *(_column(column) for column in look.layout.columns)]
        table = PagedTable[PreviewRow](columns, self._fetch)
        self.table = RowList(desk.look, table, _("Rows of the list"))
        self.table.setMinimumHeight(LEAST_ROWS * self.table.verticalHeader().defaultSectionSize())
        self.table.chosen.connect(self._tell)
        self.strip = MappingStrip(desk.look, _, look.layout, self.table, len(own))
        self.strip.chosen.connect(self.mapped)
        self.about = Words(desk.look, "", "caption")
        self.about.setMinimumHeight(2 * desk.look.line(CAPTION))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(desk.look.px(4))
        layout.addWidget(self.strip)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.about)
        self.show_rows()

    def show_rows(self) -> None:
        """Show them all, or anew after a decision."""
        self.table.show_rows([row.number for row in self._look.layout.rows])
        self._tell(self.table.chosen_id())

    def take_focus(self) -> None:
        """Into the rows: one sees where the keyboard is, and reads about the first of them."""
        if self.table.chosen_id() is None and self._look.layout.rows:
            self.table.choose(self._look.layout.rows[0].number)
        self.table.setFocus()

    def row_view(self, raw: RawRow) -> PreviewRow:
        _, look = self.desk.catalog, self._look
        cells = tuple(text_of(cell)[:SHORT] for cell in raw.cells)
        problems = [one.sentence(_) for one in look.problems_by_row.get(raw.number, ())]
        repairs = [
            _("{column}: {before} became {after}. {why}", column=one.column, before=one.before,
              after=as_read(one.after, _.language), why=_(REASONS[one.why]))
            for one in look.repairs_by_row.get(raw.number, ())
        ]  # fmt: skip
        return PreviewRow(raw.number, cells, self._outcome_of(raw.number), (*problems, *repairs))

    def _fetch(self, numbers: Sequence[int]) -> list[PreviewRow]:
        return [self.row_view(self._raw[number]) for number in numbers]

    def _result(self, row: PreviewRow) -> str:
        return self.desk.catalog(self._chips[row.outcome][0])

    def _chip(self, row: PreviewRow) -> Badge:
        _words, icon, tone = self._chips[row.outcome]
        return Badge(icon, tone)

    def _tell(self, number: int | None) -> None:
        _ = self.desk.catalog
        if number is None:
            self.about.setText(_("Choose a row to see what was mended in it, and why."))
            return
        notes = self.row_view(self._raw[number]).notes
        said = " ".join(notes) or _("Nothing to mend.")
        self.about.setText(_("Row {row}: {sentences}", row=number, sentences=said))


def _column(column: ListColumn) -> Column[PreviewRow]:
    def cell(at: int, row: PreviewRow) -> str:
        return row.cells[at] if at < len(row.cells) else ""

    ltr = column.field in {"mobile", "phone", "email", "link", "where"}
    wide = 200 if column.field in {"topic", "goal", "title"} else 132
    return Column(column.name, partial(cell, column.index), "", None, wide, 1, ltr=ltr)
