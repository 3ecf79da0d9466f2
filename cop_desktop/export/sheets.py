"""Tables for people: spreadsheets that open at the right side, and CSV that Excel reads."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import products

from .papers import Subject
from .writing import refusals_told, replacing

if TYPE_CHECKING:
    import pandas as pd

SUFFIXES = (".xlsx", ".csv")
_FORMULA = re.compile(r"^[=@\t\r]|^[+-](?!\d+([.,]\d+)?$)")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f]")
_ISOLATES = re.compile("[\u2066-\u2069]")


@frozen
class SheetColumn:
    """A column: its heading, how far its cells may travel, its width in letters."""

    title: str
    share: Share
    width: int = 18


@frozen
class Kept:
    """A cell that travels less far than its column; further away, others see `instead`."""

    value: Any
    share: Share
    instead: Any = None


@frozen
class Sheet:
    """A table in one language; a cell is text, a number, a date or None, or one of these `Kept`.

    Only what `up_to` gives is written.
    """

    title: str
    rtl: bool
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Any, ...], ...]
    reach: tuple[Share, ...] = ()  # how far each row may travel; none told: as far as its cells

    def up_to(self, level: Share) -> "Sheet":
        """The same table with only those columns and rows that readers at `level` may see."""
        columns = enumerate(self.columns)
        kept = [place for place, column in columns if column.share.reaches(level)]
        if not kept:
            raise UserError(N_("Nothing in this table may be shown at that level."))
        reach = self.reach or (Share.PUBLIC,) * len(self.rows)
        told = zip(self.rows, reach, strict=True)
        rows = [row for row, share in told if share.reaches(level)]
        return replace(
            self,
            columns=tuple(self.columns[place] for place in kept),
            rows=tuple(tuple(_seen(row[place], level) for place in kept) for row in rows),
            reach=(),
        )


def _seen(cell: Any, level: Share) -> Any:
    if not isinstance(cell, Kept):
        return cell
    return cell.value if cell.share.reaches(level) else cell.instead


Maker = Callable[[Session, Subject, Catalog], Sheet]


def _roster(session: Session, subject: Subject, _: Catalog) -> Sheet:
    from .reports import roster

    return roster.roster(roster.gather(session, subject.community_id, subject.today), _)


def _work_plan(session: Session, subject: Subject, _: Catalog) -> Sheet:
    from .reports import work_plan, work_plan_sheet

    facts = work_plan.gather(session, subject.community_id, subject.year, subject.today)
    made = products.every(session, subject.community_id)
    return work_plan_sheet.work_plan_sheet(facts.plan, made, _)


def _hours(session: Session, subject: Subject, _: Catalog) -> Sheet:
    from .reports import hours_sheet

    ledger = hours_sheet.gather(session, subject.community_id, subject.year)
    return hours_sheet.hours_sheet(ledger, subject.year, _)


def _products(session: Session, subject: Subject, _: Catalog) -> Sheet:
    from .reports import products_sheet

    return products_sheet.products_sheet(products_sheet.gather(session, subject.community_id), _)


SHEETS: dict[str, Maker] = {
    "roster": _roster,
    "work-plan": _work_plan,
    "hours": _hours,
    "products": _products,
}


def write(sheet: Sheet, path: Path) -> None:
    """Write .xlsx or .csv, whole or not at all."""
    writers = {".xlsx": _write_xlsx, ".csv": _write_csv}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise UserError(
            N_("Tables are written as .xlsx or .csv, not as {suffix}. Change the file's name."),
            suffix=path.suffix or path.name,
        )
    with refusals_told(path), replacing(path) as part:
        writer(sheet, part)


def write_book(sheets: Sequence[Sheet], path: Path) -> None:
    """Write several tables into one .xlsx, a sheet each, whole or not at all."""
    with refusals_told(path), replacing(path) as part:
        _write_sheets(sheets, part)


def _frame(sheet: Sheet, clean: Callable[[Any], Any] | None = None) -> "pd.DataFrame":
    import pandas as pd  # half a second: only when a table is written

    clean = clean or _plain
    rows = [[clean(value) for value in row] for row in sheet.rows]
    # object: a telephone number stays the text it is, and a count among empty cells a whole one
    return pd.DataFrame(rows, columns=[column.title for column in sheet.columns], dtype=object)


def _write_xlsx(sheet: Sheet, path: Path) -> None:
    _write_sheets([sheet], path)


def _write_sheets(sheets: Sequence[Sheet], path: Path) -> None:
    import pandas as pd

    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with pd.ExcelWriter(
        path, engine="xlsxwriter", engine_kwargs={"options": options}, date_format="dd.mm.yyyy"
    ) as book:
        for sheet in sheets:
            _add_sheet(book, sheet)


def _add_sheet(book: Any, sheet: Sheet) -> None:
    name = re.sub(r"[\[\]:*?/\\']", " ", sheet.title)[:31]
    _frame(sheet).to_excel(book, sheet_name=name, index=False)
    page = book.sheets[name]
    if sheet.rtl:
        page.right_to_left()
    page.freeze_panes(1, 0)
    head = book.book.add_format({"bold": True, "bottom": 2, "text_wrap": True})
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(0, place, column.title, head)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)


def _write_csv(sheet: Sheet, path: Path) -> None:
    frame = _frame(sheet, lambda it: _harmless(_plain(it)))
    frame.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\r\n")


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return _ISOLATES.sub("", _UNPRINTABLE.sub("", str(value)))
    return value


def _harmless(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula gets an apostrophe; dates become ISO."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
