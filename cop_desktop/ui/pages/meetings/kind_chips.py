"""The eight kinds of block as chips: a press adds one."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import BlockKind
from cop_desktop.services.agendas import DEFAULT_MINUTES
from cop_desktop.ui.drawing import ring
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.theme import CAPTION, KIND_ICONS, Look, mix, tint
from cop_desktop.ui.widgets.chips import chip_colours, chip_width, paint_chip


class KindChip(QPushButton):
    """A kind in its colour, with the minutes it usually takes."""

    def __init__(self, look: Look, kind: BlockKind, _: Catalog) -> None:
        words = content(_.language).short(kind)
        super().__init__(words)
        self.look, self.kind = look, kind
        length = formats.duration_short(DEFAULT_MINUTES[kind], _.language)
        self.setAccessibleName(_("Add: {kind}, {length}", kind=words, length=length))
        self.setToolTip(content(_.language).hint(kind) or words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:  # noqa: N802
        tall = max(self.look.px(28), self.look.line(CAPTION) + self.look.px(10))
        return QSize(chip_width(self.look, self.text(), KIND_ICONS[self.kind]), tall)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, t = QPainter(self), self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = t.kinds[self.kind]
        ground, ink = chip_colours(self.look, "", colour)
        ground = tint(t, colour, 0.24) if self.underMouse() or self.isDown() else ground
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_chip(painter, self.look, box, self.text(), KIND_ICONS[self.kind], (ground, ink))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(mix(t.surface, colour, 0.4))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self.hasFocus():
            ring(painter, self.look, QRectF(self.rect()), self.height() / 2)


class KindChips(QWidget):
    """Chips in reading order, in as many lines as it takes: `chosen(kind)`."""

    chosen = Signal(object)

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__()
        self.look = look
        self.chips = [KindChip(look, kind, _) for kind in BlockKind]
        line = Flow(self, look.px(6))
        for chip in self.chips:
            line.addWidget(chip)
            chip.clicked.connect(lambda _=False, kind=chip.kind: self.chosen.emit(kind))
