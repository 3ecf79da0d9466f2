"""Headings, sentences, lists and labelled values."""

from copy import copy
from typing import cast

from cop_desktop.export.document import (
    Align,
    Callout,
    Facts,
    Heading,
    Item,
    ItemList,
    Look,
    Mark,
    Pairs,
    Paragraph,
    Span,
    Tiles,
    Voice,
)
from cop_desktop.export.text.clean import clean

from . import marks
from .box import Box, Series, Stack, Words
from .ink import (
    BODY,
    HEADING,
    LABEL,
    LEAD,
    MM,
    SMALL,
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
}
_BOXES = frozenset({Mark.EMPTY, Mark.HALF, Mark.DONE, Mark.DROPPED})


class HeadingBox(Words):
    """A section heading; its words go to the outline of a long paper."""

    def __init__(self, block: Heading, press: Press) -> None:
        text = (block.text, Span(f"   {block.note}", Look.SMALL)) if block.note else block.text
        super().__init__(press, text, HEADING, above=16, below=8, most=5)
        self.title, self.keeps = clean(block.text)[:120], True

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        pen.entry(self.title, y)
        super().draw(pen, x, y, width)


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


class Marked(Box):
    """One item of a list: mark, text, and a note at the far side, on one baseline."""

    def __init__(self, item: Item, number: int, press: Press) -> None:
        self.mark = item.mark
        self.words = Words(press, item.text, BODY)
        self.note = Words(press, item.note, SMALL, Align.END, most=3) if item.note else None
        self.aside = self.note.natural() + 1 if self.note else 0.0
        self.number = Words(press, str(number), BODY.but(weight=700, color=TEAL))
        self.indent = {Mark.NONE: 0.0, Mark.BULLET: 9.0}.get(item.mark, 18.0)
        self.below = 6.0
        self.name = self.words.name

    def _columns(self, width: float) -> tuple[float, float]:
        aside = min(self.aside, width * 0.45)
        return width - self.indent - (aside + 12 if aside else 0), aside

    def height(self, width: float) -> float:
        text, aside = self._columns(width)
        return max(self.words.height(text), self.note.height(aside) if self.note else 0)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        text, _ = self._columns(width)
        parts = self.words.split(text, room)
        if parts is None:
            return None
        first, rest = copy(self), copy(self)
        first.words, rest.words = cast("Words", parts[0]), cast("Words", parts[1])
        rest.note, rest.mark = None, Mark.NONE
        return first, rest

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        text, aside = self._columns(width)
        self._draw_mark(pen, x, y)
        self.words.draw(pen, x + self.indent, y, text)
        if self.note:
            down = self.words.ascent - self.note.ascent
            self.note.draw(pen, x + width - aside, y + down, aside)

    def _draw_mark(self, pen: Pen, x: float, y: float) -> None:
        if self.mark in _BOXES:
            marks.tick_box(pen, x, y + self.words.ascent - 8.2, 9, self.mark)
        elif self.mark is Mark.BULLET:
            marks.dot(pen, x + 1.5, y + self.words.ascent - 3.2)
        elif self.mark is Mark.NUMBER:
            self.number.draw(pen, x, y, self.indent)


def item_list(block: ItemList, press: Press) -> Box:
    numbers, boxes = 0, []
    for item in block.items:
        numbers += item.mark is Mark.NUMBER
        boxes.append(Marked(item, numbers, press))
    return Series(boxes, below=8)


class Pair(Box):
    """A short label and what belongs to it."""

    def __init__(self, label: Words, text: Words, label_width: float) -> None:
        self.label, self.text, self.label_width = label, text, label_width
        self.below = 5.0

    def height(self, width: float) -> float:
        text = self.text.height(width - self.label_width)
        return max(text, self.label.height(self.label_width - 4))

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        self.label.draw(pen, x, y, self.label_width - 4)
        self.text.draw(pen, x + self.label_width, y, width - self.label_width)


def pairs(block: Pairs, press: Press) -> Box:
    return Series(
        [
            Pair(
                Words(press, label, BODY, most=3),
                Words(press, text, BODY, most=12),
                block.label_width * MM,
            )
            for label, text in block.rows
        ],
        below=8,
    )


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
