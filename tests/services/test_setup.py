"""Setting up is a living checklist: what the file can tell is marked, and unmarked, by itself."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.models import (
    Charter,
    Community,
    Feedback,
    Goal,
    Meeting,
    Member,
    Need,
    NeedsPause,
    Organisation,
    PlanItem,
    Product,
    RoleHolding,
    Routine,
    SelfCheck,
)
from cop_desktop.models.method import Benefit, Norm, RoutineRhythm, SetupStep, Side
from cop_desktop.models.thread_words import NeedSource
from cop_desktop.models.vocabulary import Consent, MeetingState, Persona, Role
from cop_desktop.services import charter, charter_approvals, members, setup
from cop_desktop.services.setup import RULES, TaskRow
from cop_desktop.store import Store
from tests.statements import statements

TODAY = date(2026, 11, 22)
Deed = Callable[[Session, UUID], None]


def rows(store: Store, community: UUID) -> dict[str, TaskRow]:
    with store.read() as session:
        told = setup.steps(session, community, TODAY)
    return {task.name: task for step in told for task in step.tasks}


@pytest.fixture
def bare(store: Store) -> UUID:
    """A community of which nothing but the name is known, beside a full one."""
    with store.write("found") as session:
        it = Community(name="חדשה", work_year=2026)
        session.add(it)
        session.flush()
        return it.id


def written(**values: Any) -> Deed:
    def deed(session: Session, community: UUID) -> None:
        charter.change(session, charter.begin_draft(session, community), values)

    return deed


def said(**values: Any) -> Deed:
    def deed(session: Session, community: UUID) -> None:
        session.execute(update(Community).where(Community.id == community).values(**values))

    return deed


def people(*each: dict[str, Any]) -> Deed:
    def deed(session: Session, community: UUID) -> None:
        session.add_all([Member(community_id=community, given_name="x", **it) for it in each])

    return deed


def product(**values: Any) -> Deed:
    def deed(session: Session, community: UUID) -> None:
        session.add(Product(community_id=community, title="מדריך", **values))

    return deed


def owned(session: Session, community: UUID) -> None:
    who = members.add(session, community, {"given_name": "נועה"})
    product(owner_id=who)(session, community)


def adopted(review: date | None = date(2027, 6, 1), yes: int = 0, of: int = 0) -> Deed:
    def deed(session: Session, community: UUID) -> None:
        every = [members.add(session, community, {"given_name": str(n)}) for n in range(of)]
        key = charter.begin_draft(session, community)
        charter.change(session, key, {"values": "סקרנות"})
        on = date(2026, 1, 1)
        charter.adopt(session, key, on, review, TODAY)
        charter_approvals.approve(session, key, every[:yes], on)

    return deed


def needs(*sides: Side) -> Deed:
    def deed(session: Session, community: UUID) -> None:
        for side in sides:
            session.add(Need(community_id=community, text="x", noted_on=TODAY, side=side))

    return deed


def heard(session: Session, community: UUID) -> None:
    """One told in an interview, the other's needs are written on the card."""
    one = members.add(session, community, {"given_name": "א"})
    members.add(session, community, {"given_name": "ב", "needs": "זמן"})
    session.add(Need(community_id=community, text="x", noted_on=TODAY, member_id=one,
                     source=NeedSource.INTERVIEW))  # fmt: skip


def heard_in_passing(session: Session, community: UUID) -> None:
    one = members.add(session, community, {"given_name": "א"})
    session.add(Need(community_id=community, text="x", noted_on=TODAY, member_id=one))


def goal(year: int, items: int = 0) -> Deed:
    def deed(session: Session, community: UUID) -> None:
        it = Goal(community_id=community, work_year=year, position=1, title="יעד")
        session.add(it)
        session.flush()
        for place in range(items):
            session.add(PlanItem(goal_id=it.id, position=place, title="פעולה"))

    return deed


def meetings(count: int, hosts: int = 0, **values: Any) -> Deed:
    def deed(session: Session, community: UUID) -> None:
        homes = [Organisation(name=str(uuid4())) for _ in range(hosts)]
        session.add_all(homes)
        session.flush()
        for n in range(count):
            host = homes[n % hosts].id if hosts else None
            starts = datetime(2026, 9, 1 + n, 9) if "starts_at" not in values else None
            told = {"starts_at": starts, **values}
            session.add(Meeting(community_id=community, topic="x", host_id=host, **told))

    return deed


def roles(count: int) -> Deed:
    def deed(session: Session, community: UUID) -> None:
        who = members.add(session, community, {"given_name": "א"})
        for role in list(Role)[:count]:
            session.add(RoleHolding(member_id=who, role=role, since=date(2026, 9, 1)))

    return deed


def routines(*until: date | None) -> Deed:
    def deed(session: Session, community: UUID) -> None:
        for end in until:
            session.add(Routine(community_id=community, name="x", rhythm=RoutineRhythm.WEEKLY,
                                since=date(2026, 9, 1), until=end))  # fmt: skip

    return deed


def feedback(session: Session, community: UUID) -> None:
    meetings(1)(session, community)
    session.flush()
    meeting = session.query(Meeting).filter_by(community_id=community).one()
    session.add(Feedback(meeting_id=meeting.id, number=1))


def pause(planned: date, closed: date | None = None) -> Deed:
    def deed(session: Session, community: UUID) -> None:
        session.add(NeedsPause(community_id=community, planned_on=planned, closed_on=closed))

    return deed


def checked(on: date) -> Deed:
    def deed(session: Session, community: UUID) -> None:
        session.add(SelfCheck(community_id=community, checked_on=on))

    return deed


def nothing(session: Session, community: UUID) -> None:
    """The file says nothing of it."""


CORE: dict[str, Any] = {"persona": Persona.CORE}
ASKED: dict[str, Any] = {"consent": Consent.ASKED}
LONG_AGO = date(2020, 1, 1)
BOTH_WAYS: list[tuple[str, Deed, Deed]] = [  # the task, what does it, what is not enough
    ("domain_written", said(domain="מעברים"), written(domain_in="", values="x")),
    ("domain_written", written(domain_in="מעברים"), nothing),
    ("boundary_written", written(domain_out="שכר"), written(domain_in="x")),
    ("goals_of_the_year", goal(2026), goal(2025)),
    ("promises_chosen", written(promises=(Benefit.FUN,)), written(promises=())),
    ("name_and_sentence", said(sentence="אנחנו"), nothing),
    ("first_list", people({}, {}), people({}, {"left": LONG_AGO})),
    ("core_of_three", people(CORE, CORE, CORE), people(CORE, CORE)),
    ("needs_interviews", heard, heard_in_passing),
    ("needs_interviews", people({"needs": "זמן"}), nothing),
    ("consents_asked", people(ASKED, {"consent": Consent.GIVEN}), people(ASKED, {})),
    ("needs_mapped", needs(Side.PERSON, Side.ORGANISATION), needs(Side.PERSON, Side.PERSON)),
    ("rules_of_trust", written(norms=(Norm.NO_NAMES,)), written(values="x")),
    ("rules_of_trust", written(confidentiality="x"), nothing),
    ("charter_approved", adopted(yes=2, of=3), adopted(yes=1, of=2)),
    ("work_plan_made", goal(2026, items=1), goal(2026)),
    ("year_of_meetings", meetings(4), meetings(4, state=MeetingState.CANCELLED)),
    ("year_of_meetings", meetings(5), meetings(4, starts_at=datetime(2026, 8, 31, 23))),
    ("hosts_in_turn", meetings(2, hosts=2), meetings(3, hosts=1)),
    ("platforms_chosen", written(platforms="קבוצה"), nothing),
    ("three_roles", roles(3), roles(2)),
    ("two_routines", routines(None, None), routines(None, date(2026, 10, 1))),
    ("first_product", product(), nothing),
    ("product_owner", owned, product()),
    ("approval_agreed", written(publishing="שלושה קוראים"), written(values="x")),
    ("audience_named", product(audience="מנהלים"), product()),
    ("feedback_collected", feedback, meetings(1)),
    ("pause_planned", pause(date(2027, 2, 1)), pause(LONG_AGO, LONG_AGO)),
    ("review_day", adopted(), adopted(review=None)),
    ("review_day", adopted(), adopted(review=TODAY)),  # it has come
    ("self_check_done", checked(date(2026, 1, 1)), checked(LONG_AGO)),
]


@pytest.mark.parametrize(("task", "deed", "short_of_it"), BOTH_WAYS)
def test_a_task_is_marked_by_what_the_file_says_and_by_nothing_less(
    store: Store, community: UUID, bare: UUID, task: str, deed: Deed, short_of_it: Deed
) -> None:
    assert community != bare  # what another community of the file did does not count
    with store.write("not enough") as session:
        short_of_it(session, bare)
    assert not rows(store, bare)[task].done
    with store.write("done") as session:
        another = Community(name="אחרת", work_year=2026)
        session.add(another)
        session.flush()
        deed(session, another.id)
    row = rows(store, another.id)[task]
    assert row.done
    assert row.have == row.need


def test_every_computed_task_has_a_rule_and_is_tried_both_ways() -> None:
    computed = {it.key for step in shapes.steps().values() for it in step.tasks if it.computed}
    assert computed == set(RULES) == {task for task, _, _ in BOTH_WAYS}


def test_what_the_file_cannot_tell_is_marked_by_hand_and_taken_back(
    store: Store, community: UUID
) -> None:
    by_hand = [row for row in rows(store, community).values() if not row.computed]
    assert [row.key for row in by_hand] == [
        "members.commitment_said", "values.norms_handed_out", "evaluation.newcomers_door",
    ]  # fmt: skip
    for row in by_hand:
        with store.write("Mark it") as session:
            setup.mark(session, community, row.key, TODAY)
        assert rows(store, community)[row.name].done_on == TODAY
        with store.write("Take it back") as session:
            setup.mark(session, community, row.key, None)
        assert not rows(store, community)[row.name].done


@pytest.mark.parametrize("key", ["goals.domain_written", "members.three_roles"])
def test_nobody_marks_by_hand_what_is_computed(store: Store, community: UUID, key: str) -> None:
    with pytest.raises(KeyError), store.write("x") as session:
        setup.mark(session, community, key, TODAY)


def test_how_far_a_task_has_come_is_told_where_it_can_be_counted(
    store: Store, community: UUID
) -> None:
    told = rows(store, community)
    assert (told["three_roles"].have, told["three_roles"].need) == (2, 3)
    assert (told["consents_asked"].have, told["consents_asked"].need) == (0, 3)


def test_steps_stand_in_order_with_their_counts(store: Store, community: UUID) -> None:
    with store.read() as session, statements() as asked:
        steps = setup.steps(session, community, TODAY)
    assert [it.step for it in steps] == list(SetupStep)
    assert steps[0].done == 2  # the domain on the community's page, and a goal of the year
    assert len(asked) <= 16  # few questions, however long the list


def test_a_draft_counts_as_written_but_not_as_approved(store: Store, bare: UUID) -> None:
    with store.write("draft") as session:
        charter.begin_draft(session, bare)
        session.query(Charter).update({"platforms": "קבוצה", "review_on": date(2027, 1, 1)})
    told = rows(store, bare)
    assert told["platforms_chosen"].done
    assert not told["review_day"].done
