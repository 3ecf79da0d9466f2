"""Blocks that hold blocks."""

from cop_desktop.export.document import Columns, Spare, ToFoot, Together

from .box import Box, Stack
from .ink import MM
from .pen import Pen
from .press import Press
from .prose import Series
from .widths import shared


class SideBySide(Box):
    """Stacks in columns, their tops aligned."""

    def __init__(self, block: Columns, press: Press) -> None:
        self.stacks = [Stack(press.boxes(blocks)) for blocks in block.columns]
        self.widths = block.widths or (None,) * len(self.stacks)
        self.gutter = block.gutter * MM
        self.above = max((stack.above for stack in self.stacks), default=0)
        self.below = max((stack.below for stack in self.stacks), default=0)
        self.name = next((stack.name for stack in self.stacks if stack.name), "")

    def height(self, width: float) -> float:
        columns = shared(self.widths, width, self.gutter)
        pairs = zip(self.stacks, columns, strict=True)
        return max((stack.height(column) for stack, column in pairs), default=0.0)

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
    return Stack(press.boxes(block.blocks))


def to_foot(block: ToFoot, press: Press) -> Box:
    return Sunk(press.boxes(block.blocks))


def spare(block: Spare, press: Press) -> Box:
    """Inside other blocks nothing is left out; `fit` opens those of a sheet."""
    return Series(press.boxes(block.blocks))
