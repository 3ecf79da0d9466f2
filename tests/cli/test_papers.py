"""Papers from the command line: the ways to print them, and sentences where there is none."""

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from cop_desktop import cli
from cop_desktop.models.vocabulary import ProductKind
from cop_desktop.services import communities, meetings, products, sample
from cop_desktop.store import create_file, open_file
from tests.export import ical

TODAY = ["--today", "2026-11-22", "--lang", "en"]


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """A file with the sample community."""
    path = tmp_path / "demo.cop"
    with create_file(path) as store, store.write("sample") as session:
        sample.create(session, date(2026, 11, 22))
    return path


@pytest.mark.parametrize(
    ("way", "pages"), [((), 2), (("--variant", "four"), 4), (("--variant", "fronts"), 1)]
)
def test_role_cards_come_the_way_one_asks(demo: Path, way: tuple[str, ...], pages: int) -> None:
    out = demo.with_name("cards.pdf")
    assert cli.main(["export", "role-cards", str(demo), str(out), *way, *TODAY]) == 0
    assert len(PdfDocument(out)) == pages


@pytest.mark.parametrize("what", ["role-cards", "handout", "roster"])
def test_an_unknown_way_is_told_and_nothing_is_written(
    demo: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = demo.with_name("out.xlsx" if what == "roster" else "out.pdf")
    told = ["export", what, str(demo), str(out), "--variant", "sixteen", *TODAY]
    assert cli.main(told) != 0
    assert "sixteen" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("what", [
    "run-sheet.pdf", "run-sheet.docx", "feedback-form.pdf", "minutes.docx", "digest.pdf",
    "digest.txt", "digest.eml", "digest.html", "newcomers.pdf", "name-tents.pdf",
    "invitation.txt", "sign-in.pdf", "calendar.ics",
])  # fmt: skip
def test_every_paper_and_message_has_a_name(demo: Path, what: str) -> None:
    out = demo.with_name(what)
    assert cli.main(["export", what.partition(".")[0], str(demo), str(out), *TODAY]) == 0
    assert out.stat().st_size


def test_the_pack_is_bound_in_as_many_copies_as_asked(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, asked = demo.with_name("pack.pdf"), ("--copies", "3", "--json")
    assert cli.main(["export", "handout-pack", str(demo), str(out), *asked, *TODAY]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["copies"]["feedback-form"] == 3
    assert told["copies"]["sign-in"] == 1
    assert told["pages"] == len(PdfDocument(out))


@pytest.mark.parametrize("what", ["run-sheet", "handout-pack"])
def test_notes_of_ones_own_go_to_nobody_else(demo: Path, what: str) -> None:
    out = demo.with_name("out.pdf")
    told = ["export", what, str(demo), str(out), *TODAY, "--level"]
    assert cli.main([*told, "community"]) == 1
    assert not out.exists()
    assert cli.main([*told, "me"]) == 0


def test_calendars_hear_of_a_change_by_a_higher_number(demo: Path) -> None:
    def numbers(name: str) -> set[str]:
        out = demo.with_name(name)
        assert cli.main(["export", "calendar", str(demo), str(out), *TODAY]) == 0
        return {event["SEQUENCE"] for event in ical.read(out.read_bytes())[1]}

    assert numbers("first.ics") == {"0"}
    with open_file(demo) as store, store.write("move") as session:
        key = meetings.every(session, communities.every(session, date(2026, 11, 22))[0].id)[-1].id
        meetings.change(session, key, {"place": "elsewhere"})
    assert numbers("second.ics") == {"0", "1"}
    with open_file(demo):  # a window holds the file: what would be told, and nothing noted
        assert numbers("third.ics") == {"0", "1"}


def test_the_template_of_a_product_is_begun_by_its_title(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_file(demo) as store, store.read() as session:
        (row,) = communities.every(session, date(2026, 11, 22))
        made = products.every(session, row.id)
    study = next(it for it in made if it.kind == ProductKind.CASE_STUDY)
    for suffix in (".docx", ".pdf"):
        out = demo.with_name(f"study{suffix}")
        told = ["export", "template", str(demo), str(out), "--product", study.title]
        assert cli.main([*told, *TODAY]) == 0
        assert out.stat().st_size
    assert cli.main([*told, *TODAY, "--force", "--level", "ministry"]) == 1  # a draft stays
    other = next(it for it in made if it.kind == ProductKind.INFORMATION_SHEET)
    out = demo.with_name("other.docx")
    for name, said in ((other.title, "no template"), ("nothing", "No product is called")):
        capsys.readouterr()
        told = ["export", "template", str(demo), str(out), "--product", name]
        assert cli.main([*told, *TODAY]) == 1
        assert said in capsys.readouterr().err
        assert not out.exists()


def test_products_are_a_table_that_opens_from_the_right(demo: Path) -> None:
    out = demo.with_name("products.xlsx")
    assert cli.main(["export", "products", str(demo), str(out), "--today", "2026-11-22"]) == 0
    sheet = load_workbook(out).active
    assert sheet is not None
    assert sheet.sheet_view.rightToLeft
    with open_file(demo) as store, store.read() as session:
        (row,) = communities.every(session, date(2026, 11, 22))
        made = products.every(session, row.id)
    assert [it.value for it in sheet["A"]][1:] == [it.title for it in made]
    told = ["export", "products", str(demo), str(demo.with_name("a.csv")), "--level", "ministry"]
    assert cli.main([*told, *TODAY]) == 0
    lines = demo.with_name("a.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 1 + sum(it.may_leave for it in made)
