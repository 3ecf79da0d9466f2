"""Two co-leaders work on copies of one file and bring them together."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from cop_desktop.errors import UserError
from cop_desktop.models import Attendance, Base, Feedback, Meeting, Member
from cop_desktop.services import communities, feedback, members, sample
from cop_desktop.services.merging.deciding import decide, undecided
from cop_desktop.services.merging.joining import Conflict
from cop_desktop.services.merging.meeting import Outcome, bring_in, prepare, share
from cop_desktop.services.merging.memory import dumps, loads, remembered, waiting
from cop_desktop.services.merging.replica import Cell
from cop_desktop.store import Change, Store, create_file, open_file

TODAY, NOW = date(2026, 11, 22), datetime(2026, 11, 22, 9)


@pytest.fixture
def files(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Mine, and the copy that was handed to a co-leader."""
    with create_file(tmp_path / "mine.cop") as mine:
        with mine.write("sample") as session:
            sample.create(session, TODAY)
        with mine.write("share") as session:
            share(session, NOW)
    shutil.copy(tmp_path / "mine.cop", tmp_path / "theirs.cop")
    with open_file(tmp_path / "mine.cop") as mine, open_file(tmp_path / "theirs.cop") as theirs:
        yield mine, theirs


def met(mine: Store, theirs: Store) -> Outcome:
    with theirs.read() as others, mine.read() as ours:
        outcome = prepare(ours, others)
    with mine.write("bring together") as session:
        bring_in(session, outcome, NOW)
    return outcome


def community(store: Store) -> UUID:
    with store.read() as session:
        return communities.every(session, TODAY)[0].id


def somebody(store: Store, family: str) -> UUID:
    with store.read() as session:
        return session.scalars(select(Member.id).where(Member.family_name == family)).one()


def set_field(store: Store, family: str, **values: Any) -> None:
    key = somebody(store, family)
    with store.write("change") as session:
        members.change(session, [key], values)


def named(store: Store, family: str) -> Member:
    with store.read() as session:
        return session.scalars(select(Member).where(Member.family_name == family)).one()


def everything(store: Store) -> dict[str, list[str]]:
    with store.read() as session:
        return {
            table.name: sorted(repr(row) for row in session.execute(select(table)))
            for table in Base.metadata.sorted_tables
            if table.name != "merge_memory"
        }


def test_what_both_wrote_is_in_both_when_each_took_the_others_file(
    files: tuple[Store, Store],
) -> None:
    mine, theirs = files
    set_field(mine, "אברהמי", job_title="מנהלת אגף")
    set_field(theirs, "אברהמי", expertise="גיל רך")
    key = community(theirs)
    with theirs.write("add") as session:
        members.add(session, key, {"given_name": "נור", "family_name": "סעד"})
    assert met(mine, theirs).conflicts == ()
    assert met(theirs, mine).conflicts == ()
    for store in files:
        told = named(store, "אברהמי")
        assert (told.job_title, told.expertise) == ("מנהלת אגף", "גיל רך")
        assert named(store, "סעד").search_key
    assert everything(mine) == everything(theirs)


def test_meeting_again_changes_nothing(files: tuple[Store, Store]) -> None:
    mine, theirs = files
    set_field(theirs, "אברהמי", expertise="גיל רך")
    met(mine, theirs)
    before = everything(mine)
    assert met(mine, theirs).nothing
    assert everything(mine) == before


def test_both_values_of_a_contradiction_are_told_and_the_one_who_decides_decides_for_both(
    files: tuple[Store, Store],
) -> None:
    mine, theirs = files
    set_field(mine, "אברהמי", mobile="050-555-0191")
    set_field(theirs, "אברהמי", mobile="050-555-0192")
    (conflict,) = met(mine, theirs).conflicts
    assert conflict.cell[2] == "mobile"
    assert set(conflict.values) == {"050-555-0191", "050-555-0192"}
    set_field(mine, "אברהמי", mobile="050-555-0193")
    assert met(theirs, mine).conflicts == ()
    assert named(theirs, "אברהמי").mobile == "050-555-0193"


def test_a_decision_for_the_value_shown_is_a_decision_too(files: tuple[Store, Store]) -> None:
    mine, theirs = files
    set_field(mine, "אברהמי", mobile="050-555-0191")
    set_field(theirs, "אברהמי", mobile="050-555-0192")
    (conflict,) = met(mine, theirs).conflicts
    assert open_questions(mine) == [conflict]
    assert waits(mine) == [conflict.cell]
    with mine.write("decide") as session:
        decide(session, conflict.cell, conflict.values[0], NOW)
    assert open_questions(mine) == []
    assert waits(mine) == []
    assert met(mine, theirs).conflicts == ()
    assert met(theirs, mine).conflicts == ()
    assert named(theirs, "אברהמי").mobile == conflict.values[0]


@pytest.mark.parametrize("kept", [True, False])
def test_who_was_deleted_here_and_changed_there_is_kept_or_let_go_by_decision(
    files: tuple[Store, Store], kept: bool
) -> None:
    mine, theirs = files
    key = somebody(mine, "אברהמי")
    with mine.write("delete") as session:
        session.delete(session.get_one(Member, key))
    set_field(theirs, "אברהמי", mobile="050-555-0192")
    conflict = next(it for it in met(mine, theirs).conflicts if it.cell[:2] == ("member", key.hex))
    assert conflict.cell[2] == ""
    with mine.write("decide") as session:
        decide(session, conflict.cell, kept, NOW)
    assert met(theirs, mine).conflicts == ()
    for store in files:
        with store.read() as session:
            assert (session.get(Member, key) is not None) == kept
            marks = select(func.count()).where(Attendance.member_id == key)
            assert bool(session.scalar(marks)) == kept
    assert everything(mine) == everything(theirs)


def waits(store: Store) -> list[Cell]:
    with store.read() as session:
        return waiting(session)


def test_who_writes_over_a_contradiction_has_decided_it(files: tuple[Store, Store]) -> None:
    mine, theirs = files
    set_field(mine, "אברהמי", mobile="050-555-0191")
    set_field(theirs, "אברהמי", mobile="050-555-0192")
    met(mine, theirs)
    set_field(mine, "אברהמי", mobile="050-555-0193")
    assert waits(mine) == [it.cell for it in open_questions(mine)] == []


def open_questions(store: Store) -> list[Conflict]:
    with store.read() as session:
        return list(undecided(session))


def test_who_saw_a_change_and_changed_it_again_contradicts_nobody(
    files: tuple[Store, Store],
) -> None:
    mine, theirs = files
    set_field(theirs, "אברהמי", expertise="גיל רך")
    met(mine, theirs)
    set_field(mine, "אברהמי", expertise="גיל רך והכלה")
    assert met(theirs, mine).conflicts == ()
    assert named(theirs, "אברהמי").expertise == "גיל רך והכלה"


def test_forms_typed_in_on_both_laptops_are_all_kept(files: tuple[Store, Store]) -> None:
    mine, theirs = files
    with mine.read() as session:
        meeting = session.scalars(select(Meeting.id).order_by(Meeting.starts_at)).first()
        before = session.scalar(select(func.count()).select_from(Feedback)) or 0
    assert meeting
    for store, took in ((mine, "רעיון"), (theirs, "חברה")):
        with store.write("form") as session:
            feedback.add(session, meeting, {"took": took})
    met(mine, theirs)
    met(theirs, mine)
    for store in files:
        with store.read() as session:
            forms = session.scalars(select(Feedback).where(Feedback.meeting_id == meeting)).all()
            assert (session.scalar(select(func.count()).select_from(Feedback)) or 0) == before + 2
        assert {"רעיון", "חברה"} <= {form.took for form in forms}
        assert len({form.number for form in forms}) == len(forms)
    assert everything(mine) == everything(theirs)


def test_a_meeting_deleted_here_and_untouched_there_is_gone_with_all_it_had(
    files: tuple[Store, Store],
) -> None:
    mine, theirs = files
    with mine.read() as session:
        first = session.scalars(select(Meeting.id).order_by(Meeting.starts_at)).first()
    with mine.write("delete") as session:
        session.delete(session.get_one(Meeting, first))
    assert met(theirs, mine).conflicts == ()
    assert everything(mine) == everything(theirs)


def test_bringing_together_is_one_step_that_is_taken_back_whole(
    files: tuple[Store, Store],
) -> None:
    mine, theirs = files
    set_field(theirs, "אברהמי", expertise="גיל רך")
    before, changes = everything(mine), list[Change]()
    mine.on_commit.append(changes.append)
    met(mine, theirs)
    assert len(changes) == 1
    mine.revert(changes[0])
    assert everything(mine) == before
    assert met(mine, theirs).changed == {"member": 1}


def test_copies_that_nobody_prepared_are_brought_together_too(tmp_path: Path) -> None:
    with create_file(tmp_path / "mine.cop") as mine, mine.write("sample") as session:
        sample.create(session, TODAY)
    shutil.copy(tmp_path / "mine.cop", tmp_path / "theirs.cop")
    with open_file(tmp_path / "mine.cop") as mine, open_file(tmp_path / "theirs.cop") as theirs:
        set_field(mine, "אברהמי", job_title="מנהלת אגף")
        set_field(theirs, "אברהמי", expertise="גיל רך")
        fields = {it.cell[2] for it in met(mine, theirs).conflicts}
        assert {"job_title", "expertise"} <= fields


def test_files_of_strangers_are_refused(tmp_path: Path) -> None:
    making: list[Callable[[Store], UUID]] = []
    from tests.sample import small_community

    making = [small_community, small_community]
    stores = []
    for number, make in enumerate(making):
        store = create_file(tmp_path / f"{number}.cop")
        make(store)
        stores.append(store)
    with stores[0] as mine, stores[1] as theirs, pytest.raises(UserError, match="no community"):
        met(mine, theirs)


def test_what_is_remembered_reads_as_it_was(files: tuple[Store, Store]) -> None:
    mine, theirs = files
    set_field(theirs, "אברהמי", mobile="")
    met(mine, theirs)
    with mine.read() as session:
        kept = remembered(session)
    assert kept is not None
    assert loads(dumps(kept)) == kept
