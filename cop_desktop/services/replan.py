"""A plan rearranged: activities put elsewhere, the goals of one year taken over into another."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.models import Goal, PlanItem

from . import plan


def place_items(
    session: Session, ids: Sequence[UUID], goal_id: UUID, before: UUID | None = None
) -> None:
    """Put activities, in this order, under a goal: before one of its own, or at its end."""
    query = select(PlanItem).where(PlanItem.goal_id == goal_id).order_by(PlanItem.position)
    staying = [item for item in session.scalars(query) if item.id not in ids]
    places = (place for place, item in enumerate(staying) if item.id == before)
    place = next(places, len(staying))
    moved = [session.get_one(PlanItem, key) for key in ids]
    for position, item in enumerate([*staying[:place], *moved, *staying[place:]]):
        item.goal_id, item.position = goal_id, position


def copy_goals(session: Session, community_id: UUID, from_year: int, to_year: int) -> int:
    """Take a year's goals over, without activities; those already there are passed over.

    Returns how many were copied.
    """
    there = {goal.title for goal in _goals(session, community_id, to_year)}
    goals = _goals(session, community_id, from_year)
    fresh = [goal for goal in goals if goal.title not in there]
    for goal in fresh:
        values = {"title": goal.title, "measure": goal.measure, "horizon": goal.horizon}
        plan.add_goal(session, community_id, to_year, values)
    return len(fresh)


def _goals(session: Session, community_id: UUID, work_year: int) -> list[Goal]:
    mine = (Goal.community_id == community_id, Goal.work_year == work_year)
    return list(session.scalars(select(Goal).where(*mine).order_by(Goal.position)))
