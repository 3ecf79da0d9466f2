"""Blocks for the pen: question boxes, writing lines, blanks, and the next meeting."""

from cop_desktop.export.document import Align, Blank, Blanks, NextMeeting, NoteLines, QuestionBox
from cop_desktop.export.text.clean import clean

from .box import Box, Words
from .ink import BODY, INK, LABEL, LEAD, MM, NEXT, SMALL, SOFT, TABLE_RULE, Rule
from .panels import LONGEST, squares
from .pen import Pen
from .press import Press

LINE = 9 * MM
_INSET = 10.0
_LONGEST = 76 * MM  # a label or a value on one line
_UNDER = Rule(0.6, SOFT)


class Question(Box):
    """A question in a frame with lines under it."""

    above, below = 0, 18

    def __init__(self, block: QuestionBox, press: Press) -> None:
        self.words, self.count = Words(press, block.text, LEAD, most=8), block.lines
        self.name = self.words.name

    def height(self, width: float) -> float:
        return self.words.height(width - 2 * _INSET) + self.count * LINE + 2 * _INSET

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        pen.box(x, y, width, self.height(width), Rule(0.8, INK), radius=2)
        self.words.draw(pen, x + _INSET, y + _INSET, width - 2 * _INSET)
        y += _INSET + self.words.height(width - 2 * _INSET)
        for i in range(self.count):
            pen.writing_line(x + _INSET, y + (i + 1) * LINE, width - 2 * _INSET)


class WritingLines(Box):
    """Lines to write on; they may take what is left of the page."""

    above, below = 0, 18

    def __init__(self, block: NoteLines) -> None:
        self.count = block.count or block.least
        self.fills = block.count is None

    def height(self, width: float) -> float:  # noqa: ARG002
        return self.count * LINE

    def grow(self, room: float) -> None:
        self.count += max(0, int(room // LINE))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002
        count = int(room // LINE)
        if not 3 <= count <= self.count - 1:
            return None
        return WritingLines(NoteLines(count)), WritingLines(NoteLines(self.count - count))

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        for i in range(self.count):
            pen.writing_line(x, y + (i + 1) * LINE, width)


class BlankRow(Box):
    """Labels with short lines, side by side; wraps when they are many."""

    above, below = 16, 10
    GAP, PITCH = 9 * MM, 8 * MM

    def __init__(self, block: Blanks, press: Press) -> None:
        self.blanks = [(blank, *_words(blank, press)) for blank in block.blanks]

    def _rows(self, width: float) -> list[list[tuple[float, Blank, Words, Words]]]:
        rows: list[list[tuple[float, Blank, Words, Words]]] = [[]]
        x = 0.0
        for blank, label, value in self.blanks:
            needed = label.natural(_LONGEST) + 4
            needed += value.natural(_LONGEST) if blank.value else blank.width * MM
            if rows[-1] and x + needed > width:
                rows.append([])
                x = 0.0
            rows[-1].append((x, blank, label, value))
            x += needed + self.GAP
        return rows

    def height(self, width: float) -> float:
        return (len(self._rows(width)) - 1) * self.PITCH + BODY.size + 2

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        for row in self._rows(width):
            for start, blank, label, value in row:
                room = label.natural(_LONGEST) + 0.1
                label.draw(pen, x + start, y, room)
                after = x + start + room + 4
                if blank.value:
                    value.draw(pen, after, y, value.natural(_LONGEST) + 0.1)
                else:
                    pen.rule(after, y + BODY.size, blank.width * MM, _UNDER)
            y += self.PITCH


class BlankColumn(Box):
    """Labels with long lines, one under another: signatures."""

    PITCH = 12.5 * MM

    def __init__(self, block: Blanks, press: Press) -> None:
        self.blanks = [(blank, *_words(blank, press, small=True)) for blank in block.blanks]
        labels = [label.natural(_LONGEST) for _, label, _ in self.blanks]
        self.label_width = max(labels, default=0.0)

    def height(self, width: float) -> float:  # noqa: ARG002
        return max(0.0, (len(self.blanks) - 1) * self.PITCH + 12)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        start = self.label_width + 8
        for _, label, value in self.blanks:
            label.draw(pen, x, y, self.label_width + 0.1)
            value.draw(pen, x + start, y - 3, width - start)
            pen.rule(x + start, y + 10, width - start, Rule(0.5, SOFT))
            y += self.PITCH


def _words(blank: Blank, press: Press, small: bool = False) -> tuple[Words, Words]:
    label = Words(press, blank.label, SMALL if small else BODY, most=1)
    return label, Words(press, blank.value, BODY if small else BODY.but(weight=700), most=1)


class Next(Box):
    """The next meeting, under a rule, with a code at the far side."""

    above, below = 12, 0
    CODE = 22 * MM
    PAD = 9
    QUIET = 9  # white under the code: four squares of a short link

    def __init__(self, block: NextMeeting, press: Press) -> None:
        link = clean(block.link)
        self.link = link if len(link.encode()) <= LONGEST else ""
        lines = (
            (block.label, LABEL), (block.when, NEXT), (block.where, BODY), (block.note, SMALL),
            ("" if self.link else link, SMALL),
        )  # fmt: skip
        self.words = [Words(press, text, style, most=3) for text, style in lines if text]
        self.link_label = Words(press, block.link_label, SMALL, Align.CENTER, most=2)
        self.gaps = (4.5, 5.0, 6.0, 4.0, 0.0)

    def _text_width(self, width: float) -> float:
        return width - (self.CODE + 8 * MM if self.link else 0)

    def height(self, width: float) -> float:
        room = self._text_width(width)
        text = sum(words.height(room) for words in self.words)
        text += sum(self.gaps[: len(self.words) - 1])
        code = self.CODE + self.QUIET + self.link_label.height(self.CODE + 16) if self.link else 0
        return self.PAD + max(text, code)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        pen.rule(x, y, width, TABLE_RULE)
        room, top = self._text_width(width), y + self.PAD
        for words, gap in zip(self.words, self.gaps, strict=False):
            words.draw(pen, x, top, room)
            top += words.height(room) + gap
        if self.link:
            start = x + width - self.CODE
            pen.cells(start, y + self.PAD, self.CODE, squares(self.link))
            wide = max(self.CODE, self.link_label.natural(self.CODE + 16) + 0.1)
            under = y + self.PAD + self.CODE + self.QUIET
            self.link_label.draw(pen, x + width - wide, under, wide)


def question_box(block: QuestionBox, press: Press) -> Box:
    return Question(block, press)


def note_lines(block: NoteLines, press: Press) -> Box:  # noqa: ARG001
    return WritingLines(block)


def blanks(block: Blanks, press: Press) -> Box:
    return BlankColumn(block, press) if block.stacked else BlankRow(block, press)


def next_meeting(block: NextMeeting, press: Press) -> Box:
    return Next(block, press)
