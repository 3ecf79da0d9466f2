"""Rows on their way to another place, or coming in from outside."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter

from cop_desktop.ui.drawing import plate, write
from cop_desktop.ui.theme import BOLD, CAPTION, RADIUS

from .kinds import Gap

if TYPE_CHECKING:
    from .painted import PaintedList

EDGE = 28  # px at 100 %: nearer to the rim than this, a drag scrolls


class Dragging(QObject):
    """What is dragged, where the pointer is, and where it would land; nothing while none does.

    Rows of the list itself are dragged without the platform: its drags run an event loop
    of their own, and show the row as a picture that cannot change.
    """

    def __init__(self, view: PaintedList) -> None:
        super().__init__(view)
        self.view, self.look = view, view.look
        self.keys: list[Any] = []
        self.landing: Any = None
        self._gap: Gap | None = None
        self._pointer = QPoint()
        self._scroller = QTimer(self, interval=30)
        self._scroller.timeout.connect(self._scroll_on)

    def begin(self, keys: list[Any]) -> None:
        self.keys = keys
        self.view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def to(self, at: QPoint) -> None:
        """The pointer is here now, in the list or beside it."""
        self._pointer, self._gap = at, self.gap_at(at)
        self.landing = self.view.landing(self.keys, self._gap)
        if self._near_rim() != self._scroller.isActive():
            self._scroller.start() if self._near_rim() else self._scroller.stop()
        self.view.viewport().update()

    def end(self) -> None:
        self.keys, self.landing, self._gap = [], None, None
        self._scroller.stop()
        self.view.viewport().unsetCursor()
        self.view.viewport().update()

    def gap_at(self, at: QPoint) -> Gap:
        """Between which rows a drop here falls."""
        model, view = self.view.rows, self.view
        row = bisect_right(
            range(len(model.rows)),
            at.y(),
            key=lambda row: view.visualRect(model.index(row)).center().y(),
        )
        return Gap(row, view.viewport().width() - at.x() if self.look.rtl else at.x())

    def line_at(self, gap: Gap) -> QRectF:
        """The top of this box is where a drop falls; it is as wide as the row it joins."""
        view, model = self.view, self.view.rows
        if not model.rows:
            return QRectF(view.viewport().rect())
        last = gap.row >= len(model.rows)
        place = gap.row - last
        box = QRectF(view.visualRect(model.index(place)))
        y = box.bottom() if last else box.top()
        # above a heading, rows join those before it
        beside = place - (not last and place > 0 and model.kind(place).heads)
        body = model.kind(beside).body(model.rows[beside], box)
        body.moveTop(y)
        return body

    def _near_rim(self) -> bool:
        rim, y = self.look.px(EDGE), self._pointer.y()
        return y < rim or y > self.view.viewport().height() - rim

    def _scroll_on(self) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + (-8 if self._pointer.y() < self.look.px(EDGE) else 8))
        self.to(self._pointer)

    # -- looks ---------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """The line where the rows would fall, and the rows under the pointer."""
        if self._gap is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.keys:
            self._paint_lifted(painter)
        if self.landing is not None:
            self._paint_line(painter, self._gap)

    def _paint_line(self, painter: QPainter, gap: Gap) -> None:
        line = self.view.drop_line(gap, self.landing)
        y = min(max(line.top(), 3), self.view.viewport().height() - 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.theme.accent))
        painter.drawRoundedRect(QRectF(line.left(), y - 1.5, line.width(), 3), 1.5, 1.5)
        dot = line.right() if self.look.rtl else line.left()
        painter.drawEllipse(QPointF(dot, y), 5, 5)

    def _paint_lifted(self, painter: QPainter) -> None:
        view, model = self.view, self.view.rows
        place = model.places.get(self.keys[0])
        if place is None:
            return
        row, kind = model.rows[place], model.kind(place)
        body = kind.body(row, QRectF(view.visualRect(model.index(place))))
        box = body.adjusted(5, 0, -5, -6)
        most = view.viewport().height() - box.height() - 2
        box.moveTop(min(self._pointer.y() + self.look.px(12), most))  # the line stays in sight
        painter.setOpacity(0.25)
        plate(painter, box.translated(0, 3), "#000000", None, 0, RADIUS)
        painter.setOpacity(1)
        painter.save()
        painter.setOpacity(0.94)
        kind.paint_lifted(painter, row, box)
        painter.restore()
        if len(self.keys) > 1:
            self._paint_count(painter, box)

    def _paint_count(self, painter: QPainter, box: QRectF) -> None:
        t, side = self.look.theme, max(self.look.px(22), self.look.line(CAPTION) + 4)
        x = box.left() - side / 3 if self.look.rtl else box.right() - side * 2 / 3
        badge = QRectF(x, box.top() - side / 3, side, side)
        plate(painter, badge, t.accent, None, 0, side / 2)
        write(painter, self.look, badge, str(len(self.keys)), CAPTION, BOLD, t.on_accent, "centre")
