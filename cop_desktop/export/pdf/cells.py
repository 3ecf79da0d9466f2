"""Cells and rows of a table: one first baseline a row, space by padding, never by gutters."""

from collections.abc import Sequence
from dataclasses import dataclass

from cop_desktop.export.document import Cell, Column, Look, Mark, Row, RowKind, Span, Text
from cop_desktop.models.vocabulary import Role

from . import icons, marks
from .box import Words
from .ink import BODY, GROUP, ROLES, SECOND, SMALL, SOFT, TEAL, Style
from .pen import Pen
from .press import Press

START, END = 5.0, 5.0  # padding at the two sides of a cell
ICON = 9.5
_MARK = 13.0  # a box and its distance from the word
_GAP = 4.5  # between a cell's text and its note
_MORE = 28  # lines of a method: what is longer would not fit on a page beside its title
_BAR = 7.0  # from the bar beside a sentence to say aloud to its words


class CellBox:
    """Text, perhaps with a mark before it and a note with a role icon under or beside it."""

    def __init__(self, cell: Text | Cell, column: Column, style: Style, press: Press,
                 beside: bool = False) -> None:  # fmt: skip
        given = cell if isinstance(cell, Cell) else Cell(cell)
        self.mark, self.role, self.beside = given.mark, given.role, beside
        text = given.text
        if column.look and isinstance(text, str):
            text = (Span(text, column.look),)
        even = style.but(balanced=True)
        self.words = Words(press, text, even, column.align, column.foreign)
        self.note = Words(press, given.note, SMALL, column.align, most=4) if given.note else None
        self.more = (
            Words(press, given.more, SECOND.but(balanced=True), most=_MORE) if given.more else None
        )
        said = SECOND.but(weight=500)
        self.aloud = Words(press, given.aloud, said, most=6) if given.aloud else None
        self.indent = _MARK if self.mark is not Mark.NONE else 0.0
        if self.role and not self.note:
            self.indent += ICON + 4

    @classmethod
    def rest(cls, whole: "CellBox", words: Words, keep_note: bool) -> "CellBox":
        """The part of a cell on the next page."""
        part = cls.__new__(cls)
        part.mark, part.role = (Mark.NONE, whole.role if keep_note else None)
        part.beside, part.indent, part.words = False, 0.0, words
        part.note = whole.note if keep_note else None
        part.more = whole.more if keep_note else None
        part.aloud = whole.aloud if keep_note else None
        return part

    @property
    def name(self) -> str:
        """What an error calls it: words, not a number."""
        words = self.words.name
        return words if any(letter.isalpha() for letter in words) else ""

    def _note_fits(self, width: float) -> bool:
        if not (self.beside and self.note):
            return False
        return self.words.natural() + self.note.natural() + ICON + 12 < width

    def height(self, width: float) -> float:
        height = self.words.height(width - self.indent)
        if self.note and not self._note_fits(width):
            height += (_GAP if not self.words.empty else 0) + self._note_height(width)
        if self.more:
            height += _GAP + self.more.height(width)
        if self.aloud:
            height += _GAP + self.aloud.height(width - _BAR)
        return height

    def _note_height(self, width: float) -> float:
        return self.note.height(width - (ICON + 3 if self.role else 0)) if self.note else 0.0

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        start = x + self.indent
        if self.mark is not Mark.NONE:
            side = 11 if self.words.empty else 8.6  # alone in its cell it waits for a pen
            marks.tick_box(pen, x, y + self.words.ascent - side + 0.8, side, self.mark)
        if self.role and not self.note:
            _icon(pen, self.role, start - ICON - 4, y + self.words.ascent - ICON + 1.2)
        self.words.draw(pen, start, y, width - self.indent)
        self._draw_under(pen, x, y + self.height(width), width)
        if not self.note:
            return
        if self._note_fits(width):
            down = self.words.ascent - self.note.ascent
            self._draw_note(pen, start + self.words.natural() + 8, y + down, width)
            return
        down = self.words.height(width - self.indent) + _GAP if not self.words.empty else 0
        self._draw_note(pen, x, y + down, width)

    def _draw_under(self, pen: Pen, x: float, bottom: float, width: float) -> None:
        """The method, and what is said aloud, from the foot of the cell upwards."""
        if self.aloud:
            tall = self.aloud.height(width - _BAR)
            bottom -= tall
            pen.box(x, bottom - 0.5, 1.2, tall + 1, fill=TEAL)
            self.aloud.draw(pen, x + _BAR, bottom, width - _BAR)
            bottom -= _GAP
        if self.more:
            self.more.draw(pen, x, bottom - self.more.height(width), width)

    def _draw_note(self, pen: Pen, x: float, y: float, width: float) -> None:
        assert self.note
        if self.role:
            _icon(pen, self.role, x, y - 1.2)
            x, width = x + ICON + 3, width - ICON - 3
        self.note.draw(pen, x, y, width)


def _icon(pen: Pen, role: Role, x: float, y: float) -> None:
    pen.icon(icons.ROLE_ICONS[role], x, y, ICON, ROLES[role])


@dataclass(slots=True)
class RowBox:
    """A row: its cells, how many columns each spans, and its padding."""

    cells: Sequence[CellBox]
    spans: Sequence[int]
    kind: RowKind
    above: float
    below: float
    least: float = 0.0  # height, where rows are made for the pen

    def columns(self, widths: Sequence[float]) -> list[tuple[float, float]]:
        """Start and inner width of every cell."""
        places, x, at = [], 0.0, 0
        for span in self.spans:
            width = sum(widths[at : at + span])
            before = START if at else 0.0
            after = END if at + span < len(widths) else 0.0
            places.append((x + before, max(width - before - after, 1.0)))
            x, at = x + width, at + span
        return places

    @property
    def ascent(self) -> float:
        return max((cell.words.ascent for cell in self.cells), default=0.0)

    def inner(self, widths: Sequence[float]) -> float:
        pairs = zip(self.cells, self.columns(widths), strict=True)
        return max(
            (cell.height(w) + self.ascent - cell.words.ascent for cell, (_, w) in pairs),
            default=0.0,
        )

    def height(self, widths: Sequence[float]) -> float:
        return max(self.inner(widths) + self.above + self.below, self.least)

    def draw(self, pen: Pen, x: float, y: float, widths: Sequence[float]) -> None:
        spare = self.height(widths) - self.inner(widths) - self.above - self.below
        y += self.above + spare / 2
        for cell, (start, width) in zip(self.cells, self.columns(widths), strict=True):
            cell.draw(pen, x + start, y + self.ascent - cell.words.ascent, width)
        if self.kind is RowKind.PAUSE and self.cells[-1].indent:
            start, _ = self.columns(widths)[-1]
            pen.icon("coffee", x + start - 1, y + self.ascent - 9, 11, SOFT)

    def split(self, widths: Sequence[float], room: float) -> "tuple[RowBox, RowBox] | None":
        """For a row taller than a page: every cell's text is parted at the same height."""
        firsts, rests, parted = [], [], False
        for cell, (_, width) in zip(self.cells, self.columns(widths), strict=True):
            parts = cell.words.split(width - cell.indent, room - self.above - self.below)
            short = cell.height(width) <= room - self.above - self.below
            if parts and not short:
                parted = True
                first, rest = parts
                assert isinstance(first, Words)
                assert isinstance(rest, Words)
                firsts.append(CellBox.rest(cell, first, keep_note=False))
                rests.append(CellBox.rest(cell, rest, keep_note=True))
            elif not short:
                return None  # what cannot be parted would run over the foot
            else:
                firsts.append(cell)
                rests.append(CellBox.rest(cell, _nothing(cell.words), keep_note=False))
        if not parted:
            return None
        first_row = RowBox(firsts, self.spans, self.kind, self.above, self.below, self.least)
        return first_row, RowBox(rests, self.spans, self.kind, self.above, self.below, self.least)


def _nothing(words: Words) -> Words:
    return words.part([])


def body_row(row: Row, columns: Sequence[Column], press: Press, roomy: bool,
             least: float) -> RowBox:  # fmt: skip
    """A row of data; a roomy one gives up air as the sheet is set tighter."""
    pad = (7.4 if press.tight == 0 else 5.2) if roomy else 5.0 if least else 6.5
    cells = [
        CellBox(cell, column, SECOND if column.secondary else BODY, press, press.tight > 1)
        for cell, column in zip(row.cells, columns, strict=False)
    ]
    if least:
        pad = 1.0
    return RowBox(cells, [1] * len(cells), row.kind, pad, pad, least)


def group_row(row: Row, columns: Sequence[Column], press: Press) -> RowBox:
    """The number and title of a group, over all columns."""
    *numbers, title = row.cells
    styles = [GROUP.but(color=TEAL)] * len(numbers) + [GROUP]
    cells = [
        CellBox(cell, Column(), style, press)
        for cell, style in zip((*numbers, title), styles, strict=True)
    ]
    return RowBox(cells, _spans(len(cells), len(columns)), row.kind, 9, 4)


def pause_row(row: Row, columns: Sequence[Column], press: Press) -> RowBox:
    """A break: soft, low, its words over what is left of the row."""
    soft = BODY.but(color=SOFT)
    cells = []
    for i, cell in enumerate(row.cells):
        text = cell.text if isinstance(cell, Cell) else cell
        if i == 0 and columns[0].look and isinstance(text, str):
            found = Look.LARGE if columns[0].look is Look.LARGE else Look.STRONG
            text = (Span(text, found),)
        cells.append(CellBox(text, Column(), soft, press))
    if any(not cell.words.empty for cell in cells[:-1]):  # time that nobody fills has no cup
        cells[-1].indent = 15.0
    return RowBox(cells, _spans(len(cells), len(columns)), row.kind, 6, 6)


def _spans(cells: int, columns: int) -> list[int]:
    return [1] * (cells - 1) + [columns - cells + 1]
