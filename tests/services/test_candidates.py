"""Whom to ask for an empty seat: facts decide the order, the leader decides the rest."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

import pytest

from cop_desktop.errors import UserError
from cop_desktop.models import AgendaItem, Attendance, Meeting
from cop_desktop.models.vocabulary import Function, MeetingState, Presence, Role
from cop_desktop.services import functions, members, roles
from cop_desktop.services.candidates import Candidate, candidates
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)


@pytest.fixture
def people(store: Store, community: UUID) -> dict[str, UUID]:
    """Six more members who joined long ago, and two meetings to which all six came."""
    with store.write("people") as session:
        names = ("אבי", "בת", "גד", "דן", "הדס", "ורד")
        joined = {"joined": date(2025, 9, 1)}
        ids = {
            name: members.add(session, community, {"given_name": name, **joined}) for name in names
        }
        for day in (datetime(2026, 9, 8, 16), datetime(2026, 10, 6, 16)):
            meeting = Meeting(
                community_id=community, topic="מפגש", starts_at=day, state=MeetingState.HELD
            )
            session.add(meeting)
            session.flush()
            session.add_all(
                Attendance(meeting_id=meeting.id, member_id=key, presence=Presence.PRESENT)
                for key in ids.values()
            )
    return ids


@pytest.fixture
def proposed(store: Store, community: UUID) -> Callable[[], dict[Role, Candidate]]:
    def ask() -> dict[Role, Candidate]:
        with store.read() as session:
            return candidates(session, community, TODAY)

    return ask


def test_only_empty_seats_are_proposed_for_and_nobody_twice(
    people: dict[str, UUID], proposed: Callable[[], dict[Role, Candidate]]
) -> None:
    found = proposed()
    assert Role.AGENDA not in found
    assert len(found) == 5
    assert len({it.member_id for it in found.values()}) == 5


def test_whoever_led_blocks_for_a_role_comes_first(
    store: Store,
    community: UUID,
    people: dict[str, UUID],
    proposed: Callable[[], dict[Role, Candidate]],
) -> None:
    with store.write("led") as session:
        meeting = Meeting(community_id=community, topic="עוד", starts_at=datetime(2026, 9, 29, 16))
        block = AgendaItem(title="סיפור", minutes=20, roles=(Role.VALUE,), leader_id=people["ורד"])
        meeting.agenda.append(block)
        session.add(meeting)
    found = proposed()[Role.VALUE]
    assert (found.name, found.led, found.came, found.meetings) == ("ורד", 1, 2, 2)


def test_the_leader_holders_and_former_holders_are_not_proposed(
    store: Store,
    community: UUID,
    people: dict[str, UUID],
    proposed: Callable[[], dict[Role, Candidate]],
) -> None:
    with store.write("lead") as session:
        functions.appoint(session, people["אבי"], Function.LEADER, date(2026, 9, 1))
        roles.appoint(session, people["בת"], Role.VALUE, date(2026, 9, 1))
        term = roles.appoint(session, people["גד"], Role.COMMUNITY, date(2026, 9, 1))
        roles.end(session, term, date(2026, 11, 1))
    found = proposed()
    named = {it.name for it in found.values()}
    assert not named & {"אבי", "בת"}
    assert found[Role.COMMUNITY].name != "גד"


def test_a_seat_is_handed_over_without_a_day_between(store: Store, community: UUID) -> None:
    with store.read() as session:
        agenda = next(it for it in roles.history(session, community) if it.role == Role.AGENDA)
        other = next(it for it in roles.history(session, community) if it.role != Role.AGENDA)
    with store.write("hand over") as session:
        roles.hand_over(session, agenda.id, other.member_id, TODAY)
    with store.read() as session:
        terms = [it for it in roles.history(session, community) if it.role == Role.AGENDA]
    assert [(it.until, it.since) for it in terms] == [(TODAY, agenda.since), (None, TODAY)]


def test_a_term_needs_a_first_day_and_may_not_run_beside_another_of_the_same(
    store: Store, community: UUID
) -> None:
    with store.read() as session:
        term = next(it for it in roles.history(session, community) if it.role == Role.AGENDA)
    with pytest.raises(UserError, match="begins"), store.write("x") as session:
        roles.change(session, term.id, {"since": None})
    with store.write("again") as session:
        roles.end(session, term.id, date(2026, 10, 1))
        roles.appoint(session, term.member_id, Role.AGENDA, date(2026, 11, 1))
    with pytest.raises(UserError, match="already"), store.write("x") as session:
        roles.change(session, term.id, {"until": date(2026, 11, 2)})
