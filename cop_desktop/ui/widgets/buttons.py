"""Buttons that say their deed. Painted here: Qt sets icon and word too close together."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cop_desktop.ui import icons
from cop_desktop.ui.theme import BODY, BOLD, MEDIUM, RADIUS_SMALL, Look, mix

PADDING, GAP, ICON = 17, 9, 18
CARET = 14  # with the room before it: CARET + GAP


class Button(QPushButton):
    """`primary` (one a page) · `secondary` · `quiet` (an accent word) · `danger` (in dialogs).

    With `setMenu` it shows a caret: it offers more than one deed.
    """

    def __init__(
        self,
        look: Look,
        words: str,
        icon: str = "",
        kind: str = "secondary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.look, self.kind, self._icon = look, kind, icon
        self._hovered = False
        self.setAccessibleName(words)
        self.setFont(look.font(BODY, BOLD if kind == "primary" else MEDIUM))
        self.setStyleSheet("")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    def explain(self, why_not: str) -> None:
        """Disable with a reason, shown as a tooltip; an empty reason enables."""
        self.setEnabled(not why_not)
        self.setToolTip(why_not)

    def sizeHint(self) -> QSize:  # noqa: N802
        px = self.look.px
        quiet = self.kind == "quiet"
        width = self._words_width() + (0 if quiet else 2 * px(PADDING))
        if self._icon:
            width += px(ICON) + (px(GAP) if self.text() else 0)
        width += self._caret()
        return QSize(width, self.look.line() + px(11 if quiet else 16))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def _caret(self) -> int:
        """The room of the caret, if there is a menu."""
        return self.look.px(CARET + GAP) if self.menu() else 0

    def _words_width(self) -> int:
        return round(self._metrics().horizontalAdvance(self.text()) + 1) if self.text() else 0

    def _metrics(self) -> QFontMetricsF:
        return self.look.metrics(BODY, BOLD if self.kind == "primary" else MEDIUM)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._hovered = False
        super().leaveEvent(event)

    def _colours(self) -> tuple[str, str, str]:
        """Ground, border and ink; an empty ground or border is not drawn."""
        t = self.look.theme
        warm = self._hovered or self.isDown()
        if not self.isEnabled():
            return ("", "", t.muted) if self.kind == "quiet" else (t.sunken, t.line, t.muted)
        ground = t.sunken if warm else t.surface
        return {
            "primary": (t.accent_hover if warm else t.accent, "", t.on_accent),
            "quiet": ("", "", t.accent_hover if warm else t.accent),
            "danger": (t.brick_soft if warm else t.surface, t.edge, t.brick),
        }.get(self.kind, (t.accent_soft if self.isChecked() else ground, t.edge, t.text))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, border, ink = self._colours()
        if self.kind != "quiet":
            self._paint_ground(painter, ground, border)
        elif self.hasFocus():
            self._paint_bar(painter)
        self._paint_words(painter, QColor(ink))

    def _paint_ground(self, painter: QPainter, ground: str, border: str) -> None:
        t = self.look.theme
        pen = QPen(QColor(border), 1) if border else QPen(Qt.PenStyle.NoPen)
        inset = 0.5
        if self.hasFocus():
            own = t.text if self.kind == "primary" else t.accent
            pen, inset = QPen(QColor(own), 2), 1.0
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)

    def _paint_bar(self, painter: QPainter) -> None:
        """The focus of words that fill their button: a ring would touch them."""
        t, bar = self.look.theme, self.look.px(2)
        painter.fillRect(self.rect(), QColor(t.accent_soft))
        painter.fillRect(0, self.height() - bar, self.width(), bar, QColor(t.accent))

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        px = self.look.px
        wide = self._words_width()
        icon = px(ICON) if self._icon else 0
        gap = px(GAP) if icon and wide else 0
        start = (self.width() - wide - icon - gap - self._caret()) / 2
        end = start + icon + gap + wide + self._caret()
        if self._icon:
            self._paint_icon(painter, self._icon, start + icon / 2, icon, ink)
        if self.menu():
            self._paint_icon(painter, "ph.caret-down", end - px(CARET) / 2, px(CARET), ink)
        painter.setFont(self.font())
        if self.kind == "quiet" and self._hovered and self.isEnabled():
            font = self.font()
            font.setUnderline(True)
            painter.setFont(font)
        painter.setPen(ink)
        middle = self._from_start(start + icon + gap + wide / 2)
        cell = QRectF(middle - wide / 2 - 2, 0, wide + 4, self.height())
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, self.text())

    def _paint_icon(
        self, painter: QPainter, name: str, at: float, size: float, ink: QColor
    ) -> None:
        """`at` counts from the reading side to the icon's middle."""
        centre = QPointF(self._from_start(at), self.height() / 2)
        icons.paint(painter, name, centre, size, ink, rtl=self.look.rtl)

    def _from_start(self, x: float) -> float:
        return self.width() - x if self.look.rtl else x


class IconButton(QPushButton):
    """An icon alone, with a name for tooltip and screen reader; at least 32 × 32."""

    def __init__(
        self,
        look: Look,
        icon: str,
        name: str,
        *,
        colour: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._icon, self._colour = look, icon, colour or look.theme.muted
        self._hovered = False
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(QSize(look.px(32), look.px(32)))

    def set_icon(self, icon: str, name: str = "") -> None:
        self._icon = icon
        if name:
            self.setAccessibleName(name)
            self.setToolTip(name)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self.look.theme
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if (self._hovered and self.isEnabled()) or self.isChecked() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent_soft))
            painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        ink = QColor(self._colour) if self.isEnabled() else mix(t.surface, t.muted, 0.55)
        size = self.look.px(ICON)
        centre = QRectF(self.rect()).center()
        icons.paint(painter, self._icon, centre, size, ink, rtl=self.look.rtl)
