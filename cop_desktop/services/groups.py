"""Groups: how many, and of how many people, so that nobody is left alone."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen

from . import attendance
from .agenda_rows import Block


@frozen
class Groups:
    """The groups of a block."""

    people: int
    sizes: tuple[int, ...]  # the larger ones first

    @property
    def count(self) -> int:
        return len(self.sizes)


def expected(session: Session, meeting_id: UUID) -> int:
    """How many to reckon with: who said they come, and who has not answered."""
    told = attendance.turnout(attendance.sheet(session, meeting_id))
    return told.coming + told.open


def sizes(people: int, size: int) -> tuple[int, ...]:
    """Groups as near to `size` and as even as can be: 23 people by 4 are 4 4 4 4 4 3.

    Where more groups are as near as fewer it is fewer, larger ones: 7 in pairs are 3 2 2.
    """
    count = max(1, (2 * people + size - 1) // (2 * size))
    return _even(people, count) if people > 0 else ()


def of(blocks: Sequence[Block], people: int) -> dict[UUID, Groups]:
    """The groups of every block that works in groups; tracks share the people among them."""
    tracks = _tracks(blocks)
    found = {}
    for block in blocks:
        if block.group_size:
            there = people
            if block.parent_id is not None:
                numbers = tracks[block.parent_id]
                there = _even(people, len(numbers))[numbers.index(block.track or 0)]
            found[block.id] = Groups(there, sizes(there, block.group_size))
    return found


def _tracks(blocks: Iterable[Block]) -> dict[UUID, list[int]]:
    """The numbers of the tracks that hold blocks, by their parallel block."""
    tracks: dict[UUID, set[int]] = {}
    for block in blocks:
        if block.parent_id is not None:
            tracks.setdefault(block.parent_id, set()).add(block.track or 0)
    return {key: sorted(numbers) for key, numbers in tracks.items()}


def _even(people: int, count: int) -> tuple[int, ...]:
    each, more = divmod(people, count)
    return (each + 1,) * more + (each,) * (count - more)
