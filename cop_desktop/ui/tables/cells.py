"""How a cell looks: words, and the mark that says the same at a glance."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from cop_desktop.ui import icons
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, REGULAR, Look, elided, mix
from cop_desktop.ui.widgets.chips import chip_colours, chip_width, paint_chip
from cop_desktop.ui.widgets.presence import paint_presence

from .columns import Avatar, Badge, Column, Dots, Icons, Lead, Mark, Spans
from .model import PagedTable

Index = QModelIndex | QPersistentModelIndex
PAD = 10


class Cells(QStyledItemDelegate):
    """Paints every cell of a RowList; the whole row is one target."""

    def __init__(self, look: Look, table: PagedTable[object], parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._table = look, table
        self.hovered = -1

    def sizeHint(self, _: QStyleOptionViewItem, __: Index) -> QSize:  # noqa: N802
        return QSize(self.look.px(80), row_height(self.look))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, cell, index, chosen)
        row = self._table.row(index.row())
        if row is not None:
            column = self._table.columns[index.column()]
            self._content(painter, cell, column, row, chosen)
        painter.restore()

    def helpEvent(  # noqa: N802
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        told = ""
        if index.isValid():
            told = self._span_at(index, QRectF(option.rect), event.pos().x())
            told = told or self.unseen(index, QRectF(option.rect).width())
        QToolTip.showText(event.globalPos(), told, view)
        return bool(told)

    def unseen(self, index: Index, width: float) -> str:
        """What a cell of this width says and one cannot read: words cut short, or only marks."""
        row = self._table.row(index.row())
        if row is None:
            return ""
        column = self._table.columns[index.column()]
        mark, text = column.mark(row) if column.mark else None, column.text(row)
        if isinstance(mark, Dots | Icons | Spans):
            return text
        need = self._width_of(mark, text, column) + 2 * self.look.px(PAD)
        return text if need > width else ""

    def _width_of(self, mark: Mark, text: str, column: Column[object]) -> float:
        look = self.look
        if isinstance(mark, Badge):
            return chip_width(look, text, mark.icon)
        before = {Avatar: look.px(30) + look.px(12), Lead: look.px(16) + look.px(8)}
        words = look.metrics(BODY, MEDIUM if column.strong else REGULAR).horizontalAdvance(text)
        return before.get(type(mark), 0) + words

    def _ground(self, painter: QPainter, cell: QRectF, index: Index, chosen: bool) -> None:
        t = self.look.theme
        if chosen or self.hovered == index.row():
            painter.fillRect(cell, QColor(t.accent_soft if chosen else t.sunken))
        hairline = QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1)
        painter.fillRect(hairline, QColor(t.line))
        if chosen and index.column() == 0:
            x = cell.right() - 3 if self.look.rtl else cell.left()
            painter.fillRect(QRectF(x, cell.top(), 3, cell.height()), QColor(t.accent))

    def _content(
        self, painter: QPainter, cell: QRectF, column: Column[object], row: object, chosen: bool
    ) -> None:
        px = self.look.px
        room = cell.adjusted(px(PAD), 0, -px(PAD), 0)
        mark = column.mark(row) if column.mark else None
        text = column.text(row)
        match mark:
            case Dots():
                return self._dots(painter, room, mark)
            case Icons():
                return self._icons(painter, room, mark)
            case Spans():
                return self._spans(painter, room, column, mark)
            case Badge():
                return self._badge(painter, room, mark, text)
            case Avatar():
                room = self._avatar(painter, room, mark, chosen)
            case Lead():
                room = self._lead(painter, room, mark)
        return self._words(painter, room, column, text, chosen)

    def _words(
        self, painter: QPainter, room: QRectF, column: Column[object], text: str, chosen: bool
    ) -> None:
        t = self.look.theme
        weight = (BOLD if chosen else MEDIUM) if column.strong else REGULAR
        painter.setFont(self.look.font(BODY, weight))
        painter.setPen(QColor(t.text if column.strong else t.muted))
        text = f"\u2066{text}\u2069" if column.ltr and text else text
        metrics = self.look.metrics(BODY, weight)
        told = elided(metrics, text, room.width())
        side = Qt.AlignmentFlag.AlignRight if self.look.rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(self.look.direction)
        painter.drawText(room, int(flags), told)

    def _from_start(self, room: QRectF, offset: float) -> QPointF:
        x = room.right() - offset if self.look.rtl else room.left() + offset
        return QPointF(x, room.center().y())

    def _after(self, room: QRectF, width: float) -> QRectF:
        return room.adjusted(0, 0, -width, 0) if self.look.rtl else room.adjusted(width, 0, 0, 0)

    def _avatar(self, painter: QPainter, room: QRectF, mark: Avatar, chosen: bool) -> QRectF:
        t, radius = self.look.theme, self.look.px(15)
        centre = self._from_start(room, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.surface) if chosen else mix(t.surface, t.accent, 0.16))
        painter.drawEllipse(centre, radius, radius)
        painter.setFont(self.look.font(CAPTION, BOLD))
        painter.setPen(QColor(t.text))
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.initials)
        return self._after(room, 2 * radius + self.look.px(12))

    def _lead(self, painter: QPainter, room: QRectF, mark: Lead) -> QRectF:
        size = self.look.px(16)
        colour = mark.colour or self.look.theme.muted
        centre = self._from_start(room, size / 2)
        icons.paint(painter, mark.icon, centre, size, colour, rtl=self.look.rtl)
        return self._after(room, size + self.look.px(8))

    def _icons(self, painter: QPainter, room: QRectF, mark: Icons) -> None:
        size, step = self.look.px(20), self.look.px(26)
        for place, (name, colour) in enumerate(mark.icons):
            centre = self._from_start(room, size / 2 + place * step)
            icons.paint(painter, name, centre, size, colour or self.look.theme.muted)

    def _badge(self, painter: QPainter, room: QRectF, mark: Badge, text: str) -> None:
        if not text:
            return
        tall = max(self.look.px(22), self.look.line(CAPTION) + self.look.px(3))
        wide = min(chip_width(self.look, text, mark.icon), room.width())
        left = room.right() - wide if self.look.rtl else room.left()
        box = QRectF(left, room.center().y() - tall / 2, wide, tall)
        colours = chip_colours(self.look, mark.tone, mark.colour)
        paint_chip(painter, self.look, box, text, mark.icon, colours, border=mark.tone == "empty")

    def _spans(self, painter: QPainter, room: QRectF, column: Column[object], mark: Spans) -> None:
        tall = self.look.px(10)
        for share, _ in column.ticks:
            x = self._from_start(room, share * room.width()).x()
            painter.fillRect(QRectF(x, room.top(), 1, room.height()), QColor(self.look.theme.line))
        for span in mark.spans:
            start, end = (self._from_start(room, it * room.width()).x()
                          for it in (span.start, span.end))  # fmt: skip
            left, wide = min(start, end), max(abs(end - start) - 1, 1)
            box = QRectF(left, room.center().y() - tall / 2, wide, tall)
            painter.fillRect(box, QColor(span.colour))

    def _span_at(self, index: Index, cell: QRectF, x: float) -> str:
        """What the stretch of a line says at which one points."""
        row, column = self._table.row(index.row()), self._table.columns[index.column()]
        mark = column.mark(row) if row is not None and column.mark else None
        if not isinstance(mark, Spans):
            return ""
        room = cell.adjusted(self.look.px(PAD), 0, -self.look.px(PAD), 0)
        along = (room.right() - x if self.look.rtl else x - room.left()) / max(room.width(), 1)
        return next((it.words for it in mark.spans if it.start <= along <= it.end), "")

    def _dots(self, painter: QPainter, room: QRectF, mark: Dots) -> None:
        step = self.look.px(17)
        for place, state in enumerate(mark.states):
            centre = self._from_start(room, self.look.px(6) + place * step)
            paint_presence(painter, self.look, centre, self.look.px(4.5), state)


def row_height(look: Look) -> int:
    return max(look.px(42), look.line() + look.px(16))
