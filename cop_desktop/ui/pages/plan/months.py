"""The plan as a picture of months."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from cop_desktop import formats
from cop_desktop.calendar import DEFAULT_LAYERS, Layer
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.plan import GoalRow, ItemRow
from cop_desktop.ui import work_year
from cop_desktop.ui.pictures import GanttBar, GanttData, GanttGoal, Mark

from .reading import YearPlan
from .words import late, whole


def gantt(
    year: YearPlan, today: date, _: Catalog, layers: Collection[Layer] = DEFAULT_LAYERS
) -> GanttData:
    """Months in reading order, meetings and milestones above, goals with their bars below."""
    number = year.plan.work_year
    return GanttData(
        work_year.months(number, _),
        work_year.end_of(number),
        work_year.free_days(number, _, layers),
        _marks(year, today, _),
        tuple(_goal(goal, today, _) for goal in year.plan.goals),
        today,
        _("Meetings and milestones"),
    )


def undated(year: YearPlan) -> int:
    """Activities that no month can show yet."""
    return sum(not (item.starts or item.ends) for item in year.plan.items)


def _goal(goal: GoalRow, today: date, _: Catalog) -> GanttGoal:
    bars = (_bar(item, today, _) for item in goal.items)
    return GanttGoal(goal.id, goal.title, tuple(bar for bar in bars if bar))


def _bar(item: ItemRow, today: date, _: Catalog) -> GanttBar | None:
    start, end = item.starts or item.ends, item.ends or item.starts
    if start is None or end is None:
        return None
    who = formats.dotted(late(item, today, _), item.owner)
    return GanttBar(
        item.id, item.title, start, end + work_year.DAY, whole(item, today, _), item.state,
        item.late(today), who,
    )  # fmt: skip


def _marks(year: YearPlan, today: date, _: Catalog) -> tuple[Mark, ...]:
    ahead = [row.id for row in year.meetings if row.starts_at.date() >= today]
    marks = [_meeting(row, ahead[:1], _) for row in year.meetings]
    marks += [_milestone(item, _) for item in year.plan.milestones]
    return tuple(sorted(marks, key=lambda mark: mark.day))


def _meeting(row: MeetingRow, following: Sequence[UUID], _: Catalog) -> Mark:
    on = row.starts_at.date()
    told = _(
        "Meeting {number}: {topic}, {day}",
        number=row.number, topic=row.topic, day=formats.date_medium(on, _.language),
    )  # fmt: skip
    past = row.state == MeetingState.HELD
    state = "past" if past else "next" if row.id in following else "coming"
    return Mark(("meeting", row.id), on, "meeting", str(row.number), told, state)


def _milestone(item: ItemRow, _: Catalog) -> Mark:
    on = item.milestone_on
    assert on is not None  # the plan's milestones have a day
    words = item.milestone or item.title
    told = _("Milestone: {what}, {day}", what=words, day=formats.date_medium(on, _.language))
    return Mark(item.id, on, "milestone", words, told)
