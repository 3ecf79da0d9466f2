"""The year's meetings as a calendar file: Outlook, Google and telephones read it."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from cop_desktop import __version__, formats
from cop_desktop.errors import UserError
from cop_desktop.formats import dotted, without_isolates
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import MeetingKind, MeetingState, Share
from cop_desktop.services import calendars, communities, meetings
from cop_desktop.services.meetings import MeetingRow

from .papers import Subject
from .sheets import Sheet, SheetColumn
from .text.clean import clean
from .writing import refusals_told, replacing

KEY = "calendar"
SUFFIXES = (".ics",)
TELLING = N_("Calendar file")  # of the note that calendars were told
SHARE = Share.COMMUNITY  # rooms, links and purposes are for those who are invited
HOME = ZoneInfo("Asia/Jerusalem")  # meetings are kept as wall clock; tzdata brings it to Windows
STATES = {
    MeetingState.PLANNED: "CONFIRMED",
    MeetingState.HELD: "CONFIRMED",
    MeetingState.CANCELLED: "CANCELLED",
}


@frozen
class MeetingYear:
    """A community's meetings of one work year; those called off are among them."""

    community_id: UUID
    community: str
    meetings: tuple[MeetingRow, ...]
    numbers: Mapping[UUID, int]  # how often each has changed since calendars first heard of it


def gather(session: Session, subject: Subject, *, tell: bool = False) -> MeetingYear:
    """Read the year; `tell` (in a session that writes) notes that calendars hear of it now."""
    rows = meetings.in_year(session, subject.community_id, subject.year)
    if subject.meeting_id:
        rows = tuple(row for row in rows if row.id == subject.meeting_id)
    return MeetingYear(
        subject.community_id,
        communities.one(session, subject.community_id, subject.today).name,
        rows,
        calendars.told(session, rows) if tell else calendars.foreseen(session, rows),
    )


def allow(level: Share) -> None:
    """Refuse readers outside the community."""
    if not SHARE.reaches(level):
        raise UserError(
            N_("The calendar holds places and links of the meetings and stays in the community.")
        )


def calendar(year: MeetingYear, _: Catalog, now: datetime) -> bytes:
    """The file's bytes (RFC 5545): an event for each meeting, in UTC, without names.

    `now` (aware) stamps the events. The same meeting keeps its UID in every export, so that a
    second import changes it instead of adding another.
    """
    from icalendar import Calendar  # a quarter of a second: only when somebody exports

    book = Calendar()
    book.add("prodid", f"-//Maagalim//cop-desktop {__version__}//{_.language.upper()}")
    book.add("version", "2.0")
    book.add("calscale", "GREGORIAN")
    book.add("method", _method(year.meetings))
    book.add("x-wr-calname", _plain(_("Meetings: {name}", name=year.community)))
    for meeting in year.meetings:
        number = year.numbers.get(meeting.id, 0)
        book.add_component(_event(meeting, number, year.community, _, now))
    return bytes(book.to_ical())


def write(year: MeetingYear, path: Path, _: Catalog) -> None:
    """Write the calendar, whole or not at all."""
    if path.suffix.lower() not in SUFFIXES:
        raise UserError(
            N_("Calendars are written as .ics, not as {suffix}. Change the file's name."),
            suffix=path.suffix or path.name,
        )
    with refusals_told(path), replacing(path) as part:
        part.write_bytes(calendar(year, _, datetime.now(UTC)))


def table(year: MeetingYear, _: Catalog) -> Sheet:
    """What leaves in the calendar, to be looked at before it does."""
    return Sheet(
        _("Meetings of {name}", name=year.community),
        _.rtl,
        (
            SheetColumn(_("Day"), SHARE, 18),
            SheetColumn(_("Hours"), SHARE, 18),
            SheetColumn(_("Topic"), SHARE, 36),
            SheetColumn(_("Where"), SHARE, 26),
            SheetColumn(_("Purpose"), SHARE, 36),
        ),
        tuple(_line(meeting, _) for meeting in year.meetings),
    )


def _line(meeting: MeetingRow, _: Catalog) -> tuple[str, ...]:
    start, end = meeting.starts_at, meeting.ends_at
    day = formats.date_short(start.date(), _.language)
    if meeting.further:
        day = formats.date_range(start.date(), end.date(), _.language)
    if meeting.state == MeetingState.CANCELLED:
        day = _("{day}, called off", day=day)
    hours = formats.time_range(start.time(), end.time(), _.language)
    return day, hours, meeting.topic, _place(meeting), meeting.purpose


def _event(meeting: MeetingRow, number: int, community: str, _: Catalog, now: datetime) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", str(meeting.id))
    event.add("sequence", number)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", _utc(meeting.starts_at))
    event.add("dtend", _end(meeting))
    event.add("status", STATES[meeting.state])
    event.add("summary", _plain(meeting.topic))
    if where := _place(meeting):
        event.add("location", _plain(where))
    event.add("description", _plain(_description(meeting, community, _)))
    if meeting.link.isascii() and "://" in meeting.link:
        event.add("url", meeting.link)
    return event


def _method(rows: tuple[MeetingRow, ...]) -> str:
    """To take over, not to answer; a file of nothing but cancelled meetings takes them away."""
    called_off = [row.state == MeetingState.CANCELLED for row in rows]
    return "CANCEL" if called_off and all(called_off) else "PUBLISH"


def _end(meeting: MeetingRow) -> datetime:
    """The end of the last day; its minutes are counted where the clock may be set meanwhile."""
    last = meeting.days[-1]
    return _utc(last.starts_at) + timedelta(minutes=last.minutes)


def _utc(wall: datetime) -> datetime:
    """A moment of the wall clock in Israel; the hour that comes twice counts as the first."""
    return wall.replace(tzinfo=HOME).astimezone(UTC)


def _place(meeting: MeetingRow) -> str:
    if meeting.kind == MeetingKind.ONLINE:
        return meeting.link or meeting.place
    return ", ".join(part for part in (meeting.place, meeting.host) if part)


def _description(meeting: MeetingRow, community: str, _: Catalog) -> str:
    number = _("meeting {number} of {of}", number=meeting.number, of=meeting.of)
    head = dotted(community, number if meeting.number else "")
    return "\n".join(part for part in (head, meeting.purpose, meeting.link) if part)


def _plain(text: str) -> str:
    """Calendars show neither isolates nor control characters."""
    return without_isolates(clean(text))
