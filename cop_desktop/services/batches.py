"""Many keys in one question, as many as every build of SQLite takes; many rows in one write."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

Key = TypeVar("Key")
AT_ONCE = 5_000  # SQLite itself stops at 32,766 values a statement, some builds later


def batches(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    """The keys in their order, at most `AT_ONCE` at a time."""
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]


def add_rows(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows that name every column; SQLAlchemy would look at each value on its way by itself."""
    if not rows:
        return
    connection = session.connection()
    binds = [(it.name, _binder(it.type, connection.dialect)) for it in table.columns]
    columns = [
        [bind(row[name]) for row in rows] if bind else [row[name] for row in rows]
        for name, bind in binds
    ]
    statement = str(insert(table).compile(dialect=connection.dialect))
    connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


def _binder(kind: Any, dialect: Any) -> Callable[[Any], Any] | None:
    """What makes of a value what the database takes."""
    bind: Callable[[Any], Any] | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return bind
