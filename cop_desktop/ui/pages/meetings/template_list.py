"""Whole meetings to start from: when each fits, how long it is, and its bar."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import AgendaPart, BlockKind, Stage
from cop_desktop.services.library import Card, Plan
from cop_desktop.ui.drawing import Room, glyph, plate, ring, write
from cop_desktop.ui.tables import Kind, State
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, RADIUS, REGULAR, Look

from .card_page import length_of
from .shelf_list import ShelfList, card_icon, card_length

Shares = Sequence[tuple[BlockKind, int]]


def shares(plan: Plan) -> Shares:
    """The blocks of all days as kinds and minutes, in their order."""
    return [
        (BlockKind(row.get("kind") or BlockKind.DISCUSSION), length_of(row))
        for row in plan.rows
        if (row.get("part") or AgendaPart.MEETING) == AgendaPart.MEETING
    ]


class TemplateRow(Kind[Card]):
    """Two lines and a thin bar; a word where it suits the stage of the community."""

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__(look, _)
        self.stage: Stage | None = None
        self.shares: Mapping[str, Shares] = {}

    def key(self, row: Card) -> str:
        return row.key

    def title(self, row: Card) -> str:
        return row.title

    def told(self, row: Card) -> str:
        suits = self._("suits our stage") if self.suits(row) else ""
        parts = (row.title, card_length(row, self._), row.about, suits)
        return ", ".join(part for part in parts if part)

    def tip(self, row: Card) -> str:
        return row.about

    def suits(self, row: Card) -> bool:
        return self.stage is not None and self.stage in row.stages

    def height(self, row: Card, width: float) -> int:  # noqa: ARG002
        look = self.look
        return look.line(BODY) + look.line(CAPTION) + look.px(32)

    def paint(self, painter: QPainter, row: Card, box: QRectF, state: State) -> None:
        look, t = self.look, self.look.theme
        inner = box.adjusted(1, 3, -1, -3)
        ground = t.accent_soft if state.chosen else t.sunken if state.hovered else t.surface
        plate(painter, inner, ground, t.accent if state.chosen else t.line, 1, RADIUS)
        if state.focused:
            ring(painter, look, inner, RADIUS)
        room = Room(inner.adjusted(0, look.px(6), 0, -look.px(16)), look.rtl)
        room.start(look.px(6))
        room.end(look.px(12))
        icon = "ph.bookmark-simple" if row.own else card_icon(row)
        glyph(painter, look, room.start(look.px(34)), icon, t.accent, 20)
        self._words(painter, row, room.rest)
        bar = Room(QRectF(inner.left(), inner.bottom() - look.px(13), inner.width(), look.px(7)),
                   look.rtl)  # fmt: skip
        bar.start(look.px(40))
        bar.end(look.px(12))
        self._bar(painter, row, bar.rest)

    def _words(self, painter: QPainter, row: Card, box: QRectF) -> None:
        look, t = self.look, self.look.theme
        line = Room(QRectF(box.left(), box.top(), box.width(), look.line(BODY)), look.rtl)
        length = card_length(row, self._)
        wide = look.metrics(CAPTION).horizontalAdvance(length) + look.px(6)
        write(painter, look, line.end(wide), length, CAPTION, REGULAR, t.muted, "end")
        if self.suits(row):
            words = self._("suits our stage")
            wide = look.metrics(CAPTION, MEDIUM).horizontalAdvance(words) + look.px(10)
            if line.rest.width() - wide > look.px(120):
                write(painter, look, line.end(wide), words, CAPTION, MEDIUM, t.accent, "end")
        write(painter, look, line.rest, row.title, BODY, BOLD)
        below = QRectF(box.left(), line.rest.bottom(), box.width(), look.line(CAPTION))
        about = row.about or (content(self._.language).word(row.meeting) if row.meeting else "")
        write(painter, look, below, about, CAPTION, REGULAR, t.muted)

    def _bar(self, painter: QPainter, row: Card, box: QRectF) -> None:
        told = self.shares.get(row.key, ())
        whole = sum(minutes for _kind, minutes in told) or 1
        clip = QPainterPath()
        clip.addRoundedRect(box, 3, 3)
        painter.save()
        painter.setClipPath(clip)
        room, wide = Room(box, self.look.rtl), box.width()
        for kind, minutes in told:
            part = room.start(minutes / whole * wide)
            painter.fillRect(part.adjusted(0.5, 0, -0.5, 0), QColor(self.look.theme.kinds[kind]))
        painter.restore()


class TemplateList(ShelfList):
    """Those that suit the community's stage come first."""

    def __init__(self, look: Look, _: Catalog) -> None:
        self.kind = TemplateRow(look, _)
        super().__init__(look, _, self.kind)
        self.setAccessibleName(_("Meetings to start from"))

    def show_cards(
        self, cards: Sequence[Card], stage: Stage | None, told: Mapping[str, Shares]
    ) -> None:
        self.kind.stage, self.kind.shares = stage, told
        self.show_rows(sorted(cards, key=lambda card: not (card.own or self.kind.suits(card))))
