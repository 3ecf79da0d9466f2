"""Undo is a property: whatever a transaction did, reverting it restores every row."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session

from cop_desktop.models import AgendaItem, Base, Meeting, Member
from cop_desktop.models.vocabulary import Role
from cop_desktop.store import Change, Store

Rows = dict[str, list[tuple[Any, ...]]]


def rows(store: Store) -> Rows:
    with store.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by("id"))]
            for table in Base.metadata.sorted_tables
        }


@pytest.mark.parametrize(
    "work",
    [
        lambda s: s.execute(update(AgendaItem).values(minutes=5, role=Role.CRITICAL)),
        lambda s: s.execute(delete(Meeting)),
        lambda s: s.execute(text("DELETE FROM community")),
        lambda s: s.execute(text("DELETE FROM member WHERE given_name = 'נועה'")),
        lambda s: s.delete(s.scalars(select(Meeting)).first()),
    ],
    ids=["bulk update", "bulk delete", "cascade", "mentor set to null", "orm delete"],
)
def test_revert_restores_and_reverts_again(
    store: Store, community: UUID, work: Callable[[Session], object]
) -> None:
    seen: list[Change] = []
    store.on_commit.append(seen.append)
    before = rows(store)
    with store.write("work") as session:
        work(session)
    after = rows(store)
    assert after != before

    redo = store.revert(seen[0])
    assert rows(store) == before
    store.revert(redo)
    assert rows(store) == after


def test_an_error_rolls_back_and_records_nothing(store: Store, community: UUID) -> None:
    seen: list[Change] = []
    store.on_commit.append(seen.append)
    before = rows(store)
    with pytest.raises(ZeroDivisionError), store.write("work") as session:
        assert session.execute(delete(Member)) is not None and 1 / 0
    assert rows(store) == before
    with store.write("nothing"):
        pass
    assert seen == []


def test_sessions_neither_nest_nor_travel(store: Store, community: UUID) -> None:
    with pytest.raises(RuntimeError), store.write("outer"):
        rows(store)
    with ThreadPoolExecutor() as pool, pytest.raises(RuntimeError):
        pool.submit(rows, store).result()
    assert rows(store)
