"""Ctrl+K: one box for places, commands, people, meetings and decisions, by keyboard alone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from . import icons
from .desk import Desk
from .offers import Offer, offers
from .places import Place
from .theme import BODY, CAPTION, MEDIUM, RADIUS_SMALL, Look
from .widgets.fields import SearchBox
from .widgets.labels import Words

OFFER = Qt.ItemDataRole.UserRole
WIDTH, ROWS, ROW = 640, 9, 44  # px at 100 %, rows seen at once
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
        words = look.metrics(size, weight).elidedText(
            text, Qt.TextElideMode.ElideRight, room.width() + 1
        )
        side = Qt.AlignmentFlag.AlignRight if look.rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | height | Qt.AlignmentFlag.AlignAbsolute, words)


class Palette(QWidget):
    """Covers the window thinly; Escape or a click beside it closes it again."""

    def __init__(
        self, desk: Desk, places: Sequence[Place], actions: Sequence[QAction], window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._places, self._actions = desk, places, actions
        look, _ = desk.look, desk.catalog
        self._before = window.focusWidget()
        self.box = SearchBox(look, _("Search people, meetings, decisions, commands"), round=False)
        self.model = OfferList(self)
        self.list = QListView()
        self.nothing = Words(look, "", "muted")
        self._card = self._lay_out(look)
        # a pause between keys: a hundred thousand members take a moment to look through
        self._pause = QTimer(self, singleShot=True, interval=40)
        self._pause.timeout.connect(self.search)
        self.box.textChanged.connect(self._pause.start)
        self.box.installEventFilter(self)
        window.installEventFilter(self)
        self.setAccessibleName(self.box.placeholderText())
        self.search()

    def open(self) -> None:
        self._fit()
        self.show()
        self.raise_()
        self.box.setFocus()

    def search(self) -> None:
        """Show what answers the words in the box, and choose the first."""
        self._pause.stop()
        words = self.box.text()
        self.model.show(offers(words, self._desk, self._places, self._actions))
        found = self.model.rowCount() > 0
        self.list.setVisible(found)
        self.nothing.setVisible(not found)
        if found:
            self._choose(self.model.next_offer(-1, 1))
            self.list.scrollToTop()
        else:
            _ = self._desk.catalog
            told = _("Nothing here is called {words}. Part of a name is enough.", words=words)
            self.nothing.setText(told)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._fit()
        if watched is self.box and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._card.geometry().contains(event.position().toPoint()):
            self._leave()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        scrim = QColor(self._desk.look.theme.text if not self._desk.look.theme.dark else "#000000")
        scrim.setAlphaF(0.18 if not self._desk.look.theme.dark else 0.5)
        QPainter(self).fillRect(self.rect(), scrim)

    def _key(self, key: Qt.Key) -> bool:
        deeds: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Escape: self._leave,
            Qt.Key.Key_Return: self._run,
            Qt.Key.Key_Enter: self._run,
            Qt.Key.Key_Down: lambda: self._move(1),
            Qt.Key.Key_Up: lambda: self._move(-1),
            Qt.Key.Key_Tab: lambda: self._move(1),
            Qt.Key.Key_Backtab: lambda: self._move(-1),
        }
        if deed := deeds.get(key):
            deed()
        return deed is not None

    def _move(self, step: int) -> None:
        if self.model.rowCount():
            self._choose(self.model.next_offer(self.list.currentIndex().row(), step))

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row))

    def _run(self) -> None:
        if self._pause.isActive():  # Enter came before the pause was over
            self.search()
        offer = self.list.currentIndex().data(OFFER)
        if isinstance(offer, Offer):
            self._leave()
            offer.run()

    def _leave(self) -> None:
        self.hide()
        self.deleteLater()
        if self._before is not None:
            self._before.setFocus()

    def _lay_out(self, look: Look) -> QFrame:
        card = QFrame(self)
        card.setProperty("kind", "card")
        shadow = QGraphicsDropShadowEffect(card, blurRadius=32)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 90))
        card.setGraphicsEffect(shadow)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(*(look.px(10),) * 4)
        rows.setSpacing(look.px(6))
        self._prepare_list(look)
        for widget in (self.box, self.list, self.nothing):
            rows.addWidget(widget)
        return card

    def _prepare_list(self, look: Look) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(OfferPainter(look, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(lambda _: self._run())

    def _tall(self) -> int:
        """As tall as what was found."""
        rows = range(self.model.rowCount())
        inside = sum(self.list.sizeHintForIndex(self.model.index(row)).height() for row in rows)
        words = self.nothing.heightForWidth(self._desk.look.px(WIDTH - 24)) if not inside else 0
        return self.box.sizeHint().height() + inside + words + self._desk.look.px(38)

    def _fit(self) -> None:
        look, window = self._desk.look, self.window()
        self.setGeometry(window.rect())
        wide = min(look.px(WIDTH), window.width() - look.px(48))
        tall = min(self._tall(), look.px(ROW) * ROWS + look.px(80), window.height() - look.px(80))
        self._card.setGeometry((window.width() - wide) // 2, look.px(48), wide, tall)
