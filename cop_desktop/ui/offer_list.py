"""The rows of the search list: headings, offers, and how they are painted."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from . import icons
from .offers import Offer
from .theme import BODY, CAPTION, MEDIUM, RADIUS_SMALL, Look, elided

OFFER = Qt.ItemDataRole.UserRole
ROW = 44  # px at 100 %
Index = QModelIndex | QPersistentModelIndex


class OfferList(QAbstractListModel):
    """Rows of offers; where a group begins, a `str` row stands for its heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Offer | str] = []

    def show(self, found: Sequence[Offer]) -> None:
        self.beginResetModel()
        self._rows, group = [], ""
        for offer in found:
            if offer.group != group:
                self._rows.append(offer.group)
                group = offer.group
            self._rows.append(offer)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == OFFER:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else row.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = isinstance(self._rows[index.row()], str)
        kind = Qt.ItemFlag
        return kind.NoItemFlags if heading else kind.ItemIsEnabled | kind.ItemIsSelectable

    def next_offer(self, row: int, step: int) -> int:
        """The nearest row in that direction that is no heading; round at the ends."""
        count = len(self._rows)
        for distance in range(1, count + 1):
            wanted = (row + step * distance) % count
            if not isinstance(self._rows[wanted], str):
                return wanted
        return -1


class OfferPainter(QStyledItemDelegate):
    """Icon, title, detail; the shortcut at the far end."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        look = self._look
        if isinstance(index.data(OFFER), str):
            return QSize(0, look.line(CAPTION) + look.px(14))
        return QSize(0, max(look.px(ROW - 4), look.line() + look.px(16)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, row = QRectF(option.rect), index.data(OFFER)
        if isinstance(row, str):
            inner = box.adjusted(self._look.px(10), 0, -self._look.px(10), -self._look.px(2))
            bottom = Qt.AlignmentFlag.AlignBottom
            self._line(painter, inner, row, CAPTION, MEDIUM, self._look.theme.muted, bottom)
        else:
            state = option.state
            self._row(painter, box, row, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _row(self, painter: QPainter, box: QRectF, offer: Offer, chosen: bool) -> None:
        look, theme = self._look, self._look.theme
        if chosen:
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_SMALL, RADIUS_SMALL)
        at = look.px(22)
        centre = QPointF(box.right() - at if look.rtl else box.left() + at, box.center().y())
        icons.paint(painter, offer.icon, centre, look.px(18), theme.accent, rtl=look.rtl)
        room = self._after(box, look.px(42), look.px(12))
        room = self._keys(painter, room, offer.keys)
        wide = look.metrics(BODY, MEDIUM).horizontalAdvance(offer.title) + look.px(12)
        self._line(painter, room, offer.title, BODY, MEDIUM, theme.text)
        if wide < room.width() - look.px(40):
            rest = self._after(room, wide, 0)
            self._line(painter, rest, offer.detail, CAPTION, 400, theme.muted)

    def _keys(self, painter: QPainter, room: QRectF, keys: str) -> QRectF:
        """Draw the shortcut at the far end; the answer is what room is left."""
        if not keys:
            return room
        look, theme = self._look, self._look.theme
        wide = look.metrics(CAPTION).horizontalAdvance(keys) + look.px(14)
        tall = look.line(CAPTION) + look.px(4)
        left = room.left() if look.rtl else room.right() - wide
        cap = QRectF(left, room.center().y() - tall / 2, wide, tall)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.sunken))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(look.font(CAPTION))
        painter.setPen(QColor(theme.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        return self._after(room, 0, wide + look.px(10))

    def _after(self, box: QRectF, start: float, end: float) -> QRectF:
        """`box` without so much at its reading side and its far end."""
        left, right = (end, start) if self._look.rtl else (start, end)
        return box.adjusted(left, 0, -right, 0)

    def _line(
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        size: int,
        weight: int,
        colour: str,
        height: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        look = self._look
        painter.setFont(look.font(size, weight))
        painter.setPen(QColor(colour))
        words = elided(look.metrics(size, weight), text, room.width() + 1)
        side = Qt.AlignmentFlag.AlignRight if look.rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | height | Qt.AlignmentFlag.AlignAbsolute, words)
