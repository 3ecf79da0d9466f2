"""What all papers of a meeting share: its place in the year, its code, when and where."""

from collections.abc import Sequence

from cop_desktop import formats
from cop_desktop.export import document as doc
from cop_desktop.formats.text import NBSP
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Progress
from cop_desktop.services.groups import Groups
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.timing import Day

MARKS = {
    Progress.NOT_STARTED: doc.Mark.EMPTY,
    Progress.UNDER_WAY: doc.Mark.HALF,
    Progress.DONE: doc.Mark.DONE,
    Progress.DROPPED: doc.Mark.DROPPED,
}


def place_in_year(meeting: MeetingRow, _: Catalog) -> str:
    """`meeting 3 of 8`; nothing for one that was called off."""
    if not meeting.number:
        return ""
    return _("meeting {number} of {of}", number=meeting.number, of=meeting.of)


def code(meeting: MeetingRow) -> str:
    """`27-03`: the third meeting of the work year that ends in 2027, to sort forms by."""
    year = formats.work_year_of(meeting.starts_at.date()) + 1
    return f"{year % 100:02}-{meeting.number:02}"


def short_day(meeting: MeetingRow, _: Catalog) -> str:
    return formats.date_short(meeting.starts_at.date(), _.language)


def both_dates(meeting: MeetingRow, _: Catalog) -> str:
    """The day (or the first and the last) in words, and its Hebrew date."""
    first, last = meeting.days[0].starts_at.date(), meeting.days[-1].starts_at.date()
    said = formats.date_long(first, _.language)
    if last != first:
        said = formats.date_range(first, last, _.language)
    comma = "،" if _.language == "ar" else ","
    hebrew = formats.hebrew_date(first, _.language).replace(" ", NBSP)
    return f"{said}{comma} {hebrew}"


def hours(day: Day, _: Catalog) -> str:
    return formats.time_range_paper(day.starts_at.time(), day.ends_at.time(), _.language)


def frame(
    meeting: MeetingRow, community: str, title: str, privacy: str, _: Catalog, *,
    short: str = "", form: bool = True, blocks: Sequence[doc.Block] = (),
) -> doc.Document:  # fmt: skip
    """A paper of a meeting: head with topic and day, foot with its `short` name and privacy."""
    subtitle = formats.dotted(place_in_year(meeting, _), meeting.topic, both_dates(meeting, _))
    return doc.Document(
        title=formats.dotted(title, meeting.topic),
        language=_.language,
        rtl=_.rtl,
        head=doc.Head(community, title, subtitle, form=form),
        foot=doc.Foot(formats.dotted(short or title, short_day(meeting, _)), privacy),
        author=community,
        blocks=tuple(blocks),
    )


def when_and_where(
    meeting: MeetingRow, more: doc.Fact | None, _: Catalog, *, unknown: str = ""
) -> doc.Facts:
    """The strip under the head: day in both calendars, hours, place, and one thing more.

    `unknown`: what stands for a place that is not known; without it there is no such column.
    """
    on = meeting.starts_at.date()
    day, length = formats.date_long(on, _.language), formats.duration(meeting.minutes, _.language)
    if meeting.further:
        last = meeting.days[-1].starts_at.date()
        day = formats.date_range(on, last, _.language)
        length = formats.counted(len(meeting.days), "day", _.language)
    facts = [
        doc.Fact(_("When"), day, formats.hebrew_date(on, _.language)),
        doc.Fact(_("Hours"), hours(meeting.days[0], _), length),
    ]
    if where := meeting.place or meeting.host or unknown:
        facts.append(doc.Fact(_("Where"), where, meeting.host if meeting.place else ""))
    if more:
        facts.append(more)
    return doc.Facts(tuple(facts), widths=(*(56, 40, 42)[: len(facts) - 1], None))


def next_meeting(following: MeetingRow | None, link: str, _: Catalog) -> doc.Block | None:
    """The next date, large, in both calendars, with a code of this meeting's link."""
    label = _("Link of this meeting") if link else ""
    if following is None:
        return doc.QrCode(link, label) if link else None
    on = following.starts_at.date()
    time, where = hours(following.days[0], _), following.place or following.host
    return doc.NextMeeting(
        _("The next meeting"),
        formats.dotted(formats.date_long(on, _.language), formats.hebrew_date(on, _.language)),
        # apart: in an English line a Hebrew place would turn the hours round
        f"{formats.isolate(time)}, {formats.isolate(where)}" if where else time,
        following.topic,
        link,
        label,
    )


def in_groups(groups: Groups | None, _: Catalog) -> str:
    """`6 groups of 3–4 people`; nothing while nobody is expected."""
    if groups is None or groups.count < 2:
        return ""
    least, most = min(groups.sizes), max(groups.sizes)
    size = str(most) if least == most else _("{least} or {most}", least=least, most=most)
    return _.plural("{n} group of {size}", "{n} groups of {size}", groups.count, size=size)
