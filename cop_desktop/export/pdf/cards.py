"""Role cards, eight to a sheet, with marks to cut along and no frame that a wrong cut shows."""

from collections.abc import Sequence

from cop_desktop.export.document import Align, Card, Cards, CardWords

from . import icons
from .box import Box, Words
from .ink import (
    BODY,
    CARD_NAME,
    MM,
    PEN_RULE,
    ROLES,
    SECOND,
    SMALL,
    SOFT,
    Rule,
    Style,
)  # fmt: skip
from .pen import Pen
from .press import Press

WIDE, HIGH = 105 * MM, 74.25 * MM
ACROSS, DOWN = 2, 4
_SIDE, _TOP, _BOTTOM = 9 * MM, 8.5 * MM, 7.5 * MM
_RING = 13 * MM
_CUT = Rule(0.5, SOFT)
_THING = BODY.but(size=10, leading=14)


class CardBox:
    """One card, drawn with its corner at (x, y)."""

    def __init__(self, card: Card, words: CardWords, press: Press) -> None:
        self.card, self.width = card, WIDE - 2 * _SIDE
        self.color = ROLES[card.role] if card.role else SOFT
        self.name = Words(press, card.name, CARD_NAME, most=2)
        self.number = Words(press, card.number or words.vacant, SMALL, Align.END, most=1)
        self.purpose = Words(press, card.purpose, BODY.but(weight=500, balanced=True), most=3)
        self.question = Words(press, card.question, BODY.but(weight=500, balanced=True), most=3)
        self.invitation = Words(press, words.invitation, SECOND.but(color=SOFT), most=2)
        count = SECOND.but(weight=700, color=SOFT)
        self.numbers = [Words(press, str(i), count) for i in (1, 2, 3)]
        self.foot = [
            Words(press, text, style, most=1)
            for text, style in (
                (words.holder, SMALL), (card.holder, BODY), (words.until, SMALL), (card.until, BODY)
            )
        ]  # fmt: skip
        self.things = self._things(press, _THING)
        if self._crowded():
            self.things = self._things(press, SECOND.but(leading=13))

    def _things(self, press: Press, style: Style) -> list[tuple[Words, Words]]:
        number = style.but(weight=700, color=self.color)
        return [
            (Words(press, str(i), number), Words(press, thing, style, most=2))
            for i, thing in enumerate(self.card.things, 1)
        ]

    def _crowded(self) -> bool:
        return self._content() > HIGH - _TOP - _BOTTOM - 18

    def _content(self) -> float:
        things = sum(text.height(self.width - 10) + 5.5 for _, text in self.things)
        question = self.question.height(self.width - 9) + 14
        return _RING + 7 + self.purpose.height(self.width) + 9 + things + question

    def draw(self, pen: Pen, x: float, y: float) -> None:
        x, top = x + _SIDE, y + _TOP
        self._head(pen, x, top)
        if self.card.role:
            self._body(pen, x, top + _RING + 7)
        else:
            self._lines(pen, x, top + _RING + 7)
        self._foot(pen, x, y + HIGH - _BOTTOM)

    def _head(self, pen: Pen, x: float, y: float) -> None:
        middle, radius = y + _RING / 2, _RING / 2 - 0.6
        dash = None if self.card.role else (3.0, 2.4)
        pen.circle(x + _RING / 2, middle, radius, Rule(1.2, self.color), dash=dash)
        side = 8 * MM
        icon = icons.ROLE_ICONS[self.card.role] if self.card.role else "plus"
        pen.icon(icon, x + (_RING - side) / 2, middle - side / 2, side, self.color)
        start, aside = _RING + 3.5 * MM, self.number.natural() + 4
        self.number.draw(pen, x + self.width - aside, y, aside)
        room = self.width - start - (aside if self.name.natural() > self.width - start - 20 else 0)
        if self.card.role:
            tall = self.name.height(room)
            self.name.draw(pen, x + start, middle - tall / 2, room)
        else:
            pen.rule(x + start, middle + 10, 52 * MM, Rule(0.6, SOFT))

    def _body(self, pen: Pen, x: float, y: float) -> None:
        self.purpose.draw(pen, x, y, self.width)
        y += self.purpose.height(self.width) + 9
        for number, text in self.things:
            number.draw(pen, x, y, 10)
            text.draw(pen, x + 10, y, self.width - 10)
            y += text.height(self.width - 10) + 5.5
        if self.card.question:
            y += 4.5
            tall = self.question.height(self.width - 9)
            pen.box(x, y - 1, 2, tall + 2, fill=self.color)
            self.question.draw(pen, x + 9, y, self.width - 9)

    def _lines(self, pen: Pen, x: float, y: float) -> None:
        self.invitation.draw(pen, x, y, self.width)
        for number in self.numbers:
            y += 8.2 * MM
            number.draw(pen, x, y - 6, 12)
            pen.writing_line(x, y + 6, self.width, PEN_RULE)

    def _foot(self, pen: Pen, x: float, y: float) -> None:
        """Holder and until when, each on its line, at the foot."""
        holder, name, until, date = self.foot
        last = 20 * MM
        first = self.width - holder.natural() - until.natural() - last - 18
        places = ((holder, holder.natural()), (name, first), (until, until.natural()), (date, last))
        for words, width in places:
            words.draw(pen, x, y - words.ascent - 2.5, width + 0.2)
            if words is name or words is date:
                pen.rule(x, y, width, Rule(0.5, SOFT))
            x += width + 6


class CardSheet(Box):
    """Up to eight cards; the first stands at the top of the start side."""

    def __init__(self, cards: Sequence[CardBox]) -> None:
        self.cards = cards

    def height(self, width: float) -> float:  # noqa: ARG002
        return HIGH * DOWN

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:  # noqa: ARG002
        _cut_marks(pen)
        for i, card in enumerate(self.cards):
            card.draw(pen, x + i % ACROSS * WIDE, y + i // ACROSS * HIGH)


class CardSheets(Box):
    """All the cards of a paper, a sheet at a time."""

    def __init__(self, cards: Sequence[CardBox]) -> None:
        self.cards = cards

    def height(self, width: float) -> float:  # noqa: ARG002
        return HIGH * DOWN * -(-len(self.cards) // (ACROSS * DOWN))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002
        full = ACROSS * DOWN
        if len(self.cards) <= full or room < HIGH * DOWN - 1:
            return None
        return CardSheet(self.cards[:full]), CardSheets(self.cards[full:])

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        CardSheet(self.cards).draw(pen, x, y, width)


def _cut_marks(pen: Pen) -> None:
    """Ticks from 5 mm inside the edge, crosses where four cards meet."""
    for row in range(1, DOWN):
        y = HIGH * row
        for start, end in ((5, 10), (200, 205)):
            pen.line(start * MM, y, end * MM, y, _CUT)
        pen.line(WIDE - 3 * MM, y, WIDE + 3 * MM, y, _CUT)
        pen.line(WIDE, y - 3 * MM, WIDE, y + 3 * MM, _CUT)
    for start, end in ((5, 10), (287, 292)):
        pen.line(WIDE, start * MM, WIDE, end * MM, _CUT)


def cards(block: Cards, press: Press) -> Box:
    return CardSheets([CardBox(card, block.words, press) for card in block.cards])
