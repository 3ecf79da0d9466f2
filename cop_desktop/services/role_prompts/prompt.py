"""What a prompt is made of, and the three shapes that most of them have."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen

Value = int | float | str | date | tuple[str, ...]


@frozen
class Item:
    """One thing behind a prompt, and the place where it is opened."""

    id: UUID | None  # what that place shows; None: the place as it is
    words: str
    place: str
    on: date | None = None  # since when it waits
    waited: int | None = None  # meetings, where age is counted in meetings
    settled: bool = False  # an agenda carries it already


@frozen
class Prompt:
    """A sentence of content by `key`, the values it names, and all that it is about.

    `private` is what concerns single people: for the leader and the role's holders to know, not to
    lie on a table.
    """

    key: str
    values: Mapping[str, Value]
    items: tuple[Item, ...]
    private: bool = False


@frozen
class At:
    """A community on a day, in an open file."""

    session: Session
    community_id: UUID
    today: date


def counted(key: str, items: Sequence[Item], n: int | None = None) -> Prompt | None:
    """So many, and the first of them."""
    n = len(items) if n is None else n
    return Prompt(key, {"n": n, "first": items[0].words}, tuple(items)) if n else None


def first(
    key: str, items: Sequence[Item], more: Mapping[str, Value] | None = None
) -> Prompt | None:
    """The first of them, told with its own words."""
    return Prompt(key, {"first": items[0].words, **(more or {})}, tuple(items)) if items else None


def named(key: str, items: Sequence[Item], *, private: bool = False) -> Prompt | None:
    """All of them by name."""
    names = tuple(it.words for it in items)
    return Prompt(key, {"names": names}, tuple(items), private) if names else None
