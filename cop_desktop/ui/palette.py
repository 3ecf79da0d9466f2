"""Ctrl+K: one box for places, commands, people, meetings and decisions, by keyboard alone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QObject,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from .desk import Desk
from .offer_list import OFFER, ROW, OfferList, OfferPainter
from .offers import Offer, offers
from .places import Place
from .theme import Look
from .widgets.fields import SearchBox
from .widgets.labels import Words

WIDTH, ROWS = 640, 9  # px at 100 %; rows seen at once


class Palette(QWidget):
    """Covers the window thinly; Escape or a click beside it closes it again."""

    def __init__(
        self, desk: Desk, places: Sequence[Place], actions: Sequence[QAction], window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._places, self._actions = desk, places, actions
        look, _ = desk.look, desk.catalog
        self._before = window.focusWidget()
        hint = _("Search people, meetings, decisions, commands")
        if desk.community is None:
            hint = _("Search communities and commands")
        self.box = SearchBox(look, hint, round=False)
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
        if self._before is not None and isValid(self._before):  # what one came from may have gone
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
