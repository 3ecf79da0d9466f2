"""Rows between the blocks: days, parts of the agenda, tracks, and minutes that do not meet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.services.agendas import ProblemKind
from cop_desktop.ui.drawing import Room, glyph, plate, ring, write
from cop_desktop.ui.tables import Kind, State
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, RADIUS, REGULAR, Look

from .agenda_entries import DayHead, PartHead, Remark, TrackHead
from .agenda_rows import BlockRow, lane
from .agenda_words import day_balance, day_name, part_name, remark, track_name


class _Heading(Kind[DayHead | PartHead]):
    """A line of its own: a name, what it says of time, and at the end how it adds up."""

    heads = True

    def height(self, row: DayHead | PartHead, width: float) -> int:  # noqa: ARG002
        return self.look.line(BODY, BOLD) + self.look.px(16)

    def told(self, row: DayHead | PartHead) -> str:
        return formats.dotted(*self.cells(row))

    def end(self, row: DayHead | PartHead) -> tuple[str, str]:
        """Words at the end and their colour."""
        raise NotImplementedError

    def paint(self, painter: QPainter, row: DayHead | PartHead, box: QRectF, state: State) -> None:
        look, t = self.look, self.look.theme
        inner = box.adjusted(0, 3, 0, -3)
        self.ground(painter, inner, state)
        room = Room(inner, look.rtl)
        room.start(look.px(8))
        room.end(look.px(10))
        words, colour = self.end(row)
        wide = look.metrics(CAPTION, MEDIUM).horizontalAdvance(words) + 4
        write(painter, look, room.end(wide), words, CAPTION, MEDIUM, colour, "end")
        room.end(look.px(10))
        name, *more = self.cells(row)
        wide = min(look.metrics(BODY, BOLD).horizontalAdvance(name) + 4, room.rest.width())
        write(painter, look, room.start(wide), name, BODY, BOLD, t.text)
        room.start(look.px(10))
        write(painter, look, room.rest, formats.dotted(*more), CAPTION, REGULAR, t.muted)


class DayRow(_Heading):
    """Which day, from when until when, and whether its blocks fill it."""

    def title(self, row: DayHead | PartHead) -> str:
        assert isinstance(row, DayHead)
        return day_name(row, self._)

    def cells(self, row: DayHead | PartHead) -> Sequence[str]:
        assert isinstance(row, DayHead)
        hours = formats.time_range(row.starts_at.time(), row.ends_at.time(), self._.language)
        date = formats.weekday_and_date(row.starts_at.date(), self._.language)
        return (self.title(row), hours if row.alone else formats.dotted(date, hours))

    def told(self, row: DayHead | PartHead) -> str:
        return formats.dotted(super().told(row), self.end(row)[0])

    def end(self, row: DayHead | PartHead) -> tuple[str, str]:
        assert isinstance(row, DayHead)
        t = self.look.theme
        told = not row.alone or row.over or row.under  # else the bar above says it
        return day_balance(row, self._) if told else "", t.amber if row.over else t.muted


class PartRow(_Heading):
    """Work before the meeting or after it."""

    def title(self, row: DayHead | PartHead) -> str:
        assert isinstance(row, PartHead)
        return part_name(row.part, self._)

    def cells(self, row: DayHead | PartHead) -> Sequence[str]:
        return (self.title(row), self._("takes no meeting time"))

    def end(self, row: DayHead | PartHead) -> tuple[str, str]:
        assert isinstance(row, PartHead)
        words = formats.duration_short(row.minutes, self._.language) if row.minutes else ""
        return words, self.look.theme.muted


class TrackRow(Kind[TrackHead]):
    """A track: its name and place, how long it is, and how much shorter than the longest."""

    heads = True

    def __init__(self, look: Look, _: Catalog, blocks: BlockRow) -> None:
        super().__init__(look, _)
        self._blocks = blocks

    def title(self, row: TrackHead) -> str:
        return track_name(row, self._)

    def told(self, row: TrackHead) -> str:
        return formats.dotted(self.title(row), row.track.place, self._end(row))

    def height(self, row: TrackHead, width: float) -> int:  # noqa: ARG002
        return self.look.line(BODY) + self.look.px(10)

    def body(self, row: TrackHead, box: QRectF) -> QRectF:  # noqa: ARG002
        return self._blocks.body_of(box, inside=True)

    def paint(self, painter: QPainter, row: TrackHead, box: QRectF, state: State) -> None:
        look, t = self.look, self.look.theme
        lane(painter, look, box, self._blocks.clock_width())
        inner = self.body(row, box).adjusted(0, 2, 0, -2)
        self.ground(painter, inner, state)
        room = Room(inner, look.rtl)
        room.start(look.px(8))
        room.end(look.px(10))
        words = self._end(row)
        wide = look.metrics(CAPTION).horizontalAdvance(words) + 4
        write(painter, look, room.end(wide), words, CAPTION, REGULAR, t.muted, "end")
        told = formats.dotted(self.title(row), row.track.place)
        write(painter, look, room.rest, told, BODY, MEDIUM, t.text)

    def _end(self, row: TrackHead) -> str:
        _, track = self._, row.track
        if not track.blocks:
            return _("still empty")
        spare = _.plural("{n} minute shorter", "{n} minutes shorter", track.spare)
        length = formats.duration_short(track.minutes, _.language)
        return formats.dotted(length, spare if track.spare else "")


class RemarkRow(Kind[Remark]):
    """Minutes free or claimed twice; choosing the line offers what can be done."""

    def __init__(self, look: Look, _: Catalog, body: Callable[[QRectF], QRectF]) -> None:
        super().__init__(look, _)
        self._body = body

    def title(self, row: Remark) -> str:
        return remark(row.problem, row.title, self._)

    def height(self, row: Remark, width: float) -> int:  # noqa: ARG002
        return self.look.line(CAPTION) + self.look.px(14)

    def body(self, row: Remark, box: QRectF) -> QRectF:  # noqa: ARG002
        return self._body(box)

    def paint(self, painter: QPainter, row: Remark, box: QRectF, state: State) -> None:
        look, t = self.look, self.look.theme
        clash = row.problem.kind == ProblemKind.OVERLAP
        inner = self.body(row, box).adjusted(0, 3, 0, -3)
        ground = t.amber_soft if clash else t.sunken
        plate(painter, inner, ground, t.accent if state.chosen else None, 2, RADIUS)
        if state.focused:
            ring(painter, look, inner, RADIUS)
        ink = QColor(t.amber if clash else t.muted)
        room = Room(inner, look.rtl)
        room.start(look.px(11))
        icon = "ph.warning" if clash else "ph.hourglass"
        glyph(painter, look, room.start(look.px(36)), icon, ink, 16)
        room.start(look.px(2))
        write(painter, look, room.rest, self.title(row), CAPTION, MEDIUM, ink)
