"""The end of a transformation: what goes on, and in which stage that begins."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services import turnings
from cop_desktop.services.turnings import TurningRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Choice, Label

ANEW = (Stage.POTENTIAL, Stage.COALESCING, Stage.MATURING)


class EndingForm(QWidget):
    """One line at the foot: how it goes on, the end, and the way back."""

    take_back_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        self.desk, self._row = desk, None
        way = QBoxLayout.Direction
        line = QBoxLayout(way.TopToBottom if look.roomy else way.LeftToRight, self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(10))
        line.addWidget(Label(look, _("Afterwards"), "muted"))
        self.stage = Choice(look)
        self.stage.add(_("nothing goes on here"), None)
        for stage in ANEW:
            name = content(_.language).word(stage)
            self.stage.add(_("a new life begins: {stage}", stage=name), stage)
        self.stage.setAccessibleName(_("Afterwards"))
        line.addWidget(self.stage)
        self.ending = Button(look, _("Conclude"), "ph.check")
        self.ending.clicked.connect(self.end)
        line.addWidget(self.ending)
        self.back = Button(look, _("Take back"), kind="quiet")
        self.back.clicked.connect(self.take_back_asked)
        line.addWidget(self.back)
        line.addStretch(1)

    _row: TurningRow | None

    def show_row(self, row: TurningRow) -> None:
        _, self._row = self.desk.catalog, row
        self.ending.explain(
            "" if row.decided_on else _("The decision comes first: write it down above.")
        )

    def end(self) -> None:
        """The transformation is over; what goes on has its stage recorded."""
        desk, _, row = self.desk, self.desk.catalog, self._row
        if row is None:
            return
        value = self.stage.value()
        try:
            with desk.store.write(_("Conclude the transformation")) as session:
                stage = Stage(value) if value else None
                turnings.end(session, row.id, desk.today(), stage)
        except UserError as problem:
            desk.toast(_.error(problem))
            return
        desk.toast(_("The transformation is concluded."), undo=True)
