"""Sentences of this page."""

from datetime import date

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.services.plan import GoalRow, ItemRow, Plan

SHORT = 32  # letters of a title inside the name of a step


def short(title: str) -> str:
    """A title that fits into the undo button."""
    return title if len(title) <= SHORT else title[: SHORT - 1].rstrip() + "…"


def year_name(work_year: int, _: Catalog) -> str:
    name, civil = formats.work_year_name(work_year, _.language), formats.work_year_civil(work_year)
    return name if name == civil else formats.dotted(name, civil)


def days(item: ItemRow, _: Catalog) -> str:
    """When an activity runs, as short as can be."""
    language = _.language
    if item.starts and item.ends:
        years = {formats.work_year_of(item.starts), formats.work_year_of(item.ends)}
        if len(years) > 1 or item.starts == item.ends:
            return formats.date_range(item.starts, item.ends, language)
        since, until = (formats.day_and_month(day, language) for day in (item.starts, item.ends))
        return _("{since} to {until}", since=since, until=until)
    if item.starts:
        return _("from {since}", since=formats.date_medium(item.starts, language))
    if item.ends:
        return _("until {day}", day=formats.date_medium(item.ends, language))
    return _("no dates yet")


def late(item: ItemRow, today: date, _: Catalog) -> str:
    """How long an activity has been late; empty when it is not."""
    if not item.late(today) or item.ends is None:
        return ""
    gone = (today - item.ends).days
    unit, count = ("week", gone // 7) if gone >= 14 else ("day", gone)
    return _("late by {length}", length=formats.counted(count, unit, _.language))


def whole(item: ItemRow, today: date, _: Catalog) -> str:
    """An activity said whole."""
    state = late(item, today, _) or content(_.language).word(item.state)
    return ", ".join(part for part in (item.title, days(item, _), state, item.owner) if part)


def goal_whole(goal: GoalRow, _: Catalog) -> str:
    count = _.plural("{n} activity", "{n} activities", len(goal.items))
    kind = content(_.language).word(goal.horizon)
    return ", ".join(part for part in (goal.title, goal.measure, kind, count) if part)


def sums(plan: Plan, _: Catalog) -> str:
    """The line under the title."""
    goals = _.plural("{n} goal", "{n} goals", len(plan.goals))
    items = _.plural("{n} activity", "{n} activities", len(plan.items))
    return formats.dotted(goals, items)
