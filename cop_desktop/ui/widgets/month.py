"""The calendar of a date field: weeks start on Sunday and end with Friday and Saturday."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from cop_desktop.formats import dates
from cop_desktop.i18n import Catalog
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, RADIUS, REGULAR, Look

from .buttons import IconButton
from .labels import Label, Words

WEEKS, DAYS = 6, 7


class MonthPopup(QWidget):
    """A month to choose a day from; arrows walk, Page Up and Down turn, Enter chooses."""

    chosen = Signal(object)  # date

    def __init__(
        self,
        look: Look,
        catalog: Catalog,
        facts: Callable[[date], str],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.look, self._, self._facts = look, catalog, facts
        self.setLayoutDirection(look.direction)
        px = look.px
        self.heading, self.told = Label(look, "", "strong"), Words(look, "", "caption")
        self.told.setFixedHeight(2 * look.line(CAPTION))  # the popup keeps its size from day to day
        self.grid = _Grid(look, catalog.language, facts, today)
        self.grid.turned.connect(self._show_heading)
        self.grid.chosen.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(12), px(10), px(12), px(12))
        layout.addLayout(self._head())
        layout.addWidget(self.grid)
        layout.addWidget(self.told)
        self.setFocusProxy(self.grid)

    def _head(self) -> QHBoxLayout:
        """The month's name between two buttons that turn the page."""
        head = QHBoxLayout()
        head.addWidget(self._turn("ph.caret-left", self._("Previous month"), -1))
        head.addStretch(1)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self._turn("ph.caret-right", self._("Next month"), 1))
        return head

    def _turn(self, icon: str, name: str, months: int) -> IconButton:
        button = IconButton(self.look, icon, name)
        button.clicked.connect(lambda: self.grid.turn(months))
        return button

    def open_at(self, day: date, under: QWidget) -> None:
        """Show the month of `day` below a widget, at its reading side."""
        self.grid.set_day(day)
        self._show_heading()
        self.adjustSize()
        corner = under.mapToGlobal(under.rect().bottomLeft())
        if self.look.rtl:
            corner.setX(corner.x() + under.width() - self.width())
        self.move(corner)
        self.show()
        self.grid.setFocus()

    def _show_heading(self) -> None:
        told = dates.month_and_year(self.grid.day, self._.language)
        self.heading.setText(told)
        self.setAccessibleName(told)
        self.told.setText(self._facts(self.grid.day))

    def _choose(self, day: date) -> None:
        self.hide()
        self.chosen.emit(day)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, t = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), QColor(t.surface))
        painter.setPen(QPen(QColor(t.edge), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class _Grid(QWidget):
    turned = Signal()
    chosen = Signal(object)

    def __init__(
        self, look: Look, language: str, facts: Callable[[date], str], today: date
    ) -> None:
        super().__init__()
        self.look, self._language, self._facts, self._today = look, language, facts, today
        self.day = today
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:  # noqa: N802
        side = self.look.line() + self.look.px(16)
        return QSize(DAYS * side, self._head() + WEEKS * side)

    def _head(self) -> int:
        return self.look.line(CAPTION) + self.look.px(8)

    def set_day(self, day: date) -> None:
        self.day = day
        told = dates.date_long(day, self._language)
        self.setAccessibleName(told)
        self.setAccessibleDescription(self._facts(day))
        self.turned.emit()
        self.update()

    def turn(self, months: int) -> None:
        index = self.day.year * 12 + self.day.month - 1 + months
        year, month = index // 12, index % 12 + 1
        self.set_day(date(year, month, min(self.day.day, monthrange(year, month)[1])))

    def _first(self) -> date:
        return dates.week_start(self.day.replace(day=1))

    def _cell(self, place: int) -> QRectF:
        wide = self.width() / DAYS
        tall = (self.height() - self._head()) / WEEKS
        column = place % DAYS
        x = self.width() - (column + 1) * wide if self.look.rtl else column * wide
        return QRectF(x, self._head() + place // DAYS * tall, wide, tall)

    def _day_at(self, point: QPointF) -> date | None:
        for place in range(WEEKS * DAYS):
            if self._cell(place).contains(point):
                return self._first() + timedelta(place)
        return None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if day := self._day_at(event.position()):
            self.chosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        side = -1 if self.look.rtl else 1
        keys = Qt.Key
        days = {keys.Key_Right: side, keys.Key_Left: -side, keys.Key_Up: -7, keys.Key_Down: 7}
        months = {keys.Key_PageUp: -1, keys.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in days:
            self.set_day(self.day + timedelta(days[key]))
        elif key in months:
            self.turn(months[key])
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self.chosen.emit(self.day)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._facts(day) if day else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, t = QPainter(self), self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.look.font(CAPTION, MEDIUM))
        painter.setPen(QColor(t.muted))
        for place, letter in enumerate(dates.weekday_letters(self._language)):
            head = self._cell(place)
            head.moveTop(0)
            head.setHeight(self._head())
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, letter)
        for place in range(WEEKS * DAYS):
            self._paint_day(painter, self._first() + timedelta(place), self._cell(place), place)

    def _paint_day(self, painter: QPainter, day: date, cell: QRectF, place: int) -> None:
        t, here = self.look.theme, day == self.day
        box = cell.adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if here or place % DAYS >= 5:  # Friday and Saturday are the weekend here
            painter.setBrush(QColor(t.accent if here else t.sunken))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if day == self._today and not here:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        inside = day.month == self.day.month
        painter.setFont(self.look.font(BODY, BOLD if here else MEDIUM if inside else REGULAR))
        painter.setPen(QColor(t.on_accent if here else t.text if inside else t.muted))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.day))
