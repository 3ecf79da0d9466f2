"""Roles at work: what the data tells each, how they pass on, and who is met outside."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cop_desktop.content.method import method
from cop_desktop.models import Action, AgendaItem, Meeting
from cop_desktop.models.method import Apprenticeship
from cop_desktop.models.vocabulary import Function, MeetingState, Presence, Role
from cop_desktop.services import (
    apprentices,
    attendance,
    functions,
    members,
    needs,
    roles,
    stakeholders,
    topics,
)
from cop_desktop.services.roles import Holding
from cop_desktop.store import Store
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.roles import RolesPage

from .hand import type_in

TODAY = date(2026, 11, 22)
Key = Qt.Key


@pytest.fixture
def page(window: MainWindow, as_seen: Callable[[], None]) -> RolesPage:
    window.open_place("roles")
    as_seen()
    assert window.shell is not None
    found = window.shell.page
    assert isinstance(found, RolesPage)
    return found


@pytest.fixture
def people(store: Store, community: UUID) -> dict[str, UUID]:
    with store.read() as session:
        return {it.name.split()[0]: it.id for it in members.active(session, community, TODAY)}


def term(store: Store, community: UUID, role: Role) -> Holding:
    with store.read() as session:
        return next(
            it for it in roles.history(session, community) if it.role == role and it.runs(TODAY)
        )


def focused(page: RolesPage) -> QWidget | None:
    """Where the keyboard is, once what is new has been shown; active or not, on no screen."""
    QApplication.processEvents()
    return page.window().focusWidget()


def press(widget: QWidget, qtbot: QtBot, key: Qt.Key = Key.Key_Return) -> None:
    """With the keyboard, once it can be reached."""
    QApplication.processEvents()
    assert widget.isEnabled()
    assert widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    widget.setFocus()
    qtbot.keyClick(widget, key)


# -- what the data tells ----------------------------------------------------------------------


def test_the_agenda_activist_sees_each_open_topic_and_opens_its_place(
    page: RolesPage, window: MainWindow, store: Store, community: UUID, qtbot: QtBot
) -> None:
    with store.write("topics") as session:
        for number in range(5):
            topics.add(
                session, community, {"title": f"נושא {number}", "opened_on": "2026-10-01"}, TODAY
            )
    page.open_role(Role.AGENDA)
    rows = page.panel.at_work.rows
    assert [row.first.text() for row in rows] == ["נושא 0", "נושא 1", "נושא 2"]
    waits = page.desk.catalog.plural("waits for {n} meeting", "waits for {n} meetings", 2)
    assert rows[0].second.text() == waits  # both meetings have gone by since
    more = page.panel.at_work.more["topics_waiting"]
    press(more, qtbot, Key.Key_Space)
    rows = page.panel.at_work.rows
    assert len(rows) == 5
    assert focused(page) is rows[3]
    qtbot.keyClick(rows[3], Key.Key_Return)
    assert window.shell is not None
    assert window.shell.place == "needs"


def test_what_is_seen_to_falls_silent_at_once(
    page: RolesPage, store: Store, community: UUID
) -> None:
    page.open_role(Role.AGENDA)
    assert page.panel.at_work.silent.isVisible()
    with store.write("need") as session:
        need = needs.add(session, community, {"text": "זמן ללמוד"}, TODAY)
    assert not page.panel.at_work.silent.isVisible()
    with store.write("answered") as session:
        needs.remove(session, need)
    assert page.panel.at_work.silent.isVisible()


def test_each_side_of_the_card_is_turned_with_the_arrows(page: RolesPage, qtbot: QtBot) -> None:
    page.open_role(Role.CRITICAL)
    card = page.panel.card
    for _ in range(2):
        qtbot.keyClick(card.tabs, Key.Key_Left)  # onwards, in Hebrew
    told = " ".join(card.lines())
    assert all(line in told for line in method("he").role(Role.CRITICAL).during)


# -- passing on -------------------------------------------------------------------------------


def test_a_planned_end_and_what_to_hand_over_are_kept_where_they_are_written(
    page: RolesPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    page.show_item(term(store, community, Role.AGENDA).id)
    planned, handover = (page.panel.form.editor(name) for name in ("planned_until", "handover"))
    planned.setFocus()
    type_in(planned, "1.3.2027")
    qtbot.keyClick(planned, Key.Key_Return)
    handover.setFocus()
    type_in(handover, "הרשימה בתיקייה")
    page.panel.form.editor("note").setFocus()
    kept = term(store, community, Role.AGENDA)
    assert (kept.planned_until, kept.handover) == (date(2027, 3, 1), "הרשימה בתיקייה")
    page.desk.history.undo()
    assert term(store, community, Role.AGENDA).handover == ""


def test_somebody_looks_on_then_holds_the_role_and_the_one_before_stands_by(
    page: RolesPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    page.open_role(Role.AGENDA)
    form = page.panel.assign.form
    press(form.editor("way"), qtbot, Key.Key_Down)
    assert form.editor("way").value() == Apprenticeship.SHADOW
    assert not form.field("instead").isVisible()
    type_in(form.editor("member"), "דנה לוי")
    form.editor("member").completer().popup().hide()
    press(page.panel.assign.deed, qtbot, Key.Key_Space)
    (row,) = page.panel.passing.beside.rows
    assert row.first.text() == "דנה לוי"
    assert term(store, community, Role.AGENDA).name == "נועה אברהם"

    press(row.action, qtbot, Key.Key_Space)  # hands over: the form is ready, one more press
    assert form.editor("member").text() == "דנה לוי"
    assert form.editor("instead").value() == term(store, community, Role.AGENDA).id
    qtbot.keyClick(page.panel.assign.deed, Key.Key_Space)
    assert term(store, community, Role.AGENDA).name == "דנה לוי"
    (mentor,) = page.panel.passing.beside.rows
    assert mentor.first.text() == "נועה אברהם"
    press(mentor.action, qtbot, Key.Key_Space)
    assert page.panel.passing.beside.rows == []
    page.desk.history.undo()
    page.desk.history.undo()
    assert term(store, community, Role.AGENDA).name == "נועה אברהם"
    with store.read() as session:
        (back,) = apprentices.now(session, community, TODAY)
    assert (back.name, back.way) == ("דנה לוי", Apprenticeship.SHADOW)


def test_what_was_handed_over_is_read_by_whoever_holds_the_role_now(
    page: RolesPage, store: Store, community: UUID, people: dict[str, UUID]
) -> None:
    page.open_role(Role.AGENDA)
    assert not page.panel.passing.handed.isVisible()
    held = term(store, community, Role.AGENDA)
    with store.write("pass on") as session:
        roles.change(session, held.id, {"handover": "שתי שאלות מחכות"})
        apprentices.pass_on(session, held.id, people["דנה"], TODAY)
    assert page.panel.passing.handed.isVisible()
    assert page.panel.passing.handed.words() == "שתי שאלות מחכות"


def test_a_term_that_ends_waits_with_whom_to_ask_and_one_press_makes_it_ready(
    page: RolesPage, store: Store, community: UUID, people: dict[str, UUID], qtbot: QtBot
) -> None:
    agenda = term(store, community, Role.AGENDA)
    with store.write("ends") as session:
        for role in set(Role) - {Role.AGENDA, Role.CRITICAL}:
            roles.appoint(session, people["נועה"], role, date(2026, 9, 1))
        for meeting in session.query(Meeting):
            meeting.state = MeetingState.HELD
        members.change(session, [people["דנה"]], {"joined": date(2026, 1, 1)})
        for meeting in session.query(Meeting):
            attendance.mark(session, meeting.id, [people["דנה"]], Presence.PRESENT)
        roles.change(session, agenda.id, {"planned_until": date(2027, 1, 1)})
    (row,) = page.waiting.rows.values()
    assert "דנה לוי" in row.second.text()
    press(row, qtbot)
    form = page.panel.assign.form
    assert form.editor("member").text() == "דנה לוי"
    assert form.editor("instead").value() == term(store, community, Role.AGENDA).id
    assert focused(page) is page.panel.assign.deed
    (whom,) = page.panel.passing.suggested.rows
    assert whom.accessibleDescription()  # the facts, read aloud


def test_where_nobody_fits_it_is_said_and_not_left_blank(page: RolesPage) -> None:
    page.open_role(Role.VALUE)  # nobody of the three has come to half of the meetings
    assert page.panel.passing.suggested.rows == []
    assert page.panel.passing.suggested.isVisible()
    page.open_role(Role.AGENDA)  # held without an end
    assert not page.panel.passing.suggested.isVisible()


# -- the second layer, and what others carry --------------------------------------------------


def test_the_formal_functions_are_named_and_lead_to_where_they_are_given(
    page: RolesPage, window: MainWindow, store: Store, people: dict[str, UUID], qtbot: QtBot
) -> None:
    with store.write("lead") as session:
        functions.appoint(session, people["נועה"], Function.LEADER, date(2026, 9, 1))
    row = page.formal.rows[Function.LEADER]
    assert row.first.text() == "נועה אברהם"
    press(row, qtbot)
    assert window.shell is not None
    assert window.shell.place == "community"


def test_what_others_carry_stands_in_the_band_of_the_stage_and_is_told(
    page: RolesPage, store: Store, community: UUID, people: dict[str, UUID], qtbot: QtBot
) -> None:
    with store.write("led") as session:
        functions.appoint(session, people["נועה"], Function.LEADER, date(2026, 9, 1))
        meeting = Meeting(
            community_id=community, topic="מפגש", starts_at=datetime(2026, 11, 3, 9),
            state=MeetingState.HELD,
        )  # fmt: skip
        meeting.agenda.append(AgendaItem(title="א", minutes=60, leader_id=people["דנה"]))
        session.add(meeting)
        session.flush()
        session.add(
            Action(
                community_id=community, text="משימה", meeting_id=meeting.id,
                owner_id=people["נועה"],
            )
        )  # fmt: skip
    press(page.spreading.turn, qtbot, Key.Key_Space)
    data = page.spreading.others.data
    assert data is not None
    assert data.series[0].percents[-1] == "50%"  # 100 of minutes, 50 of seats, none of tasks
    assert data.band[-1] == (0, 0.5)
    page.spreading.others.grab()
    bands = [part for part in page.spreading.others.parts if part.key[0] == "band"]
    assert len(bands) == len(data.ticks)  # each can be pointed at, and says what is expected
    assert all(part.words in page.spreading.others.accessibleDescription() for part in bands)
    assert page.spreading.told.isVisible()
    assert "100%" in page.spreading.told.words()


# -- outside ----------------------------------------------------------------------------------


def test_brokers_write_down_whose_support_counts_and_note_a_talk(
    page: RolesPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    page.open_role(Role.BROKERS)
    press(page.panel.outside, qtbot, Key.Key_Space)
    view = page.outside
    assert focused(page) is view.line
    type_in(view.line, "ראש העיר")
    qtbot.keyClick(view.line, Key.Key_Return)
    broker = view.panel.form.editor("broker")
    broker.setFocus()
    type_in(broker, "נועה אברהם")
    broker.completer().popup().hide()
    qtbot.keyClick(broker, Key.Key_Return)
    with store.read() as session:
        (row,) = stakeholders.every(session, community)
    assert (row.name, row.broker, row.met_on) == ("ראש העיר", "נועה אברהם", None)
    press(view.back, qtbot, Key.Key_Space)
    assert [it.first.text() for it in page.panel.at_work.rows][:1] == ["ראש העיר"]

    press(page.panel.at_work.rows[0], qtbot)  # leads to the stakeholder
    assert view.panel.row is not None
    press(view.panel.met, qtbot, Key.Key_Space)
    with store.read() as session:
        assert stakeholders.not_met(session, community, TODAY) == ()
    view.table.setFocus()
    qtbot.keyClick(view.table, Key.Key_Delete)
    with store.read() as session:
        assert stakeholders.every(session, community) == ()
    page.desk.history.undo()
    with store.read() as session:
        assert len(stakeholders.every(session, community)) == 1


def test_a_stakeholder_without_a_name_is_asked_for_one(page: RolesPage, qtbot: QtBot) -> None:
    (listing,) = [it for it in page.commands if it.text() == page.desk.catalog("Stakeholders")]
    listing.trigger()
    qtbot.keyClick(page.outside.line, Key.Key_Return)
    assert page.outside.field.has_error
    qtbot.keyClick(page.outside.line, Key.Key_Escape)
    assert page.beside.isVisible()
    assert not page.outside.isVisible()


@pytest.mark.parametrize("language", ["he", "en", "ar"])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_stakeholders_fit_in_any_language_and_size(
    window: MainWindow, store: Store, community: UUID, language: str, scale: int
) -> None:
    with store.write("add") as session:
        stakeholders.add(session, community, {"name": "ראש העיר"})
    window.change(language=language, scale=scale)
    window.open_place("roles")
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, RolesPage)
    page.list_stakeholders()
    for _ in range(4):
        QApplication.processEvents()
    view = page.outside.panel.page
    assert view.inner.width() <= view.viewport().width()
