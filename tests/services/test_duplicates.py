"""Somebody is in the list twice: it is proposed, never done; and when done, nothing is lost."""

import random
from collections import Counter
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, insert, select, text
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.models import Attendance, Base, Community, Meeting, Member, Organisation
from cop_desktop.models.vocabulary import Presence
from cop_desktop.services import communities, members
from cop_desktop.services.duplicates import (
    Pair,
    differences,
    make_one,
    proposals,
    same_person,
)
from cop_desktop.services.one_row import links_to
from cop_desktop.store import Change, Store
from tests.every_table import community_of_every_table

MEMBER: Table = Member.__table__  # type: ignore[assignment]


def add(store: Store, community: UUID, **values: Any) -> UUID:
    with store.write("add") as session:
        return members.add(session, community, values)


def proposed(store: Store, community: UUID) -> tuple[Pair, ...]:
    with store.read() as session:
        return proposals(session, community)


@pytest.mark.parametrize(
    ("values", "reasons"),
    [
        ({"given_name": "נועה", "family_name": "אברהם"}, None),  # a namesake, nothing more
        ({"given_name": "נועה", "family_name": "אברהם", "email": "NOA@example.org"},
         ("email", "name")),
        ({"given_name": "נועה", "family_name": "אברהם־כהן", "mobile": "052-123-4567"}, ("mobile",)),
        ({"given_name": "יוסף", "family_name": "מזרחי", "mobile": "052-123-4567"}, None),  # office
    ],
)  # fmt: skip
def test_two_are_proposed_with_reasons(
    store: Store, community: UUID, values: dict[str, str], reasons: tuple[str, ...] | None
) -> None:
    with store.write("as the program keeps them") as session:
        noa = session.scalars(select(Member).where(Member.given_name == "נועה")).one()
        members.change(session, [noa.id], {"job_title": "מנהלת"})
    add(store, community, **values)
    assert [it.reasons for it in proposed(store, community)] == ([reasons] if reasons else [])


def test_a_namesake_of_the_same_organisation_is_proposed(store: Store, community: UUID) -> None:
    with store.read() as session:
        home = session.scalars(select(Organisation.id).where(Organisation.name == "חיפה")).one()
    add(store, community, given_name="נועה", family_name="אברהם", organisation_id=home)
    with store.write("keys") as session:
        noa = session.scalars(select(Member).where(Member.mobile != "")).one()
        members.change(session, [noa.id], {"job_title": "מנהלת"})
    (pair,) = proposed(store, community)
    assert pair.reasons == ("name", "organisation")
    assert pair.first.mobile  # of whom more was noted


def pair_of(store: Store, community: UUID, **values: Any) -> tuple[UUID, UUID]:
    with store.read() as session:
        first = session.scalars(select(Member.id).where(Member.given_name == "נועה")).one()
    said = {"given_name": "נועה", "family_name": "אברהם", **values}
    return first, add(store, community, **said)


def test_what_one_lacks_is_filled_and_what_differs_is_asked(store: Store, community: UUID) -> None:
    one, other = pair_of(
        store, community, expertise="גיל רך", job_title="סמנכ״לית", notes="חדשה"
    )  # fmt: skip
    with store.write("note") as session:
        members.change(session, [one], {"notes": "ותיקה"})
    with store.read() as session:
        (asked,) = differences(session, one, other)
    assert (asked.field, asked.first, asked.second) == ("job_title", "מנהלת אגף", "סמנכ״לית")
    with store.write("one") as session:
        make_one(session, one, other, {"job_title": asked.second})
    with store.read() as session:
        told = session.get_one(Member, one)
        assert session.get(Member, other) is None
        assert (told.expertise, told.job_title) == ("גיל רך", "סמנכ״לית")
        assert told.notes == "ותיקה\nחדשה"
        assert told.mobile == "052-123-4567"


def test_who_came_came(store: Store, community: UUID) -> None:
    one, other = pair_of(store, community)
    with store.write("attendance") as session:
        first, second = session.scalars(select(Meeting.id).order_by(Meeting.starts_at)).all()
        mark = session.scalars(select(Attendance).where(Attendance.member_id == one)).one()
        mark.presence = Presence.ABSENT
        session.add(Attendance(meeting_id=first, member_id=other, presence=Presence.LATE))
        session.add(Attendance(meeting_id=second, member_id=other, presence=Presence.EXCUSED))
    with store.write("one") as session:
        make_one(session, one, other)
    with store.read() as session:
        marks = session.scalars(select(Attendance).where(Attendance.member_id == one)).all()
        found = {it.meeting_id: it.presence for it in marks}
    assert found == {first: Presence.LATE, second: Presence.EXCUSED}


def test_who_is_still_here_stays_here(store: Store, community: UUID) -> None:
    one, other = pair_of(store, community)
    with store.write("left") as session:
        members.leave(session, [one], date(2026, 6, 1))
    with store.write("one") as session:
        make_one(session, one, other)
    with store.read() as session:
        assert session.get_one(Member, one).left is None


def test_nobody_becomes_their_own_mentor(store: Store, community: UUID) -> None:
    one, other = pair_of(store, community)
    with store.write("mentor") as session:
        members.change(session, [one], {"mentor_id": other})
    with store.write("one") as session:
        make_one(session, one, other)
    with store.read() as session:
        assert session.get_one(Member, one).mentor_id is None


def test_in_two_communities_two_members_are_one_person(store: Store, community: UUID) -> None:
    with store.write("second") as session:
        second = communities.found(session, "קהילה שנייה", 2026)
    one, other = pair_of(store, second, email="noa@example.org")
    (pair,) = proposed(store, second)
    assert not pair.in_one_community
    with store.write("same") as session:
        same_person(session, one, other)
    with store.read() as session:
        persons = {session.get_one(Member, key).person for key in (one, other)}
    assert len(persons) == 1
    assert proposed(store, second) == ()
    with store.write("no") as session, pytest.raises(UserError, match="different communities"):
        make_one(session, one, other)


def everything(store: Store) -> dict[str, list[str]]:
    with store.read() as session:
        return {
            table.name: sorted(repr(row) for row in session.execute(select(table)))
            for table in Base.metadata.sorted_tables
        }


def _twin(session: Session, chance: random.Random) -> tuple[UUID, UUID]:
    """A second row of a member, and links to it beside and in the place of links to the first."""
    one = session.scalars(
        select(Attendance.member_id).where(Attendance.presence.is_not(None))
    ).first()
    assert one is not None
    home = session.scalars(select(Community.id)).first()
    twin = Member(community_id=home, given_name="נ", family_name="א")  # type: ignore[arg-type]
    session.add(twin)
    session.flush()
    for column in links_to(MEMBER):
        for row in session.execute(select(column.table).where(column == one)).mappings().all():
            if chance.random() < 0.6:
                new = {**row, "id": uuid4(), column.name: twin.id}
                session.execute(insert(column.table).values(new))
    return one, twin.id


@settings(max_examples=25, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(seed=st.integers(0, 10_000))
def test_no_link_is_lost_and_one_step_takes_it_back(seed: int, tmp_path_factory: Any) -> None:
    from cop_desktop.store import create_file

    with create_file(tmp_path_factory.mktemp("twins") / "it.cop") as store:
        community_of_every_table(store)
        with store.write("twin") as session:
            one, twin = _twin(session, random.Random(seed))
        before, changes = everything(store), list[Change]()
        links = linked(store, {one, twin})
        store.on_commit.append(changes.append)
        with store.write("one") as session:
            make_one(session, one, twin)
        assert linked(store, {twin}) == Counter()
        assert linked(store, {one}).keys() == links.keys()
        assert told_apart(linked(store, {one})) == told_apart(links)
        with store.read() as session:
            assert session.execute(text("PRAGMA foreign_key_check")).all() == []
        store.revert(changes[0])
        assert everything(store) == before


def linked(store: Store, keys: set[UUID]) -> Counter[tuple[str, str, tuple[object, ...]]]:
    """Every link to those members: its column, and what besides the member the row is about."""
    found: Counter[tuple[str, str, tuple[object, ...]]] = Counter()
    with store.read() as session:
        for column in links_to(MEMBER):
            table = column.table
            others = [it for it in table.columns if it.foreign_keys and it is not column]
            for row in session.execute(select(*others, column).where(column.in_(keys))):
                about = tuple(row[:-1])
                if table is not MEMBER:
                    found[str(table), column.name, about] += 1
    return found


def told_apart(
    links: Counter[tuple[str, str, tuple[object, ...]]],
) -> Counter[tuple[str, str, tuple[object, ...]]]:
    """Of what no two rows may share, one each; of all else as many as there were."""
    unique = {"attendance", "charter_approval", "product_review", "sharing_consent"}
    return Counter({it: 1 if it[0] in unique else n for it, n in links.items()})
