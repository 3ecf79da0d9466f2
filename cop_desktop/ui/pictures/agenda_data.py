"""A day of a meeting as the bar of its agenda shows it: minutes, and words that are ready."""

from cop_desktop.frozen import frozen


@frozen
class BarBlock:
    """`kind` is a BlockKind, `start` a time in words, `short` the kind in a word.

    `at`: minutes from the beginning of the day; None follows the block before. `lanes`: the blocks
    of each track of parallel work.
    """

    key: object
    kind: str
    title: str
    minutes: int
    start: str
    short: str
    words: str  # said whole: title, time, minutes, leader
    at: int | None = None
    lanes: "tuple[tuple[BarBlock, ...], ...]" = ()


@frozen
class BarData:
    """`end`: the time the agenda ends, in words; `chosen`: key of the block open beside.

    `invited` is the length in minutes that the invitation names: what is still free of it is
    drawn empty, what goes beyond it is marked. 0 leaves it out. `name` stands before the bar.
    """

    blocks: tuple[BarBlock, ...]
    end: str
    chosen: object = None
    invited: int = 0
    name: str = ""

    @property
    def starts(self) -> tuple[int, ...]:
        """Minutes at which the blocks begin, from the beginning of the day."""
        at, found = 0, []
        for block in self.blocks:
            found.append(at if block.at is None else block.at)
            at = found[-1] + max(block.minutes, 0)
        return tuple(found)

    @property
    def first(self) -> int:
        """The beginning of the bar: that of the day, or of a block pinned before it."""
        return min((0, *self.starts))

    @property
    def planned(self) -> int:
        """Minutes from the beginning of the day to the end of the last block."""
        pairs = zip(self.starts, self.blocks, strict=True)
        return max((at + max(block.minutes, 0) for at, block in pairs), default=0)

    @property
    def total(self) -> int:
        return (max(self.planned, self.invited) - self.first) or 1

    @property
    def gaps(self) -> tuple[tuple[int, int], ...]:
        """Minutes between blocks that nobody fills: from, to."""
        end, found = 0, []
        for at, block in zip(self.starts, self.blocks, strict=True):
            if at > end:
                found.append((end, at))
            end = max(end, at + max(block.minutes, 0))
        return tuple(found)
