"""Drawing in reading order: x grows from the start side of the page, y from its top."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from cop_desktop.export.document import Align
from cop_desktop.export.text.lines import Line
from cop_desktop.frozen import frozen

from . import icons
from .fonts import inked
from .ink import INK, PEN_RULE, WHITE, Rule, Style
from .notes import Notes

_hex = lru_cache(64)(HexColor)


@frozen
class Entry:
    """A line of the outline, and the height of the page (from its foot) that it leads to."""

    title: str
    y: float


class Pen:
    """A canvas that mirrors itself for right-to-left papers; lengths are points.

    A rehearsal only tells `notes` which texts are cut and which stand whole.
    """

    def __init__(
        self, canvas: Canvas, width: float, height: float, rtl: bool, notes: Notes,
        rehearsal: bool = False,
    ) -> None:  # fmt: skip
        self.canvas, self.width, self.height, self.rtl = canvas, width, height, rtl
        self.notes, self.rehearsal = notes, rehearsal
        self.entries: list[Entry] = []

    def _x(self, x: float) -> float:
        return self.width - x if self.rtl else x

    def _left(self, x: float, width: float) -> float:
        return self.width - x - width if self.rtl else x

    def lines(
        self, x: float, y: float, width: float, lines: Sequence[Line], style: Style,
        align: Align = Align.START,
    ) -> None:  # fmt: skip
        """Paint lines of text into a column; the first baseline lies 0.8 em under `y`."""
        left, baseline = self._left(x, width), self.height - y - 0.8 * style.size
        for line in lines:
            runs = line.passage.runs(line)
            free = width - sum(run.width for run in runs)
            indent = {Align.START: free * self.rtl, Align.CENTER: free / 2}.get(
                align, free * (not self.rtl)
            )
            for run in runs:
                if run.text.isspace() or not run.text:
                    continue
                text = self.canvas.beginText()
                text.setFont(run.font, run.ink.size)
                text.setFillColor(_hex(run.ink.color))
                text.setTextOrigin(left + indent + run.x, baseline)
                text.textOut(inked(run.text, run.font, run.rtl))
                self.canvas.drawText(text)
            baseline -= style.leading

    def line(
        self, x1: float, y1: float, x2: float, y2: float, rule: Rule,
        dash: tuple[float, float] | None = None,
    ) -> None:  # fmt: skip
        self._stroke(rule, dash)
        self.canvas.line(self._x(x1), self.height - y1, self._x(x2), self.height - y2)

    def rule(self, x: float, y: float, width: float, rule: Rule) -> None:
        """A horizontal rule."""
        self.line(x, y, x + width, y, rule)

    def box(
        self, x: float, y: float, width: float, height: float, rule: Rule | None = None,
        fill: str | None = None, radius: float = 0,
    ) -> None:  # fmt: skip
        self._fill(fill)
        self._stroke(rule)
        self.canvas.roundRect(
            self._left(x, width), self.height - y - height, width, height, radius,
            stroke=int(rule is not None), fill=int(fill is not None),
        )  # fmt: skip

    def circle(
        self, x: float, y: float, radius: float, rule: Rule | None = None,
        fill: str | None = None, dash: tuple[float, float] | None = None,
    ) -> None:  # fmt: skip
        self._fill(fill)
        self._stroke(rule, dash)
        self.canvas.circle(
            self._x(x), self.height - y, radius,
            stroke=int(rule is not None), fill=int(fill is not None),
        )  # fmt: skip

    def shape(
        self, points: Sequence[tuple[float, float]], rule: Rule | None = None,
        fill: str | None = None, closed: bool = True,
    ) -> None:  # fmt: skip
        path = self._path(points, closed)
        self._fill(fill)
        self._stroke(rule)
        self.canvas.drawPath(path, stroke=int(rule is not None), fill=int(fill is not None))

    def hatch(
        self, x: float, y: float, width: float, height: float, color: str, gap: float = 4,
        thickness: float = 0.5,
    ) -> None:  # fmt: skip
        """Lines at 45°, `gap` points apart, clipped to a box; the grid is that of the page."""
        left, bottom = self._left(x, width), self.height - y - height
        self.canvas.saveState()
        path = self.canvas.beginPath()
        path.rect(left, bottom, width, height)
        self.canvas.clipPath(path, stroke=0, fill=0)
        self._stroke(Rule(thickness, color))
        first = math.floor((bottom - left - width) / gap)
        last = math.ceil((bottom + height - left) / gap)
        self.canvas.lines(
            [
                (left, left + step * gap, left + width, left + width + step * gap)
                for step in range(first, last + 1)
            ]
        )
        self.canvas.restoreState()

    def icon(self, name: str, x: float, y: float, side: float, color: str) -> None:
        """An icon in a square of `side` points; icons that point follow the reading direction."""
        turned = self.rtl and name in icons.POINTING
        left, bottom = self._left(x, side), self.height - y - side
        path = self.canvas.beginPath()
        draw = {
            "moveTo": path.moveTo,
            "lineTo": path.lineTo,
            "curveTo": path.curveTo,
            "closePath": path.close,
        }
        for step, points in icons.outline(name):
            places = [
                value
                for px, py in points
                for value in (left + side * (1 - px if turned else px), bottom + side * py)
            ]
            draw[step](*places)
        self._fill(color)
        self.canvas.drawPath(path, stroke=0, fill=1)

    @contextmanager
    def upside_down(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """What is drawn in this box meanwhile stands on its head in it."""
        left, bottom = self._left(x, width), self.height - y - height
        self.canvas.saveState()
        self.canvas.transform(-1, 0, 0, -1, 2 * left + width, 2 * bottom + height)
        yield
        self.canvas.restoreState()

    def entry(self, title: str, y: float) -> None:
        """A line of the outline that leads to this height of the page."""
        self.entries.append(Entry(title, self.height - y + 12))

    def writing_line(self, x: float, y: float, width: float, rule: Rule = PEN_RULE) -> None:
        self.rule(x, y, width, rule)

    def white(self, x: float, y: float, width: float, height: float) -> None:
        """A patch under a word that stands on lines."""
        self.box(x, y, width, height, fill=WHITE)

    def cells(self, x: float, y: float, side: float, rows: Sequence[Sequence[int]]) -> None:
        """A code of small squares; never mirrored."""
        size = side / len(rows)
        left, top = self._left(x, side), self.height - y
        self._fill(INK)
        path = self.canvas.beginPath()
        for r, row in enumerate(rows):
            for start, end in _stretches(row):
                path.rect(left + start * size, top - (r + 1) * size, (end - start) * size, size)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def _path(self, points: Sequence[tuple[float, float]], closed: bool) -> PDFPathObject:
        path = self.canvas.beginPath()
        path.moveTo(self._x(points[0][0]), self.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(self._x(x), self.height - y)
        if closed:
            path.close()
        return path

    def _fill(self, color: str | None) -> None:
        if color:
            self.canvas.setFillColor(_hex(color))

    def _stroke(self, rule: Rule | None, dash: tuple[float, float] | None = None) -> None:
        if rule:
            self.canvas.setStrokeColor(_hex(rule.color))
            self.canvas.setLineWidth(rule.width)
            self.canvas.setDash(list(dash) if dash else [])


def _stretches(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch of ones."""
    start = None
    for i, cell in enumerate([*row, 0]):
        if cell and start is None:
            start = i
        elif not cell and start is not None:
            yield start, i
            start = None
