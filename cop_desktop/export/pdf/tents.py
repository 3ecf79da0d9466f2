"""Name tents: a name on both halves of a folded sheet, the upper half upside down."""

from collections.abc import Sequence

from cop_desktop.export.document import Align, NameTent, NameTents

from . import icons
from .box import Box, Words
from .ink import HAIR, INK, MM, ROLES, SOFT, TEAL, Rule, Style
from .pen import Pen
from .press import Press

WIDE, HIGH = 210 * MM, 297 * MM
_SIDE = 18 * MM
_FOLD, _CUT = Rule(0.5, HAIR), Rule(0.5, SOFT)
_TICK = (5 * MM, 12 * MM)  # where marks stand, from the edge printers cannot reach
_SIZES = {1: (76, 68, 60, 52, 44, 36), 2: (56, 50, 44, 38, 32, 28)}


class Tent:
    """One name, drawn twice."""

    def __init__(self, tent: NameTent, each: int, community: str, press: Press) -> None:
        self.half = HIGH / each / 2
        self.name = _as_large_as_fits(press, tent.name, _SIZES[each], WIDE - 2 * _SIDE)
        big = 17 if each == 1 else 15
        second = Style(big, big + 5, 400, INK, balanced=True)
        self.organisation = Words(press, tent.organisation, second, Align.CENTER, most=2)
        self.role, color = tent.role, ROLES[tent.role] if tent.role else INK
        strong = Style(big - 2, big + 3, 700, color)
        self.role_name = Words(press, tent.role_name, strong, Align.CENTER, most=1)
        small = Style(9.5, 13, 500, TEAL)
        self.community = Words(press, community, small, Align.CENTER, most=1)

    def draw(self, pen: Pen, y: float) -> None:
        """`y`: the top of the tent; the fold lies in its middle."""
        with pen.upside_down(0, y, WIDE, self.half):
            self._face(pen, y)
        self._face(pen, y + self.half)
        for start, end in (_TICK, (WIDE - _TICK[1], WIDE - _TICK[0])):
            pen.line(start, y + self.half, end, y + self.half, _FOLD, (3, 3))

    def _face(self, pen: Pen, y: float) -> None:
        room = WIDE - 2 * _SIDE
        words = [it for it in (self.name, self.organisation) if not it.empty]
        role = 0.0 if self.role_name.empty else 8 * MM
        gap = 5 * MM
        tall = sum(it.height(room) for it in words) + gap * max(0, len(words) - 1)
        tall += role + gap if role else 0
        y_words = y + (self.half - 7 * MM - tall) / 2 + 1 * MM
        for it in words:
            it.draw(pen, _SIDE, y_words, room)
            y_words += it.height(room) + gap
        if role:
            self._draw_role(pen, y_words, room)
        self.community.draw(pen, _SIDE, y + self.half - 12 * MM, room)

    def _draw_role(self, pen: Pen, y: float, room: float) -> None:
        side = 8 * MM if self.role else 0.0
        wide = min(self.role_name.natural() + 0.1, room - side - 6)
        start = (WIDE - wide - side - 6) / 2
        if self.role:
            pen.icon(icons.ROLE_ICONS[self.role], start, y, side, ROLES[self.role])
        down = (8 * MM - self.role_name.height(wide)) / 2
        self.role_name.draw(pen, start + side + 6, y + down, wide)


def _as_large_as_fits(press: Press, name: str, sizes: Sequence[int], room: float) -> Words:
    """On one line if it can be large there, else on two, balanced."""
    for size in sizes[:4]:
        words = Words(press, name, _name(size), Align.CENTER, most=1)
        if words.natural() <= room:
            return words
    for size in sizes[2:]:
        words = Words(press, name, _name(size), Align.CENTER, most=2)
        if words.longest_word() <= room and len(words.all_lines(room)) <= 2:
            return words
    return words


def _name(size: int) -> Style:
    return Style(size, size * 1.16, 700, balanced=True)


class TentSheets(Box):
    """All tents, a sheet at a time."""

    def __init__(self, tents: Sequence[Tent], each: int) -> None:
        self.tents, self.each = tents, each

    def height(self, width: float) -> float:  # noqa: ARG002
        return HIGH * -(-len(self.tents) // self.each)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002
        if len(self.tents) <= self.each or room < HIGH - 1:
            return None
        first, rest = self.tents[: self.each], self.tents[self.each :]
        return TentSheets(first, self.each), TentSheets(rest, self.each)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:  # noqa: ARG002
        for i, tent in enumerate(self.tents):
            tent.draw(pen, y + i * HIGH / self.each)
        if self.each == 2:
            for start, end in (_TICK, (WIDE - _TICK[1], WIDE - _TICK[0])):
                pen.line(start, y + HIGH / 2, end, y + HIGH / 2, _CUT)


def name_tents(block: NameTents, press: Press) -> Box:
    each = 1 if block.each == 1 else 2
    return TentSheets([Tent(it, each, block.community, press) for it in block.tents], each)
