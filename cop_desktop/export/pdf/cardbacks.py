"""The back of a role card: prompts before and after a meeting, and what the role cares for."""

from cop_desktop.export.document import Align, Card, Prompts
from cop_desktop.frozen import frozen

from . import icons, marks
from .box import Words
from .cards import BOTTOM, SIDE, TOP, WIDE
from .ink import LABEL, MM, PEN_RULE, ROLES, SMALL, SOFT, Style
from .pen import Pen
from .press import Press

_ICON = 6 * MM
_HEAD = 8.5 * MM
_INDENT = 8.0
_LINE = 8.2 * MM  # to write on


@frozen
class _Setting:
    """Size and pitch of the text, air between the parts, lines a prompt may have."""

    size: float
    leading: float
    gap: float
    most: int


_LARGE = (_Setting(12, 17, 14, 6), _Setting(11, 15.5, 10, 6))
_SMALL = (_Setting(10, 13.5, 6, 3), _Setting(9.5, 12.5, 4, 3), _Setting(9.5, 12, 2, 2),
          _Setting(9.5, 11.5, 2, 1))  # fmt: skip


class BackBox:
    """One back, drawn with its corner at (x, y)."""

    def __init__(self, card: Card, high: float, press: Press) -> None:
        self.card, self.high, self.width = card, high, WIDE - 2 * SIDE
        self.color = ROLES[card.role] if card.role else SOFT
        self.name = Words(press, card.name, Style(11, 14, 700, self.color), most=1)
        self.number = Words(press, card.number, SMALL, Align.END, most=1)
        large = high > WIDE
        for setting in (*_LARGE, *_SMALL) if large else _SMALL:
            self.setting = setting
            self.parts = [self._part(prompts, press) for prompts in card.back]
            if _HEAD + self._height() <= high - TOP - BOTTOM:
                return

    def _part(self, prompts: Prompts, press: Press) -> tuple[Words, list[Words]]:
        style = Style(self.setting.size, self.setting.leading)
        label = Words(press, prompts.label, LABEL.but(color=self.color, weight=700), most=1)
        return label, [Words(press, it, style, most=self.setting.most) for it in prompts.lines]

    def _line_height(self, words: Words) -> float:
        return words.height(self.width - _INDENT) + self.setting.leading - self.setting.size

    def _part_height(self, lines: list[Words]) -> float:
        text = sum(self._line_height(words) for words in lines) if lines else 2 * _LINE
        return 12.0 + text

    def _height(self) -> float:
        gaps = self.setting.gap * max(0, len(self.parts) - 1)
        return sum(self._part_height(lines) for _, lines in self.parts) + gaps

    def draw(self, pen: Pen, x: float, y: float) -> None:
        x, y = x + SIDE, y + TOP
        if self.card.role:
            pen.icon(icons.ROLE_ICONS[self.card.role], x, y - 3, _ICON, self.color)
            self.name.draw(pen, x + _ICON + 5, y, self.width - _ICON - 40)
            self.number.draw(pen, x + self.width - 30, y + 2, 30)
            y += _HEAD
        for label, lines in self.parts:
            label.draw(pen, x, y, self.width)
            self._draw_lines(pen, x, y + 12, lines)
            y += self._part_height(lines) + self.setting.gap

    def _draw_lines(self, pen: Pen, x: float, y: float, lines: list[Words]) -> None:
        for words in lines:
            if len(lines) > 1:
                marks.dot(pen, x + 2, y + words.ascent - 3.2, 1.2)
            indent = _INDENT if len(lines) > 1 else 0.0
            words.draw(pen, x + indent, y, self.width - _INDENT)
            y += self._line_height(words)
        if not lines:
            for n in (1, 2):
                pen.writing_line(x, y + n * _LINE - 4, self.width, PEN_RULE)
