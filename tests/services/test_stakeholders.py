"""Brokers see whom nobody has met, and keep what was agreed with each."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.errors import UserError
from cop_desktop.models.base import Base
from cop_desktop.services import members, months, stakeholders
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)


def added(store: Store, community: UUID, **values: object) -> UUID:
    with store.write("add") as session:
        return stakeholders.add(session, community, values)


def waiting(store: Store, community: UUID) -> list[str]:
    with store.read() as session:
        return [row.name for row in stakeholders.not_met(session, community, TODAY)]


def test_those_never_met_come_first_and_a_fresh_talk_keeps_silent(
    store: Store, community: UUID
) -> None:
    added(store, community, name="ג", met_on=date(2026, 5, 22))
    added(store, community, name="ד", met_on=date(2026, 5, 23))
    added(store, community, name="ב", met_on=date(2025, 5, 22))
    added(store, community, name="א")
    assert waiting(store, community) == ["א", "ב", "ג"]


def test_a_talk_takes_a_name_off_the_list_and_an_older_one_changes_nothing(
    store: Store, community: UUID
) -> None:
    key = added(store, community, name="ראש המועצה")
    with store.write("met") as session:
        stakeholders.met(session, key, TODAY)
        stakeholders.met(session, key, TODAY - timedelta(days=300))
    assert waiting(store, community) == []


def test_a_stakeholder_has_a_name_a_home_and_a_broker(store: Store, community: UUID) -> None:
    with store.read() as session:
        noa = next(it for it in members.active(session, community, TODAY) if "נועה" in it.name)
    key = added(store, community, name="ראש העיר", broker_id=noa.id, aim="מעברים")
    with store.read() as session:
        (row,) = stakeholders.every(session, community)
    assert (row.id, row.broker, row.aim, row.met_on) == (key, "נועה אברהם", "מעברים", None)
    with pytest.raises(UserError, match="name"), store.write("x") as session:
        stakeholders.change(session, key, {"name": "  "})
    with store.write("gone") as session:
        stakeholders.remove(session, key)
    assert waiting(store, community) == []


def test_the_leaders_own_notes_on_a_stakeholder_travel_nowhere() -> None:
    columns = Base.metadata.tables["stakeholder"].columns
    assert [it.name for it in columns if it.info.get("share") == "me"] == ["notes"]


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(-60, 60))
def test_months_are_counted_as_people_count_them(day: date, count: int) -> None:
    there = months.later(day, count)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == count
    assert there.day == day.day or (there.day < day.day and (there + timedelta(days=1)).day == 1)
