"""The annual work plan: the year as a picture, then every activity in a table."""

from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import calendar, formats
from cop_desktop.content import content
from cop_desktop.export import document as doc
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import communities, meetings, plan
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.plan import GoalRow, ItemRow, Plan

from .meeting import MARKS

LONG = timedelta(days=2)  # what is shorter would be a speck among months
FILLS = (doc.Fill.SOLID, doc.Fill.HATCHED, doc.Fill.EMPTY)


@frozen
class WorkPlan:
    """A work year: its plan and its meetings, as they stand today."""

    community: str
    plan: Plan
    meetings: tuple[MeetingRow, ...]
    today: date
    layers: Collection[calendar.Layer] = calendar.DEFAULT_LAYERS  # whose holidays are hatched


def gather(session: Session, community_id: UUID, work_year: int, today: date) -> WorkPlan:
    held = meetings.in_year(session, community_id, work_year)
    return WorkPlan(
        communities.one(session, community_id, today).name,
        plan.of_year(session, community_id, work_year),
        tuple(row for row in held if row.state != MeetingState.CANCELLED),
        today,
        communities.layers(session, community_id),
    )


def work_plan(facts: WorkPlan, _: Catalog) -> doc.Document:
    """Goals and months on the first sheet, the table and what surrounds it on the next."""
    year = facts.plan.work_year
    name = formats.work_year_name(year, _.language)
    title = _("Annual work plan {year}", year=name)
    first, last = formats.work_year_bounds(year)
    span = _(
        "{first} to {last}",
        first=formats.month_and_year(first, _.language),
        last=formats.month_and_year(last, _.language),
    )
    updated = _("As of {day}", day=formats.date_short(facts.today, _.language))
    return doc.Document(
        title=title,
        language=_.language,
        rtl=_.rtl,
        paper=doc.Format.LANDSCAPE,
        head=doc.Head(facts.community, title, span, form=True),
        foot=doc.Foot(title, updated),
        author=facts.community,
        blocks=(*_year(facts, _), *_details(facts.plan, _)),
    )


def _year(facts: WorkPlan, _: Catalog) -> tuple[doc.Block, ...]:
    """The first sheet: what the year is for, and when."""
    goals = tuple(_goal(n, goal) for n, goal in enumerate(facts.plan.goals, start=1))
    if not goals:
        return (doc.Paragraph(_("No goals are written for this year yet.")), _gantt(facts, _))
    return (doc.Goals(goals), _gantt(facts, _))


def _details(year: Plan, _: Catalog) -> tuple[doc.Block, ...]:
    """The second sheet: every activity, and what surrounds them; nothing without goals."""
    if not year.goals:
        return ()
    surroundings = doc.Together((doc.Columns(_surroundings(year, _)),))
    return (doc.NewSheet(), _table(year, _), surroundings)


def months(work_year: int, language: str) -> tuple[doc.Month, ...]:
    """The twelve months of a work year with the Hebrew months each touches."""
    return tuple(
        doc.Month(
            first,
            formats.month_name(first.month, language),
            calendar.hebrew_months_label(first, language),
        )
        for first in formats.work_year_months(work_year)
    )


def _fill(number: int) -> doc.Fill:
    return FILLS[(number - 1) % len(FILLS)]


def _goal(number: int, goal: GoalRow) -> doc.PlanGoal:
    return doc.PlanGoal(number, goal.title, goal.measure, _fill(number))


def _gantt(facts: WorkPlan, _: Catalog) -> doc.Gantt:
    coming = next((row for row in facts.meetings if row.starts_at.date() >= facts.today), None)
    groups = tuple(
        doc.GanttGroup(n, tuple(_bar(item) for item in goal.items), _fill(n))
        for n, goal in enumerate(facts.plan.goals, start=1)
        if goal.items
    )
    rings = tuple(
        doc.GanttMeeting(row.starts_at.date(), row.number, row is coming) for row in facts.meetings
    )
    holidays = tuple(
        doc.Holiday(mark.start, mark.end, mark.name)
        for mark in calendar.year_marks(facts.plan.work_year, _.language, facts.layers)
        if mark.end - mark.start >= LONG
    )
    return doc.Gantt(
        months(facts.plan.work_year, _.language), groups, rings, _words(coming, _), holidays
    )


def _words(coming: MeetingRow | None, _: Catalog) -> doc.GanttWords:
    next_one = _("No meeting ahead")
    if coming:
        day = formats.date_short(coming.starts_at.date(), _.language)
        next_one = _("The coming meeting: {day}", day=day)
    return doc.GanttWords(_("Meetings"), _("Meeting"), next_one, _("Milestone"), _("No activity"))


def _bar(item: ItemRow) -> doc.GanttRow:
    start = item.starts or item.ends
    bars = ((start, item.ends or start),) if start else ()
    milestone = (item.milestone_on, item.milestone) if item.milestone_on else None
    return doc.GanttRow(item.title, bars, milestone)


def _table(year: Plan, _: Catalog) -> doc.Table:
    columns = (
        doc.Column(width=8),
        doc.Column(_("Goal and activity"), 72),
        doc.Column(_("Responsible"), 35),
        doc.Column(_("Product"), 40),
        doc.Column(_("Indicator"), 46),
        doc.Column(_("By when"), 28),
        doc.Column(_("Status")),
    )
    rows: list[doc.Row] = []
    for number, goal in enumerate(year.goals, start=1):
        rows.append(doc.Row((str(number), goal.title), doc.RowKind.GROUP))
        rows += [_row(item, _) for item in goal.items]
    return doc.Table(columns, tuple(rows))


def _row(item: ItemRow, _: Catalog) -> doc.Row:
    due = formats.date_short(item.ends, _.language) if item.ends else ""
    state = doc.Cell(content(_.language).word(item.state), mark=MARKS[item.state])
    return doc.Row(("", item.title, item.owner, item.product, item.indicator, due, state))


def _surroundings(year: Plan, _: Catalog) -> tuple[tuple[doc.Block, ...], ...]:
    milestones = tuple(
        (formats.date_short(item.milestone_on, _.language), item.milestone or item.title)
        for item in year.milestones
        if item.milestone_on
    )
    risks = tuple(
        doc.Item(f"{risk.text}: {risk.remedy}" if risk.remedy else risk.text) for risk in year.risks
    )
    signatures = (_("Community leader"), _("The leading core"), _("Date"))
    columns: list[tuple[doc.Block, ...]] = []
    if milestones:
        columns.append((doc.Heading(_("Milestones")), doc.Pairs(milestones)))
    if risks:
        columns.append((doc.Heading(_("Risks and what will be done")), doc.ItemList(risks)))
    approval = doc.Blanks(tuple(doc.Blank(words) for words in signatures), stacked=True)
    columns.append((doc.Heading(_("Approval")), approval))
    return (*columns, (), ())[:3]
