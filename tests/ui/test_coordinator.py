"""A coordinator's afternoon: forty packages in a folder become one overview, and a report."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cop_desktop.app import Program
from cop_desktop.export.package import Package
from cop_desktop.models.package_words import PackageState
from cop_desktop.models.vocabulary import Share, Stage
from cop_desktop.services import cards
from cop_desktop.services.overview import Sending
from cop_desktop.services.packages import receipt
from cop_desktop.settings import Settings
from cop_desktop.store import create_file
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.overview import OverviewPage
from cop_desktop.ui.pages.overview.report import write_report
from cop_desktop.ui.pages.packages import PackagesPage
from cop_desktop.ui.pages.time_map import TimeMapPage
from cop_desktop.ui.places import OVER_MANY
from cop_desktop.ui.widgets import Button
from cop_desktop.ui.widgets.labels import Words
from tests.servers import database
from tests.services.collating.communities_sent import Sender

from .conftest import TODAY

BEFORE = date(2026, 10, 1)  # of an older package of this term
LONG_AGO = date(2026, 3, 1)  # of a term that is over
Start = Callable[[], Program]


@pytest.fixture
def program(qtbot: QtBot, fonts: None, kept: Settings) -> Iterator[Program]:
    """The program on a new machine, in English, with a window that is seen."""
    kept.keep(language="en")
    now = datetime.combine(TODAY, time(14))
    it = Program(MainWindow(kept, lambda: TODAY, lambda: now))
    qtbot.addWidget(it.window)
    it.window.resize(1280, 840)
    it.start(None)
    it.window.show()
    yield it
    it.close()


def place(program: Program, key: str) -> object:
    program.window.open_place(key)
    assert program.window.shell is not None
    return program.window.shell.page


def overview(program: Program) -> OverviewPage:
    it = place(program, "overview")
    assert isinstance(it, OverviewPage)
    return it


def packages(program: Program) -> PackagesPage:
    it = place(program, "packages")
    assert isinstance(it, PackagesPage)
    return it


def take(program: Program, qtbot: QtBot, folder: Path) -> PackagesPage:
    """Take a folder in, and wait until all of it is told."""
    page = packages(program)
    page.take(folder)
    qtbot.waitUntil(lambda: not program.window.tasks.busy, timeout=60_000)
    return page


def states(page: PackagesPage) -> dict[str, int]:
    found = [it.state.value for it in page.receipts.receipts]
    return {it.value: found.count(it.value) for it in PackageState}


def said(widget: object) -> str:
    """All sentences that are to be read on a part of the window."""
    return " ".join(it.words() for it in widget.findChildren(Words))  # type: ignore[attr-defined]


def put(folder: Path, name: str, package: Package | bytes) -> None:
    data = package if isinstance(package, bytes) else package.data
    (folder / name).write_bytes(data)


def forty_packages(folder: Path, keys: Path) -> None:
    """34 as they should be, 3 damaged, 2 of an older number, 1 that comes twice."""
    folder.mkdir()
    senders = [Sender(keys, at) for at in range(1, 36)]
    for it in senders[:34]:
        day = LONG_AGO if it.at == 34 else TODAY
        older = it.send(Share.MINISTRY, BEFORE, stage=Stage.COALESCING) if it.at in (1, 2) else None
        stage = Stage.MATURING if it.at % 2 else Stage.COALESCING
        district = "north" if it.at <= 10 else "south"
        newer = it.send(Share.MINISTRY, day, stage=stage, district=district)
        put(folder, f"community-{it.at:02}.zip", newer)
        if older is not None:
            put(folder, f"old-{it.at}.zip", older)
        if it.at == 3:
            put(folder, "again-3.zip", newer)
    whole = senders[34].send(Share.MINISTRY).data
    put(folder, "damaged-1.zip", whole[: len(whole) // 2])
    middle = len(whole) // 2
    put(folder, "damaged-2.zip", whole[:middle] + b"\0\0\0\0" + whole[middle + 4 :])
    put(folder, "damaged-3.zip", b"this was a letter")


def test_an_afternoon_of_a_coordinator(  # noqa: PLR0915 - one afternoon, one test
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "came"
    forty_packages(folder, tmp_path)
    assert len(list(folder.glob("*.zip"))) == 40

    # a new overview, in coordinator's clothes
    program.window.run("new-overview")
    shell = program.window.shell
    assert shell is not None
    assert [it.key for it in shell.places] == [it.key for it in OVER_MANY]
    assert overview(program).views.currentIndex() == 0  # nothing has come yet, and what to do

    # forty files, each answered for
    page = take(program, qtbot, folder)
    assert len(page.receipts.receipts) == 40
    assert states(page) == {"accepted": 34, "older": 2, "known": 1, "refused": 3}
    refused = [it for it in page.receipts.receipts if it.state is PackageState.REFUSED]
    assert sorted(it.file for it in refused) == [f"damaged-{n}.zip" for n in (1, 2, 3)]
    assert page.receipts.receipts[0].file.startswith("damaged")  # what needs care stands first
    assert refused[0].file in said(page.receipts.detail)

    # once more changes nothing
    page.take_again()
    qtbot.waitUntil(lambda: not program.window.tasks.busy, timeout=60_000)
    assert states(page) == {"accepted": 0, "older": 0, "known": 37, "refused": 3}

    # a receipt for everybody whose package came whole, to be sent back
    given = tmp_path / "receipts"
    given.mkdir()
    page.save_receipts_to(given)
    assert len(list(given.iterdir())) == 37
    newest = receipt.read((given / "community-01.receipt.json").read_bytes())
    assert newest.number == 2

    # who is missing
    assert [it.told.name for it in page.missing.list.rows.values()] == ["Community 34"]

    # the overview, narrowed
    table = overview(program)
    rows = table.listing.rows
    assert len(rows) == 34
    assert {it.sending for it in rows.values()} == {Sending.IN_TIME, Sending.LATE}
    table.listing.filters.choose("district", "north")
    assert len(table.listing.rows) == 10
    table.listing.filters.choose("stage", "maturing")
    assert {it.name for it in table.listing.rows.values()} == {
        f"Community {n}" for n in (1, 3, 5, 7, 9)
    }
    assert "5" in table.head.subtitle.text()

    # the report tells what is narrowed, and nobody's name is in it
    report = tmp_path / "report.pdf"
    write_report(shell.desk, table.listing.filters.wanted, table.listing.filters.told(), report)
    qtbot.waitUntil(lambda: not program.window.tasks.busy, timeout=60_000)
    told = " ".join(it.get_textpage().get_text_range() for it in pypdfium2.PdfDocument(report))
    assert "Community 9" in told
    assert "Community 2" not in told
    book = tmp_path / "report.xlsx"
    table.listing.filters.clear()
    write_report(shell.desk, table.listing.filters.wanted, "", book)
    qtbot.waitUntil(lambda: not program.window.tasks.busy, timeout=60_000)
    sheet = load_workbook(book).worksheets[0]
    assert sheet.max_row == 35

    # one community from all sides, and a word about it that stays here
    key = next(it.id for it in rows.values() if it.name == "Community 1")
    table.open_community(key)
    own = table.drill.own
    own.programme.setText("Bridges")
    own.programme.editingFinished.emit()
    assert program.store is not None
    with program.store.read() as session:
        assert cards.one(session, key).programme == "Bridges"
    program.window.undo()
    with program.store.read() as session:
        assert cards.one(session, key).programme == ""
    table.close_community()
    assert table.listing.table.chosen_id() == key

    # the years
    years = place(program, "stages")
    assert isinstance(years, TimeMapPage)
    assert len(years.lines) == 34
    assert years.table is not None
    spans = years.spans(years.lines[key]).spans
    assert len(spans) == 2
    assert 0 <= spans[0].start < spans[0].end <= spans[1].start < spans[1].end <= 1


def test_meetings_whose_number_was_held_back_are_counted_beside_the_picture(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "came"
    folder.mkdir()
    sender = Sender(tmp_path, 1)
    put(folder, "a.zip", sender.send(Share.MINISTRY, BEFORE, held=4, untold=2))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    page = overview(program)
    page.open_community(sender.id)
    assert "2 meetings are not shown" in said(page.drill)
    put(folder, "b.zip", sender.send(Share.MINISTRY, TODAY, held=4))
    take(program, qtbot, folder)
    overview(program)
    qtbot.waitUntil(lambda: "not shown" not in said(page.drill))


def test_a_key_that_changed_is_compared_aloud_and_then_trusted(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "came"
    folder.mkdir()
    first = Sender(tmp_path, 1)
    put(folder, "a.zip", first.send(Share.MINISTRY, BEFORE))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    elsewhere = tmp_path / "another laptop"
    elsewhere.mkdir()
    second = Sender(elsewhere, 1)
    put(folder, "b.zip", second.send(Share.MINISTRY, TODAY))
    page = take(program, qtbot, folder)
    (refused,) = [it for it in page.receipts.receipts if it.state is PackageState.REFUSED]
    page.receipts.table.choose(0)
    trust = page.receipts.detail.findChild(Button, "trust")
    assert trust is not None
    trust.click()
    qtbot.waitUntil(lambda: not program.window.tasks.busy, timeout=60_000)
    assert refused.key != first.signer.public
    assert states(page)["refused"] == 0
    (row,) = overview(program).listing.rows.values()
    assert row.as_of == TODAY


def test_what_somebody_else_wrote_meanwhile_is_told_under_the_field(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "came"
    folder.mkdir()
    put(folder, "a.zip", Sender(tmp_path, 1).send(Share.MINISTRY))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    page = overview(program)
    (key,) = page.listing.rows
    page.open_community(key)
    own = page.drill.own
    own.tags.setText("mine")
    assert program.store is not None
    with program.store.write("theirs") as session:
        cards.change(session, key, {"tags": "theirs"}, {"tags": ""})
    assert own.tags.text() == "mine"  # what one is writing stays
    own.tags.editingFinished.emit()
    assert own.fields["tags"].has_error
    with program.store.read() as session:
        assert cards.one(session, key).tags == "theirs"
    own.tags.editingFinished.emit()  # read, and written all the same
    with program.store.read() as session:
        assert cards.one(session, key).tags == "mine"


def test_a_file_of_a_coordinator_opens_in_coordinators_clothes_again(
    program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "north.cop"
    create_file(file).close()
    program.open_any(str(file))
    shell = program.window.shell
    assert shell is not None
    assert shell.desk.community is None
    actions = program.window.commands.by_key
    assert actions["collate"].isVisible()
    assert not actions["import-roster"].isVisible()
    assert not actions["handout"].isEnabled()
    assert program.window.windowTitle() == "north"


def test_a_leader_keeps_a_leaders_clothes(window: MainWindow) -> None:
    assert window.shell is not None
    assert "members" in [it.key for it in window.shell.places]
    assert not window.commands.by_key["collate"].isVisible()
    assert window.commands.by_key["import-roster"].isVisible()


def test_communities_are_found_by_ctrl_k(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    from cop_desktop.ui.offers import offers

    folder = tmp_path / "came"
    folder.mkdir()
    put(folder, "a.zip", Sender(tmp_path, 7).send(Share.MINISTRY))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    shell = program.window.shell
    assert shell is not None
    (found,) = [
        it
        for it in offers("community 7", shell.desk, shell.places, [])
        if it.group == "Communities"
    ]
    found.run()
    assert overview(program).drill.community.endswith("7")


def test_stopping_leaves_whole_packages_and_the_rest_comes_the_next_time(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "came"
    folder.mkdir()
    for at in range(1, 8):
        put(folder, f"{at}.zip", Sender(tmp_path, at).send(Share.MINISTRY))
    program.window.run("new-overview")
    packages(program).take(folder)
    program.window.tasks.cancel_all()
    page = take(program, qtbot, folder)
    counted = states(page)
    assert counted["accepted"] + counted["known"] == 7
    assert len(overview(program).listing.rows) == 7


def test_escape_leads_back_to_the_table(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "came"
    folder.mkdir()
    put(folder, "a.zip", Sender(tmp_path, 1).send(Share.MINISTRY))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    page = overview(program)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    page.open_community(next(iter(page.listing.rows)))
    qtbot.keyClick(page.drill.back, Qt.Key.Key_Escape)
    assert page.item is None
    assert page.views.currentWidget() is not page.drill


def test_a_change_of_language_keeps_the_community_one_looks_at(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "came"
    folder.mkdir()
    put(folder, "a.zip", Sender(tmp_path, 1).send(Share.MINISTRY))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    page = overview(program)
    page.open_community(next(iter(page.listing.rows)))
    program.window.change(language="ar", theme="dark", scale=200)
    assert overview(program).drill.community == page.drill.community


def test_an_empty_folder_is_told_in_a_sentence(program: Program, tmp_path: Path) -> None:
    from cop_desktop.errors import UserError

    program.window.run("new-overview")
    with pytest.raises(UserError):
        packages(program).take(tmp_path)


def test_several_coordinators_collect_in_one_database(
    program: Program, qtbot: QtBot, tmp_path: Path, postgres: str, laid_out: str
) -> None:
    address = database(postgres, laid_out)
    folder = tmp_path / "came"
    folder.mkdir()
    for at in (1, 2, 3):
        put(folder, f"{at}.zip", Sender(tmp_path, at).send(Share.MINISTRY))
    program.open_any(address)
    page = take(program, qtbot, folder)
    assert states(page)["accepted"] == 3
    table = overview(program)
    assert len(table.listing.rows) == 3
    key = next(iter(table.listing.rows))
    table.open_community(key)
    table.drill.own.programme.setText("Bridges")
    table.drill.own.programme.editingFinished.emit()
    assert table.listing.rows[key].programme == "Bridges"
    report = tmp_path / "report.csv"
    assert program.window.shell is not None
    write_report(program.window.shell.desk, table.listing.filters.wanted, "", report)
    qtbot.waitUntil(lambda: not program.window.tasks.busy, timeout=60_000)
    assert report.read_text("utf-8-sig").count("Community ") == 3
    assert address in program.window.settings.recent
    assert "on this computer" not in program.window.shell.bar.saved.toolTip()
