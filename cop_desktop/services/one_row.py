"""Two rows that mean the same become one: whatever pointed to either points to the one that stays.

Which columns point where, and what no two rows may share, is read from the models: a table of a
later version is moved, too.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, UniqueConstraint, and_, delete, select, update
from sqlalchemy.orm import Session

from cop_desktop.models import Base
from cop_desktop.models.vocabulary import Presence

# by table: the column by whose word one of two rows goes before the other, and the order of words
_FIRST: Mapping[str, tuple[str, tuple[object, ...]]] = {
    "attendance": ("presence", (*Presence, None)),  # whoever came, came
}
Row = Mapping[str, Any]


def become_one(
    session: Session, table: Table, kept: UUID, lost: UUID, values: Row | None = None
) -> None:
    """Leave one row with the links of both; `values` are set in it, else what is empty is filled.

    Two rows that came to stand for one thing by that (two attendances at one meeting) become one,
    too.
    """
    one, other = _row(session, table, kept), _row(session, table, lost)
    filled = _filled(table, one, other) if values is None else values
    for column in links_to(table):
        _move(session, column, kept, lost)
    session.execute(delete(table).where(table.c.id == lost))
    if filled:
        session.execute(update(table).where(table.c.id == kept).values(dict(filled)))


def links_to(table: Table) -> Iterator[Column[Any]]:
    """Every column of the file that points to rows of a table."""
    for other in Base.metadata.sorted_tables:
        for column in other.columns:
            if any(it.column.table is table for it in column.foreign_keys):
                yield column


def _move(session: Session, column: Column[Any], kept: UUID, lost: UUID) -> None:
    table: Table = column.table
    for shared in _unique_with(column):
        for mine, theirs in _clashes(session, column, shared, kept, lost):
            become_one(session, table, mine, theirs)
    session.execute(update(table).where(column == lost).values({column.name: kept}))
    if table is next(iter(column.foreign_keys)).column.table:  # nobody is their own mentor
        session.execute(
            update(table).where(table.c.id == kept, column == kept).values({column.name: None})
        )


def _unique_with(column: Column[Any]) -> Iterator[list[Column[Any]]]:
    """Of each rule by which no two rows share the column: the columns shared besides."""
    for rule in column.table.constraints:
        if isinstance(rule, UniqueConstraint) and column.name in rule.columns:
            yield [it for it in rule.columns if it is not column]
    if column.unique:
        yield []


def _clashes(
    session: Session, column: Column[Any], shared: list[Column[Any]], kept: UUID, lost: UUID
) -> list[tuple[UUID, UUID]]:
    table = column.table
    other = table.alias()
    same = and_(*(it == other.c[it.name] for it in shared))
    query = select(table.c.id, other.c.id).where(column == kept, other.c[column.name] == lost, same)
    return [(mine, theirs) for mine, theirs in session.execute(query)]


def _row(session: Session, table: Table, key: UUID) -> Row:
    return dict(session.execute(select(table).where(table.c.id == key)).mappings().one())


def _filled(table: Table, one: Row, other: Row) -> Row:
    """What the row that stays takes over: all that it lacks, and what goes before its own."""
    column, order = _FIRST.get(table.name, ("", ()))
    first = bool(column) and order.index(other[column]) < order.index(one[column])
    links = {it.name for it in table.columns if it.foreign_keys}
    return {
        name: value
        for name, value in other.items()
        if name != "id" and name not in links and value not in (None, "")
        and (first or one[name] in (None, ""))
    }  # fmt: skip
