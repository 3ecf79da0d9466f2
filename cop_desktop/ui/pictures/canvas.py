"""Drawing in reading order: x grows from the side where one begins to read."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTextOption

from cop_desktop.frozen import frozen
from cop_desktop.ui import icons
from cop_desktop.ui.icons import Colour
from cop_desktop.ui.theme import CAPTION, MEDIUM, RADIUS_SMALL, REGULAR, Look, Theme, elided, mix


@frozen
class Canvas:
    """A painter that mirrors. Lengths are pixels, `px` of the look makes them."""

    painter: QPainter
    look: Look
    width: float
    height: float

    @property
    def theme(self) -> Theme:
        return self.look.theme

    def x(self, at: float) -> float:
        """Reading x to screen x."""
        return self.width - at if self.look.rtl else at

    def point(self, at: float, y: float) -> QPointF:
        return QPointF(self.x(at), y)

    def rect(self, at: float, y: float, wide: float, tall: float) -> QRectF:
        """A box that begins at reading x `at`."""
        return QRectF(self.x(at) - (wide if self.look.rtl else 0), y, wide, tall)

    def text(
        self,
        box: QRectF,
        words: str,
        size: float = CAPTION,
        weight: int = REGULAR,
        colour: Colour = "",
        align: str = "start",
        *,
        wrap: bool = False,
    ) -> None:
        """`align` start, center or end in reading order. One line is elided, never cut."""
        font = self.look.font(size, weight)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour or self.theme.text))
        rtl, sides = self.look.rtl, Qt.AlignmentFlag
        side = {
            "center": sides.AlignHCenter,
            "start": sides.AlignRight if rtl else sides.AlignLeft,
            "end": sides.AlignLeft if rtl else sides.AlignRight,
        }[align]
        option = QTextOption(side | sides.AlignAbsolute | sides.AlignVCenter)
        option.setTextDirection(self.look.direction)
        modes = QTextOption.WrapMode
        option.setWrapMode(modes.WordWrap if wrap else modes.NoWrap)
        if not wrap:
            metrics = self.look.metrics(size, weight)
            words = elided(metrics, words, box.width() + 1)
        self.painter.drawText(box, words, option)

    def width_of(self, words: str, size: float = CAPTION, weight: int = REGULAR) -> float:
        return self.look.metrics(size, weight).horizontalAdvance(words)

    def glyph(self, name: str, centre: QPointF, size: float, colour: Colour) -> None:
        icons.paint(self.painter, name, centre, size, colour, rtl=self.look.rtl)

    def pen(
        self, colour: Colour | None, width: float = 1.0, dashes: tuple[float, ...] = ()
    ) -> None:
        pen = QPen(Qt.PenStyle.NoPen) if colour is None else QPen(QColor(colour), width)
        if dashes:
            pen.setDashPattern(list(dashes))
        self.painter.setPen(pen)

    def fill(self, colour: Colour | None) -> None:
        self.painter.setBrush(Qt.BrushStyle.NoBrush if colour is None else QColor(colour))

    def disc(
        self,
        centre: QPointF,
        radius: float,
        fill: Colour | None = None,
        edge: Colour | None = None,
        width: float = 1.5,
    ) -> None:
        self.pen(edge, width)
        self.fill(fill)
        self.painter.drawEllipse(centre, radius, radius)

    def diamond(self, centre: QPointF, radius: float, fill: Colour, edge: Colour | None) -> None:
        path = QPainterPath(centre + QPointF(0, -radius))
        for step in (QPointF(radius, 0), QPointF(0, radius), QPointF(-radius, 0)):
            path.lineTo(centre + step)
        path.closeSubpath()
        self.pen(edge, 1.5)
        self.fill(fill)
        self.painter.drawPath(path)

    def box(
        self,
        rect: QRectF,
        fill: Colour | None,
        edge: Colour | None = None,
        width: float = 1.0,
        dashes: tuple[float, ...] = (),
        radius: float = RADIUS_SMALL,
    ) -> None:
        self.pen(edge, width, dashes)
        self.fill(fill)
        self.painter.drawRoundedRect(rect, radius, radius)

    def hatch(self, rect: QRectF, ground: Colour) -> None:
        """Free days: hatched, so that they read without colour."""
        muted = self.theme.muted
        self.painter.fillRect(rect, mix(ground, muted, 0.13))
        ink = mix(ground, muted, 0.38)
        self.painter.fillRect(rect, QBrush(ink, Qt.BrushStyle.BDiagPattern))

    def line(self, start: QPointF, end: QPointF, colour: Colour, width: float = 1.0) -> None:
        self.pen(colour, width)
        self.painter.drawLine(start, end)

    def badge(self, centre: QPointF, words: str, radius: float, fill: Colour, ink: Colour) -> None:
        """A numbered disc."""
        self.disc(centre, radius, fill, self.theme.accent, 1.6)
        box = QRectF(centre.x() - 2 * radius, centre.y() - radius, 4 * radius, 2 * radius)
        self.text(box, words, CAPTION, 700, ink, "center")

    def row_of_words(
        self, notes: list[tuple[float, str, Colour]], top: float, rows: int = 2
    ) -> None:
        """Words centred at their x, pushed to a lower row where they would touch; the rest wait."""
        taken = [-99.0] * rows
        tall = self.look.line(CAPTION)
        for at, words, colour in sorted(notes, key=lambda note: note[0]):
            wide = self.width_of(words, CAPTION, MEDIUM) + self.look.px(8)
            left = min(max(at - wide / 2, 0), max(self.width - wide, 0))
            row = next((i for i, end in enumerate(taken) if left >= end), None)
            if row is None:
                continue  # its mark is still there, and says the words when pointed at
            taken[row] = left + wide
            box = self.rect(left, top + row * tall, wide, tall)
            self.text(box, words, CAPTION, MEDIUM, colour, "center")
