"""How a meeting looks in its year."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services.gaps import Gap
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui.drawing import Room, glyph, plate, write
from cop_desktop.ui.tables import Kind, State
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, REGULAR, Look
from cop_desktop.ui.widgets.chips import chip_colours, chip_width, paint_chip

from .words import KIND_ICONS, kind_word, where
from .year_entries import Entry, Standing, gap_words, standing


class GapRow(Kind[Gap]):
    """A dotted line under which nobody meets; opened, a meeting is planned there."""

    def key(self, row: Gap) -> tuple[str, UUID]:
        return "gap", row.before

    def title(self, row: Gap) -> str:
        return gap_words(row, self._)

    def told(self, row: Gap) -> str:
        return formats.dotted(self.title(row), self._offer)

    @property
    def _offer(self) -> str:
        return self._("Plan a meeting here")

    def height(self, row: Gap, width: float) -> int:  # noqa: ARG002
        return self.look.line(CAPTION) + self.look.px(14)

    def paint(self, painter: QPainter, row: Gap, box: QRectF, state: State) -> None:
        look, t = self.look, self.look.theme
        self.ground(painter, box, state)
        room = Room(box.adjusted(look.px(8), 0, -look.px(8), 0), look.rtl)
        room.start(look.px(56))
        glyph(painter, look, room.start(look.px(24)), "ph.hourglass", t.amber, 16)
        self._say(painter, room, self.title(row), t.amber)
        offer = look.metrics(CAPTION, MEDIUM).horizontalAdvance(self._offer) + look.px(10)
        end = Room(room.end(offer + look.px(20)), look.rtl)
        glyph(painter, look, end.start(look.px(20)), "ph.plus", t.accent, 14)
        self._say(painter, end, self._offer, t.accent)
        painter.setPen(QPen(QColor(t.amber), 1, Qt.PenStyle.DotLine))
        rest = room.rest.adjusted(look.px(8), 0, -look.px(8), 0)
        y = rest.center().y()
        painter.drawLine(QPointF(rest.left(), y), QPointF(rest.right(), y))

    def _say(self, painter: QPainter, room: Room, words: str, colour: str) -> None:
        wide = self.look.metrics(CAPTION, MEDIUM).horizontalAdvance(words) + self.look.px(10)
        write(painter, self.look, room.start(wide), words, CAPTION, MEDIUM, colour)


class EntryRow(Kind[Entry]):
    """Wide: everything on one line of two. Narrow: the far end comes below."""

    def __init__(self, look: Look, _: Catalog, today: Callable[[], date]) -> None:
        super().__init__(look, _)
        self._today = today

    def key(self, row: Entry) -> UUID:
        return row.meeting.id

    def title(self, row: Entry) -> str:
        return row.meeting.topic

    def told(self, row: Entry) -> str:
        meeting = row.meeting
        on = formats.date_long(meeting.starts_at.date(), self._.language)
        end = standing(row, self._today(), self._).words
        return formats.dotted(meeting.topic, on, kind_word(meeting, self._), where(meeting), end)

    def height(self, row: Entry, width: float) -> int:  # noqa: ARG002
        look = self.look
        tall = look.line(BODY) + look.line(CAPTION) + look.px(18)
        return tall + (look.px(26) if self._narrow(width) else 0)

    def _narrow(self, wide: float) -> bool:
        return 0 < wide < self.look.px(640)

    def paint(self, painter: QPainter, row: Entry, box: QRectF, state: State) -> None:
        self.ground(painter, box, state)
        self._paint_entry(painter, row, box)

    def _paint_entry(self, painter: QPainter, entry: Entry, box: QRectF) -> None:
        look, row = self.look, entry.meeting
        narrow = self._narrow(box.width())
        lines = box.adjusted(0, 0, 0, -look.px(26)) if narrow else box
        room = Room(lines.adjusted(look.px(8), 0, -look.px(8), 0), look.rtl)
        self._paint_number(painter, row, room.start(look.px(48)))
        self._paint_dates(painter, row, room)
        end = standing(entry, self._today(), self._)
        if narrow:
            under = QRectF(room.rest)
            under.setTop(lines.bottom() - look.px(4))
            under.setHeight(look.px(24))
            self._paint_standing(painter, end, Room(under, look.rtl).start(look.px(190)))
        else:
            self._paint_standing(painter, end, room.end(look.px(170)))
            room.end(look.px(16))
        if look.px(820) < box.width():
            self._paint_kind(painter, row, room.end(look.px(150)))
        self._paint_words(painter, row, room.rest, with_kind=look.px(820) >= box.width())

    def _paint_number(self, painter: QPainter, row: MeetingRow, cell: QRectF) -> None:
        look, t = self.look, self.look.theme
        side = max(look.px(32), look.line(BODY) + look.px(8))
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(cell.center())
        if row.state == MeetingState.CANCELLED:
            plate(painter, disc, t.sunken, t.line, 1, side / 2)
            glyph(painter, look, disc, "ph.x", t.muted, 16)
            return
        held = row.state == MeetingState.HELD
        plate(painter, disc, t.accent if held else t.surface, t.accent, 1.5, side / 2)
        ink = t.on_accent if held else t.accent
        write(painter, look, disc, str(row.number), BODY, BOLD, ink, "centre")

    def _paint_dates(self, painter: QPainter, row: MeetingRow, room: Room) -> None:
        look, t, language = self.look, self.look.theme, self._.language
        on = row.starts_at.date()
        room.start(look.px(8))
        first = formats.weekday_and_date(on, language)
        second = formats.hebrew_day_and_month(on, language)
        wide = self._date_width
        cell = room.start(wide + look.px(24))
        self._two(
            painter,
            cell,
            first,
            formats.dotted(second, formats.clock(row.starts_at.time())),
            t.text,
        )

    @cached_property
    def _date_width(self) -> float:
        """Of the longest date, whatever the names of days and months."""
        metrics, first = self.look.metrics(BODY, MEDIUM), date(2026, 1, 1)
        days = (first + timedelta(days=place) for place in range(365))
        told = (formats.weekday_and_date(day, self._.language) for day in days)
        return max(metrics.horizontalAdvance(words) for words in told)

    def _paint_words(
        self, painter: QPainter, row: MeetingRow, cell: QRectF, *, with_kind: bool
    ) -> None:
        t = self.look.theme
        gone = row.state == MeetingState.CANCELLED
        kind = kind_word(row, self._) if with_kind else ""
        second = formats.dotted(kind, where(row))
        self._two(painter, cell, row.topic, second, t.muted if gone else t.text, MEDIUM)

    def _two(
        self, painter: QPainter, cell: QRectF, first: str, second: str, ink: str,
        weight: int = REGULAR,
    ) -> None:  # fmt: skip
        """Two lines, or one in the middle where there is no second."""
        look = self.look
        upper, lower = look.line(BODY), look.line(CAPTION) if second else 0
        top = cell.center().y() - (upper + lower) / 2
        line = QRectF(cell.left(), top, cell.width(), upper)
        write(painter, look, line, first, BODY, weight, ink)
        if second:
            line = QRectF(cell.left(), top + upper - 1, cell.width(), lower)
            write(painter, look, line, second, CAPTION, REGULAR, look.theme.muted)

    def _paint_kind(self, painter: QPainter, row: MeetingRow, cell: QRectF) -> None:
        look, words = self.look, kind_word(row, self._)
        wide = min(chip_width(look, words, "x"), cell.width() - look.px(8))
        tall = max(look.px(24), look.line(CAPTION) + look.px(5))
        box = QRectF(Room(cell, look.rtl).start(wide))
        box = QRectF(box.left(), cell.center().y() - tall / 2, wide, tall)
        paint_chip(painter, look, box, words, KIND_ICONS[row.kind], chip_colours(look, "quiet"))

    def _paint_standing(self, painter: QPainter, end: Standing, cell: QRectF) -> None:
        look, t = self.look, self.look.theme
        colour = {"amber": t.amber, "accent": t.text}.get(end.tone, t.muted)
        line = look.line(CAPTION)
        if end.share is None:
            icon = "ph.warning" if end.tone == "amber" else "ph.prohibit"
            room = Room(cell, look.rtl)
            glyph(painter, look, room.start(look.px(20)), icon, colour, 16)
            room.start(look.px(4))
            write(painter, look, room.rest, end.words, CAPTION, MEDIUM, colour)
            return
        bar_tall, gap = look.px(5), look.px(4)
        top = cell.center().y() - (line + gap + bar_tall) / 2
        words = QRectF(cell.left(), top, cell.width(), line)
        write(painter, look, words, end.words, CAPTION, MEDIUM, colour)
        rail = QRectF(cell.left(), words.bottom() + gap, cell.width(), bar_tall)
        plate(painter, rail, t.line, None, 0, bar_tall / 2)
        done = Room(rail, look.rtl).start(rail.width() * end.share)
        plate(painter, done, t.amber if end.tone == "amber" else t.accent, None, 0, bar_tall / 2)
