"""Sentences about an agenda: days, tracks, groups, what is free and what is claimed twice."""

from cop_desktop import formats
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import AgendaPart
from cop_desktop.services.agendas import Problem, ProblemKind
from cop_desktop.services.groups import Groups

from .agenda_entries import DayHead, TrackHead

PARTS = {
    AgendaPart.BEFORE: N_("Before the meeting"),
    AgendaPart.MEETING: N_("In the meeting"),
    AgendaPart.AFTER: N_("After the meeting"),
}


def part_name(part: AgendaPart, _: Catalog) -> str:
    return _(PARTS[part])


def day_name(day: DayHead, _: Catalog) -> str:
    return part_name(AgendaPart.MEETING, _) if day.alone else _("Day {n}", n=day.number + 1)


def day_balance(day: DayHead, _: Catalog) -> str:
    """How the blocks of a day fill its time."""
    if day.over:
        return _.plural("{n} minute over the time", "{n} minutes over the time", day.over)
    length = formats.duration(day.planned, _.language) if day.planned else ""
    if not day.under:
        return _("{length}, exactly the time", length=length)
    free = _.plural("{n} minute free", "{n} minutes free", day.under)
    return formats.dotted(length, free)


def track_name(head: TrackHead, _: Catalog) -> str:
    return head.track.title or _("Track {n}", n=head.place)


def remark(problem: Problem, title: str, _: Catalog) -> str:
    """A gap or an overlap in words, with the block it is in front of."""
    if problem.kind == ProblemKind.GAP:
        free = _.plural("{n} minute free", "{n} minutes free", problem.minutes)
        return _("{free}, before “{title}”", free=free, title=title)
    late = _.plural("{n} minute", "{n} minutes", problem.minutes)
    return _(
        "“{title}” is pinned {late} too early for what comes before it", title=title, late=late
    )


def groups_word(groups: Groups, _: Catalog) -> str:
    """6 groups of 4; 5 groups of 4 or 5."""
    count = _.plural("{n} group", "{n} groups", groups.count)
    if not groups.sizes:
        return ""
    least, most = min(groups.sizes), max(groups.sizes)
    if least == most:
        return _("{count} of {size}", count=count, size=most)
    return _("{count} of {least} or {most}", count=count, least=least, most=most)
