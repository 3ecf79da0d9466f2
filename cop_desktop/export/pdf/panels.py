"""Framed boxes: decisions, groups, a code at the far side of a sentence, a link to scan."""

from cop_desktop.export.document import (
    Look,
    OpenQuestion,
    Panel,
    Panels,
    QrCode,
    Span,
    Stamp,
)
from cop_desktop.export.text.clean import clean

from .box import Box, Series, Words
from .ink import BODY, GROUP, INK, LABEL, MM, PEN_RULE, SMALL, SOFT, TEAL, VALUE, Rule
from .pen import Pen
from .press import Press

_GUTTER = 5 * MM
_INSET = 9.0
_EDGE = Rule(0.8, INK)
_STRONG = 2.6
LINES = (10 * MM, 9 * MM, 8.2 * MM)  # as a form is set tighter
_WIDEST = 12 * MM  # beyond it a line more is of more use


class PanelBox(Box):
    """One framed box; its height is given, so that a row has one."""

    def __init__(self, panel: Panel, accented: bool, press: Press) -> None:
        numbered = (Span(panel.number, Look.ACCENT), "  ") if panel.number else ()
        self.title = Words(press, (*numbered, panel.title), GROUP, most=4)
        self.text = Words(press, panel.text, BODY, most=24)
        self.accented, self.name = accented, panel.title[:40]

    def height(self, width: float) -> float:
        room = width - 2 * _INSET
        gap = 5 if not (self.title.empty or self.text.empty) else 0
        title = 0 if self.title.empty else self.title.height(room)
        text = 0 if self.text.empty else self.text.height(room)
        return 2 * _INSET + title + gap + text

    def frame(self, pen: Pen, x: float, y: float, width: float, height: float) -> None:
        pen.box(x, y, width, height, _EDGE, radius=0 if self.accented else 2)
        if self.accented:
            pen.rule(x - 0.4, y, width + 0.8, Rule(_STRONG, TEAL))

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        room, y = width - 2 * _INSET, y + _INSET
        if not self.title.empty:
            self.title.draw(pen, x + _INSET, y, room)
            y += self.title.height(room) + 5
        self.text.draw(pen, x + _INSET, y, room)


class PanelRow(Box):
    """Boxes side by side, as high as the highest of them."""

    above, below = 4, 12

    def __init__(self, panels: list[PanelBox], across: int) -> None:
        self.panels, self.across = panels, across
        self.name = panels[0].name

    def _column(self, width: float) -> float:
        return (width - _GUTTER * (self.across - 1)) / self.across

    def height(self, width: float) -> float:
        return max(panel.height(self._column(width)) for panel in self.panels)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        column, height = self._column(width), self.height(width)
        for panel in self.panels:
            panel.frame(pen, x, y, column, height)
            panel.draw(pen, x, y, column)
            x += column + _GUTTER


def panels(block: Panels, press: Press) -> Box:
    boxes = [PanelBox(panel, block.accented, press) for panel in block.panels]
    across = block.across or _across(len(boxes))
    rows = [PanelRow(boxes[at : at + across], across) for at in range(0, len(boxes), across)]
    return Series(rows, below=14)


def _across(count: int) -> int:
    """Three in a row, but two where the last one would stand alone."""
    return max(1, min(count, 2 if count % 3 == 1 else 3))


class StampBox(Box):
    """A sentence, and a framed value at the far side."""

    below = 12
    HIGH = 7.4 * MM

    def __init__(self, block: Stamp, press: Press) -> None:
        self.words = Words(press, block.text, BODY, most=6)
        self.label = Words(press, block.label, SMALL, most=1)
        self.value = Words(press, block.value, VALUE.but(weight=700), most=1)
        self.name = block.value[:40]

    def _frame(self, width: float) -> tuple[float, float, float]:
        """Widths of the frame, the label and the value."""
        label = min(self.label.natural(), width * 0.25) + 0.1
        value = min(self.value.natural(), width * 0.25) + 0.1
        return label + value + 24, label, value

    def height(self, width: float) -> float:
        return max(self.HIGH, self.words.height(width - self._frame(width)[0] - 12))

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        frame, label, value = self._frame(width)
        start, base = x + width - frame, y + self.HIGH / 2 + 0.36 * self.value.style.size
        self.words.draw(pen, x, base - self.words.ascent, start - x - 12)
        pen.box(start, y, frame, self.HIGH, _EDGE, radius=2)
        self.label.draw(pen, start + 8, base - self.label.ascent, label)
        self.value.draw(pen, start + 16 + label, base - self.value.ascent, value)


class QuestionLines(Box):
    """A numbered question over lines to answer it on."""

    above, below, fills = 10, 12, True

    def __init__(self, block: OpenQuestion, press: Press) -> None:
        self.line = LINES[min(press.tight, 2)]
        number = "" if block.number is None else str(block.number)
        self.number, self.count = Words(press, number, SMALL), block.lines
        self.words = Words(press, block.text, BODY.but(weight=700), most=6)
        self.indent, self.name = 6 * MM if number else 0.0, self.words.name

    def height(self, width: float) -> float:
        return self.words.height(width - self.indent) + self.count * self.line

    def grow(self, room: float) -> None:
        """More lines, then more air between them: a hand needs both."""
        whole = self.count * self.line + max(room, 0)
        self.count = int(whole // self.line)
        self.line = min(whole / self.count, _WIDEST) if self.count else self.line

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        self.number.draw(pen, x, y + self.words.ascent - self.number.ascent, self.indent)
        self.words.draw(pen, x + self.indent, y, width - self.indent)
        y += self.words.height(width - self.indent)
        for i in range(self.count):
            pen.writing_line(x, y + (i + 1) * self.line, width, PEN_RULE)


LONGEST = 300  # bytes of a link; beyond it the squares are too fine for a telephone
QUIET = 4  # squares around a code that must stay white


def squares(link: str) -> list[list[int]]:
    """The squares of a QR code, without its quiet zone."""
    import segno  # only papers with a link need it

    return [[int(cell) for cell in row] for row in segno.make(link, micro=False).matrix]


class CodeBox(Box):
    """A code at the start side, and words in the middle of its height.

    Its quiet zone is the margin of the page, and the air it keeps above, below and beside.
    """

    def __init__(self, block: QrCode, press: Press) -> None:
        self.link = clean(block.link)
        long = len(self.link.encode()) > LONGEST
        self.side = 0.0 if long or not self.link else block.side * MM
        words = ((block.title, LABEL.but(color=INK)), (block.caption, BODY),
                 (self.link if long else "", SMALL.but(color=SOFT)))  # fmt: skip
        self.words = Series([Words(press, text, style, below=4, most=9)
                             for text, style in words if text])  # fmt: skip
        self.name = self.link[:40]
        self.code = squares(self.link) if self.side else []
        self.quiet = self.side * QUIET / len(self.code) if self.code else 0.0
        self.above = self.below = max(8.0, self.quiet)

    def _beside(self, width: float) -> float:
        return width - (self.side + max(self.quiet, 10) if self.side else 0)

    def height(self, width: float) -> float:
        return max(self.side, self.words.height(self._beside(width)))

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        if self.code:
            pen.cells(x, y, self.side, self.code)
        tall = self.words.height(self._beside(width))
        down = y + (self.height(width) - tall) / 2
        self.words.draw(pen, x + width - self._beside(width), down, self._beside(width))


def stamp(block: Stamp, press: Press) -> Box:
    return StampBox(block, press)


def open_question(block: OpenQuestion, press: Press) -> Box:
    return QuestionLines(block, press)


def qr_code(block: QrCode, press: Press) -> Box:
    return CodeBox(block, press)
