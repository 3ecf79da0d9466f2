"""Headings, sentences and labelled values."""

from cop_desktop.export.document import (
    Callout,
    Facts,
    Heading,
    Paragraph,
    Tiles,
    Voice,
)
from cop_desktop.export.text.clean import clean

from .box import Box, Series, Stack, Words
from .ink import (
    BODY,
    HEADING,
    LABEL,
    LEAD,
    MM,
    SMALL,
    SOFT,
    TEAL,
    TILE,
    VALUE,
    Rule,
)  # fmt: skip
from .pen import Pen
from .press import Press
from .widths import shared

_VOICES = {
    Voice.BODY: (BODY, 7.5, 7.5),
    Voice.LEAD: (LEAD.but(size=11.5), 0.0, 11.0),
    Voice.NOTE: (SMALL, 5.0, 5.0),
    Voice.GUIDE: (BODY.but(color=SOFT), 5.0, 5.0),
}


class HeadingBox(Box):
    """A section heading, its note beside it or under it; it goes to the outline of a long paper."""

    above, below, keeps = 16, 8, True

    def __init__(self, block: Heading, press: Press) -> None:
        self.title = clean(block.text)[:120]
        self.words = Words(press, block.text, HEADING, most=4)
        self.note = Words(press, block.note, SMALL, most=3)
        self.name = self.words.name

    def _beside(self, width: float) -> bool:
        return self.words.natural() + 8 + self.note.natural() <= width

    def height(self, width: float) -> float:
        under = 0.0 if self._beside(width) else self.note.height(width) + 4
        return self.words.height(width) + under

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        pen.entry(self.title, y)
        self.words.draw(pen, x, y, width)
        if self._beside(width):
            start = self.words.natural() + 8
            down = self.words.ascent - self.note.ascent
            self.note.draw(pen, x + start, y + down, width - start + 0.1)
        else:
            self.note.draw(pen, x, y + self.words.height(width) + 4, width)


def heading(block: Heading, press: Press) -> Box:
    return HeadingBox(block, press)


def paragraph(block: Paragraph, press: Press) -> Box:
    style, above, below = _VOICES[block.voice]
    return Words(press, block.text, style, above=above, below=below)


class Barred(Box):
    """Text behind a bar at its start side."""

    def __init__(self, inside: Box, color: str = TEAL, thickness: float = 2.4,
                 inset: float = 10) -> None:  # fmt: skip
        self.inside, self.color, self.thickness, self.inset = inside, color, thickness, inset
        self.above = self.below = 12
        self.name = inside.name

    def height(self, width: float) -> float:
        return self.inside.height(width - self.inset) + 4

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        parts = self.inside.split(width - self.inset, room - 4)
        if parts is None:
            return None
        first, rest = (Barred(part, self.color, self.thickness, self.inset) for part in parts)
        return first, rest

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        pen.box(x, y, self.thickness, self.height(width), fill=self.color)
        self.inside.draw(pen, x + self.inset, y + 2, width - self.inset)


def callout(block: Callout, press: Press) -> Box:
    if not block.source:
        return Barred(Words(press, block.text, LEAD))
    words = Words(press, block.text, VALUE.but(balanced=True), below=4.5)
    return Barred(Series([words, Words(press, block.source, SMALL, most=2)]))


class FactStrip(Box):
    """Labelled values side by side."""

    def __init__(self, block: Facts, press: Press) -> None:
        self.widths = block.widths or (None,) * len(block.facts)
        self.stacks = [
            Stack(
                [
                    Words(press, fact.label, LABEL, below=4.5, most=2),
                    Words(press, fact.value, VALUE, below=4.5, most=5),
                    *([Words(press, fact.note, SMALL, most=5)] if fact.note else []),
                ]
            )
            for fact in block.facts
        ]
        self.below = 12

    def height(self, width: float) -> float:
        columns = shared(self.widths, width, 4 * MM)
        pairs = zip(self.stacks, columns, strict=True)
        return max((stack.height(column) for stack, column in pairs), default=0.0)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        for stack, column in zip(self.stacks, shared(self.widths, width, 4 * MM), strict=True):
            stack.draw(pen, x, y, column)
            x += column + 4 * MM


class TileRow(Box):
    """Figures side by side, each under a rule."""

    GUTTER = 4 * MM

    def __init__(self, block: Tiles, press: Press) -> None:
        self.tiles = [
            (Words(press, tile.value, TILE, most=1), Words(press, tile.label, SMALL, most=3))
            for tile in block.tiles
        ]
        self.above, self.below = 13, 17

    def _column(self, width: float) -> float:
        count = max(len(self.tiles), 1)
        return (width - self.GUTTER * (count - 1)) / count

    def height(self, width: float) -> float:
        column = self._column(width)
        tallest = max((label.height(column) for _, label in self.tiles), default=0.0)
        return 5 + 0.75 * TILE.size + 6 + tallest

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        column = self._column(width)
        for value, label in self.tiles:
            pen.rule(x, y, column, Rule(1.2, TEAL))
            value.draw(pen, x, y + 5 + 0.75 * TILE.size - value.ascent, column)
            label.draw(pen, x, y + 5 + 0.75 * TILE.size + 6, column)
            x += column + self.GUTTER


def facts(block: Facts, press: Press) -> Box:
    return FactStrip(block, press)


def tiles(block: Tiles, press: Press) -> Box:
    return TileRow(block, press)
