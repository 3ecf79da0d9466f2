"""From how much on a fact is a sign: changed where it is seen, and set back to the method's."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.content import shapes
from cop_desktop.services import thresholds
from cop_desktop.services.compass import Direction, Sign
from cop_desktop.services.compass.signs import RULE
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Label, Stepper, Words

from .sign_words import SHARES, sign_words, threshold, title

WIDTH = 320  # px at 100 %
STEPS = {"rhythm_broken": 5, **dict.fromkeys(SHARES, 5)}
MOST = {**dict.fromkeys(SHARES, 100), "roles_taken": 7, "all_roles": 7}


class ThresholdCard(QFrame):
    """Opens at a sign, and goes by Escape or a press elsewhere; one write when it is set."""

    def __init__(self, desk: Desk, sign: Sign, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        self.setLayoutDirection(desk.look.direction)
        look, _ = desk.look, desk.catalog
        self.desk, self.sign = desk, sign
        self.setAccessibleName(title(sign, _))
        self._usual = shapes.compass_thresholds()[sign.fact]
        self.stepper = Stepper(
            look, (_("Less"), _("More")), lambda n: threshold(sign.fact, n, _),
            step=STEPS.get(sign.fact, 1), least=1, most=MOST.get(sign.fact, 365),
        )  # fmt: skip
        self.stepper.set_value(sign.needed)
        self.stepper.changed.connect(lambda _value: self._tell())
        self.usual = Button(
            look, _("As in the method: {n}", n=threshold(sign.fact, self._usual, _)), kind="quiet"
        )
        self.usual.clicked.connect(self._reset)
        self._lay_out()
        self._tell()

    def open_under(self, button: QWidget) -> None:
        """At the far end of the button, inside the window."""
        self.adjustSize()
        at = button.mapToGlobal(QPoint(0, button.height()))
        if not self.desk.look.rtl:
            at -= QPoint(self.width() - button.width(), 0)
        self.move(at)
        self.show()
        self.stepper.more.setFocus()

    def done(self) -> None:
        """Write what was set, if that is anything new, and go."""
        desk, _, key = self.desk, self.desk.catalog, self.sign.fact
        value = self.stepper.value
        self.close()
        if value == self.sign.needed:
            return
        with desk.store.write(_("Threshold: {name}", name=title(self.sign, _))) as session:
            if value == self._usual:
                thresholds.reset(session, desk.community_id, RULE, key)
            else:
                thresholds.set_value(session, desk.community_id, RULE, key, value)

    def _reset(self) -> None:
        self.stepper.set_value(self._usual)
        self._tell()

    def _tell(self) -> None:
        self.usual.setEnabled(self.stepper.value != self._usual)

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*(look.px(16),) * 4)
        rows.setSpacing(look.px(8))
        rows.addWidget(Words(look, title(self.sign, _), "strong"))
        rows.addWidget(Words(look, sign_words(self.sign, _), "muted"))
        most = self.sign.direction is Direction.AT_MOST
        rows.addWidget(
            Label(look, _("A sign from here down") if most else _("A sign from here on"), "caption")
        )
        line = QHBoxLayout()
        line.addWidget(self.stepper)
        line.addStretch(1)
        rows.addLayout(line)
        deeds = QHBoxLayout()
        self.saving = Button(look, _("Set"), "ph.check", "primary")
        self.saving.clicked.connect(self.done)
        deeds.addWidget(self.saving)
        deeds.addWidget(self.usual)
        deeds.addStretch(1)
        rows.addLayout(deeds)
        self.setFixedWidth(look.px(WIDTH))
