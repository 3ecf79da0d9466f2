"""What the page reads of the file, all at once."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from cop_desktop import formats
from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import meetings, plan
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.plan import GoalRow, ItemRow, Plan, RiskRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People, people

Kept = GoalRow | ItemRow | RiskRow  # what can be chosen


@frozen
class YearPlan:
    """A work year's plan with its meetings, and who may own an activity."""

    plan: Plan
    meetings: tuple[MeetingRow, ...]  # not the cancelled ones
    years: tuple[int, ...]  # that can be looked at
    people: People
    source: int | None  # the latest year before this one that has goals
    copied: bool  # all its goals are here

    def goal(self, key: UUID | None) -> GoalRow | None:
        return next((goal for goal in self.plan.goals if goal.id == key), None)

    def item(self, key: UUID | None) -> ItemRow | None:
        return next((item for item in self.plan.items if item.id == key), None)

    def risk(self, key: UUID | None) -> RiskRow | None:
        return next((risk for risk in self.plan.risks if risk.id == key), None)

    def has(self, key: UUID) -> bool:
        return bool(self.goal(key) or self.item(key) or self.risk(key))

    def kept(self, keys: Sequence[UUID]) -> list[Kept]:
        """What of these is still there; of several, the activities."""
        found = [self.goal(key) or self.item(key) or self.risk(key) for key in keys]
        rows: list[Kept] = [row for row in found if row]
        items: list[Kept] = [row for row in rows if isinstance(row, ItemRow)]
        return (items or rows[:1]) if len(rows) > 1 else rows

    def goal_of(self, key: UUID | None) -> GoalRow | None:
        """This goal, or that of this activity; else the last."""
        item = self.item(key)
        goal = self.goal(item.goal_id if item else key)
        return goal or next(reversed(self.plan.goals), None)


def read(desk: Desk, work_year: int) -> YearPlan:
    today, community = desk.today(), desk.community_id
    now = formats.work_year_of(today)
    with desk.store.read() as session:
        known = plan.years(session, community)
        rows = meetings.in_year(session, community, work_year)
        here = plan.of_year(session, community, work_year)
        source = max((year for year in known if year < work_year), default=None)
        before = plan.of_year(session, community, source).goals if source else ()
        titles = {goal.title for goal in here.goals}
        return YearPlan(
            here,
            tuple(row for row in rows if row.state != MeetingState.CANCELLED),
            tuple(sorted({*known, now, now + 1, work_year})),
            people(session, community, today),
            source,
            all(goal.title in titles for goal in before),
        )


def year_of(desk: Desk, key: UUID, years: Iterable[int]) -> int | None:
    """The first of these years in which a goal, an activity or a risk stands."""
    return next((year for year in years if read(desk, year).has(key)), None)
