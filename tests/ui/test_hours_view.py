"""The rule of attendance is chosen, and the ledger says who needs the next meeting."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cop_desktop.errors import UserError
from cop_desktop.export import sheets
from cop_desktop.export.subject import Subject
from cop_desktop.i18n import catalog
from cop_desktop.models.vocabulary import MeetingState, Presence, Share
from cop_desktop.services import attendance, attendance_rules, care, meetings, members
from cop_desktop.services.attendance_rules import OWN
from cop_desktop.store import Store
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.meetings import MeetingsPage
from cop_desktop.ui.pages.meetings.hours import HoursView

from .conftest import TODAY
from .hand import write_over


@pytest.fixture
def year(store: Store, community: UUID) -> dict[str, UUID]:
    """Five meetings of two hours; three held; Dana missed one, Amir all; members by name."""
    with store.write("a year") as session:
        for row in meetings.every(session, community):
            meetings.remove(session, row.id)
        who = {it.given_name: it.id for it in members.active(session, community, TODAY)}
        for n in range(5):
            starts = datetime(2026, 10, 6, 16) + timedelta(weeks=3 * n)
            values = {"topic": f"מפגש {n}", "starts_at": starts, "minutes": 120}
            key = meetings.schedule(session, community, values)
            if n > 2:
                continue
            meetings.change(session, key, {"state": MeetingState.HELD})
            here = [who["נועה"], *([who["דנה"]] if n else [])]
            attendance.mark(session, key, here, Presence.PRESENT)
            away = [it for it in who.values() if it not in here]
            attendance.mark(session, key, away, Presence.ABSENT)
    return who


@pytest.fixture
def view(window: MainWindow, year: dict[str, UUID]) -> HoursView:
    window.change(language="en")
    window.open_place("meetings")
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, MeetingsPage)
    page.tabs.choose(2)
    page.tabs.chosen.emit(2)
    assert page.hours is not None
    return page.hours


def standings(view: HoursView) -> list[tuple[str, str]]:
    model = view.table.model()
    rows = range(model.rowCount())
    cells = [[str(model.index(row, column).data()) for column in (0, 1)] for row in rows]
    return [(name.split()[0], told) for name, told in cells]


def test_a_profile_is_chosen_and_everybody_stands_somewhere(
    view: HoursView, store: Store, community: UUID, history: History
) -> None:
    assert [told for _name, told in standings(view)] == ["", "", ""]  # nothing is asked
    assert view.rule.details.isHidden()
    assert view.table.isColumnHidden(1), "nothing asked, nothing to stand by"
    view.rule.profile.chosen.emit("teachers_30")
    assert standings(view) == [
        ("דנה", "Needs the next one"), ("אמיר", "Below the rule"), ("נועה", "On the way")
    ]  # fmt: skip
    assert not view.table.isColumnHidden(1)
    assert view.lacks.count() == 2  # too few hours, and nobody's hours of coming and leaving
    history.undo()
    assert [told for _name, told in standings(view)] == ["", "", ""]


def test_a_changed_number_makes_the_rule_ones_own(
    view: HoursView, store: Store, community: UUID
) -> None:
    view.rule.profile.chosen.emit("teachers_30")
    write_over(view.rule.numbers["least_presence"], "20")
    with store.read() as session:
        rule = attendance_rules.of(session, community)
    assert (rule.profile, rule.least_presence, rule.hours) == (OWN, 20, 30)
    assert dict(standings(view))["דנה"] == "On the way"
    write_over(view.rule.numbers["hours"], "many")
    assert view.rule.note.isVisible()


def test_the_ledger_is_saved_for_the_leader_alone(
    view: HoursView, store: Store, community: UUID, tmp_path: Path
) -> None:
    view.rule.profile.chosen.emit("teachers_30")
    view.save_to(tmp_path / "hours.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "hours.xlsx").worksheets[0].values)
    assert [row[2] for row in rows[1:]] == [0, 8, 5.3]  # academic hours, by family name
    with store.read() as session:
        sheet = sheets.SHEETS["hours"](session, Subject(community, TODAY), catalog("he"))
    with pytest.raises(UserError):
        sheet.up_to(Share.COMMUNITY)


def test_home_names_who_needs_the_next_meeting(
    store: Store, community: UUID, year: dict[str, UUID]
) -> None:
    with store.write("rule") as session:
        assert "hours_at_risk" not in {it.kind for it in care.matters(session, community, TODAY)}
        attendance_rules.choose(session, community, "teachers_30")
    with store.read() as session:
        matters = {it.kind: it for it in care.matters(session, community, TODAY)}
    assert matters["hours_at_risk"].name.startswith("דנה")
    assert matters["hours_at_risk"].count == 1


def test_enter_on_a_name_opens_the_member(
    view: HoursView, window: MainWindow, year: dict[str, UUID]
) -> None:
    view.table.choose(year["דנה"])
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert window.shell is not None
    assert window.shell.place == "members"
