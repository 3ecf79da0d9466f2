"""What leaves for a ministry, and what never does."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import String, UniqueConstraint, delete, func, select, update

from cop_desktop.models import (
    Attendance,
    Base,
    Feedback,
    FeedbackRating,
    Meeting,
    Member,
    Organisation,
    Product,
)
from cop_desktop.models.package_form import TABLES, Cell, Table, tables_at
from cop_desktop.models.vocabulary import MeetingState, Presence, ProductStatus, Share
from cop_desktop.services import communities, sample
from cop_desktop.services.packages.descriptor import Contents
from cop_desktop.services.packages.gathering import MAKERS, Asked, gathered
from cop_desktop.store import Store, create_file

TODAY = date(2026, 11, 22)
COLUMNS = {str(column): column for table in Base.metadata.sorted_tables for column in table.columns}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_file(tmp_path / "sample.cop") as store:
        with store.write("sample") as session:
            sample.create(session, TODAY)
        yield store


def leaving(store: Store, level: Share = Share.MINISTRY) -> Contents:
    with store.read() as session:
        community = communities.every(session, TODAY)[0].id
        return gathered(session, Asked(community, level, TODAY, {}))


def cells(contents: Contents, name: str) -> list[dict[str, Cell]]:
    table = next(it for it in tables_at(contents.level) if it.name == name)
    names = [field.name for field in table.fields]
    return [dict(zip(names, row, strict=True)) for row in contents.rows[name]]


def test_every_table_has_something_that_fills_it() -> None:
    assert {table.name for table in TABLES} == MAKERS.keys()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_field_is_made_of_a_column_that_may_not_travel_so_far(table: Table) -> None:
    for field in table.fields:
        for name in field.of:
            least = Share.COMMUNITY if field.counts else field.level
            assert COLUMNS[name].info["share"].reaches(least), f"{field.name} of {name}"
            assert COLUMNS[name].info["share"] != Share.ME


def test_the_sample_tells_a_ministry_what_it_asks_for(store: Store) -> None:
    told = leaving(store)
    community = cells(told, "community")[0]
    assert community["members"] == 24
    assert community["roles_filled"] == 5
    assert cells(told, "stage")[-1]["stage"] in {"potential", "coalescing", "maturing"}
    assert {row["role"] for row in cells(told, "role") if row["filled"]} == {
        "agenda", "community", "reporters", "value", "brokers"
    }  # fmt: skip
    assert all(row["answers"] is None or int(row["answers"]) >= 5 for row in cells(told, "survey"))


def test_no_count_of_one_to_four_people_is_told_to_a_ministry(store: Store) -> None:
    told = leaving(store)
    small = range(1, 5)
    assert all(row["members"] not in small for row in cells(told, "headcount"))
    for row in cells(told, "meeting"):
        assert row["came"] not in small
        if row["came"] is not None and row["expected"] is not None:
            assert int(row["expected"]) - int(row["came"]) not in small


def test_what_was_not_told_of_the_members_cannot_be_worked_out(store: Store) -> None:
    told = leaving(store)
    hidden = [row for row in cells(told, "headcount") if row["members"] is None]
    assert len(hidden) != 1


def test_products_leave_only_when_they_were_approved_and_cleared(store: Store) -> None:
    assert {row["status"] for row in cells(leaving(store), "product")} == {"published"}
    with store.write("clear nothing") as session:
        session.execute(update(Product).values(cleared_outside=False))
    assert cells(leaving(store), "product") == []
    with store.write("clear a draft") as session:
        session.execute(update(Product).values(cleared_outside=True, status=ProductStatus.DRAFT))
    assert cells(leaving(store), "product") == []


CANARY = "קנרית"


@pytest.mark.parametrize("level", [Share.MINISTRY, Share.ORGANISATIONS])
def test_no_word_of_a_column_that_stays_is_in_what_leaves(store: Store, level: Share) -> None:
    """A word is written into every text column that may not travel so far; none of them leaves."""
    marked = []
    with store.write("canaries") as session:
        for name, column in COLUMNS.items():
            if column.info["share"].reaches(level) or not free_text(column):
                continue
            session.execute(update(column.table).values({column: f"{CANARY} {name}"}))
            marked.append(name)
    assert "member.given_name" in marked
    assert "decision.text" in marked
    told = leaving(store, level)
    words = [cell for rows in told.rows.values() for row in rows for cell in row]
    assert not [word for word in words if CANARY in str(word)]


def free_text(column: Any) -> bool:
    keys = [key for key in column.table.constraints if isinstance(key, UniqueConstraint)]
    in_a_key = any(column.name in key.columns for key in keys)
    return type(column.type) is String and not in_a_key and not column.unique


def test_people_of_the_network_are_keys_without_names(store: Store) -> None:
    rows = cells(leaving(store, Share.ORGANISATIONS), "member")
    with store.read() as session:
        known = {
            str(key)
            for key in session.scalars(Member.__table__.select().with_only_columns(Member.id))
        }
    assert {row["id"] for row in rows} == known
    assert all(UUID(str(row["id"])) for row in rows)


def meeting_of(store: Store, came: int, missed: int) -> None:
    """The only held meeting of the year, with so many who came and so many who did not."""
    with store.write("attendance") as session:
        session.execute(delete(Attendance))
        held = session.scalars(
            select(Meeting.id).where(Meeting.state == MeetingState.HELD).order_by(Meeting.starts_at)
        ).all()[-1]
        people = session.scalars(select(Member.id).order_by(Member.sort_key, Member.id)).all()
        for at, member in enumerate(people[: came + missed]):
            presence = Presence.PRESENT if at < came else Presence.ABSENT
            session.add(Attendance(meeting_id=held, member_id=member, presence=presence))


@pytest.mark.parametrize("few", ["missed", "came"])
def test_one_to_four_who_missed_or_came_make_the_same_package(store: Store, few: str) -> None:
    """Neither members, nor what was expected, nor the year's share tells them apart."""
    seen = set()
    for number in range(1, 5):
        came, missed = (22 - number, number) if few == "missed" else (number, 22 - number)
        meeting_of(store, came, missed)
        seen.add(str(leaving(store)))
    assert len(seen) == 1
    meeting_of(store, 16, 6)
    assert cells(leaving(store), "community")[0]["attendance"] == 73


def rated(store: Store, agree: int, other: int) -> dict[str, Cell]:
    """What leaves of one statement that so many agreed to."""
    with store.write("answers") as session:
        session.execute(delete(FeedbackRating))
        forms = session.scalars(select(Feedback.id)).all()
        for at, form in enumerate(forms[: agree + other]):
            rating = 5 if at < agree else 2
            session.add(FeedbackRating(feedback_id=form, statement="useful", rating=rating))
    rows = cells(leaving(store), "survey")
    return {name: rows[0][name] for name in ("answers", "agree")} if len(rows) == 1 else {}


def test_the_few_who_did_not_agree_cannot_be_counted(store: Store) -> None:
    with store.write("one year") as session:
        forms = session.scalars(select(Feedback.id)).all()
        meeting = session.scalars(select(Feedback.meeting_id)).first()
        session.execute(delete(Feedback).where(Feedback.meeting_id != meeting))
        kept = session.scalars(select(func.count(Feedback.id))).one()
        for number in range(kept, 23):
            session.add(Feedback(meeting_id=meeting, number=number + 100))  # type: ignore[arg-type]
    assert forms
    told = [rated(store, 20 - few, few) for few in range(1, 5)]
    assert told == [{"answers": 20, "agree": 90}] * 4
    assert rated(store, 20, 0) == {"answers": 20, "agree": 100}
    assert rated(store, 15, 7) == {"answers": 20, "agree": 70}
    assert rated(store, 3, 1) == {"answers": None, "agree": None}


def test_between_two_packages_nobody_counts_the_few_who_answered(store: Store) -> None:
    assert {rated(store, 9 + more, 5)["answers"] for more in (1, 2, 3)} == {15}


def test_a_community_of_ones_tells_neither_its_rows_nor_its_sum(store: Store) -> None:
    with store.write("five, each from a place of their own") as session:
        people = session.scalars(select(Member.id)).all()
        session.execute(delete(Member).where(Member.id.in_(people[5:])))
        for at, key in enumerate(people[:5]):
            place = Organisation(name=f"רשות {at}", district=f"מחוז {at}")
            session.add(place)
            session.flush()
            session.execute(update(Member).where(Member.id == key).values(
                organisation_id=place.id, joined=None, left=None))  # fmt: skip
    told = leaving(store)
    assert cells(told, "headcount") == []
    assert cells(told, "community")[0]["members"] is None


def test_few_who_received_a_product_are_not_counted(store: Store) -> None:
    with store.write("few") as session:
        session.execute(update(Product).values(recipients=3))
    assert {row["recipients"] for row in cells(leaving(store), "product")} == {None}
    assert {row["recipients"] for row in cells(leaving(store, Share.ORGANISATIONS), "product")} == {
        3
    }
