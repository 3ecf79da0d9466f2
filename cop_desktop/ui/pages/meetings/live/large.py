"""Words and numbers that are read from two metres."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cop_desktop.ui.drawing import Room, glyph, plate, write
from cop_desktop.ui.theme import BOLD, MEDIUM, REGULAR, TITLE, Look
from cop_desktop.ui.widgets import Words
from cop_desktop.ui.widgets.chips import chip_colours

HUGE, LARGE, READ = 84, 30, 17  # px at 100 %: the time left, a block's title, what is read out
LESS_HUGE, LESS_LARGE = 60, 24  # the first two in a small window


class Large(Words):
    """A paragraph in a size of its own."""

    def __init__(
        self,
        look: Look,
        size: int,
        weight: int = REGULAR,
        colour: str = "text",
        *,
        written: bool = False,
    ) -> None:
        super().__init__(look, written=written)
        self._size, self._weight = size, weight
        self.set_colour(colour)

    def set_size(self, size: int) -> None:
        """In px at 100 %."""
        self._size = size
        self.set_colour(self._colour)

    def set_colour(self, token: str) -> None:
        """A token of the theme."""
        self._colour = token
        self.setFont(self.look.font(self._size, self._weight))
        self.setStyleSheet(
            f"font-size: {self.look.px(self._size)}px; font-weight: {self._weight};"
            f"color: {getattr(self.look.theme, token)};"
        )

    def show_words(self, text: str) -> None:
        """Nothing to say takes no room."""
        if text != self.words():
            self.setText(text)
        self.setVisible(bool(text))


class Pill(QWidget):
    """An icon and a few words on a ground of their tone: `amber` or `quiet`."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look, self._words, self._icon, self._tone = look, "", "", "quiet"
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def tell(self, words: str, icon: str, tone: str) -> None:
        if words == self._words:
            return
        self._words, self._icon, self._tone = words, icon, tone
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = self.look.metrics(READ, MEDIUM).horizontalAdvance(self._words)
        return QSize(round(wide) + self.look.px(58), self.look.line(READ) + self.look.px(10))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(120), self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = chip_colours(look, self._tone)
        box = QRectF(self.rect())
        plate(painter, box, ground, None, 0, box.height() / 2)
        room = Room(box, look.rtl)
        room.start(look.px(12))
        glyph(painter, look, room.start(look.px(22)), self._icon, ink, 18)
        room.start(look.px(6))
        room.end(look.px(14))
        write(painter, look, room.rest, self._words, READ, MEDIUM, ink)


class Countdown(QWidget):
    """Digits, a sentence below, and a line that fills; over the time both turn amber with words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.digits, self.words, self.share, self.over = "", "", 0.0, False
        self.size_of_digits = HUGE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_time(self, digits: str, words: str, share: float, *, over: bool = False) -> None:
        """`share`: how much of the block is through, 0–1."""
        self.digits, self.words, self.share, self.over = digits, words, share, over
        if self.accessibleName() != words or digits.endswith(":00"):  # not each second
            self.setAccessibleName(words)
            self.setAccessibleDescription(digits)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        look = self.look
        words = look.metrics(TITLE, MEDIUM).horizontalAdvance(self.words) + look.px(32)
        wide = max(self._digits_width(self.digits or "00:00"), self._digits_width("00:00"), words)
        tall = look.line(self.size_of_digits, BOLD) * 0.86 + look.line(TITLE) + look.px(22)
        return QSize(round(wide), round(tall))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def _cell(self) -> float:
        """All digits as wide as the widest: the number stands still while it runs."""
        metrics = self.look.metrics(self.size_of_digits, BOLD)
        return max(metrics.horizontalAdvance(digit) for digit in "0123456789")

    def _digits_width(self, digits: str) -> float:
        metrics, cell = self.look.metrics(self.size_of_digits, BOLD), self._cell()
        return sum(cell if it.isdigit() else metrics.horizontalAdvance(it) for it in digits)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, look, t = QPainter(self), self.look, self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(t.amber if self.over else t.text)
        tall = look.line(self.size_of_digits, BOLD) * 0.86
        self._paint_digits(painter, tall, ink)
        line = QRectF(0, tall, self.width(), look.px(6))
        plate(painter, line, t.line, None, 0, line.height() / 2)
        done = Room(line, look.rtl).start(line.width() * min(max(self.share, 0.0), 1.0))
        if done.width() > 1:
            plate(painter, done, t.amber if self.over else t.accent, None, 0, line.height() / 2)
        box = QRectF(0, tall + look.px(12), self.width(), look.line(TITLE))
        room = Room(box, look.rtl)
        if self.over:
            glyph(painter, look, room.start(look.px(26)), "ph.warning", ink, 20)
        colour = ink if self.over else QColor(t.muted)
        write(painter, look, room.rest, self.words, TITLE, MEDIUM, colour)

    def _paint_digits(self, painter: QPainter, tall: float, ink: QColor) -> None:
        """Left to right in every language; at the reading side."""
        look, cell = self.look, self._cell()
        metrics = look.metrics(self.size_of_digits, BOLD)
        x = self.width() - self._digits_width(self.digits) if look.rtl else 0.0
        painter.setFont(look.font(self.size_of_digits, BOLD))
        painter.setPen(ink)
        for sign in self.digits:
            wide = cell if sign.isdigit() else metrics.horizontalAdvance(sign)
            painter.drawText(QRectF(x, 0, wide, tall), Qt.AlignmentFlag.AlignCenter, sign)
            x += wide
