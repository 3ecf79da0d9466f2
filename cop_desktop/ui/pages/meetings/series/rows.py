"""How a meeting that may be made looks in its list, and an organisation in its turn."""

from uuid import UUID

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cop_desktop import formats
from cop_desktop.calendar import Layer, Severity
from cop_desktop.frozen import frozen
from cop_desktop.services.hosting import Host
from cop_desktop.services.series import Sight
from cop_desktop.ui.drawing import Room, glyph, plate, write
from cop_desktop.ui.pages.meetings.host_words import host_words
from cop_desktop.ui.tables import Kind, State
from cop_desktop.ui.theme import BODY, CAPTION, MEDIUM, RADIUS_SMALL, REGULAR

from .words import falls_on, offered

TICK = 40  # px at 100 %: the box of choice, at the beginning of a row


@frozen
class Line:
    """A sight with its number among the wanted; 0 for one that is left out."""

    sight: Sight
    number: int
    layers: frozenset[Layer]

    @property
    def id(self) -> int:
        return self.sight.slot.id


@frozen
class Turn:
    """An organisation's place in the round; 0 for one that is passed over."""

    host: Host
    number: int

    @property
    def id(self) -> UUID:
        return self.host.id


class LineRow(Kind[Line]):
    """A box to tick, both dates, the topic over what the day falls on, the host."""

    def title(self, row: Line) -> str:
        return row.sight.slot.topic

    def told(self, row: Line) -> str:
        _, slot = self._, row.sight.slot
        on = formats.date_long(slot.day, _.language)
        hebrew = formats.hebrew_date(slot.day, _.language)
        left = "" if slot.wanted else _("Left out")
        return formats.dotted(left, slot.topic, on, hebrew, self.second(row), slot.host)

    def cells(self, row: Line) -> tuple[str, ...]:
        slot, language = row.sight.slot, self._.language
        return (
            formats.date_short(slot.day, language), formats.hebrew_date(slot.day, language),
            slot.topic, slot.host, self.tip(row),
        )  # fmt: skip

    def tip(self, row: Line) -> str:
        return formats.dotted(*falls_on(row.sight, row.layers, self._))

    def second(self, row: Line) -> str:
        """The first thing that stands in the way, and what is free instead; or the place."""
        if row.sight.clear or not row.sight.slot.wanted:
            return row.sight.slot.place
        first = falls_on(row.sight, row.layers, self._)[0]
        return formats.dotted(first, offered(row.sight, self._))

    def height(self, row: Line, width: float) -> int:  # noqa: ARG002
        return self.look.line(BODY) + self.look.line(CAPTION) + self.look.px(12)

    def paint(self, painter: QPainter, row: Line, box: QRectF, state: State) -> None:
        look, t, slot = self.look, self.look.theme, row.sight.slot
        self.ground(painter, box, state)
        room = Room(box.adjusted(look.px(8), 0, -look.px(8), 0), look.rtl)
        self._paint_tick(painter, room.start(look.px(TICK - 8)), wanted=slot.wanted)
        ink = t.text if slot.wanted else t.muted
        number = str(row.number) if row.number else "–"
        write(painter, look, room.start(look.px(28)), number, BODY, MEDIUM, t.muted)
        self._paint_days(painter, row, room.start(self._wide(box)), ink)
        room.start(look.px(8))
        self._paint_words(painter, row, room.rest, ink)

    def _wide(self, box: QRectF) -> float:
        return min(self.look.px(172), box.width() * 0.37)

    def _paint_tick(self, painter: QPainter, cell: QRectF, *, wanted: bool) -> None:
        look, t = self.look, self.look.theme
        side = look.px(20)
        box = QRectF(0, 0, side, side)
        box.moveCenter(cell.center())
        ground = t.accent if wanted else t.surface
        plate(painter, box, ground, t.accent if wanted else t.edge, 1.5, RADIUS_SMALL)
        if wanted:
            glyph(painter, look, box, "ph.check", t.on_accent, 14)

    def _paint_days(self, painter: QPainter, row: Line, cell: QRectF, ink: str) -> None:
        day, language = row.sight.slot.day, self._.language
        first = formats.weekday_and_date(day, language)
        self._two_lines(painter, cell, first, formats.hebrew_day_and_month(day, language), ink)

    def _paint_words(self, painter: QPainter, row: Line, cell: QRectF, ink: str) -> None:
        """The topic with its host, over what the day falls on or the place."""
        look, t, sight = self.look, self.look.theme, row.sight
        second = self.second(row)
        upper, lower = _halves(cell, look.line(BODY), look.line(CAPTION) if second else 0)
        line = Room(upper, look.rtl)
        wide = look.metrics(CAPTION, REGULAR).horizontalAdvance(sight.slot.host) + look.px(4)
        host = line.end(min(wide, cell.width() * 0.4))
        write(painter, look, host, sight.slot.host, CAPTION, REGULAR, t.muted, "end")
        line.end(look.px(10))
        write(painter, look, line.rest, sight.slot.topic, BODY, MEDIUM, ink)
        under = Room(lower, look.rtl)
        tone, icon = self._tone(sight)
        if icon:
            glyph(painter, look, under.start(look.px(16)), icon, tone, 14)
            under.start(look.px(5))
        write(painter, look, under.rest, second, CAPTION, MEDIUM if icon else REGULAR, tone)

    def _tone(self, sight: Sight) -> tuple[str, str]:
        """Colour and icon of what stands in the way; no icon where nothing does."""
        t = self.look.theme
        if sight.clear or not sight.slot.wanted:
            return t.muted, ""
        closed = sight.severity is Severity.CLOSED
        return (t.brick, "ph.prohibit") if closed else (t.amber, "ph.warning")

    def _two_lines(
        self, painter: QPainter, cell: QRectF, first: str, second: str, ink: str
    ) -> None:
        look = self.look
        upper, lower = _halves(cell, look.line(BODY), look.line(CAPTION) if second else 0)
        write(painter, look, upper, first, BODY, MEDIUM, ink)
        write(painter, look, lower, second, CAPTION, REGULAR, look.theme.muted)


class TurnRow(Kind[Turn]):
    """The number of a turn, a name, and how often it hosted; dragged to another turn."""

    drags = True

    def title(self, row: Turn) -> str:
        return row.host.name

    def told(self, row: Turn) -> str:
        left = "" if row.number else self._.ctx("rotation", "Skipped")
        return formats.dotted(left, row.host.name, host_words(row.host, self._))

    def height(self, row: Turn, width: float) -> int:  # noqa: ARG002
        return self.look.line(BODY) + self.look.line(CAPTION) + self.look.px(8)

    def paint(self, painter: QPainter, row: Turn, box: QRectF, state: State) -> None:
        look, t = self.look, self.look.theme
        self.ground(painter, box, state)
        room = Room(box.adjusted(look.px(8), 0, -look.px(8), 0), look.rtl)
        number = str(row.number) if row.number else "–"
        write(painter, look, room.start(look.px(26)), number, BODY, MEDIUM, t.muted)
        upper, lower = _halves(room.rest, look.line(BODY), look.line(CAPTION))
        ink = t.text if row.number else t.muted
        write(painter, look, upper, row.host.name, BODY, MEDIUM, ink)
        write(painter, look, lower, host_words(row.host, self._), CAPTION, REGULAR, t.muted)


def _halves(cell: QRectF, upper: float, lower: float) -> tuple[QRectF, QRectF]:
    """Two lines of words about the middle of a cell."""
    top = cell.center().y() - (upper + lower) / 2
    return (
        QRectF(cell.left(), top, cell.width(), upper),
        QRectF(cell.left(), top + upper - 1, cell.width(), lower),
    )
