"""The annual work plan: goals in order, activities under them, risks beside them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Goal, Member, PlanItem, Risk
from cop_desktop.models.vocabulary import OPEN_STILL, Horizon, Progress

from .editing import Fields, apply, cleaned, day, line, link_to, needed, prose, whole, word
from .looking import once
from .people import full_name

GOAL_FIELDS: Fields = {
    "title": needed(N_("A goal needs a title: what will be different?")),
    "measure": line,
    "horizon": word(Horizon),
    "work_year": whole(1990, 2150),
}
ITEM_FIELDS: Fields = {
    "title": needed(N_("An activity needs a title: what will be done?")),
    "owner_id": link_to(Member),
    "starts": day,
    "ends": day,
    "audience": line,
    "product": line,
    "indicator": line,
    "state": word(Progress),
    "milestone": line,
    "milestone_on": day,
    "goal_id": link_to(Goal),
}
RISK_FIELDS: Fields = {"text": needed(N_("A risk needs words.")), "remedy": prose}
Ordered = TypeVar("Ordered", Goal, PlanItem, Risk)


@frozen
class ItemRow:
    """An activity; `ends` is its last day."""

    id: UUID
    goal_id: UUID
    title: str
    owner_id: UUID | None
    owner: str
    starts: date | None
    ends: date | None
    audience: str
    product: str
    indicator: str
    state: Progress
    milestone: str
    milestone_on: date | None

    def late(self, today: date) -> bool:
        open_still = self.state in OPEN_STILL
        return open_still and self.ends is not None and self.ends < today


@frozen
class GoalRow:
    """A goal with its activities in order."""

    id: UUID
    title: str
    measure: str
    horizon: Horizon
    items: tuple[ItemRow, ...]


@frozen
class RiskRow:
    """What may stand in the way, and what will be done then."""

    id: UUID
    text: str
    remedy: str


@frozen
class Plan:
    """A work year's plan."""

    work_year: int
    goals: tuple[GoalRow, ...]
    risks: tuple[RiskRow, ...]

    @property
    def items(self) -> tuple[ItemRow, ...]:
        return tuple(item for goal in self.goals for item in goal.items)

    @property
    def milestones(self) -> tuple[ItemRow, ...]:
        """Activities with a milestone, by its day."""
        marked = [item for item in self.items if item.milestone_on]
        return tuple(sorted(marked, key=lambda item: item.milestone_on or date.max))


@once
def of_year(session: Session, community_id: UUID, work_year: int) -> Plan:
    """The plan of a work year (2026 is 2026/27), goals and activities in their order."""
    goals = list(session.scalars(_of(Goal, community_id, work_year)))
    items = _items(session, [goal.id for goal in goals])
    risks = session.scalars(_of(Risk, community_id, work_year))
    return Plan(
        work_year,
        tuple(
            GoalRow(goal.id, goal.title, goal.measure, goal.horizon, tuple(items.get(goal.id, ())))
            for goal in goals
        ),
        tuple(RiskRow(risk.id, risk.text, risk.remedy) for risk in risks),
    )


def years(session: Session, community_id: UUID) -> list[int]:
    """The work years that have goals, oldest first."""
    query = select(Goal.work_year).where(Goal.community_id == community_id).distinct()
    return list(session.scalars(query.order_by(Goal.work_year)))


def add_goal(
    session: Session, community_id: UUID, work_year: int, values: Mapping[str, Any]
) -> UUID:
    """A new goal behind those of its year; raises UserError without a title."""
    clean = cleaned(GOAL_FIELDS, {"title": "", **values})
    clean["work_year"] = work_year
    siblings = session.scalars(_of(Goal, community_id, work_year)).all()
    goal = Goal(community_id=community_id, position=_next(siblings), **clean)
    session.add(goal)
    session.flush()
    return goal.id


def add_item(session: Session, goal_id: UUID, values: Mapping[str, Any]) -> UUID:
    """A new activity at the end of a goal; raises UserError untitled, or ending too early."""
    clean = cleaned(ITEM_FIELDS, {"title": "", **values})
    clean["goal_id"] = goal_id
    last = session.scalar(select(func.max(PlanItem.position)).where(PlanItem.goal_id == goal_id))
    item = PlanItem(position=0 if last is None else last + 1, **clean)
    _sensible(item)
    session.add(item)
    session.flush()
    return item.id


def add_risk(
    session: Session, community_id: UUID, work_year: int, text: str, remedy: str = ""
) -> UUID:
    """A new risk of the year; raises UserError without words."""
    siblings = session.scalars(_of(Risk, community_id, work_year)).all()
    clean = cleaned(RISK_FIELDS, {"text": text, "remedy": remedy})
    risk = Risk(community_id=community_id, work_year=work_year, position=_next(siblings), **clean)
    session.add(risk)
    session.flush()
    return risk.id


def change_goal(session: Session, goal_id: UUID, values: Mapping[str, Any]) -> None:
    """Set fields of a goal; raises UserError when no title would be left."""
    apply(session, Goal, [goal_id], GOAL_FIELDS, values)


def change_items(session: Session, ids: Sequence[UUID], values: Mapping[str, Any]) -> None:
    """Set the same values in one activity or several."""
    for item in apply(session, PlanItem, ids, ITEM_FIELDS, values):
        _sensible(item)


def change_risk(session: Session, risk_id: UUID, values: Mapping[str, Any]) -> None:
    """Set fields of a risk; raises UserError when no words would be left."""
    apply(session, Risk, [risk_id], RISK_FIELDS, values)


def move_goal(session: Session, goal_id: UUID, by: int) -> None:
    """Move a goal up (-1) or down (1) among the goals of its year."""
    goal = session.get_one(Goal, goal_id)
    _shift(list(session.scalars(_of(Goal, goal.community_id, goal.work_year))), goal, by)


def remove_goal(session: Session, goal_id: UUID) -> None:
    """Delete a goal with its activities."""
    session.delete(session.get_one(Goal, goal_id))


def remove_items(session: Session, ids: Sequence[UUID]) -> None:
    """Delete activities; their goals stay."""
    for item in session.scalars(select(PlanItem).where(PlanItem.id.in_(list(ids)))):
        session.delete(item)


def remove_risk(session: Session, risk_id: UUID) -> None:
    """Delete a risk."""
    session.delete(session.get_one(Risk, risk_id))


def _of(model: Any, community_id: UUID, work_year: int) -> Any:
    mine = (model.community_id == community_id, model.work_year == work_year)
    return select(model).where(*mine).order_by(model.position)


def _items(session: Session, goals: Sequence[UUID]) -> dict[UUID, list[ItemRow]]:
    found = session.execute(
        select(PlanItem, Member.given_name, Member.family_name)
        .outerjoin(Member, PlanItem.owner_id == Member.id)
        .where(PlanItem.goal_id.in_(goals))
        .order_by(PlanItem.position)
    )
    items: dict[UUID, list[ItemRow]] = {}
    for it, given, family in found:
        owner = full_name(given, family)
        row = ItemRow(
            it.id, it.goal_id, it.title, it.owner_id, owner, it.starts, it.ends, it.audience,
            it.product, it.indicator, it.state, it.milestone, it.milestone_on,
        )  # fmt: skip
        items.setdefault(it.goal_id, []).append(row)
    return items


def _next(siblings: Sequence[Goal] | Sequence[Risk]) -> int:
    return max((row.position for row in siblings), default=-1) + 1


def _sensible(item: PlanItem) -> None:
    if item.starts and item.ends and item.ends < item.starts:
        raise UserError(N_("The activity would end before it begins. Check the two dates."))


def _shift(rows: list[Ordered], row: Ordered, by: int) -> None:
    place = rows.index(row)
    rows.insert(max(0, min(len(rows) - 1, place + by)), rows.pop(place))
    for position, it in enumerate(rows):
        it.position = position
