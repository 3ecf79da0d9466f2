"""Sheets of role cards, with marks to cut along and no frame that a wrong cut shows."""

from collections.abc import Sequence

from cop_desktop.export.document import Cards, Flip

from .box import Box
from .cardbacks import BackBox
from .cards import WIDE, CardBox
from .ink import MM, SOFT, Rule
from .pen import Pen
from .press import Press

HIGH, ACROSS = 297 * MM, 2
_CUT = Rule(0.5, SOFT)


class FrontSheet(Box):
    """The fronts of a sheet; the first stands at the top of the start side."""

    def __init__(self, cards: Sequence[CardBox], down: int) -> None:
        self.cards, self.down = cards, down

    def height(self, width: float) -> float:  # noqa: ARG002
        return HIGH

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:  # noqa: ARG002
        _cut_marks(pen, self.down)
        for i, card in enumerate(self.cards):
            card.draw(pen, x + i % ACROSS * WIDE, y + i // ACROSS * HIGH / self.down)


class BackSheet(Box):
    """The backs of a sheet, each behind its front once the printer has turned the paper."""

    def __init__(self, cards: Sequence[BackBox], down: int, flip: Flip) -> None:
        self.cards, self.down, self.flip = cards, down, flip

    def height(self, width: float) -> float:  # noqa: ARG002
        return HIGH

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:  # noqa: ARG002
        """Over the long edge columns change places; over the short one rows do, upside down."""
        high = HIGH / self.down
        for i, card in enumerate(self.cards):
            column, row = i % ACROSS, i // ACROSS
            if self.flip is Flip.LONG:
                card.draw(pen, x + (ACROSS - 1 - column) * WIDE, y + row * high)
            else:
                left, top = x + column * WIDE, y + (self.down - 1 - row) * high
                with pen.upside_down(left, top, WIDE, high):
                    card.draw(pen, left, top)


class CardSheets(Box):
    """All sheets of a paper, one a page."""

    def __init__(self, sheets: Sequence[Box]) -> None:
        self.sheets = sheets

    def height(self, width: float) -> float:  # noqa: ARG002
        return HIGH * len(self.sheets)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002
        if len(self.sheets) < 2 or room < HIGH - 1:
            return None
        return self.sheets[0], CardSheets(self.sheets[1:])

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        for sheet in self.sheets:
            sheet.draw(pen, x, y, width)


def _cut_marks(pen: Pen, down: int) -> None:
    """Ticks from 5 mm inside the edge, crosses where four cards meet."""
    for row in range(1, down):
        y = HIGH / down * row
        for start, end in ((5, 10), (200, 205)):
            pen.line(start * MM, y, end * MM, y, _CUT)
        pen.line(WIDE - 3 * MM, y, WIDE + 3 * MM, y, _CUT)
        pen.line(WIDE, y - 3 * MM, WIDE, y + 3 * MM, _CUT)
    for start, end in ((5, 10), (287, 292)):
        pen.line(WIDE, start * MM, WIDE, end * MM, _CUT)


def cards(block: Cards, press: Press) -> Box:
    each = 4 if block.each == 4 else 8
    down = each // ACROSS
    sheets: list[Box] = []
    for at in range(0, len(block.cards), each):
        some = block.cards[at : at + each]
        fronts = [CardBox(card, block.words, HIGH / down, press) for card in some]
        sheets.append(FrontSheet(fronts, down))
        if block.flip:
            backs = [BackBox(card, HIGH / down, press) for card in some]
            sheets.append(BackSheet(backs, down, block.flip))
    return CardSheets(sheets)
