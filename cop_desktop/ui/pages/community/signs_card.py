"""Signs of the stage in the community's own data: facts with figures, and no verdict."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services.compass import Compass, Sign
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Card, Label, Line, Words

FACTS: Mapping[str, Callable[[Catalog, int], str]] = {
    "core_formed": lambda _, n: _.plural(
        "{n} member in the leading core", "{n} members in the leading core", n
    ),
    "first_meetings": lambda _, n: _.plural(
        "{n} meeting in the last year", "{n} meetings in the last year", n
    ),
    "roles_taken": lambda _, n: _.plural(
        "{n} of seven roles is held", "{n} of seven roles are held", n
    ),
    "steady_rhythm": lambda _, n: _.plural(
        "{n} meeting without a long gap", "{n} meetings without a long gap", n
    ),
    "roles_beyond_leader": lambda _, n: _(
        "{share} of role seats are held by others than the leader",
        share=formats.percent(n / 100, _.language),
    ),
    "first_products": lambda _, n: _.plural(
        "{n} product approved or published", "{n} products approved or published", n
    ),
    "members_join": lambda _, n: _.plural(
        "{n} member joined in the last year", "{n} members joined in the last year", n
    ),
    "reach_outside": lambda _, n: _.plural("{n} product published", "{n} products published", n),
    "all_roles": lambda _, n: _.plural(
        "{n} of seven roles is held", "{n} of seven roles are held", n
    ),
}
SHARES = ("roles_beyond_leader",)  # figures in per cent


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


def sign_words(sign: Sign, _: Catalog) -> str:
    """The fact with its figure; and, where it does not hold yet, from how many on it would."""
    fact = FACTS[sign.fact](_, sign.value)
    if sign.holds:
        return fact
    share = sign.fact in SHARES
    needed = formats.percent(sign.needed / 100, _.language) if share else str(sign.needed)
    return _("{fact} (a sign from {n} on)", fact=fact, n=needed)
