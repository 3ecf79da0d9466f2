"""Communities a coordinator waits for, receipts that stay, and a colleague at the same database."""

from datetime import datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cop_desktop.app import Program
from cop_desktop.export.rollup import gather
from cop_desktop.models.package_words import PackageState
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import cards
from cop_desktop.services.overview import Sending
from cop_desktop.settings import Settings
from cop_desktop.store.server import open_server
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.overview import OverviewPage
from cop_desktop.ui.pages.packages import PackagesPage
from cop_desktop.ui.pages.time_map import TimeMapPage
from cop_desktop.ui.widgets import Button, Toast
from tests.servers import database
from tests.services.collating.communities_sent import Sender
from tests.statements import statements

from .conftest import TODAY
from .test_coordinator import LONG_AGO, place, program, put, said, take
from .test_coordinator import overview as shown_overview
from .test_coordinator import packages as shown_packages

__all__ = ["program"]  # a fixture of the coordinator's


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    it = tmp_path / "came"
    it.mkdir()
    return it


def packages(program: Program) -> PackagesPage:
    """The page as somebody sees it, not only as it is told to come."""
    it = shown_packages(program)
    QApplication.processEvents()
    assert it.isVisible()
    return it


def overview(program: Program) -> OverviewPage:
    it = shown_overview(program)
    QApplication.processEvents()
    assert it.isVisible()
    return it


def names(program: Program) -> dict[str, Sending]:
    return {it.name: it.sending for it in overview(program).listing.rows.values()}


def test_a_community_is_waited_for_until_its_package_comes(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    program.window.run("new-overview")
    page = packages(program)
    page.wait_for()
    form = page.missing.form
    for name in ("community 1", "A far one"):
        form.called.setText(name)
        form.programme.setText("Bridges")
        qtbot.keyClick(form.called, Qt.Key.Key_Return)
    assert form.called.text() == ""  # ready for the next
    assert form.programme.text() == "Bridges"
    assert [it.told.name for it in page.missing.list.rows.values()] == ["A far one", "community 1"]
    assert names(program) == {"A far one": Sending.NEVER, "community 1": Sending.NEVER}

    one = Sender(tmp_path, 1)
    put(folder, "1.zip", one.send(Share.MINISTRY))
    page = take(program, qtbot, folder)
    (toast,) = program.window.findChildren(Toast)
    assert toast.isVisible()  # also where two communities became one
    assert toast.words.text() == "1 package was taken in."
    assert [it.told.name for it in page.missing.list.rows.values()] == ["A far one"]
    assert names(program) == {"A far one": Sending.NEVER, "Community 1": Sending.IN_TIME}
    assert overview(program).listing.rows[one.id].programme == "Bridges"
    assert "1 has sent" in overview(program).head.subtitle.text()


def test_what_tells_nobody_apart_is_told_under_the_name(program: Program) -> None:
    program.window.run("new-overview")
    page = packages(program)
    form = page.missing.form
    for name in ("", "North", "north"):
        form.called.setText(name)
        form.save()
    assert form.name.has_error
    assert form.called.text() == "north"  # it stays, to be mended
    assert len(page.missing.list.rows) == 1


def test_a_list_from_excel_is_one_step(program: Program) -> None:
    program.window.run("new-overview")
    page = packages(program)
    QGuiApplication.clipboard().setText("Community\tProgramme\nNorth\tBridges\nSouth\t\n\nNorth\n")
    page.missing.from_sheet.click()
    assert len(names(program)) == 2
    program.window.undo()
    assert names(program) == {}
    program.window.redo()
    assert len(names(program)) == 2


def test_one_that_sends_under_another_name_is_joined_by_writing_that_name(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    put(folder, "1.zip", Sender(tmp_path, 1).send(Share.MINISTRY))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    assert program.store is not None
    with program.store.write("wait") as session:
        key = cards.add(session, "The first one", "Bridges")
    page = overview(program)
    page.open_community(key)
    own = page.drill.own
    assert own.fields["name"].isVisible()
    assert not own.expected.isHidden()
    own.called.setText("Community 1")
    own.called.editingFinished.emit()
    assert page.drill.community == Sender(tmp_path, 1).id  # one looks at what it became
    assert not own.fields["name"].isVisible()
    assert own.programme.text() == "Bridges"
    assert list(names(program)) == ["Community 1"]
    program.window.undo()
    assert sorted(names(program)) == ["Community 1", "The first one"]


def test_one_that_is_not_waited_for_any_more_is_removed_and_brought_back(
    program: Program,
) -> None:
    program.window.run("new-overview")
    assert program.store is not None
    with program.store.write("wait") as session:
        key = cards.add(session, "North")
    page = overview(program)
    page.open_community(key)
    page.drill.own.remove.click()
    assert page.views.currentWidget() is not page.drill
    assert names(program) == {}
    program.window.undo()
    assert names(program) == {"North": Sending.NEVER}


def test_receipts_are_there_after_the_window_was_built_anew(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    one = Sender(tmp_path, 1)
    put(folder, "a.zip", one.send(Share.MINISTRY, LONG_AGO))
    put(folder, "b.zip", one.send(Share.MINISTRY))
    elsewhere = tmp_path / "another laptop"
    elsewhere.mkdir()
    put(folder, "c.zip", Sender(elsewhere, 1).send(Share.MINISTRY))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    program.window.change(language="he")
    page = packages(program)
    told = {it.file: it.state for it in page.receipts.receipts}
    assert told == {
        "a.zip": PackageState.ACCEPTED,
        "b.zip": PackageState.ACCEPTED,
        "c.zip": PackageState.REFUSED,
    }
    assert page.receipts.receipts[0].file == "c.zip"
    page.receipts.table.choose(0)
    trust = page.receipts.detail.findChild(Button, "trust")
    assert trust is not None
    trust.click()
    qtbot.waitUntil(lambda: not program.window.tasks.busy, timeout=60_000)
    assert PackageState.REFUSED not in [it.state for it in page.receipts.receipts]
    given = tmp_path / "given"
    given.mkdir()
    page.save_receipts_to(given)
    assert len(list(given.iterdir())) == 3


def test_a_folder_of_senders_folders_is_taken_in(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    """As they come through OneDrive: each community has a folder of its own."""
    for at in (1, 2):
        (folder / f"community {at}").mkdir()
        put(folder / f"community {at}", "0001.zip", Sender(tmp_path, at).send(Share.MINISTRY))
    elsewhere = tmp_path / "another laptop"
    elsewhere.mkdir()
    (folder / "community 2, new").mkdir()
    put(folder / "community 2, new", "0001.zip", Sender(elsewhere, 2).send(Share.MINISTRY))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    assert list(names(program)) == ["Community 1", "Community 2"]
    page = packages(program)
    page.trust(page.receipts.receipts[0])
    qtbot.waitUntil(lambda: not program.window.tasks.busy, timeout=60_000)
    assert PackageState.REFUSED not in [it.state for it in page.receipts.receipts]
    assert len({it.digest for it in page.receipts.receipts}) == 3


def test_a_receipt_leads_to_its_community(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    put(folder, "1.zip", Sender(tmp_path, 1).send(Share.MINISTRY))
    program.window.run("new-overview")
    page = take(program, qtbot, folder)
    show = next(it for it in page.receipts.detail.findChildren(Button) if "Show" in it.text())
    show.click()
    assert overview(program).drill.community == Sender(tmp_path, 1).id


def test_a_trusted_key_whose_file_has_gone_is_told(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    put(folder, "a.zip", Sender(tmp_path, 1).send(Share.MINISTRY))
    elsewhere = tmp_path / "another laptop"
    elsewhere.mkdir()
    put(folder, "b.zip", Sender(elsewhere, 1).send(Share.MINISTRY))
    program.window.run("new-overview")
    page = take(program, qtbot, folder)
    page.show_all()
    (folder / "b.zip").unlink()
    page.trust(page.receipts.receipts[0])
    toasts = program.window.findChildren(Toast)
    assert any("Take the folder in once more" in it.words.text() for it in toasts)


def test_the_report_tells_only_and_says_all_that_is_chosen(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    put(folder, "1.zip", Sender(tmp_path, 1).send(Share.MINISTRY))
    put(folder, "2.zip", Sender(tmp_path, 2).send(Share.MINISTRY, LONG_AGO))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    filters = overview(program).listing.filters
    filters.choose_sending(Sending.LATE)
    filters.search.setText("nity")
    assert program.store is not None
    with program.store.read() as session:
        facts = gather(session, filters.wanted, TODAY, filters.told())
    assert [it.name for it in facts.rows] == ["Community 2"]
    assert "late" in facts.told
    assert "nity" in facts.told


def test_one_walks_from_community_to_community(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    for at in (1, 2, 3):
        put(folder, f"{at}.zip", Sender(tmp_path, at).send(Share.MINISTRY))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    page = overview(program)
    page.open_community(Sender(tmp_path, 1).id)
    assert not page.drill.before.isEnabled()
    page.drill.after.click()
    page.drill.after.click()
    assert page.drill.community == Sender(tmp_path, 3).id
    assert not page.drill.after.isEnabled()


def test_a_click_on_the_name_opens_the_community(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    for at in (1, 2):
        put(folder, f"{at}.zip", Sender(tmp_path, at).send(Share.MINISTRY))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    page = overview(program)
    table = page.listing.table
    for column, opens in ((3, False), (0, True)):
        where = table.visualRect(table.model().index(1, column)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert (page.views.currentWidget() is page.drill) is opens
    assert page.drill.community == Sender(tmp_path, 2).id


def test_a_young_programme_fills_the_map_of_time(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    one = Sender(tmp_path, 1)
    put(folder, "1.zip", one.send(Share.MINISTRY))  # its first stage began in September 2024
    program.window.run("new-overview")
    take(program, qtbot, folder)
    years = place(program, "stages")
    assert isinstance(years, TimeMapPage)
    spans = years.spans(years.lines[one.id]).spans
    assert spans[0].start == 0
    assert spans[-1].end == 1


def test_the_years_are_narrowed_like_the_table(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    put(folder, "1.zip", Sender(tmp_path, 1).send(Share.MINISTRY, district="north"))
    put(folder, "2.zip", Sender(tmp_path, 2).send(Share.MINISTRY, district="south"))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    years = place(program, "stages")
    assert isinstance(years, TimeMapPage)
    years.filters.choose("district", "north")
    assert [it.name for it in years.lines.values()] == ["Community 1"]
    with statements() as asked:
        years.filters.search.setText("com")
    assert asked
    assert not [it for it in asked if "skipped" in it]  # the ways are at hand
    years.filters.search.setText("nobody")
    assert "No community matches" in said(years.rows.currentWidget())
    years.filters.clear()
    assert len(years.lines) == 2
    assert years.table is not None
    assert years.rows.currentWidget() is years.table


def test_what_is_looked_for_outlives_a_change_of_language_but_not_the_file(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    put(folder, "1.zip", Sender(tmp_path, 1).send(Share.MINISTRY, district="north"))
    put(folder, "2.zip", Sender(tmp_path, 2).send(Share.MINISTRY, district="south"))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    filters = overview(program).listing.filters
    filters.choose("district", "north")
    filters.choose_sending(Sending.IN_TIME)
    filters.search.setText("nity")
    program.window.change(language="ar")
    page = overview(program)
    assert [it.name for it in page.listing.rows.values()] == ["Community 1"]
    assert page.listing.filters.search.text() == "nity"
    assert page.listing.filters.chips["district"].isChecked()
    assert page.listing.filters.chips["district"].text() == "north"
    assert page.listing.filters.states[Sending.IN_TIME].isChecked()
    page.listing.filters.clear()
    assert len(page.listing.rows) == 2
    page.listing.filters.choose("district", "north")
    program.window.run("new-overview")
    assert overview(program).listing.filters.empty


def test_showing_all_again_reads_the_table_once(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    put(folder, "1.zip", Sender(tmp_path, 1).send(Share.MINISTRY, district="north"))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    filters = overview(program).listing.filters
    filters.choose("district", "north")
    filters.choose_sending(Sending.IN_TIME)
    filters.search.setText("nity")
    told: list[bool] = []
    filters.changed.connect(lambda: told.append(filters.empty))
    filters.clear()
    assert told == [True]
    assert filters.search.text() == ""
    assert filters.states[None].isChecked()


def test_the_menu_of_reports_shows_that_it_is_one(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    put(folder, "1.zip", Sender(tmp_path, 1).send(Share.MINISTRY))
    program.window.run("new-overview")
    take(program, qtbot, folder)
    report = overview(program).save
    assert report.menu()
    plain = Button(report.look, report.text(), "ph.file-text")
    qtbot.addWidget(plain)
    assert report.sizeHint().width() > plain.sizeHint().width()  # room for the caret


def test_two_coordinators_at_one_database_see_each_other(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path, postgres: str, laid_out: str
) -> None:
    address = database(postgres, laid_out)
    one = Sender(tmp_path, 1)
    put(folder, "1.zip", one.send(Share.MINISTRY))
    program.open_any(address)
    take(program, qtbot, folder)
    page = overview(program)
    page.open_community(one.id)
    own = page.drill.own

    now = datetime.combine(TODAY, time(14))
    second = Program(MainWindow(Settings(tmp_path / "second.json"), lambda: TODAY, lambda: now))
    qtbot.addWidget(second.window)
    second.start(None)
    second.window.change(language="en")
    second.open_any(address)
    second.window.show()
    theirs = overview(second)
    theirs.open_community(one.id)
    theirs.drill.own.note.setPlainText("Call Samir")
    theirs.drill.own.note.left.emit()
    second.close()

    # what the first was writing meanwhile stays, and both are told
    own.note.setPlainText("Call Dana")
    own.note.left.emit()
    assert own.note.toPlainText() == "Call Dana"
    assert own.fields["note"].has_error
    with open_server(address) as store, store.read() as session:
        assert cards.one(session, one.id).note == "Call Samir"

    # and what the second adds is there when one comes back to the page
    with open_server(address) as store, store.write("wait") as session:
        cards.add(session, "North")
    packages(program)
    assert "North" in names(program)
