"""A worker writes through a connection of its own; the window reads on, and hears of it after."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from uuid import UUID

import pytest
from sqlalchemy import func, select

from cop_desktop.errors import UserError
from cop_desktop.models import Member
from cop_desktop.services import roster_import
from cop_desktop.services.roster_import import Action, Choice, MemberDraft
from cop_desktop.store import Change, Store

MANY = 20_000  # more than a connection would keep in memory


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as it:
        yield it


def count(store: Store) -> int:
    with store.read() as session:
        return session.scalars(select(func.count()).select_from(Member)).one()


def bring_in(store: Store, community: UUID, meanwhile: Callable[[], object]) -> None:
    """As an import does it, in the worker; `meanwhile` is called before the commit."""
    drafts = [MemberDraft(row=n, given_name="תמר", family_name=f"גל {n}") for n in range(MANY)]
    with store.elsewhere() as own, own.write("import") as session:
        roster_import.commit(session, community, [Choice(it, Action.ADD) for it in drafts])
        meanwhile()


def test_the_window_reads_on_and_hears_of_the_change_when_the_loan_ends(
    store: Store, community: UUID, worker: ThreadPoolExecutor
) -> None:
    heard: list[Change] = []
    store.on_commit.append(heard.append)
    before = count(store)
    store.lend()
    written, asked = Event(), Event()

    def meanwhile() -> None:
        written.set()
        assert asked.wait(30)

    work = worker.submit(bring_in, store, community, meanwhile)
    assert written.wait(30)
    assert count(store) == before
    asked.set()
    work.result()
    assert count(store) == before + MANY
    assert heard == []
    store.take_back()
    assert [change.label for change in heard] == ["import"]
    store.revert(heard[0])
    assert count(store) == before


def test_nothing_is_changed_here_while_the_file_is_lent(store: Store, community: UUID) -> None:
    store.lend()
    with pytest.raises(UserError, match="being imported"), store.write("here"):
        pass
    with pytest.raises(UserError, match="being imported"):
        store.lend()
    store.take_back()
    with store.write("here"):
        pass


def test_a_worker_that_fails_leaves_nothing(
    store: Store, community: UUID, worker: ThreadPoolExecutor
) -> None:
    before = count(store)

    def fail() -> None:
        raise ZeroDivisionError

    store.lend()
    with pytest.raises(ZeroDivisionError):
        worker.submit(bring_in, store, community, fail).result()
    heard: list[Change] = []
    store.on_commit.append(heard.append)
    store.take_back()
    assert (count(store), heard) == (before, [])


def test_nobody_writes_elsewhere_unless_the_file_is_lent(store: Store, community: UUID) -> None:
    with store.elsewhere() as own, pytest.raises(UserError), own.write("elsewhere"):
        pass
