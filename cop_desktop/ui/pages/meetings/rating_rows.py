"""Statements to be rated by the digits of the keyboard, as fast as one reads a paper form."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cop_desktop.services.feedback import SCALE
from cop_desktop.ui.drawing import Room, plate, ring, write
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, Look

LEFT_OUT = 0


class RatingRows(QWidget):
    """Rows of five rings; a digit rates and goes on.

    `finished()` behind the last row, `entered()` for Enter, `went_before()` for Backspace with
    nothing left to correct, `changed()` for every rating.
    """

    finished = Signal()
    entered = Signal()
    went_before = Signal()
    changed = Signal()

    def __init__(
        self, look: Look, statements: Mapping[str, str], ends: tuple[str, str, str], name: str
    ) -> None:
        super().__init__()
        self.look, self.statements, self._ends = look, dict(statements), ends
        self.keys: Sequence[str] = tuple(statements)
        self.given: dict[str, int] = {}  # 0 was left out
        self.place = 0
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def ratings(self) -> dict[str, int | None]:
        """What is given, None for what was left out or not reached."""
        return {key: self.given.get(key) or None for key in self.keys}

    def show_ratings(self, ratings: Mapping[str, int]) -> None:
        """Show a form; the caret stands at its first statement."""
        self.given, self.place = dict(ratings), 0
        self._tell()

    def go_last(self) -> None:
        """Back to the last statement, to correct it."""
        self.place = len(self.keys) - 1
        self.given.pop(self.keys[self.place], None)
        self._tell()
        self.setFocus()

    def rate(self, place: int, rating: int) -> None:
        """Rate a statement (0 leaves it out) and go on to the next."""
        self.given[self.keys[place]] = rating
        self.place = min(place + 1, len(self.keys) - 1)
        self._tell()
        self.changed.emit()
        if place == len(self.keys) - 1:
            self.finished.emit()

    def _back(self) -> None:
        """Take the last rating back; before the first statement there is the form before."""
        if self.keys[self.place] in self.given:
            del self.given[self.keys[self.place]]
        elif self.place:
            self.place -= 1
            self.given.pop(self.keys[self.place], None)
        elif not self.given:
            self.went_before.emit()
            return
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        key = self.keys[self.place]
        given = self.given.get(key)
        told = self._ends[2] if given == LEFT_OUT else str(given or "")
        self.setAccessibleName(f"{self._name}: {self.statements[key]}")
        self.setAccessibleDescription(told)
        self.update()

    # -- keys and mouse --------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, text = event.key(), event.text()
        if text and text in "012345":
            self.rate(self.place, int(text))
        elif key == Qt.Key.Key_Space:
            self.rate(self.place, LEFT_OUT)
        elif key == Qt.Key.Key_Backspace:
            self._back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        self.place = min(max(self.place + step, 0), len(self.keys) - 1)
        self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        for place in range(len(self.keys)):
            for rating, box in self._rings(place).items():
                if box.contains(event.position()):
                    self.setFocus()
                    self.rate(place, rating)
                    return

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    # -- looks -----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(520), self._head + len(self.keys) * self._tall)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(360), self.sizeHint().height())

    @property
    def _tall(self) -> int:
        return self.look.line() + self.look.px(18)

    @property
    def _head(self) -> int:
        return self.look.line(CAPTION) + self.look.px(8)

    def _row(self, place: int) -> QRectF:
        return QRectF(0, self._head + place * self._tall, self.width(), self._tall)

    def _pitch(self) -> float:
        return float(self.look.px(36))

    def _rings(self, place: int) -> dict[int, QRectF]:
        """Where one presses: 1 stands first in reading order, what was left out last."""
        room = Room(self._row(place), self.look.rtl)
        room.start(self._words_wide())
        found = {rating: room.start(self._pitch()) for rating in SCALE}
        room.start(self.look.px(10))
        found[LEFT_OUT] = room.start(self._pitch())
        return found

    def _words_wide(self) -> float:
        return max(self.width() - 6 * self._pitch() - self.look.px(10), 0)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ends(painter)
        for place in range(len(self.keys)):
            self._paint_row(painter, place)

    def _paint_ends(self, painter: QPainter) -> None:
        look, boxes, pitch = self.look, self._rings(0), self._pitch()
        low, high = boxes[SCALE[0]], boxes[SCALE[-1]]
        for box, words, at_start in ((low, self._ends[0], True), (high, self._ends[1], False)):
            wide = 2.5 * pitch
            towards_right = at_start != look.rtl
            left = box.left() if towards_right else box.right() - wide
            room = QRectF(left, 0, wide, self._head)
            align = "start" if at_start else "end"
            write(painter, look, room, words, CAPTION, colour=look.theme.muted, align=align)

    def _paint_row(self, painter: QPainter, place: int) -> None:
        look, t, key = self.look, self.look.theme, self.keys[place]
        here = place == self.place and self.hasFocus()
        row = self._row(place).adjusted(0, 1, 0, -1)
        if here:
            plate(painter, row, t.accent_soft, None, 0, 6)
        room = Room(row, look.rtl)
        words = room.start(self._words_wide()).adjusted(look.px(8), 0, -look.px(8), 0)
        weight = MEDIUM if here else 400
        write(painter, look, words, f"{place + 1}. {self.statements[key]}", BODY, weight)
        for rating, box in self._rings(place).items():
            self._paint_ring(painter, box, rating, self.given.get(key) == rating)
        if here:
            ring(painter, look, row)

    def _paint_ring(self, painter: QPainter, box: QRectF, rating: int, on: bool) -> None:
        look, t = self.look, self.look.theme
        side = look.px(26)
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(box.center())
        painter.setPen(QPen(QColor(t.accent if on else t.edge), 2 if on else 1))
        painter.setBrush(QColor(t.accent) if on else Qt.BrushStyle.NoBrush)
        if rating == LEFT_OUT:
            painter.drawRoundedRect(disc, 5, 5)
            ink: Any = QColor(t.on_accent if on else t.muted)
            painter.setPen(QPen(ink, 2))
            arm = QPointF(side * 0.22, 0)
            painter.drawLine(disc.center() - arm, disc.center() + arm)
            return
        painter.drawEllipse(disc)
        ink = t.on_accent if on else t.muted
        weight = BOLD if on else 400
        write(painter, look, disc, str(rating), CAPTION, weight, ink, align="centre")
