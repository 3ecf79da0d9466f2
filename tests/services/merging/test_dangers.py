"""What is dangerous when copies meet: rows that move, copies without a memory, links, doubles."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from cop_desktop.errors import UserError
from cop_desktop.models import (
    AgendaItem,
    Base,
    CharterApproval,
    Community,
    Meeting,
    Member,
    MergeMemory,
    RoleHolding,
)
from cop_desktop.models.vocabulary import Role
from cop_desktop.services import (
    agendas,
    charter,
    decisions,
    duplicates,
    erasing,
    meetings,
    members,
    roles,
    tracks,
)
from cop_desktop.services.merging.deciding import decide, undecided
from cop_desktop.services.merging.meeting import Outcome, bring_in, prepare, share
from cop_desktop.services.merging.memory import remembered, waiting
from cop_desktop.services.merging.rows import read_rows
from cop_desktop.store import Store, borrowed, create_file, open_file
from tests.sample import small_community

TODAY, NOW = date(2026, 11, 22), datetime(2026, 11, 22, 9)


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Store]:
    """A file that nobody shared yet."""
    with create_file(tmp_path / "mine.cop") as store:
        small_community(store)
        yield store


@contextmanager
def copied(store: Store, name: str, *, by_hand: bool = False) -> Iterator[Store]:
    """A copy as *Hand a copy* makes it, or as a stick does: without a word to the file."""
    if not by_hand:
        with store.write("share") as session:
            share(session, NOW)
    path = store.path.with_name(f"{name}.cop")
    shutil.copy(store.path, path)
    with open_file(path) as copy:
        yield copy


@pytest.fixture
def theirs(mine: Store) -> Iterator[Store]:
    """The copy that was handed to a co-leader."""
    with copied(mine, "theirs") as copy:
        yield copy


def met(mine: Store, theirs: Store) -> Outcome:
    with theirs.read() as others, mine.read() as ours:
        outcome = prepare(ours, others)
    with mine.write("bring together") as session:
        bring_in(session, outcome, NOW)
    return outcome


def asked(outcome: Outcome) -> set[tuple[str, str]]:
    return {(it.cell[0], it.cell[2]) for it in outcome.conflicts}


def key(store: Store, kind: type[Base], **values: Any) -> UUID:
    with store.read() as session:
        return session.scalars(select(kind.id).filter_by(**values)).one()


def change(store: Store, given: str, **values: Any) -> None:
    somebody = key(store, Member, given_name=given)
    with store.write("change") as session:
        members.change(session, [somebody], values)


def rows(store: Store, kind: type[Base]) -> set[str]:
    with store.read() as session:
        return {
            repr([getattr(it, column.name) for column in kind.__table__.columns])
            for it in session.scalars(select(kind))
        }


def job(store: Store, given: str) -> str:
    with store.read() as session:
        return session.scalars(select(Member.job_title).filter_by(given_name=given)).one()


def test_what_a_co_leader_moved_from_a_double_to_the_member_is_not_lost_with_the_double(
    mine: Store,
) -> None:
    home = key(mine, Community)
    with mine.write("twin") as session:
        twin = members.add(session, home, {"given_name": "נועה", "family_name": "אברהם"})
        roles.appoint(session, twin, Role.VALUE, TODAY)
    noa = key(mine, Member, email="noa@example.org")
    with copied(mine, "theirs") as theirs:
        with theirs.write("one") as session:
            duplicates.make_one(session, noa, twin)
        assert len(rows(theirs, RoleHolding)) == 3
        met(mine, theirs)
        assert rows(mine, RoleHolding) == rows(theirs, RoleHolding)


def test_agreements_to_a_charter_written_on_both_laptops_are_all_kept(
    mine: Store, theirs: Store
) -> None:
    home = key(mine, Community)
    for store, given in ((mine, "נועה"), (theirs, "אמיר")):
        with store.write("charter") as session:
            version = charter.begin_draft(session, home)
            who = session.scalars(select(Member.id).filter_by(given_name=given)).one()
            session.add(CharterApproval(charter_id=version, member_id=who, approved_on=TODAY))
    met(mine, theirs)
    met(theirs, mine)
    assert len(rows(mine, CharterApproval)) == 2
    assert rows(mine, CharterApproval) == rows(theirs, CharterApproval)


def test_a_copy_made_by_hand_loses_no_word_to_one_that_was_handed_on_before(mine: Store) -> None:
    """They hand me theirs with the command, and mine never was handed to anybody."""
    with copied(mine, "by hand", by_hand=True) as other:
        change(mine, "נועה", job_title="מנהלת אגף א׳")
        change(other, "נועה", job_title="סמנכ״לית")
        change(other, "אמיר", job_title="יועץ")
        with copied(other, "theirs") as theirs:
            assert ("member", "job_title") in asked(met(mine, theirs))
            words = [it.values for it in met(theirs, mine).conflicts]
            assert any({"מנהלת אגף א׳", "סמנכ״לית"} <= set(it) for it in words)


def test_copies_that_were_handed_on_apart_from_each_other_lose_nothing(mine: Store) -> None:
    with copied(mine, "other", by_hand=True) as other:
        change(mine, "נועה", job_title="מנהלת אגף א׳")
        change(other, "נועה", job_title="סמנכ״לית")
        for store in (mine, other):
            with store.write("share") as session:
                share(session, NOW)
        assert ("member", "job_title") in asked(met(mine, other))
        assert ("member", "job_title") in asked(met(other, mine))
        assert job(mine, "נועה") == job(other, "נועה")


def test_an_old_copy_by_hand_takes_nothing_back(mine: Store) -> None:
    """Its old value may be asked about, never win by itself."""
    with copied(mine, "old", by_hand=True) as old:
        change(mine, "נועה", job_title="סמנכ״לית")
        with copied(mine, "theirs"):
            outcome = met(mine, old)
        assert job(mine, "נועה") == "סמנכ״לית" or ("member", "job_title") in asked(outcome)


def test_an_old_copy_by_hand_brings_back_nobody_in_silence(mine: Store) -> None:
    with copied(mine, "old", by_hand=True) as old:
        with mine.write("share") as session:
            share(session, NOW)
        change(old, "דנה", job_title="יועצת")
        dana = key(mine, Member, given_name="דנה")
        with mine.write("remove") as session:
            members.remove(session, [dana])
        assert ("member", "") in asked(met(mine, old))


def test_a_block_with_parallel_work_that_is_kept_keeps_its_tracks(
    mine: Store, theirs: Store
) -> None:
    with mine.read() as session:
        block = session.scalars(select(AgendaItem).filter_by(title="מקרה מהשטח")).one()
        meeting, item = block.meeting_id, block.id
    with mine.write("tracks") as session:
        tracks.make_parallel(session, item, ("א", "ב"))
        inside = agendas.add(session, meeting, {"title": "בפנים", "minutes": 10})
        session.get_one(AgendaItem, inside).parent_id = item
    met(theirs, mine)
    met(mine, theirs)
    with mine.write("remove") as session:
        agendas.remove(session, meeting, [item])
    with theirs.write("rename") as session:
        agendas.change(session, [item], {"title": "מקרה חדש"})
    met(mine, theirs)
    with mine.read() as session:
        assert {"מקרה חדש", "בפנים"} <= set(session.scalars(select(AgendaItem.title)))


def test_who_is_kept_has_again_what_the_deletion_took_from_them(mine: Store, theirs: Store) -> None:
    amir = key(mine, Member, given_name="אמיר")
    with mine.write("remove") as session:
        members.remove(session, [amir])
    change(theirs, "אמיר", job_title="יועץ")
    (conflict,) = (it for it in met(mine, theirs).conflicts if it.cell[:2] == ("member", amir.hex))
    with mine.write("keep") as session:
        decide(session, conflict.cell, True, NOW)
    with mine.read() as session:
        block = session.scalars(select(AgendaItem).filter_by(title="מקרה מהשטח")).one()
        assert block.leader_id == amir


def test_a_seat_that_both_noted_is_one_seat(mine: Store, theirs: Store) -> None:
    dana = key(mine, Member, given_name="דנה")
    for store, note in ((mine, "הסכימה"), (theirs, "")):
        with store.write("appoint") as session:
            roles.appoint(session, dana, Role.EXTERNAL, TODAY, note)
    met(mine, theirs)
    met(theirs, mine)
    for store in (mine, theirs):
        with store.read() as session:
            assert len(session.scalars(select(RoleHolding.id).filter_by(member_id=dana)).all()) == 1


def test_an_older_laptop_does_not_bring_a_forgotten_name_back(mine: Store, theirs: Store) -> None:
    """Nor what it wrote since about them, in words or by a link."""
    dana, meeting = key(mine, Member, given_name="דנה"), key(mine, Meeting, topic="פתיחת שנה")
    with theirs.write("note") as session:
        decisions.add(session, meeting, {"text": "דנה לוי תכין דף", "owner_id": dana})
    forget(mine, dana)
    met(mine, theirs)
    assert not knows(mine, "דנה")


def test_the_other_side_of_a_contradiction_forgets_the_name_too(mine: Store, theirs: Store) -> None:
    dana, meeting = key(mine, Member, given_name="דנה"), key(mine, Meeting, topic="פתיחת שנה")
    for store, text in ((mine, "דנה לוי תכין דף"), (theirs, "דנה לוי ואמיר יכינו")):
        with store.write("summary") as session:
            meetings.change(session, meeting, {"summary": text})
    assert ("meeting", "summary") in asked(met(mine, theirs))
    forget(mine, dana)
    assert not knows(mine, "דנה")
    with mine.read() as session:
        (told,) = (it.values for it in undecided(session) if it.cell[2] == "summary")
    assert len(told) == 2


def forget(store: Store, somebody: UUID) -> None:
    with store.write("erase") as session:
        erasing.erase(session, somebody, "מי שהיה כאן", TODAY)
    store.forget()


def knows(store: Store, word: str) -> bool:
    """Whether a word stands in any byte of the file, or in what merging remembers in it."""
    with store.read() as session:
        told = repr(remembered(session))
    return word in told or word.encode() in store.path.read_bytes()


def test_a_third_laptop_hears_of_who_was_forgotten(mine: Store, theirs: Store) -> None:
    with copied(mine, "third") as third:
        dana = key(mine, Member, given_name="דנה")
        forget(theirs, dana)
        forget(mine, dana)
        met(mine, theirs)
        with third.read() as ours, mine.read() as others:
            assert prepare(ours, others).erased == (dana,)


def test_undo_of_a_meeting_on_one_side_leaves_the_other_and_can_be_done_again(
    mine: Store, theirs: Store
) -> None:
    changes: list[Any] = []
    change(theirs, "נועה", job_title="סמנכ״לית")
    mine.on_commit.append(changes.append)
    met(mine, theirs)
    met(theirs, mine)
    mine.revert(changes[-1])
    assert job(mine, "נועה") == "מנהלת אגף"
    change(mine, "נועה", job_title="יועצת")
    assert ("member", "job_title") in asked(met(theirs, mine))


def test_what_was_written_since_one_looked_is_not_lost(mine: Store, theirs: Store) -> None:
    change(theirs, "נועה", job_title="סמנכ״לית")
    with theirs.read() as others, mine.read() as ours:
        outcome = prepare(ours, others)
    change(mine, "נועה", job_title="יועצת")
    with pytest.raises(UserError), mine.write("bring together") as session:
        bring_in(session, outcome, NOW)
    assert job(mine, "נועה") == "יועצת"


def test_a_copy_whose_bytes_are_damaged_is_refused_in_words(mine: Store, theirs: Store) -> None:
    before = mine.path.read_bytes()
    damaged = bytearray(theirs.path.read_bytes())
    for at in range(8192, len(damaged), 997):
        damaged[at] ^= 0xFF
    (path := mine.path.with_name("damaged.cop")).write_bytes(damaged)
    with pytest.raises(UserError, match="damaged"), borrowed(path):
        pass
    assert mine.path.read_bytes() == before


def test_a_memory_that_is_damaged_makes_copies_strangers_and_loses_nothing(
    mine: Store, theirs: Store
) -> None:
    change(mine, "נועה", job_title="יועצת")
    change(theirs, "נועה", job_title="סמנכ״לית")
    with theirs.write("damage") as session:
        session.execute(update(MergeMemory).values(body=b"\0\0\0\2[}damage"))
    assert ("member", "job_title") in asked(met(mine, theirs))
    with theirs.read() as session:
        assert waiting(session) == []


def test_a_window_that_is_killed_while_it_brings_in_leaves_the_file_as_it_was(
    mine: Store, theirs: Store
) -> None:
    change(theirs, "נועה", job_title="סמנכ״לית")
    with theirs.read() as others, mine.read() as ours:
        outcome, before = prepare(ours, others), read_rows(ours)
    left = mine.path.with_name("left.cop")
    with mine.write("bring together") as session:
        bring_in(session, outcome, NOW)
        session.connection().exec_driver_sql("PRAGMA cache_spill = ON")
        session.flush()
        for end in ("", "-journal"):  # what lies on the disk when the power goes
            if (part := mine.path.with_name(f"{mine.path.name}{end}")).exists():
                shutil.copy(part, left.with_name(f"{left.name}{end}"))
    with open_file(left) as again, again.read() as session:
        assert read_rows(session) == before
