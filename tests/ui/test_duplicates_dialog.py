"""Somebody is in the list twice: a quiet line says so, and a dialog makes one of two."""

from uuid import UUID

from pytestqt.qtbot import QtBot
from sqlalchemy import select

from cop_desktop.models import Attendance, Member
from cop_desktop.services import members
from cop_desktop.store import Store
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.dialogs.duplicates import DuplicatesDialog
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.members import MembersPage


def twin(store: Store, community: UUID) -> UUID:
    with store.write("twin") as session:
        said = {"given_name": "נועה", "family_name": "אברהם־לוי", "email": "noa@example.org"}
        return members.add(session, community, {**said, "job_title": "סמנכ״לית"})


def test_a_quiet_line_says_so_and_goes_with_the_reason(
    qtbot: QtBot, window: MainWindow, desk: Desk, store: Store, community: UUID
) -> None:
    window.open_place("members")
    assert window.shell
    page = window.shell.page
    assert isinstance(page, MembersPage)
    qtbot.wait(20)
    assert not page.twice.isVisible()
    twin(store, community)
    qtbot.waitUntil(page.twice.isVisible)
    desk.history.undo()
    qtbot.waitUntil(lambda: not page.twice.isVisible())


def test_two_become_one_with_the_values_one_chose(
    qtbot: QtBot, window: MainWindow, desk: Desk, store: Store, community: UUID
) -> None:
    other = twin(store, community)
    dialog = DuplicatesDialog(desk, window)
    dialog.open()
    (card,) = dialog.cards
    assert set(card.choices) == {"family_name", "job_title"}
    card.choices["job_title"].set_value("סמנכ״לית")
    card.yes.click()
    assert not dialog.cards
    with store.read() as session:
        assert session.get(Member, other) is None
        noa = session.get_one(Member, card.pair.first.id)
        assert (noa.family_name, noa.job_title) == ("אברהם", "סמנכ״לית")
        assert session.scalars(select(Attendance).where(Attendance.member_id == noa.id)).all()
    dialog.undo.click()
    assert len(dialog.cards) == 1
    dialog.accept()


def test_two_people_are_not_asked_about_again(
    qtbot: QtBot, window: MainWindow, desk: Desk, store: Store, community: UUID
) -> None:
    twin(store, community)
    dialog = DuplicatesDialog(desk, window)
    dialog.cards[0].no.click()
    assert not dialog.cards
    dialog.accept()
    assert not DuplicatesDialog(desk, window).cards
    assert "נועה" not in desk.settings.path.read_text("utf-8")
