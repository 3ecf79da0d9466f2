"""A community larger than one statement of SQLite can name."""

import sqlite3
from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert
from sqlalchemy.orm import Session

from cop_desktop.models import Member
from cop_desktop.models.vocabulary import Presence, Role
from cop_desktop.services import (
    attendance,
    batches,
    care,
    meetings,
    member_details,
    members,
    participation,
    role_prompts,
    roles,
    rotation,
)
from cop_desktop.services.members import Filter
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)
LEAST = 999  # values a statement: what the oldest builds in use take
MANY = 1_200


@pytest.fixture
def crowd(store: Store, community: UUID, monkeypatch: pytest.MonkeyPatch) -> UUID:
    monkeypatch.setattr(batches, "AT_ONCE", 500)
    rows = [_member(community, n) for n in range(MANY)]
    with store.write("many") as session:
        session.execute(insert(Member), rows)
    with store.read() as session:
        _take_few_values(session)
    return community


def test_everybody_is_read_in_order(store: Store, crowd: UUID) -> None:
    with store.read() as session:
        keys = members.find(session, crowd, TODAY, Filter(with_former=True))
        rows = members.rows(session, keys, TODAY)
        details = member_details.of(session, keys, TODAY)
    assert [row.id.hex for row in rows] == keys
    assert [it.row for it in details] == rows
    assert len(rows) > MANY


def test_what_is_counted_over_all_is_counted(store: Store, crowd: UUID) -> None:
    with store.read() as session:
        circles = participation.circles(session, crowd, TODAY)
        there = members.find(session, crowd, TODAY)
        named = participation.facts(session, crowd, TODAY, [UUID(key) for key in there])
        assert len(named) == len(there)
        assert roles.now(session, crowd, TODAY).covered
        assert care.matters(session, crowd, TODAY)
    counted = circles.core + circles.contributors + circles.lurkers + circles.new
    assert counted == len(there)


def test_roles_are_told_of_everybody_who_was_not_heard(store: Store, crowd: UUID) -> None:
    with store.write("three meetings") as session:
        noa = members.find(session, crowd, TODAY)[-1]
        for month in (8, 9, 10):
            key = meetings.schedule(
                session, crowd, {"topic": "מפגש", "starts_at": datetime(2026, month, 5, 9)}
            )
            attendance.mark(session, key, [UUID(noa)], Presence.PRESENT)
    with store.read() as session:
        _take_few_values(session)
        told = role_prompts.of(session, crowd, TODAY)[Role.COMMUNITY]
        proposed = rotation.proposals(session, crowd, TODAY)
    assert len(next(it for it in told if it.key == "not_heard").items) > MANY - 2
    assert len({it.member_id for it in proposed}) == len(proposed)


def _member(community: UUID, n: int) -> dict[str, object]:
    name = f"חבר{n:05}"
    values: dict[str, object] = dict.fromkeys(_TEXTS, "")
    return values | {
        "id": uuid4(), "person": uuid4(), "community_id": community, "family_name": name,
        "sort_key": name, "search_key": name, "address": "neutral", "consent": "given",
    }  # fmt: skip


def _take_few_values(session: Session) -> None:
    driver = session.connection().connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, LEAST)


_TEXTS = [
    column.name
    for column in Member.__table__.columns
    if not column.nullable and column.type.python_type is str
]
