"""The plans of both years, and their risks."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from cop_desktop.models import Goal, PlanItem, Risk
from cop_desktop.models.vocabulary import Horizon, Progress

from .story import Story, Told, read
from .year import Year


def tell(session: Session, story: Story) -> None:
    """Add what the community set out to do."""
    for which, plan in read("plan").items():
        goals = [_goal(story, which, place, told) for place, told in enumerate(plan["goals"])]
        session.add_all([*goals, *_risks(story, which, plan["risks"])])
        session.flush()
        for goal, told in zip(goals, plan["goals"], strict=True):
            session.add_all(_items(story, which, goal, told["items"]))


def _goal(story: Story, which: str, position: int, told: Told) -> Goal:
    return Goal(
        community_id=story.community_id, work_year=story.year.of(which), position=position,
        title=told["title"], measure=told["measure"],
        horizon=Horizon(told.get("horizon", Horizon.SHORT)),
    )  # fmt: skip


def _items(story: Story, which: str, goal: Goal, rows: list[Told]) -> Iterator[PlanItem]:
    year = story.year
    for position, told in enumerate(rows):
        milestone_on = told.get("milestone_on")
        yield PlanItem(
            goal_id=goal.id, position=position, title=told["title"],
            owner_id=story.member(told, "owner"), audience=told["audience"],
            starts=year.day(f"{which} {told['starts']}"), ends=year.day(f"{which} {told['ends']}"),
            product=told["product"], indicator=told["indicator"],
            state=_state(year, which, told), milestone=told.get("milestone", ""),
            milestone_on=year.day(f"{which} {milestone_on}") if milestone_on else None,
        )  # fmt: skip


def _state(year: Year, which: str, told: Told) -> Progress:
    """How far an activity has come by today; the file says how it ended."""
    if year.day(f"{which} {told['starts']}") > year.today:
        return Progress.NOT_STARTED
    if year.day(f"{which} {told['ends']}") >= year.today:
        return Progress.UNDER_WAY
    return Progress(told.get("state", Progress.DONE))


def _risks(story: Story, which: str, rows: list[Told]) -> Iterator[Risk]:
    for position, told in enumerate(rows):
        yield Risk(
            community_id=story.community_id, work_year=story.year.of(which), position=position,
            text=told["text"], remedy=told["remedy"],
        )  # fmt: skip
