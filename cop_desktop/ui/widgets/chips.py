"""Chips: a state in a word and an icon; filters that can be pressed."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cop_desktop.ui import icons
from cop_desktop.ui.theme import BODY, CAPTION, MEDIUM, Look, elided, on_tint, tint

TONES = {  # ground token, ink token
    "accent": ("accent_soft", "accent"),
    "amber": ("amber_soft", "amber"),
    "brick": ("brick_soft", "brick"),
    "quiet": ("sunken", "muted"),
    "empty": ("surface", "muted"),  # with a border: a place that waits
}


def chip_colours(look: Look, tone: str, colour: str = "") -> tuple[QColor, QColor]:
    """Ground and ink of a chip: of a tone, or of any colour of roles and kinds."""
    if colour:
        return tint(look.theme, colour), on_tint(look.theme, colour)
    ground, ink = TONES[tone]
    return QColor(getattr(look.theme, ground)), QColor(getattr(look.theme, ink))


def paint_chip(
    painter: QPainter,
    look: Look,
    box: QRectF,
    words: str,
    icon: str,
    colours: tuple[QColor, QColor],
    *,
    border: bool = False,
) -> None:
    """Draw a chip into `box`; its words are elided where they do not fit."""
    ground, ink = colours
    painter.setPen(QPen(QColor(look.theme.edge), 1) if border else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(ground)
    radius = box.height() / 2
    painter.drawRoundedRect(box, radius, radius)
    side = look.px(9)
    inner = box.adjusted(side, 0, -side, 0)
    if icon:
        size = look.px(14)
        x = inner.right() - size / 2 if look.rtl else inner.left() + size / 2
        icons.paint(painter, icon, QPointF(x, box.center().y()), size, ink, rtl=look.rtl)
        room = size + look.px(6)
        inner.adjust(0 if look.rtl else room, 0, -room if look.rtl else 0, 0)
    painter.setFont(look.font(CAPTION, MEDIUM))
    painter.setPen(ink)
    metrics = look.metrics(CAPTION, MEDIUM)
    told = elided(metrics, words, inner.width() + 1)
    painter.drawText(inner.adjusted(-1, 0, 1, 0), Qt.AlignmentFlag.AlignCenter, told)


def chip_width(look: Look, words: str, icon: str) -> int:
    width = look.metrics(CAPTION, MEDIUM).horizontalAdvance(words) + 2 * look.px(9) + 2
    return round(width + (look.px(20) if icon else 0))


class Chip(QWidget):
    """A state: `tone` accent, amber, brick, quiet or empty; or the `colour` of a role or kind."""

    def __init__(
        self,
        look: Look,
        words: str,
        icon: str = "",
        tone: str = "quiet",
        colour: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._words, self._icon, self._tone = look, words, icon, tone
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def set(self, words: str, icon: str | None = None, tone: str | None = None) -> None:
        """Show another state."""
        self._words = words
        self._icon = self._icon if icon is None else icon
        self._tone = tone or self._tone
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        height = max(self.look.px(24), self.look.line(CAPTION) + self.look.px(5))
        return QSize(chip_width(self.look, self._words, self._icon), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(40), self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        colours = chip_colours(self.look, self._tone, self._colour)
        paint_chip(
            painter, self.look, box, self._words, self._icon, colours, border=self._tone == "empty"
        )


class FilterChip(QPushButton):
    """A pill one presses: a filter that is on or off, or (with `setMenu`) one of several."""

    def __init__(
        self, look: Look, words: str, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self.look, self._icon = look, icon
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFont(look.font(BODY, MEDIUM))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        look = self.look
        words = look.metrics(BODY, MEDIUM).horizontalAdvance(self.text())
        marks = look.px(24) * (bool(self._icon) + bool(self.menu()))
        return QSize(round(words) + look.px(26) + marks, look.line() + look.px(16))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, px, on = self.look.theme, self.look.px, self.isChecked()
        focused = self.hasFocus()
        inset = 1.0 if focused else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        border = t.accent if on or focused else t.edge
        painter.setPen(QPen(QColor(border), 2 if focused else 1))
        ground = t.accent_soft if on else t.sunken if self.underMouse() else t.surface
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        ink = QColor(t.accent if on else t.text)
        inner = QRectF(self.rect()).adjusted(px(13), 0, -px(13), 0)
        for mark, at_start in ((self._icon, True), ("ph.caret-down", False)):
            if mark and (at_start or self.menu()):
                inner = self._mark(painter, mark, inner, ink, start=at_start)
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(inner.adjusted(-1, 0, 1, 0), Qt.AlignmentFlag.AlignCenter, self.text())

    def _mark(
        self, painter: QPainter, name: str, inner: QRectF, ink: QColor, *, start: bool
    ) -> QRectF:
        size, room = self.look.px(16), self.look.px(24)
        right = start == self.look.rtl
        x = inner.right() - size / 2 if right else inner.left() + size / 2
        icons.paint(painter, name, QPointF(x, inner.center().y()), size, ink)
        return inner.adjusted(0 if right else room, 0, -room if right else 0, 0)
