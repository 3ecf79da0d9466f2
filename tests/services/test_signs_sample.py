"""The sample lights exactly the signs that its data justify: each counted again, the plain way."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.models import (
    AgendaItem,
    Attendance,
    Charter,
    FunctionHolding,
    Meeting,
    Member,
    NeedsPause,
    Organisation,
    Product,
    RoleHolding,
    Routine,
    RoutineDone,
    RuleBreach,
    Topic,
)
from cop_desktop.models.vocabulary import Function, Presence, Role
from cop_desktop.services import needs, participation, routines, sample, signs, topics
from cop_desktop.services.months import later
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)
HERE = {Presence.PRESENT, Presence.LATE}
Counted = dict[str, Any] | None


class Plain:
    """All rows of the sample's file, and today."""

    def __init__(self, session: Session, home: UUID, today: date) -> None:
        self.session, self.home, self.today = session, home, today
        self.meetings = sorted(self.all(Meeting), key=lambda it: it.starts_at)
        self.held = [
            it for it in self.meetings
            if it.state != "cancelled" and it.starts_at.date() < today
        ]  # fmt: skip
        self.members = [it for it in self.all(Member) if not it.left or it.left > today]

    def all(self, model: type[Any]) -> list[Any]:
        return list(self.session.scalars(select(model)))

    def came(self, meeting: Meeting) -> set[UUID]:
        return {
            it.member_id for it in self.all(Attendance)
            if it.meeting_id == meeting.id and it.presence in HERE
        }  # fmt: skip

    def ago(self, months: int) -> date:
        return later(self.today, -months)


def _breaches(it: Plain) -> Counted:
    n = sum(row.settled_on is None for row in it.all(RuleBreach))
    return {"n": n} if n >= 1 else None


def _rules(it: Plain) -> Counted:
    newest = max(
        (row for row in it.all(Charter) if row.adopted_on), key=lambda row: row.adopted_on
    )  # fmt: skip
    return None if newest.norms or newest.confidentiality else {"n": len(it.held)}


def _charter(it: Plain) -> Counted:
    newest: date = max(row.adopted_on for row in it.all(Charter) if row.adopted_on)
    return {"date": newest} if newest <= it.ago(12) else None


def _needs(it: Plain) -> Counted:
    mapped = needs.last_mapped(it.session, it.home)
    assert mapped
    assert any(row.closed_on for row in it.all(NeedsPause))
    return {"date": mapped} if mapped <= it.ago(6) else None


def _topics(it: Plain) -> Counted:
    waiting = [row for row in topics.waiting(it.session, it.home, it.today) if row.waited >= 3]
    carried = {row.topic_id for row in it.all(AgendaItem)}
    never = [row for row in it.all(Topic) if row.state == "open" and row.id not in carried]
    assert {row.id for row in waiting} <= {row.id for row in never}
    return {"n": len(waiting), "first": waiting[0].title} if waiting else None


def _summaries(it: Plain) -> Counted:
    n = sum(
        it.ago(12) < row.starts_at.date() < it.today - timedelta(days=7) and not row.summary_sent_on
        for row in it.held
    )
    return {"n": n} if n >= 2 else None


def _lectures(it: Plain) -> Counted:
    blocks = [row for row in it.all(AgendaItem) if row.part == "meeting"]
    parents = {row.parent_id for row in blocks}
    planned = [row for row in it.held if any(b.meeting_id == row.id for b in blocks)][-3:]
    work = [
        row for row in blocks
        if row.meeting_id in {m.id for m in planned} and row.id not in parents
        and row.kind not in ("break", "buffer")
    ]  # fmt: skip
    taught = sum(row.minutes for row in work if row.kind in ("content", "expert"))
    percent = round(100 * taught / sum(row.minutes for row in work))
    return {"percent": percent} if percent >= 50 else None


def _routines(it: Plain) -> Counted:
    late = routines.lapsed(it.session, it.home, it.today)
    assert len(it.all(Routine)) > len(late)
    assert it.all(RoutineDone)
    return {"n": len(late), "first": late[0].name} if late else None


def _dates(it: Plain) -> Counted:
    first = date(it.today.year - (it.today.month < 9), 9, 1)
    year = [row for row in it.meetings if first <= row.starts_at.date() <= it.today]
    n = sum(row.state == "cancelled" or row.moved > 0 for row in year)
    return {"n": n, "all": len(year)} if year and n / len(year) > 0.3 else None


def _running(it: Plain) -> list[RoleHolding]:
    return [
        row for row in it.all(RoleHolding)
        if row.way == "hold" and row.since <= it.today and not (row.until and row.until <= it.today)
    ]  # fmt: skip


def _empty(it: Plain) -> Counted:
    names = tuple(role for role in Role if role not in {row.role for row in _running(it)})
    return {"n": len(names), "names": names} if len(names) >= 4 else None


def _leader(it: Plain) -> Counted:
    leads = {
        row.member_id for row in it.all(FunctionHolding)
        if row.function == Function.LEADER and not row.until
    }  # fmt: skip
    seats = _running(it)
    percent = round(100 * sum(row.member_id in leads for row in seats) / len(seats))
    return {"percent": percent} if percent >= 50 else None


def _stay(it: Plain) -> Counted:
    long = sorted(
        (row for row in _running(it) if row.since <= it.ago(18)), key=lambda row: row.since
    )
    return {"n": len(long), "first": long[0].role} if long else None


def _ahead(it: Plain) -> Counted:
    ahead = [row for row in it.meetings if row.state == "planned" and row not in it.held]
    last = it.held[-1].starts_at.date()  # the sample waits for 45 days
    return None if ahead or (it.today - last).days < 45 else {"date": last}


def _gap(it: Plain) -> Counted:
    """The sample meets once a month; the summer is no break."""
    days = [it.held[-1].starts_at.date()]
    days += [row.starts_at.date() for row in it.meetings if row.starts_at.date() >= it.today]
    days += [it.today] if len(days) == 1 else []
    apart = [
        (two - one).days for one, two in pairwise(days)
        if not (one.month < 8 <= two.month)
    ]  # fmt: skip
    return next(({"days": n} for n in apart if n >= 75), None)


def _share(it: Plain, meeting: Meeting) -> float:
    on = meeting.starts_at.date()
    there = {
        row.id for row in it.all(Member)
        if not (row.joined and row.joined > on) and not (row.left and row.left <= on)
    }  # fmt: skip
    return len(it.came(meeting) & there) / len(there)


def _falls(it: Plain) -> Counted:
    noted = [row for row in it.held if it.came(row)]
    latest = noted[-3:]
    year = [row for row in noted[:-3] if row.starts_at.date() >= later(_day(latest[0]), -12)]
    if len(year) < 3:
        return None
    before, now = (
        round(100 * sum(_share(it, row) for row in some) / len(some)) for some in (year, latest)
    )
    return {"before": before, "now": now} if before - now >= 15 else None


def _day(meeting: Meeting) -> date:
    return meeting.starts_at.date()


def _unseen(it: Plain) -> Counted:
    latest = [row for row in it.held if it.came(row)][-3:]
    seen = set().union(*(it.came(row) for row in latest))
    n = sum(
        row.id not in seen and not (row.joined and row.joined > _day(latest[0]))
        for row in it.members
    )
    return {"n": n} if n / len(it.members) >= 0.25 else None


def _left(it: Plain) -> Counted:
    left = [row for row in it.all(Member) if row.left and it.ago(12) < row.left <= it.today]
    there = [row for row in it.members if not (row.joined and row.joined > it.today)]
    whole = len(there) + len(left)
    return {"n": len(left), "all": whole} if len(left) / whole >= 0.25 else None


def _joins(it: Plain) -> Counted:
    last: date = max(row.joined for row in it.all(Member) if row.joined)
    return {"date": last} if last <= it.ago(18) else None


def _alone(it: Plain) -> Counted:
    n = sum(
        bool(row.joined) and 30 <= (it.today - row.joined).days < 120 and row.mentor_id is None
        for row in it.members
    )
    return {"n": n} if n else None


def _ownerless(it: Plain) -> Counted:
    alone = sorted(
        row.title for row in it.all(Product)
        if row.status in ("draft", "review", "approved") and not row.owner_id
    )  # fmt: skip
    return {"n": len(alone), "first": alone[0]} if alone else None


def _stuck(it: Plain) -> Counted:
    resting = sorted(
        (row.moved_on, row.title) for row in it.all(Product)
        if row.status in ("draft", "review") and row.moved_on and row.moved_on <= it.ago(4)
    )  # fmt: skip
    return {"n": len(resting), "first": resting[0][1]} if resting else None


def _core(it: Plain) -> Counted:
    n = participation.circles(it.session, it.home, it.today).core
    return {"n": n} if n < 3 else None


def _largest(it: Plain) -> Counted:
    for place in it.all(Organisation):
        n = sum(row.organisation_id == place.id for row in it.members)
        if n > 1 and n / len(it.members) >= 0.395:
            return {"name": place.name, "percent": round(100 * n / len(it.members))}
    return None


def _consents(it: Plain) -> Counted:
    due = [row for row in it.members if not row.joined or row.joined <= it.ago(3)]
    n = sum(row.consent != "given" for row in due)
    return {"n": n, "all": len(due)} if n / len(due) >= 0.3 else None


PLAIN: dict[str, Callable[[Plain], Counted]] = {
    "breaches_open": _breaches, "trust_rules_missing": _rules, "charter_old": _charter,
    "needs_old": _needs, "topics_wait": _topics, "summaries_unsent": _summaries,
    "lectures_crowd": _lectures, "routines_lapsed": _routines, "dates_move": _dates,
    "roles_empty": _empty, "leader_holds_most": _leader, "roles_stay": _stay,
    "no_meeting_ahead": _ahead, "long_gap": _gap, "attendance_falls": _falls,
    "not_seen": _unseen, "many_left": _left, "nobody_joins": _joins,
    "newcomers_alone": _alone, "products_ownerless": _ownerless, "products_stuck": _stuck,
    "core_small": _core, "one_authority": _largest, "consents_missing": _consents,
}  # fmt: skip


@pytest.mark.parametrize(
    "today", [TODAY, date(2026, 9, 10), date(2027, 1, 3), date(2027, 3, 14), date(2027, 8, 20)]
)
def test_the_sample_lights_what_a_plain_count_of_its_rows_says(store: Store, today: date) -> None:
    with store.write("sample") as session:
        home = sample.create(session, today)
    with store.read() as session:
        plain = Plain(session, home, today)
        counted = {key: count(plain) for key, count in PLAIN.items()}
        told = {
            it.key: dict(it.light.values) if it.light else None
            for it in signs.every(session, home, today)
        }
    assert told == counted


def test_in_november_the_sample_has_these_lit_signs(store: Store) -> None:
    with store.write("sample") as session:
        home = sample.create(session, TODAY)
    with store.read() as session:
        lit = {it.key: it.values.get("n") for it in signs.lit(session, home, TODAY)}
        resting = {it.key for it in signs.every(session, home, TODAY) if it.light and it.asleep}
    assert lit == {
        "topics_wait": 2, "routines_lapsed": 1, "newcomers_alone": 3, "products_stuck": 1
    }  # fmt: skip
    assert resting == {"needs_old"}
