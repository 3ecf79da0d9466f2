"""Undo is a property: whatever a transaction did, reverting it restores every row."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Table, UniqueConstraint, delete, func, insert, select, text, update
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.models import AgendaItem, Base, Meeting, Member
from cop_desktop.models.vocabulary import Role
from cop_desktop.store import Change, Store

Rows = dict[str, list[tuple[Any, ...]]]


def rows(store: Store) -> Rows:
    with store.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by("id"))]
            for table in Base.metadata.sorted_tables
            if not table.info.get("bulk")
        }


def fail_after(_work: object) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    "work",
    [
        lambda s: s.execute(update(AgendaItem).values(minutes=5, roles=(Role.CRITICAL,))),
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
        fail_after(session.execute(delete(Member)))
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


def test_a_read_cannot_write(store: Store, community: UUID) -> None:
    with pytest.raises(UserError), store.read() as session:
        session.execute(delete(Member))


def test_an_import_of_ten_thousand_is_taken_back_by_a_handful_of_statements(
    store: Store, community: UUID
) -> None:
    seen: list[Change] = []
    store.on_commit.append(seen.append)
    with store.write("import") as session:
        session.execute(insert(Member), [imported(community, n) for n in range(10_000)])
    assert len(seen[0].inverse) <= 25
    redo = store.revert(seen[0])
    assert len(redo.inverse) <= 25
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(Member)) == 3


def imported(community: UUID, n: int) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "person": uuid4(),
        "community_id": community,
        "given_name": f"חבר {n}",
        "sort_key": str(n),
    }


def test_every_reference_is_indexed_so_that_deleting_many_stays_fast() -> None:
    assert [
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        if not table.info.get("bulk")
        for column in table.columns
        if column.foreign_keys and column.name not in _first_columns(table)
    ] == []


def _first_columns(table: Table) -> set[str]:
    indexed = [index.columns.keys()[0] for index in table.indexes]
    unique = [c.columns.keys()[0] for c in table.constraints if isinstance(c, UniqueConstraint)]
    return {*indexed, *unique}


def test_a_listener_that_fails_does_not_undo_the_commit(
    store: Store, community: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: bugs.append(error[1]))
    heard: list[Change] = []
    store.on_commit += [fail_after, heard.append]
    with store.write("work") as session:
        session.execute(delete(Meeting))
    assert len(bugs) == 1
    assert heard[0].tables >= {"meeting", "agenda_item"}


def test_what_is_deleted_leaves_no_letter_in_the_file(store: Store, community: UUID) -> None:
    name = "זאבהמיוחדתבשמה"
    with store.write("many") as session:
        people = [imported(community, n) for n in range(300)]
        session.execute(insert(Member), people)
        session.add(Member(community_id=community, given_name=name, search_key=name))
    assert name.encode() in store.path.read_bytes()
    with store.write("gone") as session:
        session.execute(delete(Member).where(Member.given_name == name))
    assert name.encode() not in store.path.read_bytes()
    journal = store.path.with_name(store.path.name + "-journal")
    assert not journal.exists() or name.encode() not in journal.read_bytes()


def test_closing_leaves_nothing_beside_the_file(store: Store, community: UUID) -> None:
    store.close()
    assert [it.name for it in store.path.parent.glob("community*")] == ["community.cop"]


def test_a_full_disk_is_said_and_loses_nothing(store: Store, community: UUID) -> None:
    before = rows(store)
    with store.read() as session:
        session.execute(text("PRAGMA max_page_count = 1"))  # SQLite answers: as many as now
    with pytest.raises(UserError, match="room"), store.write("too much") as session:
        session.execute(insert(Member), [imported(community, n) for n in range(5000)])
    assert rows(store) == before


def test_who_only_looks_at_a_file_does_not_pay_for_undo(store: Store) -> None:
    def watched() -> int:
        with store.read() as session:
            count = text("SELECT count(*) FROM sqlite_temp_master WHERE type = 'trigger'")
            return int(session.scalar(count) or 0)

    assert watched() == 0
    with store.write("look round") as session:
        session.scalars(select(Member)).all()
    assert watched() > len(Base.metadata.tables)
