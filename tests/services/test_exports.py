"""The log of what left: a chain that nobody can mend behind one's back."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import delete, select, text, update

from cop_desktop.errors import UserError
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.i18n import Catalog
from cop_desktop.models import ExportEvent
from cop_desktop.models.package_words import ExportStep
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import communities, exports
from cop_desktop.services.merging.meeting import bring_in, prepare
from cop_desktop.store import Change, Store, create_file, open_file
from tests.sample import small_community

NOW = datetime(2026, 11, 22, 9, 30)
TOLD = {"kind": "package", "recipient": "המשרד", "file": "a.zip"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_file(tmp_path / "a.cop") as store:
        small_community(store)
        yield store


def community(store: Store) -> UUID:
    with store.read() as session:
        return communities.every(session, date(2026, 11, 22))[0].id


def note(store: Store, step: ExportStep, package: str) -> None:
    key = community(store)
    with store.write("export") as session:
        exports.add(session, key, step, Share.MINISTRY, package, TOLD, NOW)


def broken(store: Store) -> int | None:
    key = community(store)
    with store.read() as session:
        return exports.broken_at(session, key)


def three(store: Store) -> None:
    for step, package in (
        (ExportStep.EXPORTED, "p1"), (ExportStep.EXPORTED, "p2"), (ExportStep.HANDED_OVER, "p1")
    ):  # fmt: skip
        note(store, step, package)


def test_what_left_is_followed_until_its_receipt_is_seen(store: Store) -> None:
    three(store)
    key = community(store)
    with store.read() as session:
        newest, first = exports.sent(session, key)
        following = exports.next_package(session, key)
    assert (newest.package, newest.waiting_for) == ("p2", ExportStep.HANDED_OVER)
    assert (first.package, first.waiting_for) == ("p1", ExportStep.RECEIPT_SEEN)
    assert following == (3, "p2")
    note(store, ExportStep.RECEIPT_SEEN, "p1")
    with store.read() as session:
        assert exports.sent(session, key)[1].waiting_for is None
    assert broken(store) is None


def test_an_entry_that_was_written_anew_with_its_digest_shows_at_the_next(store: Store) -> None:
    """The chain of another log, say, of which one entry was put into the place of ours."""
    three(store)
    key = community(store)
    with store.write("forge") as session:
        second = session.scalars(select(ExportEvent).where(ExportEvent.number == 2)).one()
        second.told = "{}"
        parts = (
            str(key), "2", second.at.isoformat(), second.step.value, second.level.value,
            second.package, second.told, second.previous,
        )  # fmt: skip
        second.digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    assert broken(store) == 3


def test_a_changed_entry_shows(store: Store) -> None:
    three(store)
    with store.write("forge") as session:
        session.execute(update(ExportEvent).where(ExportEvent.number == 2).values(told="{}"))
    assert broken(store) == 2


def test_an_entry_taken_out_shows(store: Store) -> None:
    three(store)
    with store.write("forge") as session:
        session.execute(delete(ExportEvent).where(ExportEvent.number == 2))
    assert broken(store) == 2


SPOILT = {
    "told in words that are none": "update export_event set told = 'x' where number = 2",
    "told as a list": "update export_event set told = '[]' where number = 2",
    "rows that are no number": (
        """update export_event set told = '{"rows.a": "x"}' where number = 2"""
    ),
    "a step that is none": "update export_event set step = 'burnt' where number = 2",
    "an hour that is none": "update export_event set at = 'yesterday' where number = 2",
    "the export taken out, its steps left": "delete from export_event where number = 1",
    "numbers exchanged": "update export_event set number = 203 - number where number < 3",
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_log_that_was_spoilt_from_outside_can_still_be_read_and_says_so(
    store: Store, how: str, hebrew: Catalog
) -> None:
    three(store)
    with store.write("forge") as session:
        session.execute(text(SPOILT[how]))
    assert broken(store) in (1, 2)
    key = community(store)
    with store.read() as session:
        paper = PAPERS["export-log"].make(session, Subject(key, NOW.date()), hebrew)
    assert hebrew("The log is whole: no entry was changed or taken out.") not in str(paper)
    note(store, ExportStep.EXPORTED, "p9")  # and what leaves is noted all the same


def lost(store: Store) -> int:
    key = community(store)
    with store.read() as session:
        return exports.lost(session, key)


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_entries_taken_out_at_the_end_show_on_the_computer_that_remembers_them(
    store: Store, kept: int, hebrew: Catalog
) -> None:
    three(store)
    assert lost(store) == 0
    with store.write("forge") as session:
        session.execute(delete(ExportEvent).where(ExportEvent.number > kept))
    assert (broken(store), lost(store)) == (None, 3)
    key = community(store)
    with store.read() as session:
        paper = PAPERS["export-log"].make(session, Subject(key, NOW.date()), hebrew)
    assert hebrew("The log is whole: no entry was changed or taken out.") not in str(paper)


def test_a_backup_put_back_is_told_and_the_next_entry_keeps_it(
    store: Store, tmp_path: Path
) -> None:
    note(store, ExportStep.EXPORTED, "p1")
    store.backup(tmp_path / "older.cop")
    note(store, ExportStep.EXPORTED, "p2")
    with open_file(tmp_path / "older.cop") as older:
        assert (broken(older), lost(older)) == (None, 2)
        note(older, ExportStep.EXPORTED, "p3")
        assert (broken(older), lost(older)) == (None, 0)
        key = community(older)
        with older.read() as session:
            assert [it.told.get(exports.LOST) for it in exports.log(session, key)] == [None, 2]


def test_what_is_not_committed_is_not_remembered(store: Store) -> None:
    key = community(store)
    with suppress(KeyboardInterrupt), store.write("export") as session:
        exports.add(session, key, ExportStep.EXPORTED, Share.MINISTRY, "p1", TOLD, NOW)
        raise KeyboardInterrupt
    assert lost(store) == 0


def test_each_of_two_laptops_keeps_a_whole_log_of_its_own(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Logs are not merged: what left from a laptop is in its own."""
    note(store, ExportStep.EXPORTED, "p1")
    store.backup(tmp_path / "theirs.cop")
    note(store, ExportStep.EXPORTED, "mine")
    with open_file(tmp_path / "theirs.cop") as theirs:
        monkeypatch.setenv("COP_DATA_DIR", str(tmp_path / "other computer"))
        assert lost(theirs) == 0
        note(theirs, ExportStep.EXPORTED, "theirs")
        with theirs.read() as others, store.read() as ours:
            outcome = prepare(ours, others)
        with store.write("together") as session:
            bring_in(session, outcome, NOW)
        assert (broken(theirs), lost(theirs)) == (None, 0)
    monkeypatch.undo()
    key = community(store)
    with store.read() as session:
        assert [it.package for it in exports.log(session, key)] == ["p1", "mine"]
    assert broken(store) is None


def test_undo_leaves_the_log_alone(store: Store) -> None:
    key, changes = community(store), list[Change]()
    store.on_commit.append(changes.append)
    with store.write("rename and export") as session:
        communities.change(session, key, {"name": "צפון"})
        exports.add(session, key, ExportStep.EXPORTED, Share.MINISTRY, "p1", TOLD, NOW)
    store.revert(changes[0])
    with store.read() as session:
        assert communities.every(session, date(2026, 11, 22))[0].name != "צפון"
        assert [it.package for it in exports.log(session, key)] == ["p1"]


def test_a_step_is_noted_once_and_only_of_what_left(store: Store) -> None:
    note(store, ExportStep.EXPORTED, "p1")
    note(store, ExportStep.HANDED_OVER, "p1")
    with pytest.raises(UserError, match="noted already"):
        note(store, ExportStep.HANDED_OVER, "p1")
    with pytest.raises(UserError, match="did not leave"):
        note(store, ExportStep.RECEIPT_SEEN, "p9")
