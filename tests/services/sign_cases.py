"""For each warning sign: what brings it to its threshold, what stays one short, what mends it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from cop_desktop.models import AgendaItem, Meeting, Member, Routine, RoutineDone, RuleBreach
from cop_desktop.models.vocabulary import Consent, MeetingState, Persona, ProductStatus
from cop_desktop.services import thresholds, topics

from .healthy import HELD, TODAY, Life, days_ago, months_ago

DAY = timedelta(days=1)
Hand = Callable[[Life], None]


@dataclass(frozen=True)
class Case:
    """Three hands; `mend` follows `light`."""

    light: Hand
    spare: Hand
    mend: Hand


def change(rows: Any, **values: Any) -> None:
    """Set the same values on one row or on several."""
    for row in rows if isinstance(rows, Iterable) else [rows]:
        for name, value in values.items():
            setattr(row, name, value)


def _breach(life: Life, settled: date | None) -> None:
    change(life.breach(days_ago(9)), settled_on=settled)


def _settle(life: Life) -> None:
    change(life.session.scalars(select(RuleBreach)), settled_on=TODAY)


def _no_rules(life: Life, held: int) -> None:
    change(life.charter, norms=())
    for meeting in life.meetings[held:]:
        life.session.delete(meeting)


def _rules_in_own_words(life: Life) -> None:
    change(life.charter, confidentiality="מה שנאמר כאן נשאר כאן")


def _topic(life: Life, meetings_since: int) -> None:
    life.topic(HELD[-meetings_since - 1])


def _onto_an_agenda(life: Life) -> None:
    topic = topics.waiting(life.session, life.id, TODAY)[0]
    life.coming.agenda.append(AgendaItem(title="נושא", minutes=30, topic_id=topic.id))


def _unsent(life: Life, days: int) -> None:
    """The summary of the last but one is missing, and that of one held so many days ago."""
    change(life.meetings[-2], summary_sent_on=None)
    change(life.meeting(days_ago(days)), summary_sent_on=None)


def _send(life: Life) -> None:
    change(life.meetings[-2], summary_sent_on=TODAY)


def _late_routine(life: Life, days: int) -> None:
    """Monthly: due on the same day of the next month; the grace is two weeks."""
    life.routine(days_ago(31 + 14 + days))


def _did_it(life: Life) -> None:
    routine = life.session.scalars(select(Routine)).one()
    life.session.add(RoutineDone(routine_id=routine.id, done_on=days_ago(1)))


def _moved(life: Life, moved: int, all_: int) -> None:
    """Three of this year's meetings were held in the healthy life."""
    more = [life.meeting(date(2026, 9, 20) + n * DAY) for n in range(all_ - 3)]
    change([*more, *life.meetings[-3:]][:moved], moved=1)


def _stood_still(life: Life) -> None:
    change(life.session.scalars(select(Meeting)), moved=0)


def _vacate(life: Life, *seats: int) -> None:
    change([life.terms[n] for n in seats], until=days_ago(1))


def _last_met(life: Life, days: int) -> None:
    """Nothing is planned, and the last meeting was so many days ago."""
    life.session.delete(life.coming)
    change(life.meetings[-1], starts_at=life.meetings[-1].starts_at + (days_ago(days) - HELD[-1]))


def _plan(life: Life, on: date) -> None:
    life.meeting(on, MeetingState.PLANNED)


def _next_after(life: Life, days: int) -> None:
    change(life.coming, starts_at=life.meetings[-1].starts_at + timedelta(days=days))


def _tired(life: Life, points: int) -> None:
    """Three of the twenty seats of the last two meetings stayed empty: 15 points fewer."""
    thresholds.set_value(life.session, life.id, "attendance_falls", "meetings", 2)
    thresholds.set_value(life.session, life.id, "attendance_falls", "points", points)
    life.missed(life.meetings[-1], *life.members[:2])
    life.missed(life.meetings[-2], life.members[2])


def _unseen(life: Life, members: int) -> None:
    for meeting in life.meetings[-3:]:
        life.missed(meeting, *life.members[:members])


def _left(life: Life, members: int, all_: int) -> None:
    for _ in range(all_ - len(life.members)):
        life.member(date(2026, 1, 1))
    change(life.members[:members], left=days_ago(1))


def _joined(life: Life, last: date) -> None:
    change(life.members, joined=date(2025, 1, 1))
    change(life.members[0], joined=last)


def _newcomer(life: Life, days: int) -> None:
    life.member(days_ago(days))


def _mentored(life: Life) -> None:
    newest = life.session.scalars(select(Member).order_by(Member.joined.desc())).first()
    change(newest, mentor_id=life.members[0].id)


def _from_one_place(life: Life, members: int) -> None:
    """Of ten; two of each organisation are the healthy state."""
    change(life.members, organisation_id=None)
    change(life.members[:members], organisation_id=life.homes[0].id)


CASES: dict[str, Case] = {
    "breaches_open": Case(
        lambda life: _breach(life, None), lambda life: _breach(life, TODAY), _settle
    ),
    "trust_rules_missing": Case(
        lambda life: _no_rules(life, 2), lambda life: _no_rules(life, 1), _rules_in_own_words
    ),
    "charter_old": Case(
        lambda life: change(life.charter, adopted_on=months_ago(12)),
        lambda life: change(life.charter, adopted_on=months_ago(12) + DAY),
        lambda life: change(life.charter, adopted_on=TODAY),
    ),
    "needs_old": Case(
        lambda life: change(life.pause, closed_on=months_ago(6)),
        lambda life: change(life.pause, closed_on=months_ago(6) + DAY),
        lambda life: change(life.pause, closed_on=TODAY),
    ),
    "topics_wait": Case(
        lambda life: _topic(life, 3), lambda life: _topic(life, 2), _onto_an_agenda
    ),
    "summaries_unsent": Case(lambda life: _unsent(life, 8), lambda life: _unsent(life, 7), _send),
    "lectures_crowd": Case(
        lambda life: life.taught(50), lambda life: life.taught(49), lambda life: life.taught(20)
    ),
    "routines_lapsed": Case(
        lambda life: _late_routine(life, 1), lambda life: _late_routine(life, 0), _did_it
    ),
    "dates_move": Case(
        lambda life: _moved(life, 4, 13), lambda life: _moved(life, 3, 10), _stood_still
    ),
    "roles_empty": Case(
        lambda life: _vacate(life, 0, 1, 2, 3),
        lambda life: _vacate(life, 0, 1, 2),
        lambda life: change(life.terms[3], until=None),
    ),
    "leader_holds_most": Case(  # the leader's is the first of the seven
        lambda life: _vacate(life, 1, 2, 3, 4, 5),
        lambda life: _vacate(life, 1, 2, 3, 4),
        lambda life: change(life.terms[1], until=None),
    ),
    "roles_stay": Case(
        lambda life: change(life.terms[0], since=months_ago(18)),
        lambda life: change(life.terms[0], since=months_ago(18) + DAY),
        lambda life: change(life.terms[0], until=TODAY),
    ),
    "no_meeting_ahead": Case(
        lambda life: _last_met(life, 30),
        lambda life: _last_met(life, 29),
        lambda life: _plan(life, TODAY + DAY),
    ),
    "long_gap": Case(
        lambda life: _next_after(life, 75),
        lambda life: _next_after(life, 74),
        lambda life: _plan(life, TODAY + 9 * DAY),
    ),
    "attendance_falls": Case(
        lambda life: _tired(life, 15),
        lambda life: _tired(life, 16),
        lambda life: life.seen(life.meetings[-1], *life.members),
    ),
    "not_seen": Case(
        lambda life: _unseen(life, 3),
        lambda life: _unseen(life, 2),
        lambda life: life.seen(life.meetings[-1], life.members[0]),
    ),
    "many_left": Case(
        lambda life: _left(life, 3, 12),
        lambda life: _left(life, 3, 13),
        lambda life: change(life.members[0], left=None),
    ),
    "nobody_joins": Case(
        lambda life: _joined(life, months_ago(18)),
        lambda life: _joined(life, months_ago(18) + DAY),
        lambda life: _newcomer(life, 1),
    ),
    "newcomers_alone": Case(
        lambda life: _newcomer(life, 30), lambda life: _newcomer(life, 29), _mentored
    ),
    "products_ownerless": Case(
        lambda life: change(life.product, owner_id=None),
        lambda life: change(life.product, owner_id=None, status=ProductStatus.IDEA),
        lambda life: change(life.product, owner_id=life.members[0].id),
    ),
    "products_stuck": Case(
        lambda life: change(life.product, moved_on=months_ago(4)),
        lambda life: change(life.product, moved_on=months_ago(4) + DAY),
        lambda life: change(life.product, status=ProductStatus.PUBLISHED),
    ),
    "core_small": Case(
        lambda life: change(life.members[0], persona=Persona.LURKER),
        lambda life: change(life.members[9], persona=Persona.LURKER),
        lambda life: change(life.members[5], persona=Persona.CORE),
    ),
    "one_authority": Case(
        lambda life: _from_one_place(life, 4),
        lambda life: _from_one_place(life, 3),
        lambda life: _from_one_place(life, 2),
    ),
    "consents_missing": Case(
        lambda life: change(life.members[:3], consent=Consent.ASKED),
        lambda life: change(life.members[:2], consent=Consent.NOT_ASKED),
        lambda life: change(life.members[0], consent=Consent.GIVEN),
    ),
}
