"""A cell that several laptops write: every version is kept until somebody who saw it replaces it.

No clock is asked. A version has a tag; whoever writes notes the tags that were seen. Two
versions that did not see each other stand side by side until a person picks. Joining is
commutative, associative and repeatable without effect (a multi-value register; Shapiro et al.).
"""

import hashlib
from collections.abc import Mapping

from cop_desktop.frozen import frozen

Value = None | bool | int | float | str | bytes
Tag = str
_FIRST = "first "


def origin(row: str, column: str = "", value: "Kept" = True) -> Tag:
    """The tag of what stood in a cell before anybody shared the file; without a column: of the row.

    It follows from the value: copies that began apart differ in it, so neither hides the other.
    """
    if not column:
        return f"{_FIRST}{row}"
    told = hashlib.sha256(repr((column, value)).encode()).hexdigest()[:12]
    return f"{_FIRST}{row} {told}"


def without_origins(tags: frozenset[Tag]) -> bool:
    """Whether these were noted before origins followed from values: all were taken for seen."""
    return not any(it.startswith(_FIRST) for it in tags)


class _Dropped:
    """Stands for a value that was forgotten, while its tag is remembered."""

    def __repr__(self) -> str:
        return "DROPPED"


@frozen
class Deleted:
    """Stands in a row's own cell when the row was deleted by somebody who saw these versions.

    A row that became one with another of its table names that one; a row that went along with
    others it needed, their keys.
    """

    seen: frozenset[Tag]
    into: str = ""
    under: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:  # the same everywhere: a set has no order of its own
        return f"Deleted({sorted(self.seen)}, {self.into!r}, {self.under!r})"


@frozen
class Erased:
    """Stands in a row's own cell when the row was forgotten for good."""


DROPPED = _Dropped()
Kept = Value | _Dropped | Deleted | Erased


@frozen
class Register:
    """The versions nobody replaced yet, and the tags of those that were replaced."""

    alive: Mapping[Tag, Kept]
    gone: frozenset[Tag] = frozenset()

    def written(self, value: Kept, *cell: str) -> "Register":
        """Somebody who saw every version writes a new one.

        Its tag follows from what is written over what, so whoever finds out later that it was
        written, from the file alone, gives it the same. And from where: who saw the same word in
        another cell saw nothing of this one.
        """
        told = repr((cell, sorted(self.alive), value)).encode()
        tag = hashlib.sha256(told).hexdigest()[:24]
        return Register({tag: value}, (self.gone | self.alive.keys()) - {tag})

    def joined(self, other: "Register") -> "Register":
        """What both know together."""
        gone = self.gone | other.gone
        alive = {**other.alive, **self.alive}
        for tag, value in other.alive.items():
            if alive[tag] is DROPPED:
                alive[tag] = value
        return Register({tag: it for tag, it in alive.items() if not _replaced(tag, gone)}, gone)

    def dropped(self) -> "Register":
        """The same tags without the values."""
        return Register(dict.fromkeys(self.alive, DROPPED), self.gone)

    @property
    def values(self) -> set[Kept]:
        """More than one is a conflict; what was forgotten is none of them."""
        return {value for value in self.alive.values() if value is not DROPPED}

    @property
    def shown(self) -> Kept:
        """The same on every laptop: a word before none, none before what is forgotten."""
        if not self.alive:
            return DROPPED
        return self.alive[max(self.alive, key=self._rank)]

    def _rank(self, tag: Tag) -> tuple[bool, bool, Tag]:
        value = self.alive[tag]
        return value is not DROPPED, value not in (None, "", DROPPED), tag


def _replaced(tag: Tag, gone: frozenset[Tag]) -> bool:
    """An origin that was noted without its value stands for all of that cell."""
    return tag in gone or tag.rpartition(" ")[0] in gone
