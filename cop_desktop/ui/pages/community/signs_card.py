"""Signs of the stage in the community's own data: facts with figures, and no verdict."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services.compass import Compass, Sign
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Card, Label, Line, Words

from .sign_words import sign_words


class SignsCard(Card):
    """What speaks for each of the next stages, and what does not yet."""

    def __init__(self, desk: Desk) -> None:
        _ = desk.catalog
        super().__init__(desk.look, _("Signs in the data"), caption=_("a suggestion only"))
        self.desk = desk
        self.told = Words(desk.look, "", "muted")
        self.add(self.told)
        way = QBoxLayout.Direction
        beside = way.TopToBottom if desk.look.roomy else way.LeftToRight
        self._groups = QBoxLayout(beside)
        self._groups.setSpacing(desk.look.px(20))
        self.body.addLayout(self._groups)
        self.facts: list[str] = []

    def show_compass(self, compass: Compass) -> None:
        _ = self.desk.catalog
        name = content(_.language).word(compass.suggested)
        self.told.setText(
            _("The figures of the last year fit the stage {name}. You decide.", name=name)
        )
        while taken := self._groups.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        self.facts = []
        for stage in Stage:
            if signs := compass.toward(stage):
                self._groups.addWidget(self._group(stage, signs), 1)

    def _group(self, stage: Stage, signs: tuple[Sign, ...]) -> QWidget:
        look, _ = self.look, self.desk.catalog
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(Label(look, content(_.language).word(stage), "strong"))
        holding = sum(sign.holds for sign in signs)
        count = _("{n} of {all}", n=holding, all=len(signs))
        head.addWidget(Label(look, count, "caption"))
        head.addStretch(1)
        column.addLayout(head)
        for sign in signs:
            column.addWidget(self._sign(sign))
        column.addStretch(1)
        return box

    def _sign(self, sign: Sign) -> Line:
        look, _ = self.look, self.desk.catalog
        sentence = sign_words(sign, _)
        self.facts.append(sentence)
        icon = "ph.check-circle" if sign.holds else "ph.circle-dashed"
        colour = look.theme.accent if sign.holds else look.theme.muted
        return Line(look, icon, Words(look, sentence, "body" if sign.holds else "muted"), colour)
