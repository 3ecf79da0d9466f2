"""Bringing in lists of meetings and of the work plan; the same list again changes nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.models import Member
from cop_desktop.models.vocabulary import Horizon

from . import meetings, organisations, plan
from .people import full_name
from .roster_import import ImportResult
from .search import fold

Values = Mapping[str, Any]


def commit_meetings(session: Session, community_id: UUID, rows: Iterable[Values]) -> ImportResult:
    """Add meetings, or complete those of the same day and topic; `host` is a name."""
    known = {
        (row.starts_at.date(), fold(row.topic)): (row.id, row)
        for row in meetings.every(session, community_id)
    }
    told: Counter[str] = Counter()
    for row in rows:
        values = {name: value for name, value in row.items() if name != "host"}
        if row.get("host"):
            values["host_id"] = organisations.named(session, row["host"])
        key = (values["starts_at"].date(), fold(values["topic"]))
        if key not in known:
            meetings.schedule(session, community_id, values)
            told["added"] += 1
            continue
        meeting_id, there = known[key]
        news = _news(values, there)
        if news:
            meetings.change(session, meeting_id, news)
        told["updated" if news else "unchanged"] += 1
    return ImportResult(told["added"], told["updated"], told["unchanged"])


def commit_plan(
    session: Session, community_id: UUID, work_year: int, rows: Iterable[Values]
) -> ImportResult:
    """Add goals and activities, or complete those of the same title; `owner` is a name."""
    owners, known = _owners(session, community_id), _Known(session, community_id, work_year)
    told: Counter[str] = Counter()
    for row in rows:
        goal_id = known.goal(row)
        if not row.get("title"):
            continue
        values = {name: value for name, value in row.items() if name in plan.ITEM_FIELDS}
        if owner := owners.get(fold(row.get("owner", ""))):
            values["owner_id"] = owner
        there = known.items.get((goal_id, fold(row["title"])))
        if there is None:
            plan.add_item(session, goal_id, values)
            told["added"] += 1
            continue
        news = _news(values, there)
        if news:
            plan.change_items(session, [there.id], news)
        told["updated" if news else "unchanged"] += 1
    return ImportResult(told["added"], told["updated"], told["unchanged"])


class _Known:
    """Goals and activities of the year by their titles; goals that are missing are made."""

    def __init__(self, session: Session, community_id: UUID, work_year: int) -> None:
        goals = plan.of_year(session, community_id, work_year).goals
        self._session, self._year = session, (community_id, work_year)
        self._goals = {fold(goal.title): goal.id for goal in goals}
        self.items = {(item.goal_id, fold(item.title)): item for g in goals for item in g.items}

    def goal(self, row: Values) -> UUID:
        key = fold(row.get("goal", ""))
        if key not in self._goals:
            self._goals[key] = _add_goal(self._session, *self._year, row)
        return self._goals[key]


def _add_goal(session: Session, community_id: UUID, work_year: int, row: Values) -> UUID:
    values = {
        "title": row.get("goal") or "—",  # folds to nothing, so it is found again
        "measure": row.get("measure", ""),
        "horizon": row.get("horizon", Horizon.SHORT),
    }
    return plan.add_goal(session, community_id, work_year, values)


def _news(values: Values, there: object) -> dict[str, Any]:
    return {
        name: value
        for name, value in values.items()
        if value not in (None, "") and getattr(there, name) != value
    }


def _owners(session: Session, community_id: UUID) -> dict[str, UUID]:
    """Members by name; a name that two share is nobody's."""
    found: dict[str, UUID] = {}
    shared: set[str] = set()
    query = select(Member).where(Member.community_id == community_id)
    for member in session.scalars(query):
        name = fold(full_name(member.given_name, member.family_name))
        shared |= {name} & found.keys()
        found[name] = member.id
    return {name: key for name, key in found.items() if name not in shared}
