"""A table of a package as it would leave: every row, every word, and what is held back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models.package_form import Cell, Field, Kind, Table
from cop_desktop.services.leaving import Look
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tables import Column, PagedTable, RowList
from cop_desktop.ui.tables.cells import row_height
from cop_desktop.ui.widgets import Label, Words

from .words import FIELDS, KEYS, TABLES, cell_words

ALONE = "community"  # a table of one row, shown from top to bottom
FIRST, NEXT, FIGURE = 150, 104, 80  # width of columns, in px at 100 %
FEWEST, MOST = 3, 16  # rows in view before a table scrolls inside the page, which scrolls itself


@frozen
class Row:
    """A row of a table by its place."""

    id: int
    cells: tuple[str, ...]


def part(desk: Desk, table: Table, look: Look) -> QWidget:
    """The rows of a table, without the keys, which mean nothing outside the file."""
    _ = desk.catalog
    fields = [(at, it) for at, it in enumerate(table.fields) if it.name not in KEYS]
    rows = [
        Row(place, tuple(_cell(table, it, row[at], place, look, _) for at, it in fields))
        for place, row in enumerate(look.contents.rows[table.name])
    ]
    names = [_(FIELDS[it.name]) for _place, it in fields]
    if table.name == ALONE:
        return _alone(desk, list(zip(names, rows[0].cells, strict=True)))
    columns = [
        Column[Row](name, partial(_told, at), width=_width(at, it), strong=at == 0,
                    stretch=int(at == 0))
        for at, (name, (_place, it)) in enumerate(zip(names, fields, strict=True))
    ]  # fmt: skip

    def fetch(ids: Sequence[int]) -> list[Row]:
        return [rows[at] for at in ids]

    shown = RowList(desk.look, PagedTable(columns, fetch), _(TABLES[table.name][1]))
    shown.show_rows(range(len(rows)))
    fit(shown, len(rows))
    return shown


def fit(shown: RowList, rows: int) -> None:
    """As tall as its rows, if they are few."""
    tall = min(max(rows, FEWEST), MOST) * row_height(shown.look)
    shown.setMinimumHeight(shown.head.height() + tall + shown.look.px(12))  # and the bar below


def held_words(table: Table, look: Look, _: Catalog) -> str:
    """How many numbers of a table are held back; first, whether its words name a member."""
    held = sum(name == table.name for name, _row, _field in look.hidden)
    told = _("Nothing is held back in this table.") if not held else _.plural(
        "{n} number is held back here: it counts fewer than five people.",
        "{n} numbers are held back here: they count fewer than five people, or could tell what "
        "others do not.", held,
    )  # fmt: skip
    named = sum(name == table.name for name, _row, _field in look.named)
    return f"{_naming(named, _)}\n{told}" if named else told


def _naming(named: int, _: Catalog) -> str:
    return _.plural(
        "{n} text here names a member, and leaves as it is. Change it where it was written.",
        "{n} texts here name members, and leave as they are. Change them where they were written.",
        named,
    )


def _cell(table: Table, field: Field, cell: Cell, place: int, look: Look, _: Catalog) -> str:
    if (table.name, place, field.name) in look.hidden:
        return _("held back")
    return cell_words(table.name, field, cell, _)


def _alone(desk: Desk, told: Sequence[tuple[str, str]]) -> QWidget:
    """One row from top to bottom."""
    look = desk.look
    page = QWidget()
    rows = QVBoxLayout(page)
    rows.setContentsMargins(0, 0, 0, 0)
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(look.px(16))
    grid.setVerticalSpacing(look.px(6))
    for at, (name, words) in enumerate(told):
        grid.addWidget(Label(look, name, "caption"), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Words(look, words or "–"), at, 1)
    rows.addLayout(grid)
    rows.addStretch(1)
    return page


def _width(at: int, field: Field) -> int:
    if field.counts:
        return FIGURE
    return FIRST if at == 0 and field.kind is not Kind.DATE else NEXT


def _told(at: int, row: Row) -> str:
    return row.cells[at]
