"""What a look at a large community costs: rows fetched, and how the file finds them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event, insert
from sqlalchemy.orm import Session

from cop_desktop.models import Attendance, Meeting, Member
from cop_desktop.models.method import RoutineRhythm
from cop_desktop.models.vocabulary import MeetingState, Presence
from cop_desktop.services import compass, routines, signs
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)
MANY, DAYS, MEETINGS = 900, 12, 6


@pytest.fixture
def crowd(store: Store, community: UUID) -> UUID:
    """Members who joined on twelve days, and half of whom came to each of six meetings."""
    people = [_member(community, at) for at in range(MANY)]
    held = [_meeting(community, at) for at in range(MEETINGS)]
    noted = [
        {"id": uuid4(), "meeting_id": meeting["id"], "member_id": member["id"],
         "presence": Presence.PRESENT if at % 2 else Presence.ABSENT}
        for meeting in held for at, member in enumerate(people)
    ]  # fmt: skip
    with store.write("many") as session:
        session.execute(insert(Member), people)
        session.execute(insert(Meeting), held)
        session.execute(insert(Attendance), noted)
        welcome = {"name": "Welcome", "rhythm": RoutineRhythm.ON_JOINING}
        routines.add(session, community, welcome, date(2026, 1, 1))
    return community


def test_members_are_counted_by_the_file_and_not_fetched(store: Store, crowd: UUID) -> None:
    with store.read() as session, watched(session) as fetched:
        compass.of(session, crowd, TODAY)
        signs.lit(session, crowd, TODAY)
    assert len(fetched) < MANY / 2


def test_whoever_is_counted_is_not_looked_up_in_the_order_of_names(
    store: Store, crowd: UUID
) -> None:
    with store.read() as session:
        plans = _plans(session, lambda: compass.of(session, crowd, TODAY))
        plans |= _plans(session, lambda: signs.lit(session, crowd, TODAY))
    jumps = [sql for sql, how in plans.items() if "USING INDEX ix_member_listed" in how]
    assert not [sql for sql in jumps if "LIMIT" not in sql]


@contextmanager
def watched(session: Session) -> Iterator[list[object]]:
    """Every row that Python gets to see."""
    driver: Any = session.connection().connection.driver_connection
    fetched: list[object] = []

    def note(_cursor: object, row: object) -> object:
        fetched.append(row)
        return row

    driver.row_factory = note
    try:
        yield fetched
    finally:
        driver.row_factory = None


def _plans(session: Session, look: Any) -> dict[str, str]:
    """How SQLite finds what each statement asks for."""
    engine: Any = session.get_bind()
    asked: dict[str, Any] = {}

    def note(*it: Any) -> None:
        asked[it[2]] = it[3]

    event.listen(engine, "before_cursor_execute", note)
    look()
    event.remove(engine, "before_cursor_execute", note)
    driver: Any = session.connection().connection.driver_connection
    return {
        sql: "\n".join(row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {sql}", values))
        for sql, values in asked.items()
    }


def _member(community: UUID, at: int) -> dict[str, object]:
    name = f"חבר{at:05}"
    return {
        "id": uuid4(), "person": uuid4(), "community_id": community, "family_name": name,
        "sort_key": name, "search_key": name,
        "joined": date(2026, 1, 1) + timedelta(20 * (at % DAYS)),
    }  # fmt: skip


def _meeting(community: UUID, at: int) -> dict[str, object]:
    return {
        "id": uuid4(), "community_id": community, "topic": "מפגש",
        "starts_at": datetime(2026, 5 + at, 3, 9, 30), "state": MeetingState.HELD,
    }  # fmt: skip
