"""Tables for people: they open from the right, dates are dates, and nothing in them runs."""

import csv
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook

from cop_desktop.errors import UserError
from cop_desktop.export import sheets
from cop_desktop.export.papers import Subject
from cop_desktop.export.sheets import SHEETS, Sheet, SheetColumn
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import members
from cop_desktop.store import Store
from tests.export.communities import TODAY, empty

FORMULAS = ["=1+1", "+972=1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")']


def table(*rows: tuple[Any, ...], rtl: bool = True) -> Sheet:
    columns = (
        SheetColumn("שם", Share.COMMUNITY), SheetColumn("יישוב", Share.MINISTRY),
        SheetColumn("תאריך", Share.PUBLIC),
    )  # fmt: skip
    return Sheet("חברים", rtl, columns, rows)


def book(sheet: Sheet, folder: Path) -> Any:
    sheets.write(sheet, folder / "it.xlsx")
    return load_workbook(folder / "it.xlsx").active


def lines(sheet: Sheet, folder: Path) -> list[list[str]]:
    sheets.write(sheet, folder / "it.csv")
    return list(csv.reader(StringIO((folder / "it.csv").read_text("utf-8-sig"))))


@pytest.mark.parametrize("rtl", [True, False])
def test_a_workbook_opens_at_the_reading_side(tmp_path: Path, rtl: bool) -> None:
    page = book(table(("דנה", "רהט", None), rtl=rtl), tmp_path)
    assert bool(page.sheet_view.rightToLeft) is rtl
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:C2"


def test_dates_are_dates_in_excel_and_iso_in_csv(tmp_path: Path) -> None:
    it = table(("דנה", "רהט", date(2026, 12, 1)), ("נועה", "חיפה", None))
    page = book(it, tmp_path)
    assert isinstance(page["C2"].value, datetime)
    assert page["C2"].value.date() == date(2026, 12, 1)
    assert page["C2"].number_format.lower() == "dd.mm.yyyy"
    assert page["C3"].value is None
    assert [row[2] for row in lines(it, tmp_path)] == ["תאריך", "2026-12-01", ""]


def test_telephones_keep_their_first_zero(tmp_path: Path) -> None:
    it = table(("052-1234567", "0521234567", "00972521234567"))
    assert [cell.value for cell in book(it, tmp_path)[2]] == list(it.rows[0])
    assert [cell.data_type for cell in book(it, tmp_path)[2]] == ["s", "s", "s"]
    assert lines(it, tmp_path)[1] == list(it.rows[0])


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path, text: str) -> None:
    it = table((text, "רהט", None))
    cell = book(it, tmp_path)["A2"]
    assert cell.data_type == "s"
    assert cell.value.strip() == text.strip()
    first = lines(it, tmp_path)[1][0]
    assert first.startswith("'")
    assert first[1:].strip() == text.strip()


@pytest.mark.parametrize("text", ["-5", "+3.5", "דנה = נועה", "a@b.org", "'x", "<b>&"])
def test_plain_text_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    it = table((text, "", None))
    assert book(it, tmp_path)["A2"].value == text
    assert lines(it, tmp_path)[1][0] == text


def test_signs_no_sheet_can_hold_are_left_out(tmp_path: Path) -> None:
    it = table(("א\x00\x0b\u2068ב\u2069", "שורה\nועוד", None))
    page = book(it, tmp_path)
    assert (page["A2"].value, page["B2"].value) == ("אב", "שורה\nועוד")


def test_a_level_takes_its_columns_away(tmp_path: Path) -> None:
    it = table(("דנה", "רהט", date(2026, 12, 1)))
    left = {
        level: [column.title for column in it.up_to(level).columns] for level in list(Share)[1:]
    }
    assert left[Share.COMMUNITY] == ["שם", "יישוב", "תאריך"]
    assert left[Share.ORGANISATIONS] == left[Share.MINISTRY] == ["יישוב", "תאריך"]
    assert left[Share.PUBLIC] == ["תאריך"]
    assert lines(it.up_to(Share.MINISTRY), tmp_path)[1] == ["רהט", "2026-12-01"]
    names_only = Sheet("x", True, it.columns[:1], (("דנה",),))
    with pytest.raises(UserError):
        names_only.up_to(Share.MINISTRY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", SHEETS)
def test_a_table_without_rows_still_has_its_heads(
    store: Store, tmp_path: Path, key: str, language: str
) -> None:
    words = catalog(language)
    community = empty(store)
    with store.read() as session:
        it = SHEETS[key](session, Subject(community, TODAY), words)
    assert it.rows == ()
    page = book(it, tmp_path)
    assert [cell.value for cell in page[1]] == [column.title for column in it.columns]
    assert len(lines(it, tmp_path)) == 1


def test_the_roster_holds_whoever_left_and_no_private_words(
    store: Store, community: UUID, tmp_path: Path
) -> None:
    with store.write("leave") as session:
        ids = [row.id for row in members.active(session, community, TODAY)]
        members.change(session, ids, {"notes": "סוד", "needs": "סוד"})
        members.leave(session, ids[:1], date(2026, 10, 1))
    with store.read() as session:
        it = SHEETS["roster"](session, Subject(community, TODAY), catalog("he"))
    said = lines(it, tmp_path)
    assert len(said) == 4
    assert not any("סוד" in cell for row in said for cell in row)
    assert any("2026-10-01" in row for row in said)
    assert any("052-123-4567" in cell or "0521234567" in cell for row in said for cell in row)


def test_a_table_goes_only_into_a_table(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        sheets.write(table(), tmp_path / "it.pdf")
    assert not list(tmp_path.glob("it*"))
