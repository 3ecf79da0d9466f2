"""The log of what left: a chain that nobody can mend behind one's back."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import delete, update

from cop_desktop.errors import UserError
from cop_desktop.models import ExportEvent
from cop_desktop.models.package_words import ExportStep
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import communities, exports
from cop_desktop.store import Change, Store, create_file
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
