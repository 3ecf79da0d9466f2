"""A need as a pause offers it: four stops from 0 to 3, set by a key or a click."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from cop_desktop.i18n import Catalog
from cop_desktop.services.pauses import Offered
from cop_desktop.ui.drawing import Room, glyph, write
from cop_desktop.ui.tables import Kind, PaintedList, State
from cop_desktop.ui.theme import BODY, CAPTION, MEDIUM, REGULAR, Look

from .words import WEIGHTS

STOPS = (0, 1, 2, 3)
STOP = 30  # px at 100 %: between two stops


class OfferedKind(Kind[Offered]):
    """The words, and the four stops at the far end."""

    def key(self, row: Offered) -> object:
        return row.need_id

    def title(self, row: Offered) -> str:
        return row.text

    def told(self, row: Offered) -> str:
        _ = self._
        then, now = weight_word(row.before, _), weight_word(row.weight, _)
        if not row.read:
            return _("{text}: {weight}, not looked at yet", text=row.text, weight=then)
        return _("{text}: was {before}, is {weight}", text=row.text, before=then, weight=now)

    def tip(self, row: Offered) -> str:
        return self.told(row)

    def height(self, row: Offered, width: float) -> int:  # noqa: ARG002
        return self.look.line(BODY) + self.look.line(CAPTION) + self.look.px(14)

    def stops(self, box: QRectF) -> list[QPointF]:
        """Where the four stops stand in a row."""
        px, rtl = self.look.px, self.look.rtl
        room = Room(box, rtl)
        room.end(px(14))
        cells = Room(room.end(px(STOP) * len(STOPS)), rtl)
        return [cells.start(px(STOP)).center() for _ in STOPS]

    def paint(self, painter: QPainter, row: Offered, box: QRectF, state: State) -> None:
        px, t = self.look.px, self.look.theme
        self.ground(painter, box, state)
        self._paint_stops(painter, row, box)
        room = Room(box, self.look.rtl)
        room.start(px(12))
        room.end(px(24) + px(STOP) * len(STOPS))
        icon = "ph.check" if row.read else "ph.circle-dashed"
        glyph(painter, self.look, room.start(px(20)), icon, t.accent if row.read else t.muted, 15)
        room.start(px(8))
        inner, line = room.rest, self.look.line(BODY)
        top = inner.center().y() - (line + self.look.line(CAPTION)) / 2
        first = QRectF(inner.left(), top, inner.width(), line)
        write(painter, self.look, first, row.text, BODY, MEDIUM)
        second = QRectF(inner.left(), top + line, inner.width(), self.look.line(CAPTION))
        write(painter, self.look, second, self._second(row), CAPTION, REGULAR, t.muted)

    def _second(self, row: Offered) -> str:
        _ = self._
        if not row.read:
            return _("was {weight}", weight=weight_word(row.before, _))
        then, now = weight_word(row.before, _), weight_word(row.weight, _)
        return _("was {before}, is {weight}", before=then, weight=now)

    def _paint_stops(self, painter: QPainter, row: Offered, box: QRectF) -> None:
        px, t, stops = self.look.px, self.look.theme, self.stops(box)
        painter.setPen(QPen(QColor(t.line), px(2)))
        painter.drawLine(stops[0], stops[-1])
        for weight, spot in zip(STOPS, stops, strict=True):
            radius = px(5 + 1.7 * weight)
            painter.setBrush(QColor(t.surface))
            painter.setPen(QPen(QColor(t.edge), 1.4))
            if weight == row.weight and row.read:
                painter.setBrush(QColor(t.accent if weight else t.muted))
                painter.setPen(QPen(QColor(t.accent if weight else t.muted), 1.4))
            elif weight == row.before:
                painter.setBrush(QColor(t.accent_soft))
                painter.setPen(QPen(QColor(t.accent), 1.4))
            painter.drawEllipse(spot, radius, radius)


class OfferedList(PaintedList):
    """`weighed(need id, weight)`: by 0 to 3, by + and -, or by a click on a stop."""

    weighed = Signal(object, int)
    deeds = {
        "0": "0", "1": "1", "2": "2", "3": "3", "+": "+", "=": "+", "-": "-",
        "Return": "same", "Enter": "same", "Space": "same",
    }  # fmt: skip

    def __init__(self, look: Look, _: Catalog, name: str) -> None:
        self.kind = OfferedKind(look, _)
        super().__init__(look, name, {Offered: self.kind})
        self.asked.connect(self._weigh)

    def _weigh(self, deed: str) -> None:
        key = self.current_id()
        row = next((it for it in self.rows.rows if it.need_id == key), None)
        if row is None:
            return
        steps = {"+": min(3, row.weight + 1), "-": max(0, row.weight - 1), "same": row.weight}
        self.weighed.emit(row.need_id, steps[deed] if deed in steps else int(deed))
        self._go_on()

    def _go_on(self) -> None:
        """The caret goes to the next need that nobody looked at."""
        place = self.currentIndex().row()
        behind = [it for it in self.rows.rows[place + 1 :] if not it.read]
        if behind:
            self.choose([behind[0].need_id])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._press(index, event.position())

    def _press(self, index: QModelIndex, at: QPointF) -> None:
        reach = self.look.px(STOP) / 2
        stops = self.kind.stops(QRectF(self.visualRect(index)))
        for weight, spot in zip(STOPS, stops, strict=True):
            if abs(spot.x() - at.x()) <= reach:
                self.weighed.emit(self.rows.rows[index.row()].need_id, weight)


def weight_word(weight: int, _: Catalog) -> str:
    """0 is felt no more."""
    return _(WEIGHTS[weight]) if weight else _("no longer felt")
