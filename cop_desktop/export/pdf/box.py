"""Boxes: things with a height that draw themselves; text is the most common one."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cop_desktop.export.document import Align, Text
from cop_desktop.export.text.lines import Ink, Line

from .ink import Style
from .pen import Pen

if TYPE_CHECKING:
    from .press import Press


class Box:
    """Something on the page. Lengths are points; `above` and `below` do not add up, they overlap.

    `keeps` holds it on the page of the box that follows; `fills` asks for what is left of the
    page; `sinks` puts it at the foot.
    """

    above: float = 0
    below: float = 0
    keeps: bool = False
    fills: bool = False
    sinks: bool = False
    name: str = ""  # what an error calls it

    def height(self, width: float) -> float:
        raise NotImplementedError

    def split(self, width: float, room: float) -> "tuple[Box, Box] | None":  # noqa: ARG002
        """A part that fits `room` and the rest, or None; both are shorter than the whole."""
        return None

    def grow(self, room: float) -> None:
        """Take up to `room` more; asked only of boxes that fill."""

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        raise NotImplementedError


class Words(Box):
    """Text in a column. Its first baseline lies 0.8 em under its top."""

    def __init__(
        self, press: "Press", text: Text, style: Style, align: Align = Align.START,
        foreign: bool = False, above: float = 0, below: float = 0, most: int | None = None,
    ) -> None:  # fmt: skip
        """`most`: lines it may have; what is longer ends in "…" and is told to the notes."""
        self.text = text
        self.style, self.align = press.style(style), align
        self.above, self.below = above, below
        self.passages = press.passages(text, self.style, foreign)
        self.name, self.most = self.passages[0].text[:40], most
        self.cut = False
        self._rest: list[Line] | None = None
        self._known: tuple[float, list[Line]] = (-1.0, [])

    @property
    def ascent(self) -> float:
        return 0.8 * self.style.size

    @property
    def empty(self) -> bool:
        return not any(passage.text for passage in self.passages)

    def lines(self, width: float) -> list[Line]:
        if self._rest is not None:
            return self._rest
        if self._known[0] != width:
            found = self.all_lines(width)
            self.cut = bool(self.most) and any(line.end for line in found[self.most :])
            self._known = (width, found[: self.most])
        return self._known[1]

    def _ending(self, line: Line, width: float, mark: str) -> Line:
        """The last line of a text that was cut: "…", and the number of its note."""
        ink = self.style.ink
        small = Ink(min(ink.size, max(7.0, 0.75 * ink.size)), 500, ink.color)
        return line.passage.shortened(line, width, ink, [(mark, small)] if mark else [])

    def plain(self) -> str:
        """The text as printed, without its looks."""
        return "\n".join(passage.text for passage in self.passages)

    def all_lines(self, width: float) -> list[Line]:
        """The lines it would need if it might have as many as it liked."""
        return [line for p in self.passages for line in p.lines(width, self.style.balanced)]

    def longest_word(self) -> float:
        """The width under which a word would be cut."""
        return max(p.longest_word() for p in self.passages)

    def natural(self, most: float = math.inf) -> float:
        """The width of the widest line when nothing is broken; `most` points at most."""
        return min(most, max(line.width for p in self.passages for line in p.lines(1e9)))

    def height(self, width: float) -> float:
        return self._height(len(self.lines(width)))

    def _height(self, count: int) -> float:
        return max(0.0, count * self.style.leading - (self.style.leading - self.style.size))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        lines = self.lines(width)
        count = int((room + self.style.leading - self.style.size) // self.style.leading)
        count = min(count, len(lines) - 2)  # no widow on the next page
        if count < 2:
            return None
        return self.part(lines[:count]), self.part(lines[count:])

    def part(self, lines: Sequence[Line]) -> "Words":
        part = Words.__new__(Words)
        part.style, part.align, part.above, part.below = self.style, self.align, 0, self.below
        part.passages, part.name, part.most = self.passages, self.name, None
        part.text, part.cut = self.text, False
        part._rest = list(lines)  # noqa: SLF001
        return part

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        lines = self.lines(width)
        if pen.rehearsal:
            pen.notes.hear(self.plain(), self.text, self.cut)
            return
        if self.cut:
            mark = pen.notes.mark(self.plain())
            lines = [*lines[:-1], self._ending(lines[-1], width, mark)]
        pen.lines(x, y, width, lines, self.style, self.align)


class Stack(Box):
    """Boxes one under another that stay together."""

    def __init__(self, boxes: Sequence[Box], above: float = 0, below: float = 0) -> None:
        self.boxes, self.above, self.below = list(boxes), above, below
        self.name = next((box.name for box in boxes if box.name), "")
        if boxes:
            self.above, self.below = above or boxes[0].above, below or boxes[-1].below

    def _places(self, width: float) -> tuple[list[float], float]:
        places, y, below = [], 0.0, 0.0
        for i, box in enumerate(self.boxes):
            y += max(below, box.above) if i else 0.0
            places.append(y)
            y, below = y + box.height(width), box.below
        return places, y

    def height(self, width: float) -> float:
        return self._places(width)[1]

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        for box, place in zip(self.boxes, self._places(width)[0], strict=True):
            box.draw(pen, x, y + place, width)


class Series(Stack):
    """Boxes one under another that may part between any two of them."""

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        places, _ = self._places(width)
        fitting = [
            i
            for i, box in enumerate(self.boxes)
            if places[i] + box.height(width) <= room and not box.keeps
        ]
        count = fitting[-1] + 1 if fitting else 0
        if count:
            return Series(self.boxes[:count], self.above), Series(self.boxes[count:], 0, self.below)
        parts = self.boxes[0].split(width, room) if self.boxes else None
        if parts is None:
            return None
        return parts[0], Series([parts[1], *self.boxes[1:]], 0, self.below)


class Kept(Series):
    """A series that parts only when not even a whole page could hold it."""

    def __init__(self, boxes: Sequence[Box], page: float) -> None:
        super().__init__(boxes)
        self.page = page

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        return super().split(width, room) if room > 0.9 * self.page else None
