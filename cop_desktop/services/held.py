"""What the file holds about a member: every column of every row that points to them.

Read from the tables themselves, so nothing is forgotten when a table is added.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, or_, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Base, Member
from cop_desktop.models.vocabulary import Share

from .people import full_name

MEMBER, CHARTER = "member", "charter"
# Keys, places in an order, and spellings for sorting: in the file for programs only. So is the
# rest of a charter, which is about everybody and has a paper of its own.
UNTOLD = frozenset({
    "id", "community_id", "person", "sort_key", "search_key", "position", "pinned_at", "parent_id",
    "track", "day", "ready",
})  # fmt: skip
TOLD_OF_CHARTER = frozenset({"number", "adopted_on", "approver_id"})
NOT_THERE = N_("This member is not in the file any more.")
NAMED_BY: Mapping[str, tuple[str, ...]] = {  # what a person calls a row by, where others point
    "member": ("given_name", "family_name"),
    "meeting": ("starts_at", "topic"),
    "organisation": ("name",),
    "community": ("name",),
    "goal": ("title",),
    "topic": ("title",),
    "product": ("title",),
    "agenda_item": ("title",),
    "charter": ("number",),
}


@frozen
class HeldCell:
    """A value under the name of its column, and who may see it at the least.

    `value` is what the file has; `named` are the words of the row it points to, if it does.
    """

    column: str
    value: Any
    share: Share
    named: tuple[Any, ...] = ()


@frozen
class HeldRow:
    """A row about the member; `by` are the columns that point to them."""

    by: tuple[str, ...]
    cells: tuple[HeldCell, ...]


@frozen
class Held:
    """All of it by table; `private` counts by column what the leader keeps for herself."""

    name: str
    rows: Mapping[str, tuple[HeldRow, ...]]
    private: Mapping[str, int]
    with_private: bool


def tables() -> Mapping[str, tuple[str, ...]]:
    """The tables that can be about a member, with the columns that point to one."""
    found: dict[str, tuple[str, ...]] = {MEMBER: ("id",)}
    for table in Base.metadata.sorted_tables:
        pointing = tuple(it.name for it in table.columns if _points_to(it) == MEMBER)
        if pointing and table.name != MEMBER:
            found[table.name] = pointing
    return found


def of(session: Session, member_id: UUID, *, private: bool = False) -> Held:
    """Everything about a member; with `private`, what the leader keeps for herself as well.

    Raises UserError for a member who is not there.
    """
    member = session.get(Member, member_id)
    if member is None:
        raise UserError(NOT_THERE)
    kept: dict[str, int] = {}
    found = {
        name: rows
        for name, by in tables().items()
        if (rows := tuple(_rows(session, name, by, member_id, kept, private)))
    }
    return Held(full_name(member.given_name, member.family_name), found, kept, private)


def told(name: str) -> bool:
    """Whether `table.column` says something to people."""
    table, _, column = name.partition(".")
    return column in TOLD_OF_CHARTER if table == CHARTER else column not in UNTOLD


def share_of(name: str) -> Share:
    """The sharing level of `table.column`."""
    table, _, column = name.partition(".")
    share: Share = Base.metadata.tables[table].columns[column].info["share"]
    return share


def _rows(
    session: Session, name: str, by: tuple[str, ...], member_id: UUID, kept: dict[str, int],
    private: bool,
) -> Iterator[HeldRow]:  # fmt: skip
    """Rows that only the leader knows to be about the member are counted, or told with the rest."""
    table = Base.metadata.tables[name]
    query = select(table).where(or_(*(table.columns[it] == member_id for it in by)))
    for row in session.execute(query.order_by(table.columns["id"])).mappings():
        pointing = tuple(it for it in by if row[it] == member_id)
        open_ = [it for it in pointing if table.columns[it].info["share"] != Share.ME]
        for it in pointing if not open_ else ():
            kept[f"{name}.{it}"] = kept.get(f"{name}.{it}", 0) + 1
        if open_ or private:
            yield HeldRow(pointing, tuple(_cells(session, table, row, kept, private)))


def _cells(
    session: Session, table: Table, row: Mapping[Any, Any], kept: dict[str, int], private: bool
) -> Iterator[HeldCell]:
    for column in table.columns:
        value, share = row[column.name], column.info["share"]
        if share == Share.ME and _points_to(column) != MEMBER and value not in (None, ""):
            kept[str(column)] = kept.get(str(column), 0) + 1
        if share != Share.ME or private:
            yield HeldCell(column.name, value, share, _named(session, column, value))


def _points_to(column: Column[Any]) -> str:
    return next((key.column.table.name for key in column.foreign_keys), "")


def _named(session: Session, column: Column[Any], value: Any) -> tuple[Any, ...]:
    target = _points_to(column)
    if value is None or target not in NAMED_BY:
        return ()
    table = Base.metadata.tables[target]
    query = select(*(table.columns[it] for it in NAMED_BY[target]))
    found = session.execute(query.where(table.columns["id"] == value)).first()
    return tuple(found) if found else ()
