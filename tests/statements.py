"""What a piece of work asks of the file, statement by statement."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SQL executed inside the block with its values, by any engine; empty when it begins."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, sql: str, values: Any, *_rest: Any) -> None:
        if not sql.startswith(("PRAGMA", "BEGIN")):
            seen.append(f"{' '.join(sql.split())} {values}")

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)
