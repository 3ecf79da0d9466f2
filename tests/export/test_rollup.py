"""The report of many communities: what was told, and nothing that was held back."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import docx
import pypdfium2
import pytest
from openpyxl import load_workbook

from cop_desktop.errors import UserError
from cop_desktop.export import rollup
from cop_desktop.export.package import Package, packed
from cop_desktop.i18n import catalog
from cop_desktop.models.package_form import tables_at
from cop_desktop.models.vocabulary import Share, Stage
from cop_desktop.services import cards, collating
from cop_desktop.services.overview import Wanted
from cop_desktop.services.packages.signing import signer
from cop_desktop.store import Store
from tests.services.collating.communities_sent import DAY, Sender, arrival, contents

NOW = datetime(2026, 11, 22, 14)
EN, HE = catalog("en"), catalog("he")


def small_community(folder: Path) -> Package:
    """A package without any number of members: it has three, and so few are held back."""
    whole = contents(3, Share.MINISTRY, members=3, held=0)
    at = {it.name: [field.name for field in it.fields].index("members")
          for it in tables_at(Share.MINISTRY) if it.name in ("community", "headcount")}  # fmt: skip
    rows = {
        name: [(*row[: at[name]], None, *row[at[name] + 1 :]) if name in at else row for row in its]
        for name, its in whole.rows.items()
    }
    return packed(replace(whole, rows=rows), 1, "", signer(folder / "3.key"))


@pytest.fixture
def collated(store: Store, tmp_path: Path) -> Store:
    """Three communities; the third told no number of members, since it counts fewer than five."""
    sent = [
        Sender(tmp_path, 1).send(Share.MINISTRY, members=20, district="north"),
        Sender(tmp_path, 2).send(Share.MINISTRY, members=12, stage=Stage.COALESCING),
        small_community(tmp_path),
    ]
    with store.write("collate") as session:
        collating.take_in(session, [arrival(it) for it in sent], NOW)
        cards.expect(session, "silent", "A silent community", "Bridges")
    return store


def facts(store: Store, wanted: Wanted = Wanted(), told: str = "") -> rollup.Rollup:  # noqa: B008
    with store.read() as session:
        return rollup.gather(session, wanted, DAY, told)


def pages(path: Path) -> str:
    return " ".join(it.get_textpage().get_text_range() for it in pypdfium2.PdfDocument(path))


def test_a_sum_with_a_number_held_back_is_told_as_at_least(collated: Store, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    rollup.write(facts(collated), file, EN)
    told = pages(file)
    assert "members, at least" in told
    assert "32" in told
    assert "Community 1" in told
    assert "A silent community" in told


def test_a_narrowed_report_says_so_and_tells_of_no_other(collated: Store, tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    wanted = Wanted(stage="coalescing")
    rollup.write(facts(collated, wanted, "Coalescing"), file, EN)
    document = docx.Document(str(file))
    cells = [it.text for table in document.tables for row in table.rows for it in row.cells]
    assert "Community 2" in cells
    assert "Community 1" not in cells
    assert not any("silent" in it.text for it in document.paragraphs)


def test_the_workbook_reads_from_right_to_left_and_leaves_untold_cells_empty(
    collated: Store, tmp_path: Path
) -> None:
    file = tmp_path / "report.xlsx"
    rollup.write(facts(collated), file, HE)
    book = load_workbook(file)
    assert len(book.worksheets) == 3
    assert all(it.sheet_view.rightToLeft for it in book.worksheets)
    rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == [
        "A silent community", "Community 1", "Community 2", "Community 3",
    ]  # fmt: skip
    assert [row[9] for row in rows] == [None, 20, 12, None]
    sums = {row[0]: row[1:] for row in book.worksheets[1].iter_rows(min_row=2, values_only=True)}
    assert 32 in [it[0] for it in sums.values()]


def test_numbers_stay_numbers_and_days_become_iso_in_csv(collated: Store, tmp_path: Path) -> None:
    file = tmp_path / "report.csv"
    rollup.write(facts(collated), file, EN)
    head, silent, first, *_ = file.read_text("utf-8-sig").splitlines()
    assert head.startswith("Community,Programme,Region,Stage,Stage since")
    assert "2026-11-22" in first
    assert ",20," in first  # a whole number, though another community told none
    assert silent == "A silent community,Bridges" + "," * 15 + "never sent"  # no zeros


def test_another_suffix_is_refused_with_those_that_fit(collated: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="written as"):
        rollup.write(facts(collated), tmp_path / "report.txt", EN)


def test_a_sum_of_thousands_has_room_on_the_first_page(store: Store, tmp_path: Path) -> None:
    """It was cut, and told in full on a page of its own."""
    packages = [small_community(tmp_path)]
    packages += [Sender(tmp_path, at).send(Share.MINISTRY, members=900) for at in (1, 2)]
    with store.write("collate") as session:
        collating.take_in(session, [arrival(it) for it in packages], NOW)
    for words in (EN, HE):
        file = tmp_path / "report.pdf"
        rollup.write(facts(store), file, words)
        first = pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()
        assert "1,800" in first
        assert "[1]" not in first


def test_an_empty_overview_makes_a_report_all_the_same(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    rollup.write(facts(store), file, HE)
    assert len(pypdfium2.PdfDocument(file)) == 2


def test_a_name_that_looks_like_a_formula_is_text(store: Store, tmp_path: Path) -> None:
    with store.write("expect") as session:
        cards.expect(session, "x", "=1+1")
    told = facts(store)
    file = tmp_path / "report.xlsx"
    rollup.write(told, file, EN)
    assert date(2026, 11, 22) == told.today
    (row,) = load_workbook(file).worksheets[2].iter_rows(min_row=2)
    assert row[0].data_type == "s"
