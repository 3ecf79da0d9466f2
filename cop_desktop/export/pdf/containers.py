"""Blocks that hold blocks."""

from copy import copy

from cop_desktop.export.document import Columns, Spare, ToFoot, Together

from .box import Box, Kept, Series, Stack
from .ink import MM
from .pen import Pen
from .press import Press
from .widths import shared


class SideBySide(Box):
    """Stacks in columns, their tops aligned."""

    def __init__(self, block: Columns, press: Press) -> None:
        self.page = press.next_room
        self.stacks: list[Box] = [Series(press.boxes(blocks)) for blocks in block.columns]
        self.widths = block.widths or (None,) * len(self.stacks)
        self.gutter = block.gutter * MM
        self.above = max((stack.above for stack in self.stacks), default=0)
        self.below = max((stack.below for stack in self.stacks), default=0)
        self.name = next((stack.name for stack in self.stacks if stack.name), "")

    def height(self, width: float) -> float:
        columns = shared(self.widths, width, self.gutter)
        pairs = zip(self.stacks, columns, strict=True)
        return max((stack.height(column) for stack, column in pairs), default=0.0)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Only columns taller than a whole page part, each where it may."""
        if room < 0.9 * self.page:
            return None
        firsts: list[Box] = []
        rests: list[Box] = []
        for stack, column in zip(self.stacks, shared(self.widths, width, self.gutter), strict=True):
            fits = stack.height(column) <= room
            parts = (stack, Series([])) if fits else stack.split(column, room)
            if parts is None:
                return None
            firsts.append(parts[0])
            rests.append(parts[1])
        return self._part(firsts), self._part(rests)

    def _part(self, boxes: list[Box]) -> "SideBySide":
        part = copy(self)
        part.stacks, part.above = boxes, 0
        return part

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        for stack, column in zip(self.stacks, shared(self.widths, width, self.gutter), strict=True):
            stack.draw(pen, x, y, column)
            x += column + self.gutter


class Sunk(Stack):
    """A stack at the foot of its page."""

    sinks = True


def columns(block: Columns, press: Press) -> Box:
    return SideBySide(block, press)


def together(block: Together, press: Press) -> Box:
    return Kept(press.boxes(block.blocks), press.next_room)


def to_foot(block: ToFoot, press: Press) -> Box:
    return Sunk(press.boxes(block.blocks))


def spare(block: Spare, press: Press) -> Box:
    """Inside other blocks nothing is left out; `fit` opens those of a sheet."""
    return Series(press.boxes(block.blocks))
