"""Breaking text into lines, in logical order, and putting each line in visual order."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from cop_desktop.frozen import frozen

from . import bidi

_WORD = re.compile("[^ ]+")
_SEAM = re.compile(r"[/\-_.?&=@:,;־]")  # where a word too long for its line is best cut
_SHORT = 0.2  # of the width: a last line shorter than this is a widow


@frozen
class Ink:
    """How a piece of text is set: size in points, weight 400, 500 or 700, colour "#rrggbb"."""

    size: float
    weight: int
    color: str


class Fonts(Protocol):
    """What the breaking of lines must know of fonts."""

    def font(self, letter: str, weight: int, previous: str | None) -> str:
        """The font for a letter that follows one set in `previous`."""

    def width(self, text: str, font: str) -> float:
        """Width of logical text, set in one font at one point."""


@frozen
class Run:
    """Text of one direction, font and ink; `x` from the left end of the line, in points."""

    x: float
    width: float
    text: str  # logical
    rtl: bool
    font: str
    ink: Ink


@frozen
class _Piece:
    start: int
    end: int
    level: int
    font: str
    ink: Ink


class _Word(NamedTuple):
    start: int
    end: int
    width: float  # points


@frozen
class Line:
    """Part of a passage: letters `start` to `end`."""

    passage: "Passage"
    start: int
    end: int
    width: float


class Passage:
    """One paragraph of clean text (no newline) with its inks, levels and fonts."""

    def __init__(self, spans: Sequence[tuple[str, Ink]], base: int, fonts: Fonts) -> None:
        self.text = "".join(text for text, _ in spans)
        self.base, self.fonts = base, fonts
        self.levels = bidi.levels(self.text, base)
        self.pieces = self._pieces(spans)

    def _pieces(self, spans: Sequence[tuple[str, Ink]]) -> list[_Piece]:
        pieces: list[_Piece] = []
        at = 0
        for text, ink in spans:
            start, previous = at, None
            for letter in text:
                font = self.fonts.font(letter, ink.weight, previous)
                if at > start and (font != previous or self.levels[at] != self.levels[start]):
                    pieces.append(_Piece(start, at, self.levels[start], previous or font, ink))
                    start = at
                previous = font
                at += 1
            if at > start and previous:
                pieces.append(_Piece(start, at, self.levels[start], previous, ink))
        return pieces

    def _cut(self, start: int, end: int) -> Iterator[_Piece]:
        for piece in self.pieces:
            if piece.start >= end:
                return
            if piece.end > start:
                first, last = max(piece.start, start), min(piece.end, end)
                yield _Piece(first, last, piece.level, piece.font, piece.ink)

    def _measure(self, piece: _Piece) -> float:
        return self.fonts.width(self.text[piece.start : piece.end], piece.font) * piece.ink.size

    def _words(self) -> list[_Word]:
        """Every word with its width, in one walk over words and pieces."""
        words, at = [], 0
        for match in _WORD.finditer(self.text):
            start, end = match.span()
            while self.pieces[at].end <= start:
                at += 1
            width, piece = 0.0, at
            while piece < len(self.pieces) and self.pieces[piece].start < end:
                whole = self.pieces[piece]
                part = self.text[max(whole.start, start) : min(whole.end, end)]
                width += self.fonts.width(part, whole.font) * whole.ink.size
                piece += 1
            words.append(_Word(start, end, width))
        return words

    def lines(self, room: float, balanced: bool = False) -> list[Line]:
        """Lines no wider than `room` points; a word wider than that is cut."""
        words = self._words()
        if not words:
            return [Line(self, 0, 0, 0.0)]
        space = self.pieces[0]
        gap = self.fonts.width(" ", space.font) * space.ink.size
        rows: list[list[_Word]] = [[]]
        filled = 0.0
        for word in words:
            needed = word.width + (gap * (word.start - rows[-1][-1].end) if rows[-1] else 0)
            if rows[-1] and filled + needed > room:
                rows.append([])
                filled, needed = 0.0, word.width
            parts = [word] if rows[-1] or needed <= room else self._chop(word, room)
            if len(parts) > 1:
                rows[-1:] = [*([part] for part in parts[:-1]), []]
                needed = parts[-1].width
            rows[-1].append(parts[-1])
            filled += needed
        if balanced:
            _without_widow(rows, room)
        return [self._line(row, gap) for row in rows]

    def longest_word(self) -> float:
        return max((word.width for word in self._words()), default=0.0)

    def shortened(self, line: Line, room: float, ink: Ink, mark: Sequence[tuple[str, Ink]]) -> Line:
        """The line with "…" and a mark at its end, as a passage of its own.

        `ink` is for the "…" of a line that has no letters.
        """
        end = line.end
        while True:
            while end > line.start and self.text[end - 1] == " ":
                end -= 1
            spans = [(self.text[p.start : p.end], p.ink) for p in self._cut(line.start, end)]
            dots = ("…", spans[-1][1] if spans else ink)
            whole = Passage([*spans, dots, *mark], self.base, self.fonts).lines(1e9)[0]
            if whole.width <= room or end <= line.start + 1:
                return whole
            end -= 1

    def _line(self, row: list[_Word], gap: float) -> Line:
        start, end = row[0].start, row[-1].end
        letters = sum(word.end - word.start for word in row)
        width = sum(word.width for word in row) + gap * (end - start - letters)
        return Line(self, start, end, width)

    def _chop(self, word: _Word, room: float) -> list[_Word]:
        """Cut an over-long word where it fits, after a seam if there is one near the end."""
        parts, start, seam, width, since = [], word.start, 0, 0.0, 0.0
        for piece in self._cut(word.start, word.end):
            for at in range(piece.start, piece.end):
                letter = self.fonts.width(self.text[at], piece.font) * piece.ink.size
                mark = bidi.kind(self.text[at]) == "NSM"
                if width + letter > room and at > start and not mark:
                    if seam > start and since < room / 3:
                        parts.append(_Word(start, seam, width - since))
                        start, width = seam, since
                    else:
                        parts.append(_Word(start, at, width))
                        start, width = at, 0.0
                    since = 0.0
                width += letter
                since += letter
                if _SEAM.match(self.text[at]):
                    seam, since = at + 1, 0.0
        return [*parts, _Word(start, word.end, width)]

    def runs(self, line: Line) -> list[Run]:
        """The runs of a line in logical order, each with its place from the left."""
        pieces = list(self._cut(line.start, line.end))
        widths = [self._measure(piece) for piece in pieces]
        left, places = 0.0, [0.0] * len(pieces)
        for i in bidi.visual([piece.level for piece in pieces]):
            places[i] = left
            left += widths[i]
        return [
            Run(place, width, self.text[piece.start : piece.end], bool(piece.level & 1),
                piece.font, piece.ink)
            for piece, place, width in zip(pieces, places, widths, strict=True)
        ]  # fmt: skip


def _without_widow(rows: list[list[_Word]], room: float) -> None:
    """Let the last line take words from the one above it, so that it is not a single stub."""
    while len(rows) > 1 and len(rows[-2]) > 3:
        taken = sum(word.width for word in rows[-1])
        if taken > _SHORT * room or taken + rows[-2][-1].width > room * 0.8:
            return
        rows[-1].insert(0, rows[-2].pop())
