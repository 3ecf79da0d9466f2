"""One sign in its row: computed, with its threshold within reach; or to be marked by hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.services.compass import Sign
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import IconButton, Line, Words
from cop_desktop.ui.widgets.tick import Tick

from .sign_words import YES_NO, sign_words
from .threshold_card import ThresholdCard


class SignRow(QWidget):
    """The fact with its figure; at its end the way to its threshold."""

    def __init__(self, desk: Desk, sign: Sign) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        self.desk, self.sign = desk, sign
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(4))
        icon, colour = self._mark()
        words = Words(look, sign_words(sign, _), "body" if sign.holds else "muted")
        line.addWidget(Line(look, icon, words, colour), 1)
        self.threshold = IconButton(
            look, "ph.sliders-horizontal", _("From how much on is it a sign?")
        )
        told = f"{self.threshold.accessibleName()} {words.words()}"
        self.threshold.setAccessibleName(told)  # many stand under each other
        self.threshold.clicked.connect(self.open_threshold)
        if sign.fact not in YES_NO:
            line.addWidget(self.threshold, 0, Qt.AlignmentFlag.AlignTop)
        self.card: ThresholdCard | None = None

    def open_threshold(self) -> None:
        """The threshold in a card under its button."""
        self.card = ThresholdCard(self.desk, self.sign, self.window())
        self.card.open_under(self.threshold)

    def _mark(self) -> tuple[str, str]:
        theme, sign = self.desk.look.theme, self.sign
        if not sign.told:
            return "ph.question", theme.muted
        if not sign.holds:
            return "ph.circle-dashed", theme.muted
        return (
            ("ph.warning-circle", theme.amber) if sign.back else ("ph.check-circle", theme.accent)
        )


class HandSign(QWidget):
    """A sign that the file cannot tell; `marked(on)` when it is ticked, also by its words."""

    marked = Signal(bool)

    def __init__(self, desk: Desk, sign: Sign) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        told = sign_words(sign, _)
        self.tick = Tick(look)
        self.tick.setFixedWidth(look.px(28))
        self.tick.setAccessibleName(told)
        self.tick.setChecked(sign.holds)
        self.tick.clicked.connect(self.marked)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        words = Words(look, told, "body" if sign.holds else "muted")
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(words, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if sign.marked_on:
            day = formats.date_medium(sign.marked_on, _.language)
            self.setToolTip(_("marked on {day}", day=day))
        else:
            self.setToolTip(_("The file cannot tell. Mark it when you see it."))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.rect().contains(event.position().toPoint()):
            self.tick.click()
