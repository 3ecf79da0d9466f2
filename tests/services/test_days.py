"""Seminars: days come, go and follow the first; the calendar sees the last."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from cop_desktop.errors import UserError
from cop_desktop.export import calendar
from cop_desktop.export.papers import Subject
from cop_desktop.i18n import catalog
from cop_desktop.services import agendas, days, meetings
from cop_desktop.store import Store, journal

from .agendas_built import built, clock, row, titles


@pytest.fixture
def meeting(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[0].id


@pytest.fixture
def seminar(store: Store, meeting: UUID) -> UUID:
    """Three days: 13 October 9:30–12:30, 14 October 8:00–12:00, 21 October 8:00–12:00."""
    built(store, meeting, row("a"), row("b", day=1), row("c", day=2), row("d", day=1))
    with store.write("hours") as session:
        days.change(session, meeting, 2, {"starts_at": datetime(2026, 10, 21, 8), "minutes": 240})
        days.change(session, meeting, 1, {"starts_at": datetime(2026, 10, 14, 8), "minutes": 240})
    return meeting


def starts(store: Store, meeting: UUID) -> list[str]:
    with store.read() as session:
        return [f"{it.starts_at:%d/%m %H:%M}" for it in days.of(session, meeting)]


def test_another_day_is_the_morrow_at_the_same_hour(store: Store, meeting: UUID) -> None:
    with store.write("day") as session:
        assert days.add(session, meeting) == 1
    assert starts(store, meeting) == ["13/10 09:30", "14/10 09:30"]


def test_each_day_has_a_clock_of_its_own(store: Store, seminar: UUID) -> None:
    assert clock(store, seminar) == ["09:30 a", "08:00 b", "08:30 d", "08:00 c"]
    with store.read() as session:
        picture = agendas.picture(session, seminar)
    assert [(day.planned, day.over, day.under) for day in picture.days] == [
        (30, 0, 150), (60, 0, 180), (30, 0, 210)
    ]  # fmt: skip
    assert (picture.invited, picture.planned) == (660, 120)


def test_the_blocks_of_a_day_taken_out_go_to_the_day_before(store: Store, seminar: UUID) -> None:
    seen: list[journal.Change] = []
    store.on_commit.append(seen.append)
    with store.write("shorter") as session:
        days.remove(session, seminar, 1)
    assert starts(store, seminar) == ["13/10 09:30", "21/10 08:00"]
    assert clock(store, seminar) == ["09:30 a", "10:00 b", "10:30 d", "08:00 c"]
    store.revert(seen[0])
    assert starts(store, seminar) == ["13/10 09:30", "14/10 08:00", "21/10 08:00"]
    assert titles(store, seminar) == "a b d c"


def test_the_days_follow_the_meeting_to_another_date_and_keep_their_hours(
    store: Store, seminar: UUID
) -> None:
    with store.write("later") as session:
        meetings.change(session, seminar, {"starts_at": datetime(2026, 10, 20, 10, 0)})
    assert starts(store, seminar) == ["20/10 10:00", "21/10 08:00", "28/10 08:00"]


def test_days_cannot_overlap(store: Store, seminar: UUID) -> None:
    wrong: list[tuple[int, dict[str, object]]] = [
        (1, {"starts_at": datetime(2026, 10, 13, 12, 0)}),
        (1, {"starts_at": datetime(2026, 10, 30, 8, 0)}),
        (0, {"minutes": 24 * 60}),
    ]
    for number, values in wrong:
        with pytest.raises(UserError, match="before the previous day"), store.write("x") as session:
            days.change(session, seminar, number, values)
    with pytest.raises(UserError), store.write("x") as session:
        meetings.change(session, seminar, {"minutes": 24 * 60})


def test_a_meeting_ends_with_its_last_day(store: Store, seminar: UUID) -> None:
    with store.read() as session:
        told = meetings.one(session, seminar)
    assert told.ends_at == datetime(2026, 10, 21, 12, 0)
    assert told.day_ends_at == datetime(2026, 10, 13, 12, 30)
    assert (len(told.days), told.invited_minutes, told.planned_minutes) == (3, 660, 120)


def test_a_seminar_planned_again_has_its_days_again(store: Store, seminar: UUID) -> None:
    with store.write("again") as session:
        copy = meetings.duplicate(session, seminar, datetime(2027, 3, 2, 9, 0))
    assert starts(store, copy) == ["02/03 09:00", "03/03 08:00", "10/03 08:00"]
    assert titles(store, copy) == "a b d c"


def test_the_calendar_tells_the_end_of_the_last_day(
    store: Store, community: UUID, seminar: UUID
) -> None:
    from icalendar import Calendar

    with store.read() as session:
        subject = Subject(community, date(2026, 10, 1))
        year = calendar.gather(session, subject)
    book = Calendar.from_ical(calendar.calendar(year, catalog("en"), datetime.now(UTC)))
    event = next(it for it in book.walk("VEVENT") if it["uid"] == str(seminar))
    assert event.decoded("dtend") == datetime(2026, 10, 21, 9, 0, tzinfo=UTC)
    lines = [row for row in calendar.table(year, catalog("en")).rows if "13" in str(row[0])]
    assert [row[:2] for row in lines] == [("13–21 October 2026", "09:30–12:00")]
