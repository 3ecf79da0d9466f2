"""How a block of the agenda looks: its hour outside, a stripe and a tint of its kind."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.services.agendas import Block, Track
from cop_desktop.services.groups import Groups
from cop_desktop.ui.drawing import Room, glyph, plate, write
from cop_desktop.ui.tables import Kind, State
from cop_desktop.ui.theme import (
    BODY,
    BOLD,
    CAPTION,
    KIND_ICONS,
    MEDIUM,
    RADIUS,
    REGULAR,
    ROLE_ICONS,
    Look,
    mix,
    on_tint,
    tint,
)

from .agenda_words import groups_word

SHORT = 10  # minutes: a block of no more stands on one line
INDENT = 22  # px at 100 %: of what runs in a track
MOST_ROLES = 3  # icons in a row


class BlockRow(Kind[Block]):
    """Heights come from the font; everything else is cut along the line of reading."""

    drags = True

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__(look, _)
        self.ends: Mapping[int, datetime] = {}  # of the days, as invited
        self.groups: Mapping[UUID, Groups] = {}
        self.tracks: Mapping[UUID, Sequence[Track]] = {}

    def title(self, row: Block) -> str:
        return row.title

    def told(self, row: Block) -> str:
        _, language = self._, self._.language
        clock = formats.clock(row.starts_at.time()) if row.timed else ""
        length = formats.duration_short(row.minutes, language)
        parts = [clock, row.title, content(language).word(row.kind), row.leader, length]
        parts += [self._groups(row), _("pinned") if row.pinned_at else ""]
        parts += [_("takes up “{title}”", title=row.topic) if row.topic_id else ""]
        return ", ".join(part for part in parts if part)

    def cells(self, row: Block) -> Sequence[str]:
        """As a line of an agenda is pasted."""
        first = (formats.clock(row.starts_at.time()), row.title, str(row.minutes))
        return (*first, row.leader) if row.leader else first

    def height(self, row: Block, width: float) -> int:  # noqa: ARG002
        look, short = self.look, self._on_one_line(row)
        lines = look.line(BODY) + (0 if short else look.line(CAPTION))
        return lines + look.px(18 if short else 10)

    def body(self, row: Block, box: QRectF) -> QRectF:
        """The block, its hour left out."""
        return self.body_of(box, inside=row.parent_id is not None)

    def body_of(self, box: QRectF, *, inside: bool) -> QRectF:
        """Of a block in a track, or of one that stands by itself."""
        room = Room(box, self.look.rtl)
        room.start(self.clock_width() + (self.look.px(INDENT) if inside else 0))
        return room.rest.adjusted(1, 0, -1, 0)

    def paint(self, painter: QPainter, row: Block, box: QRectF, state: State) -> None:
        clock = Room(box, self.look.rtl).start(self.clock_width())
        if row.timed:
            self._paint_clock(painter, row, clock, state.chosen)
        if row.parent_id is not None:
            lane(painter, self.look, box, self.clock_width())
        self._paint_block(painter, row, self.body(row, box).adjusted(0, 3, 0, -3), state)

    def paint_lifted(self, painter: QPainter, row: Block, box: QRectF) -> None:
        self._paint_block(painter, row, box, State(chosen=True))

    def clock_width(self) -> float:
        return self.look.metrics(BODY, BOLD).horizontalAdvance("00:00") + self.look.px(14)

    def _on_one_line(self, row: Block) -> bool:
        return row.minutes <= SHORT and row.id not in self.groups and not row.parallel

    def _groups(self, row: Block) -> str:
        """How the people divide: into groups, or among tracks."""
        _, found, tracks = self._, self.groups.get(row.id), self.tracks.get(row.id, ())
        side_by_side = _.plural("{n} track side by side", "{n} tracks side by side", len(tracks))
        return formats.dotted(
            side_by_side if tracks else "", groups_word(found, _) if found else ""
        )

    def _paint_clock(self, painter: QPainter, block: Block, cell: QRectF, chosen: bool) -> None:
        look, t = self.look, self.look.theme
        ends = self.ends.get(block.day, datetime.max)
        late = block.starts_at >= ends or block.ends_at > ends
        colour = t.amber if late else t.text if chosen or block.pinned_at else t.muted
        weight = BOLD if chosen or block.pinned_at else REGULAR
        clock = formats.clock(block.starts_at.time())
        size = BODY if block.parent_id is None else CAPTION
        write(painter, look, cell, clock, size, weight, colour)

    def _paint_block(self, painter: QPainter, block: Block, box: QRectF, state: State) -> None:
        look, t = self.look, self.look.theme
        colour = t.kinds[block.kind]
        ground = tint(t, colour, 0.16 if state.hovered else 0.1)
        border = t.accent if state.chosen or state.focused else mix(t.surface, colour, 0.28)
        outline = plate(painter, box, ground, None, 0, RADIUS)
        self._paint_stripe(painter, box, outline, colour)
        painter.setPen(QPen(QColor(border), 2 if state.chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        room = Room(box, look.rtl)
        room.start(look.px(11))
        ink = on_tint(t, colour)
        icon = "ph.git-fork" if block.parallel else KIND_ICONS[block.kind]
        glyph(painter, look, room.start(look.px(36)), icon, ink, 20)
        room.start(look.px(2))
        dots = mix(t.surface, t.muted, 0.9 if state.hovered or state.chosen else 0.6)
        glyph(painter, look, room.end(look.px(30)), "ph.dots-six-vertical", dots)
        self._paint_minutes(painter, block, room, state.chosen)
        self._paint_marks(painter, block, room)
        self._paint_words(painter, block, room.rest, state.chosen)

    def _paint_stripe(
        self, painter: QPainter, box: QRectF, outline: QPainterPath, colour: str
    ) -> None:
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.fillRect(Room(box, self.look.rtl).start(self.look.px(7)), QColor(colour))
        painter.restore()

    def _paint_minutes(self, painter: QPainter, block: Block, room: Room, chosen: bool) -> None:
        look = self.look
        if not block.minutes:
            return  # the title takes the room
        length = formats.duration_short(block.minutes, self._.language)
        weight = BOLD if chosen else REGULAR
        wide = max(look.metrics(BODY, BOLD).horizontalAdvance(length) + 2, look.px(48))
        cell = Room(room.end(wide + look.px(10)), look.rtl)
        cell.start(look.px(10))
        write(painter, look, cell.rest, length, BODY, weight)

    def _paint_marks(self, painter: QPainter, block: Block, room: Room) -> None:
        """At the end of the words: roles, what is attached, a topic it takes up, a pin."""
        look, t = self.look, self.look.theme
        marks = [("ph.push-pin", t.accent)] if block.pinned_at else []
        marks += [("ph.chats-circle", t.accent)] if block.topic_id else []
        marks += [("ph.paperclip", t.muted)] if block.attachments else []
        marks += [(ROLE_ICONS[role], t.roles[role]) for role in block.roles[:MOST_ROLES]]
        for icon, colour in marks:
            if room.rest.width() < look.px(150):
                return  # the title comes first
            glyph(painter, look, room.end(look.px(20)), icon, on_tint(t, colour), 16)

    def _paint_words(self, painter: QPainter, block: Block, box: QRectF, chosen: bool) -> None:
        look, t = self.look, self.look.theme
        word = content(self._.language).word(block.kind)
        weight = BOLD if chosen else MEDIUM
        if self._on_one_line(block):
            title = formats.dotted(block.title, block.leader)
            write(painter, look, box, title, BODY, weight)
            return
        word = "" if word == block.title else word
        second = formats.dotted(word, block.leader, self._groups(block))
        if not second:  # a break is a break
            write(painter, look, box, block.title, BODY, weight)
            return
        first_line, second_line = look.line(BODY), look.line(CAPTION)
        top = box.center().y() - (first_line + second_line) / 2
        first = QRectF(box.left(), top, box.width(), first_line)
        write(painter, look, first, block.title, BODY, weight)
        below = QRectF(box.left(), first.bottom() - 1, box.width(), second_line)
        write(painter, look, below, second, CAPTION, REGULAR, t.muted)


def lane(painter: QPainter, look: Look, box: QRectF, clock: float) -> None:
    """The line at which the blocks of a track hang."""
    room = Room(box, look.rtl)
    room.start(clock + look.px(7))
    painter.fillRect(room.start(2), QColor(look.theme.edge))
