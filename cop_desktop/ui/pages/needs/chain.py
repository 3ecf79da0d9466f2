"""A topic's way as a chain: what has been is full, what is still missing can be begun there."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.frozen import frozen
from cop_desktop.ui import icons
from cop_desktop.ui.drawing import ring
from cop_desktop.ui.theme import CAPTION, RADIUS_SMALL, Look, mix
from cop_desktop.ui.widgets import Button, Label, Words

RAIL = 40  # px at 100 %: the line and its discs


@frozen
class Step:
    """A link of the chain; one that is missing has a `deed` instead of a place."""

    icon: str
    heading: str  # what sort of step; empty beside others of its sort
    title: str
    note: str = ""
    place: str = ""  # where it opens
    item: UUID | None = None
    done: bool = True
    warns: bool = False
    deed: str = ""
    action: str = ""  # words of the deed


class Chain(QWidget):
    """`opened(place, id)` for a step, `asked(deed)` where one is missing."""

    opened = Signal(str, object)
    asked = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look = look
        self.setAccessibleName(name)
        self.links: list[Link] = []
        self._steps: tuple[Step, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show them in their order; the keyboard stays at the step it was on."""
        if tuple(steps) == self._steps:
            return
        self._steps = tuple(steps)
        here = next((n for n, link in enumerate(self.links) if link.within()), -1)
        for link in self.links:
            link.hide()
            link.deleteLater()
        last = len(steps) - 1
        self.links = [Link(self.look, step, n == 0, n == last) for n, step in enumerate(steps)]
        for link in self.links:
            link.opened.connect(self.opened)
            link.asked.connect(self.asked)
            self._rows.addWidget(link)
        if here >= 0 and self.links:
            self.links[min(here, last)].setFocus()


class Link(QWidget):
    """One step: its disc on the line, its words, and a way to go there or to begin it."""

    opened = Signal(str, object)
    asked = Signal(str)

    def __init__(self, look: Look, step: Step, first: bool, last: bool) -> None:
        super().__init__()
        self.look, self.step = look, step
        self._first, self._last = first, last
        self.setAccessibleName(". ".join(filter(None, (step.heading, step.title, step.note))))
        if step.place:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._build()

    def within(self) -> bool:
        """Whether the keyboard is here."""
        return self.hasFocus() or any(it.hasFocus() for it in self.findChildren(QWidget))

    def go(self) -> None:
        """Open what the step is, or begin what is missing."""
        if self.step.place:
            self.opened.emit(self.step.place, self.step.item)
        elif self.step.deed:
            self.asked.emit(self.step.deed)

    def _build(self) -> None:
        look, px, step = self.look, self.look.px, self.step
        words = QVBoxLayout()
        words.setSpacing(0)
        if step.heading:
            words.addWidget(Label(look, step.heading, "caption"))
        kind = "medium" if step.done else "muted"
        words.addWidget(Words(look, step.title, kind, written=step.done))
        if step.note:
            words.addWidget(Words(look, step.note, "amber" if step.warns else "caption"))
        if step.action:
            self.begin = Button(look, step.action, kind="quiet")
            self.begin.clicked.connect(self.go)
            line = QHBoxLayout()
            line.addWidget(self.begin)
            line.addStretch(1)
            words.addLayout(line)
        rail = px(RAIL)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(
            px(6) if look.rtl else rail, px(5), rail if look.rtl else px(6), px(9)
        )
        whole.addLayout(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.go()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            down = event.key() == Qt.Key.Key_Down
            self.focusNextChild() if down else self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.step.place and self.rect().contains(event.position().toPoint()):
            self.go()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, px, box = self.look.theme, self.look.px, QRectF(self.rect())
        if self.step.place and self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.sunken))
            painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        x = box.right() - px(17) if self.look.rtl else px(17)
        disc = QPointF(x, px(7) + max(px(11), self.look.line(CAPTION) / 2 + px(3)))
        self._line(painter, disc, box)
        self._disc(painter, disc)
        if self.hasFocus():
            ring(painter, self.look, box)

    def _line(self, painter: QPainter, disc: QPointF, box: QRectF) -> None:
        """Up to the step before, down to the one behind; dashed where nothing has been."""
        t = self.look.theme
        style = Qt.PenStyle.SolidLine if self.step.done else Qt.PenStyle.DotLine
        painter.setPen(QPen(QColor(t.accent if self.step.done else t.edge), 1.6, style))
        if not self._first:
            painter.drawLine(QPointF(disc.x(), 0), disc)
        if not self._last:
            painter.drawLine(disc, QPointF(disc.x(), box.bottom()))

    def _disc(self, painter: QPainter, disc: QPointF) -> None:
        t, px, step = self.look.theme, self.look.px, self.step
        main = bool(step.heading)
        radius = px(12.5 if main else 4)
        colour = t.amber if step.warns else t.accent if step.done else t.edge
        ground = t.amber_soft if step.warns else t.accent_soft if step.done else t.surface
        painter.setPen(QPen(QColor(colour), 1.6))
        if not step.done and not step.warns:
            painter.setPen(QPen(QColor(colour), 1.4, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(ground if main else colour))
        painter.drawEllipse(disc, radius, radius)
        if main:
            ink = colour if step.done or step.warns else mix(t.surface, t.muted, 0.8)
            icons.paint(painter, step.icon, disc, px(15), ink, rtl=self.look.rtl)
