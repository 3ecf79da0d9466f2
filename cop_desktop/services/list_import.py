"""Bringing in lists of meetings, of the work plan, of products; a list twice changes nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import Member
from cop_desktop.models.vocabulary import Horizon

from . import organisations, plan
from .list_kinds import KINDS, Known, Mark, Values
from .people import full_name
from .roster_import import ImportResult
from .search import fold

_STEP = 50  # rows between two reports
NO_TITLE = "—"  # of a goal that the list does not name; folds to nothing, so it is found again


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"


@frozen
class Here:
    """All that a list is compared with; owners are members by their folded names."""

    rows: tuple[Known, ...] = ()
    goals: Mapping[str, UUID] = field(default_factory=dict)
    owners: Mapping[str, UUID] = field(default_factory=dict)


@frozen
class Step:
    """A row with what would be set; `clash`: its dates do not go with the ones here."""

    fate: Fate
    values: Values
    there: Known | None = None
    clash: bool = False


def here(session: Session, kind: str, community_id: UUID, work_year: int) -> Here:
    """What there is; only a work plan asks for the year (2026 is 2026/27)."""
    goals = plan.of_year(session, community_id, work_year).goals if kind == "work-plan" else ()
    rows = KINDS[kind].rows(session, community_id, work_year)
    owners = _owners(session, community_id)
    return Here(tuple(rows), {fold(goal.title): goal.id for goal in goals}, owners)


def steps(kind: str, rows: Sequence[Values], known: Here) -> list[Step]:
    """What would become of each row; reads nothing and writes nothing."""
    settled = [_settled(row, known.owners) for row in rows]
    goals = set(known.goals)
    found = []
    for values, there in zip(settled, _paired(kind, settled, known.rows), strict=True):
        if kind == "work-plan" and not values.get("title"):
            fate = Fate.SAME if fold(values.get("goal", "")) in goals else Fate.NEW
            found.append(Step(fate, values))
        else:
            found.append(_step(values, there))
        goals.add(fold(values.get("goal", "")))
    return found


def commit(
    session: Session,
    kind: str,
    community_id: UUID,
    work_year: int,
    rows: Sequence[Values],
    progress: Callable[[int, int], None] | None = None,
) -> ImportResult:
    """Add what is new and complete what is here; goals and hosts are found by name or made.

    What `progress(done, all)` raises leaves nothing behind.
    """
    known = here(session, kind, community_id, work_year)
    goals = dict(known.goals)
    told: Counter[Fate] = Counter()
    for at, step in enumerate(steps(kind, rows, known)):
        if progress and at % _STEP == 0:
            progress(at, len(rows))
        values = dict(step.values)
        if kind == "work-plan" and step.there is None:
            key = fold(values.get("goal", ""))
            if key not in goals:
                goals[key] = _add_goal(session, community_id, work_year, values)
            values["goal_id"] = goals[key]
        if "host" in values:
            values["host_id"] = organisations.named(session, values["host"])
        KINDS[kind].write(session, community_id, step.there, values)
        told[step.fate] += 1
    return ImportResult(told[Fate.NEW], told[Fate.UPDATE], told[Fate.SAME])


def marks(kind: str, values: Values) -> tuple[Mark, Mark]:
    """What a row is known by: exactly, and where one detail has changed."""
    return KINDS[kind].marks(values)


# -- comparing ---------------------------------------------------------------------------


def _paired(kind: str, rows: Sequence[Values], known: Iterable[Known]) -> list[Known | None]:
    """Each row with whom it means; nobody is meant twice, or two rows would take turns."""
    wanted = [marks(kind, row) for row in rows]
    free = {one.id: one for one in known}
    found: list[Known | None] = [None] * len(rows)
    for pass_ in (0, 1):
        waiting: dict[Mark, list[UUID]] = {}
        for one in free.values():
            waiting.setdefault(marks(kind, one.values)[pass_], []).append(one.id)
        for at, mark in enumerate(wanted):
            if found[at] is None and (ids := waiting.get(mark[pass_])):
                found[at] = free.pop(ids.pop(0))
    return found


def _step(values: Values, there: Known | None) -> Step:
    if there is None:
        return Step(Fate.NEW, values)
    news = {
        name: value
        for name, value in values.items()
        if value not in (None, "") and _differs(name, value, there.values)
    }
    clash = _ends_first({**there.values, **news})
    if clash:
        news = {name: value for name, value in news.items() if name not in {"starts", "ends"}}
    return Step(Fate.UPDATE if news else Fate.SAME, news, there, clash)


def _differs(name: str, value: Any, there: Values) -> bool:
    if name in {"goal", "measure", "horizon"}:  # of the goal, which is here
        return False
    if name == "host":
        return fold(value) != fold(there.get(name, ""))
    return bool(there.get(name) != value)


def _ends_first(values: Values) -> bool:
    starts, ends = values.get("starts"), values.get("ends")
    return bool(starts and ends and ends < starts)


def _settled(row: Values, owners: Mapping[str, UUID]) -> Values:
    """A row with its owner as a key; an owner nobody knows is left out."""
    values = {name: value for name, value in row.items() if name != "owner"}
    if owner := owners.get(fold(row.get("owner") or "")):
        values["owner_id"] = owner
    return values


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


def _add_goal(session: Session, community_id: UUID, work_year: int, row: Values) -> UUID:
    values = {
        "title": row.get("goal") or NO_TITLE,
        "measure": row.get("measure", ""),
        "horizon": row.get("horizon", Horizon.SHORT),
    }
    return plan.add_goal(session, community_id, work_year, values)
