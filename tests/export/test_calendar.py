"""The year's meetings in other people's calendars: the right hour, once, and without names."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar

from cop_desktop.errors import UserError
from cop_desktop.export import calendar
from cop_desktop.export.papers import Subject
from cop_desktop.i18n import Catalog, catalog
from cop_desktop.models.vocabulary import MeetingKind, MeetingState, Share
from cop_desktop.services import days, meetings, members, sample
from cop_desktop.store import Store
from tests.export import ical

TODAY, NOW = date(2026, 11, 22), datetime(2026, 11, 22, 8, tzinfo=UTC)


def exported(store: Store, community: UUID, words: Catalog, now: datetime = NOW) -> bytes:
    with store.read() as session:
        year = calendar.gather(session, Subject(community, TODAY))
    return calendar.calendar(year, words, now)


def events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def plan(store: Store, community: UUID, **values: object) -> UUID:
    with store.write("plan") as session:
        told = {"topic": "סיור", "starts_at": datetime(2026, 12, 2, 9, 30), **values}
        return meetings.schedule(session, community, told)


def test_every_meeting_of_the_year_arrives_once(
    store: Store, community: UUID, hebrew: Catalog
) -> None:
    plan(store, community, topic="בשנה הבאה", starts_at=datetime(2027, 9, 5, 9))
    topics = [str(event["summary"]) for event in events(exported(store, community, hebrew))]
    assert topics == ["פתיחת שנה", "ביקור ברהט"]


@pytest.mark.parametrize(
    ("wall", "hour"),
    [
        (datetime(2026, 12, 2, 9, 30), "2026-12-02T07:30:00+00:00"),  # winter: two hours
        (datetime(2027, 6, 9, 9, 30), "2027-06-09T06:30:00+00:00"),  # summer: three
        (datetime(2026, 10, 25, 0, 30), "2026-10-24T21:30:00+00:00"),  # the night clocks go back
    ],
)
def test_hours_are_those_of_the_clock_in_israel(
    store: Store, community: UUID, hebrew: Catalog, wall: datetime, hour: str
) -> None:
    key = plan(store, community, starts_at=wall, minutes=210)
    event = next(it for it in events(exported(store, community, hebrew)) if it["uid"] == str(key))
    assert event["dtstart"].dt.isoformat() == hour
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=210)


def test_a_second_export_changes_the_same_events(
    store: Store, community: UUID, hebrew: Catalog
) -> None:
    before = events(exported(store, community, hebrew))
    with store.write("move") as session:
        meetings.change(session, UUID(str(before[1]["uid"])), {"topic": "ביקור בחיפה"})
    after = events(exported(store, community, catalog("en"), NOW + timedelta(days=1)))
    assert [it["uid"] for it in before] == [it["uid"] for it in after]
    assert after[1]["summary"] == "ביקור בחיפה"
    assert after[1]["dtstamp"].dt > before[1]["dtstamp"].dt
    assert [it["sequence"] for it in after] == [0, 0]


def told(store: Store, community: UUID, words: Catalog, meeting: UUID | None = None) -> bytes:
    """As it leaves: the file notes that calendars hear of it."""
    with store.write("tell") as session:
        year = calendar.gather(session, Subject(community, TODAY, meeting), tell=True)
    return calendar.calendar(year, words, NOW)


def numbers(data: bytes) -> dict[str, str]:
    return {event["UID"]: event["SEQUENCE"] for event in ical.read(data)[1]}


def test_another_reader_finds_every_meeting_in_utc(
    store: Store, community: UUID, hebrew: Catalog
) -> None:
    purpose = "שורה, ועוד; אחת\nושנייה \\ סוף"
    key = plan(store, community, minutes=210, purpose=purpose, place="היכל התרבות, קומה 2")
    about, found = ical.read(told(store, community, hebrew))
    assert (about["METHOD"], about["VERSION"]) == ("PUBLISH", "2.0")
    assert len(found) == len({event["UID"] for event in found}) == 3
    event = next(it for it in found if it["UID"] == str(key))
    assert ical.moment(event["DTSTART"]) == datetime(2026, 12, 2, 7, 30, tzinfo=UTC)
    assert ical.moment(event["DTEND"]) == datetime(2026, 12, 2, 11, 0, tzinfo=UTC)
    assert (event["SUMMARY"], event["LOCATION"]) == ("סיור", "היכל התרבות, קומה 2")
    assert purpose in event["DESCRIPTION"]


def test_a_seminar_ends_on_its_last_day(store: Store, community: UUID, hebrew: Catalog) -> None:
    key = plan(store, community, minutes=240)
    with store.write("second day") as session:
        days.add(session, key, datetime(2026, 12, 3, 8), 300)
    _about, found = ical.read(told(store, community, hebrew, key))
    assert [it["UID"] for it in found] == [str(key)]
    assert ical.moment(found[0]["DTEND"]) == datetime(2026, 12, 3, 11, tzinfo=UTC)


def test_a_change_raises_the_number_of_its_meeting_alone(
    store: Store, community: UUID, hebrew: Catalog
) -> None:
    key = str(plan(store, community))
    assert set(numbers(told(store, community, hebrew)).values()) == {"0"}
    with store.write("move") as session:
        meetings.change(session, UUID(key), {"place": "אחר"})
    after = numbers(told(store, community, hebrew))
    assert after.pop(key) == "1"
    assert set(after.values()) == {"0"}


def test_one_cancelled_meeting_is_taken_out_of_calendars(
    store: Store, community: UUID, hebrew: Catalog
) -> None:
    key = plan(store, community)
    before = numbers(told(store, community, hebrew, key))
    with store.write("cancel") as session:
        meetings.change(session, key, {"state": MeetingState.CANCELLED})
    data = told(store, community, hebrew, key)
    about, [event] = ical.read(data)
    assert (about["METHOD"], event["STATUS"]) == ("CANCEL", "CANCELLED")
    assert int(event["SEQUENCE"]) > int(before[event["UID"]])
    assert ical.read(told(store, community, hebrew))[0]["METHOD"] == "PUBLISH"


def test_a_meeting_called_off_is_said_to_be(store: Store, community: UUID, hebrew: Catalog) -> None:
    key = plan(store, community, state=MeetingState.CANCELLED)
    states = {str(it["uid"]): it["status"] for it in events(exported(store, community, hebrew))}
    assert states.pop(str(key)) == "CANCELLED"
    assert set(states.values()) == {"CONFIRMED"}


def test_a_meeting_online_is_at_its_link(store: Store, community: UUID, hebrew: Catalog) -> None:
    link = "https://meet.example.org/a?b=1,2;c"
    key = plan(store, community, kind=MeetingKind.ONLINE, link=link, purpose="להחליט; יחד, היום")
    event = next(it for it in events(exported(store, community, hebrew)) if it["uid"] == str(key))
    assert (event["location"], event["url"]) == (link, link)
    assert "להחליט; יחד, היום" in event["description"]


@pytest.mark.parametrize("language", ["he", "en", "ar"])
def test_the_text_itself_keeps_to_the_standard(
    store: Store, community: UUID, language: str
) -> None:
    long = "נושא ארוך מאוד, שאין לו סוף; " * 20 + "\u2068x\u2069\u202e\x00"
    plan(store, community, topic=long, purpose="שורה\r\nעוד שורה\nEND:VCALENDAR")
    data = exported(store, community, catalog(language))
    lines = data.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert [line.decode("utf-8") for line in lines]  # no letter is cut in two
    assert lines.count(b"END:VCALENDAR") == 1
    assert all(after[:1] != b" " or before for before, after in pairwise(lines))
    whole = data.replace(b"\r\n ", b"").decode("utf-8")
    assert "נושא ארוך מאוד\\, שאין לו סוף\\;" in whole
    assert "שורה\\nעוד שורה\\nEND:VCALENDAR" in whole
    assert not set(whole) & set("\u2066\u2067\u2068\u2069\u202e\x00")


def test_no_names_of_members_leave_in_a_calendar(store: Store, hebrew: Catalog) -> None:
    with store.write("sample") as session:
        key = sample.create(session, TODAY)
    with store.read() as session:
        names = [row.name for row in members.active(session, key, TODAY)]
    whole = exported(store, key, hebrew).replace(b"\r\n ", b"").decode("utf-8")
    assert len(names) == 24
    assert not [name for name in names if name in whole]


def test_an_empty_year_is_an_empty_calendar(store: Store, community: UUID, hebrew: Catalog) -> None:
    with store.write("clear") as session:
        for row in meetings.every(session, community):
            meetings.remove(session, row.id)
    assert events(exported(store, community, hebrew)) == []


def test_it_stays_in_the_community_and_in_its_format(
    store: Store, community: UUID, hebrew: Catalog, tmp_path: Path
) -> None:
    calendar.allow(Share.COMMUNITY)
    with pytest.raises(UserError):
        calendar.allow(Share.MINISTRY)
    with store.read() as session:
        year = calendar.gather(session, Subject(community, TODAY))
    with pytest.raises(UserError):
        calendar.write(year, tmp_path / "year.pdf", hebrew)
    calendar.write(year, tmp_path / "year.ics", hebrew)
    assert [it.name for it in tmp_path.glob("year*")] == ["year.ics"]
    assert len(events((tmp_path / "year.ics").read_bytes())) == 2
