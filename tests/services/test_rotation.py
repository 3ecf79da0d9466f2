"""Whom to ask for a seat: facts decide the order and the reasons, the leader decides the rest."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.errors import UserError
from cop_desktop.models import AgendaItem, Attendance, Meeting
from cop_desktop.models.vocabulary import Function, MeetingState, Presence, Role
from cop_desktop.services import apprentices, functions, members, organisations, roles, rotation
from cop_desktop.services.evenness import gini
from cop_desktop.services.months import later
from cop_desktop.services.roles import Holding
from cop_desktop.services.rotation import Proposal, Why
from cop_desktop.services.rotation_people import Person
from cop_desktop.store import Store

from .holders_at_random import TODAY, Life, lives

Asked = Callable[[], dict[Role, Proposal]]


def proposed(life: Life) -> tuple[Proposal, ...]:
    return rotation.propose(rotation.openings(life.terms, TODAY), life.people)


# -- what is true of every community ------------------------------------------------------


@given(lives())
def test_a_seat_held_without_an_end_is_left_alone(life: Life) -> None:
    soon = later(TODAY, apprentices.SOON)
    for it in proposed(life):
        if it.term is None:
            assert not any(term.role == it.role and term.runs(TODAY) for term in life.terms)
        else:
            assert it.term.ends is not None
            assert it.term.ends <= soon


@given(lives())
def test_nobody_is_proposed_twice_and_no_seat_twice(life: Life) -> None:
    found = proposed(life)
    assert len({it.member_id for it in found}) == len(found)
    assert len({(it.role, it.term and it.term.id) for it in found}) == len(found)


@given(lives())
def test_only_those_who_may_be_asked_are_proposed_and_not_for_what_they_hold(life: Life) -> None:
    people = {who.id: who for who in life.people}
    for it in proposed(life):
        assert it.role not in people[it.member_id].holds


@given(lives(), st.randoms(use_true_random=False))
def test_the_order_in_which_people_are_read_changes_nothing(life: Life, chance: object) -> None:
    people = list(life.people)
    chance.shuffle(people)  # type: ignore[attr-defined]
    assert proposed(life) == proposed(replace(life, people=tuple(people)))


@given(lives())
def test_when_all_say_yes_roles_are_no_less_evenly_held(life: Life) -> None:
    before = life.loads()
    after = Counter(dict(enumerate(before)))
    for it in proposed(life):
        after[it.member_id.int - 1] += 1
        if it.term:
            after[it.term.member_id.int - 1] -= 1
    if any(before):  # where nobody holds anything, the first seat is all there is
        assert gini([after[place] for place in range(life.size)]) <= gini(before) + 1e-9


BETTER: dict[str, Callable[[Person, Role], Person]] = {
    "looks on": lambda who, role: replace(who, looks_on={**who.looks_on, role: 1}),
    "never held it": lambda who, role: replace(who, held=who.held - {role}),
    "holds less": lambda who, _: replace(who, load=max(who.load - 1, 0)),
    "led more": lambda who, role: replace(who, led={**who.led, role: who.led.get(role, 0) + 1}),
    "of a new home": lambda who, _: replace(who, new_home=True),
    "came more": lambda who, _: replace(who, came=who.came + 1, meetings=who.meetings + 1),
}


@given(lives(), st.sampled_from(list(BETTER)), st.integers(0, 9))
def test_whoever_is_better_in_one_fact_and_like_in_all_others_is_not_passed_over(
    life: Life, fact: str, place: int
) -> None:
    found = proposed(life)
    if not found:
        return
    it = found[place % len(found)]
    taker = next(who for who in life.people if who.id == it.member_id)
    twin = replace(BETTER[fact](taker, it.role), id=UUID(int=99), name="תאום")
    again = proposed(replace(life, people=(*life.people, twin)))
    if facts(twin, it.role) != facts(taker, it.role):
        assert twin.id in {other.member_id for other in again}


def facts(who: Person, role: Role) -> tuple[float, ...]:
    return (
        role in who.looks_on, role in who.held, who.load, who.led.get(role, 0), who.new_home,
        who.share,
    )  # fmt: skip


@given(lives())
def test_a_seat_stays_empty_only_when_nobody_fits(life: Life) -> None:
    found = proposed(life)
    taken = {it.member_id for it in found}
    filled = {(it.role, it.term) for it in found}
    for seat in rotation.openings(life.terms, TODAY):
        if (seat.role, seat.term) not in filled:
            for who in life.people:
                assert who.id in taken or who.load > seat.cap or seat.role in who.holds


def test_another_holder_of_the_role_does_not_take_the_seat_that_passes_on() -> None:
    def term(who: int, role: Role, planned: date | None = None) -> Holding:
        key, name = UUID(int=who), f"חבר {who}"
        number = UUID(int=100 * who + list(Role).index(role))
        return Holding(number, role, key, name, date(2025, 9, 1), None, "", False, planned)

    terms = [term(1, role) for role in Role if role is not Role.VALUE]
    terms += [term(1, Role.VALUE, TODAY), term(2, Role.VALUE)]
    (seat,) = rotation.openings(terms, TODAY)
    holder = Person(
        UUID(int=2), "חבר 2", 1, 5, 5, False, "", {}, {},
        frozenset({Role.VALUE}), frozenset({Role.VALUE}),
    )  # fmt: skip
    other = replace(holder, id=UUID(int=3), holds=frozenset({Role.AGENDA}))
    assert rotation.propose([seat], [holder]) == ()
    (found,) = rotation.propose([seat], [holder, other])
    assert found.member_id == other.id
    assert reasons(found)[Why.HOLDS_LESS] == (1, 0)


# -- in a file ----------------------------------------------------------------------------


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
def asked(store: Store, community: UUID) -> Asked:
    def ask() -> dict[Role, Proposal]:
        with store.read() as session:
            return {it.role: it for it in rotation.proposals(session, community, TODAY)}

    return ask


def reasons(proposal: Proposal) -> dict[Why, tuple[int, int]]:
    return {it.why: (it.n, it.of) for it in proposal.reasons}


def test_only_empty_seats_are_proposed_for(people: dict[str, UUID], asked: Asked) -> None:
    found = asked()
    assert set(found) == set(Role) - {Role.AGENDA, Role.CRITICAL}
    assert reasons(found[Role.VALUE]) == {Why.CAME: (2, 2), Why.HOLDS_NOTHING: (0, 0)}


def test_whoever_led_blocks_for_a_role_comes_first_and_planned_ones_count_unless_cancelled(
    store: Store, community: UUID, people: dict[str, UUID], asked: Asked
) -> None:
    with store.write("led") as session:
        for state, who in ((MeetingState.PLANNED, "ורד"), (MeetingState.CANCELLED, "הדס")):
            meeting = Meeting(
                community_id=community, topic="עוד", starts_at=datetime(2026, 12, 29, 16),
                state=state,
            )  # fmt: skip
            spirits = (Role.VALUE, Role.EXTERNAL)
            meeting.agenda.append(
                AgendaItem(title="סיפור", minutes=20, roles=spirits, leader_id=people[who])
            )
            session.add(meeting)
    found = asked()
    assert found[Role.VALUE].name == "ורד"
    assert reasons(found[Role.VALUE])[Why.LED] == (1, 0)
    assert Why.LED not in reasons(found[Role.EXTERNAL])


def test_whoever_looks_on_comes_before_everybody(
    store: Store, people: dict[str, UUID], asked: Asked
) -> None:
    with store.write("look on") as session:
        apprentices.shadow(session, people["ורד"], Role.BROKERS, date(2026, 10, 1))
    found = asked()
    assert found[Role.BROKERS].name == "ורד"
    assert reasons(found[Role.BROKERS])[Why.LOOKED_ON] == (1, 0)


def test_the_leader_newcomers_former_members_and_the_seldom_seen_are_not_asked(
    store: Store, community: UUID, people: dict[str, UUID], asked: Asked
) -> None:
    with store.write("lives") as session:
        functions.appoint(session, people["אבי"], Function.LEADER, date(2026, 9, 1))
        members.leave(session, [people["בת"]], date(2026, 11, 1))
        members.change(session, [people["גד"]], {"joined": date(2026, 9, 8)})
        for place, row in enumerate(session.query(Attendance).filter_by(member_id=people["דן"])):
            row.presence = Presence.PRESENT if place == 2 else Presence.ABSENT
    assert {it.name for it in asked().values()} == {"הדס", "ורד"}


def test_a_former_holder_is_asked_only_when_nobody_else_is_left(
    store: Store, community: UUID, people: dict[str, UUID], asked: Asked
) -> None:
    with store.write("before") as session:
        term = roles.appoint(session, people["אבי"], Role.COMMUNITY, date(2026, 9, 1))
        roles.end(session, term, date(2026, 11, 1))
    assert asked()[Role.COMMUNITY].name != "אבי"
    assert Why.FIRST_TIME in reasons(next(it for it in asked().values() if it.name == "אבי"))


def test_a_term_that_ends_soon_is_proposed_for_and_its_successor_takes_the_proposal_away(
    store: Store, community: UUID, people: dict[str, UUID], asked: Asked
) -> None:
    with store.read() as session:
        term = next(it for it in roles.history(session, community) if it.role == Role.AGENDA)
    with store.write("plan") as session:
        roles.change(session, term.id, {"planned_until": date(2027, 2, 1)})
    found = asked()[Role.AGENDA]
    assert found.term is not None
    assert found.term.id == term.id
    with store.write("successor") as session:
        roles.appoint(session, people["ורד"], Role.AGENDA, date(2027, 2, 1))
    assert Role.AGENDA not in asked()


def test_an_organisation_that_holds_no_role_speaks_for_its_members(
    store: Store, people: dict[str, UUID], asked: Asked
) -> None:
    with store.write("home") as session:
        home = organisations.named(session, "דימונה")
        assert home is not None
        members.set_organisation(session, [people["ורד"]], "דימונה")
    (found,) = [it for it in asked().values() if it.name == "ורד"]
    assert found.role == Role.COMMUNITY  # the first seat
    assert next(it for it in found.reasons if it.why == Why.NEW_HOME).name == "דימונה"


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
