"""The face of a role card: icon, name, purpose, three things to do, a question, the holder."""

from cop_desktop.export.document import Align, Card, CardWords
from cop_desktop.frozen import frozen

from . import icons
from .box import Words
from .ink import (
    BODY,
    CARD_NAME,
    INK,
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

WIDE = 105 * MM
SIDE, TOP, BOTTOM = 9 * MM, 8.5 * MM, 7.5 * MM
_RING = 13 * MM
_UNTIL = 20 * MM


@frozen
class Setting:
    """How the text of a card is set: size of the three things, air, lines each part may have."""

    size: float
    gap: float
    purpose: int
    thing: int
    question: int
    strong: float = 10.5  # size of purpose and question


_LARGE = (Setting(13, 13, 6, 4, 6, 14), Setting(12, 10, 6, 4, 6, 13))
_SETTINGS = (
    Setting(10, 5.5, 3, 2, 3),
    Setting(10, 4.4, 3, 2, 2),
    Setting(9.5, 3.6, 2, 2, 2),
    Setting(9.5, 2.8, 2, 1, 2),
    Setting(9.5, 2.8, 2, 1, 1),
)


class CardBox:
    """One card, `high` points high, drawn with its corner at (x, y)."""

    def __init__(self, card: Card, words: CardWords, high: float, press: Press) -> None:
        self.card, self.width, self.high = card, WIDE - 2 * SIDE, high
        self.color = ROLES[card.role] if card.role else SOFT
        self.name = Words(press, card.name, CARD_NAME, most=2)
        self.number = Words(press, card.number or words.vacant, SMALL, Align.END, most=1)
        self.invitation = Words(press, words.invitation, SECOND.but(color=SOFT), most=2)
        count = SECOND.but(weight=700, color=SOFT)
        self.numbers = [Words(press, str(i), count) for i in (1, 2, 3)]
        self.labels = (Words(press, words.holder, SMALL), Words(press, words.until, SMALL))
        self.holder = _written(press, card.holder, self._holder_width())
        self.until = _written(press, card.until, _UNTIL)
        self._set(press)

    def _set(self, press: Press) -> None:
        """Set the text looser or tighter, so that it ends above the foot."""
        foot = max(self.holder.height(self._holder_width()), BODY.size) + 8
        large = self.high > WIDE
        for setting in (*_LARGE, *_SETTINGS) if large else _SETTINGS:
            self.setting = setting
            size = setting.strong
            strong = Style(size, size + 4.5, 500, balanced=True)
            self.purpose = Words(press, self.card.purpose, strong, most=setting.purpose)
            self.question = Words(press, self.card.question, strong, most=setting.question)
            style = Style(setting.size, setting.size + 4)
            number = style.but(weight=700, color=self.color)
            self.things = [
                (Words(press, str(i), number), Words(press, thing, style, most=setting.thing))
                for i, thing in enumerate(self.card.things[:3], 1)
            ]
            if _RING + self._body_height() + foot <= self.high - TOP - BOTTOM:
                return

    def _body_height(self) -> float:
        things = sum(text.height(self.width - 10) + self.setting.gap for _, text in self.things)
        question = self.question.height(self.width - 9) + self.setting.gap
        purpose = self.purpose.height(self.width) + self.setting.gap * 1.5
        return self.setting.gap * 1.3 + purpose + things + question

    def _holder_width(self) -> float:
        labels = sum(label.natural() for label in self.labels)
        return self.width - labels - _UNTIL - 18

    def draw(self, pen: Pen, x: float, y: float) -> None:
        x, top = x + SIDE, y + TOP
        self._head(pen, x, top)
        if self.card.role:
            self._body(pen, x, top + _RING + self.setting.gap * 1.3)
        else:
            self._lines(pen, x, top + _RING + 7)
        self._foot(pen, x, y + self.high - BOTTOM)

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
        y += self.purpose.height(self.width) + self.setting.gap * 1.5
        for number, text in self.things:
            number.draw(pen, x, y, 10)
            text.draw(pen, x + 10, y, self.width - 10)
            y += text.height(self.width - 10) + self.setting.gap
        if self.card.question:
            y += self.setting.gap
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
        pairs = ((self.labels[0], self.holder, self._holder_width()),
                 (self.labels[1], self.until, _UNTIL))  # fmt: skip
        for label, words, width in pairs:
            label.draw(pen, x, y - label.ascent - 2.5, label.natural() + 0.2)
            x += label.natural() + 6
            words.draw(pen, x, y - words.height(width) - 0.5, width)
            pen.rule(x, y, width, Rule(0.5, SOFT))
            x += width + 6


def _written(press: Press, text: str, width: float) -> Words:
    """A value on its line: small, and on two lines, when there are several names."""
    words = Words(press, text, BODY, most=1)
    return words if words.natural() <= width else Words(press, text, SMALL.but(color=INK), most=2)
