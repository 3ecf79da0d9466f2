"""One lit sign: the fact, why it matters, where the idea comes from, and one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from cop_desktop import formats
from cop_desktop.content import content, shapes
from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.services.signs import Light
from cop_desktop.services.signs.telling import fact
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Card, IconTile, Label, Line, Words

from .rest_form import RestForm
from .words import ICONS, place_name, since


class LightCard(Card):
    """Amber and words, nothing loud; `rested(until, reason)` puts the sign to rest."""

    opened = Signal()
    rested = Signal(object, str)

    def __init__(self, desk: Desk, light: Light) -> None:
        super().__init__(desk.look)
        self.desk, self.light = desk, light
        _ = desk.catalog
        self.text = method(_.language).sign(light.key)
        self.setAccessibleName(self.text.title)
        self._head()
        self.fact = Words(desk.look, fact(light, _), "medium")
        self.why = Words(desk.look, " ".join(self.text.why), "muted")
        self.add(self.fact)
        self.add(self.why)
        accent = desk.look.theme.accent
        self.add(Line(desk.look, "ph.lightbulb", Words(desk.look, self.text.action), accent))
        self._deeds()

    def refused(self, problem: UserError) -> None:
        """What was filled in is not right."""
        if self.form:
            self.form.error(problem)

    def _head(self) -> None:
        look, _, light = self.desk.look, self.desk.catalog, self.light
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(look, self.text.title, "strong", elide=True))
        family = content(_.language).word(light.family)
        told = formats.dotted(*filter(None, (family, since(light, _))))
        words.addWidget(Label(look, told, "caption", elide=True))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        tile = IconTile(look, ICONS[light.family], "amber", size=36, round=True)
        row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def _deeds(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        name = place_name(self.light.page, _)
        self.go = Button(look, _("To the page: {page}", page=name), "ph.arrow-right")
        self.go.clicked.connect(self.opened)
        self.sleep = Button(look, _("Put to rest"), "ph.moon", "quiet")
        self.sleep.clicked.connect(self.ask)
        for button in (self.go, self.sleep):
            button.setAccessibleName(f"{button.text()}: {self.text.title}")
        self.source = Words(look, self._source(), "caption")
        way = QBoxLayout.Direction
        deeds = QBoxLayout(way.TopToBottom if look.roomy else way.LeftToRight)
        deeds.setSpacing(look.px(16))
        for button in (self.go, self.sleep):
            deeds.addWidget(button)
        if not look.roomy:
            deeds.addStretch(1)
        self.body.addLayout(deeds)
        self.add(self.source)
        self.form: RestForm | None = None

    def ask(self) -> None:
        """Open the form that puts the sign to rest."""
        if self.form is None:
            self.form = RestForm(self.desk)
            self.form.rested.connect(self.rested)
            self.form.left.connect(self._leave)
            self.body.insertWidget(self.body.indexOf(self.source), self.form)
        self.sleep.hide()
        self.form.show()
        self.form.edit.setFocus()

    def _leave(self) -> None:
        if self.form:
            self.form.hide()
        self.sleep.show()
        self.sleep.setFocus()

    def _source(self) -> str:
        _ = self.desk.catalog
        source = content(_.language).word(shapes.signs()[self.light.key].source)
        return _("The idea: {source}", source=source)
