"""Papers from the command line: the ways to print them, and sentences where there is none."""

from datetime import date
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from cop_desktop import cli
from cop_desktop.services import sample
from cop_desktop.store import create_file

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
