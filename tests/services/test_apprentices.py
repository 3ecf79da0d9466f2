"""A role passes on from hand to hand: somebody looks on, holds it, and stands by for the next."""

from datetime import date, datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from cop_desktop.errors import UserError
from cop_desktop.models import Attendance, Meeting
from cop_desktop.models.method import Apprenticeship
from cop_desktop.models.vocabulary import MeetingState, Presence, Role
from cop_desktop.services import apprentices, care, members, participation, roles
from cop_desktop.services.apprentices import Beside
from cop_desktop.store import Change, Store

TODAY = date(2026, 11, 22)
SEPTEMBER = date(2026, 9, 1)


@pytest.fixture
def people(store: Store, community: UUID) -> dict[str, UUID]:
    with store.read() as session:
        return {it.name.split()[0]: it.id for it in members.active(session, community, TODAY)}


@pytest.fixture
def noas_term(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return next(it.id for it in roles.history(session, community) if it.role == Role.AGENDA)


def beside(store: Store, community: UUID, on: date = TODAY) -> list[Beside]:
    with store.read() as session:
        return list(apprentices.now(session, community, on))


def holders(store: Store, community: UUID, role: Role, on: date = TODAY) -> list[str]:
    with store.read() as session:
        seats = roles.now(session, community, on).seats
    return [term.name for seat in seats if seat.role == role for term in seat.holders]


def test_looking_on_is_no_seat_and_counts_the_meetings(
    store: Store, community: UUID, people: dict[str, UUID]
) -> None:
    with store.write("look on") as session:
        apprentices.shadow(session, people["דנה"], Role.AGENDA, SEPTEMBER)
        held = session.scalars(select(Meeting).order_by(Meeting.starts_at)).first()
        assert held is not None
        held.state = MeetingState.HELD
        session.add(Attendance(meeting_id=held.id, member_id=people["דנה"], presence=Presence.LATE))
    (it,) = beside(store, community)
    assert (it.name, it.way, it.meetings, it.enough) == ("דנה לוי", Apprenticeship.SHADOW, 1, False)
    assert holders(store, community, Role.AGENDA) == ["נועה אברהם"]
    with store.read() as session:
        assert participation.facts(session, community, TODAY)[people["דנה"]].roles == 0
        assert not members.rows(session, [people["דנה"]], TODAY)[0].roles
        assert not members.find(
            session, community, TODAY, members.Filter(text="דנה", role_holders=True)
        )


def test_whoever_looked_on_holds_the_role_and_the_one_before_stands_by(
    store: Store, community: UUID, people: dict[str, UUID], noas_term: UUID
) -> None:
    with store.write("look on") as session:
        apprentices.shadow(session, people["דנה"], Role.AGENDA, SEPTEMBER)
    with store.write("begin") as session:
        term_id = apprentices.pass_on(session, noas_term, people["דנה"], TODAY)
        roles.change(session, term_id, {"planned_until": date(2027, 3, 1)})
    assert holders(store, community, Role.AGENDA) == ["דנה לוי"]
    (mentor,) = beside(store, community)
    assert (mentor.name, mentor.way, mentor.until) == (
        "נועה אברהם", Apprenticeship.MENTOR, None,
    )  # fmt: skip
    with store.read() as session:
        (term,) = apprentices.due(session, community, TODAY, ahead=4)
    assert (term.name, term.until, term.planned_until) == ("דנה לוי", None, date(2027, 3, 1))
    with store.write("enough") as session:
        apprentices.stop(session, mentor.id, date(2026, 12, 1))
    assert beside(store, community, date(2026, 12, 1)) == []


def test_standing_by_ends_after_the_second_meeting_where_two_are_planned(
    store: Store, community: UUID, people: dict[str, UUID], noas_term: UUID
) -> None:
    with store.write("pass on") as session:
        for state, day in (
            (MeetingState.CANCELLED, datetime(2026, 11, 30, 9)),
            (MeetingState.PLANNED, datetime(2026, 12, 8, 9)),
            (MeetingState.PLANNED, datetime(2027, 1, 12, 9)),
        ):
            session.add(Meeting(community_id=community, topic="מפגש", starts_at=day, state=state))
        session.flush()
        apprentices.pass_on(session, noas_term, people["דנה"], TODAY)
    (mentor,) = beside(store, community)
    assert mentor.until == date(2027, 1, 13)


def test_one_step_back_undoes_a_whole_passing_on(
    store: Store, community: UUID, people: dict[str, UUID], noas_term: UUID
) -> None:
    with store.write("look on") as session:
        apprentices.shadow(session, people["דנה"], Role.AGENDA, SEPTEMBER)
    told: list[Change] = []
    store.on_commit.append(told.append)
    with store.write("begin") as session:
        apprentices.pass_on(session, noas_term, people["דנה"], TODAY)
    (change,) = told
    store.revert(change)
    assert holders(store, community, Role.AGENDA) == ["נועה אברהם"]
    assert [it.way for it in beside(store, community)] == [Apprenticeship.SHADOW]


def test_a_holder_need_not_look_on_and_nobody_looks_on_twice(
    store: Store, community: UUID, people: dict[str, UUID]
) -> None:
    with pytest.raises(UserError, match="need not"), store.write("x") as session:
        apprentices.shadow(session, people["נועה"], Role.AGENDA, TODAY)
    with store.write("look on") as session:
        apprentices.shadow(session, people["דנה"], Role.AGENDA, SEPTEMBER)
    with pytest.raises(UserError, match="looks on"), store.write("x") as session:
        apprentices.shadow(session, people["דנה"], Role.AGENDA, TODAY)


def test_an_appointment_ends_the_looking_on(
    store: Store, community: UUID, people: dict[str, UUID]
) -> None:
    with store.write("look on") as session:
        apprentices.shadow(session, people["דנה"], Role.VALUE, SEPTEMBER)
        apprentices.shadow(session, people["דנה"], Role.EXTERNAL, TODAY)
    with store.write("appoint") as session:
        roles.appoint(session, people["דנה"], Role.VALUE, TODAY)
    assert [it.role for it in beside(store, community)] == [Role.EXTERNAL]


def test_a_planned_end_is_no_end(store: Store, community: UUID, noas_term: UUID) -> None:
    with store.write("plan") as session:
        roles.change(session, noas_term, {"planned_until": date(2026, 10, 1), "handover": "א\nב"})
    assert holders(store, community, Role.AGENDA) == ["נועה אברהם"]
    with store.read() as session:
        (term,) = apprentices.due(session, community, TODAY)
    assert (term.ends, term.handover) == (date(2026, 10, 1), "א\nב")
    with pytest.raises(UserError, match="begins"), store.write("x") as session:
        roles.change(session, noas_term, {"planned_until": date(2026, 8, 1)})


def test_terms_due_come_in_the_order_of_their_ends(store: Store, community: UUID) -> None:
    with store.write("plan") as session:
        first, second = roles.history(session, community)
        roles.change(session, first.id, {"planned_until": date(2027, 2, 22)})
        roles.change(session, second.id, {"until": date(2026, 12, 1)})
    with store.read() as session:
        assert [it.id for it in apprentices.due(session, community, TODAY)] == [
            second.id, first.id,
        ]  # fmt: skip
        assert [it.id for it in apprentices.due(session, community, TODAY, 2)] == [second.id]


def test_care_tells_of_terms_that_end_soon_until_somebody_is_found(
    store: Store, community: UUID, people: dict[str, UUID], noas_term: UUID
) -> None:
    def told() -> list[tuple[int, str, date | None]]:
        with store.read() as session:
            found = care.matters(session, community, TODAY)
        return [(it.count, it.name, it.on) for it in found if it.kind == "terms_ending"]

    assert told() == []
    with store.write("plan") as session:
        roles.change(session, noas_term, {"planned_until": date(2027, 2, 1)})
    assert told() == [(1, "נועה אברהם", date(2027, 2, 1))]
    with store.write("found") as session:
        roles.appoint(session, people["דנה"], Role.AGENDA, date(2027, 2, 1))
    assert told() == []
