"""Facts for and against moving on: figures of the community's own data, and no verdict."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.thread_words import MarkList
from cop_desktop.services import marks
from cop_desktop.services.compass import Compass, Recheck, Sign, Way
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.widgets import Card, Label, Line, Words

from .sign_row import HandSign, SignRow
from .sign_words import sign_words, title


class SignsCard(Card):
    """What speaks for moving on from the present stage, and what for going back."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        super().__init__(look, _("Signs in the data"), caption=_("a suggestion only"))
        self.desk = desk
        self.told = Words(look, "", "muted")
        self.changed = Words(look, "")
        self._changed = Line(look, "ph.users-three", self.changed, look.theme.amber)
        self.add(self.told)
        self.add(self._changed)
        way = QBoxLayout.Direction
        beside = way.TopToBottom if look.roomy else way.LeftToRight
        self._groups = QBoxLayout(beside)
        self._groups.setSpacing(look.px(20))
        self.body.addLayout(self._groups)
        self.rows: dict[str, SignRow] = {}
        self.ticks: dict[str, HandSign] = {}
        self.facts: list[str] = []

    def show_compass(self, compass: Compass) -> None:
        _ = self.desk.catalog
        self.told.setText(suggestion_words(compass, _))
        self._changed.setVisible(compass.recheck is not None)
        if compass.recheck:
            self.changed.setText(recheck_words(compass.recheck, _))
        empty(self._groups)
        self.facts, self.rows, self.ticks = [], {}, {}
        for words, signs in (
            (_("For moving on"), compass.facts_for),
            (_("For going back"), compass.facts_against),
        ):
            self._groups.addWidget(self._group(words, signs), 1)

    def _group(self, words: str, signs: tuple[Sign, ...]) -> QWidget:
        look, _ = self.look, self.desk.catalog
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(Label(look, words, "strong"))
        holding = sum(sign.holds for sign in signs)
        count = _("{n} of {all}", n=holding, all=len(signs))
        head.addWidget(Label(look, count, "caption"))
        head.addStretch(1)
        column.addLayout(head)
        for sign in sorted(signs, key=lambda sign: sign.by_hand):
            column.addWidget(self._sign(sign))
        column.addStretch(1)
        return box

    def _sign(self, sign: Sign) -> QWidget:
        self.facts.append(sign_words(sign, self.desk.catalog))
        if not sign.by_hand:
            row = self.rows[sign.fact] = SignRow(self.desk, sign)
            return row
        tick = self.ticks[sign.fact] = HandSign(self.desk, sign)
        tick.marked.connect(lambda on, sign=sign: self._mark(sign, on))
        return tick

    def _mark(self, sign: Sign, on: bool) -> None:
        desk, _ = self.desk, self.desk.catalog
        with desk.store.write(_("Mark: {name}", name=title(sign, _))) as session:
            day = desk.today() if on else None
            marks.mark(session, desk.community_id, MarkList.COMPASS, sign.key, day)
        if again := self.ticks.get(sign.fact):  # the rows are new ones
            again.tick.setFocus()


def suggestion_words(compass: Compass, _: Catalog) -> str:
    """Where the figures point; the leader decides."""
    name = content(_.language).word(compass.suggested)
    if compass.present is None:
        return _("The figures of the last year fit the stage {name}. You decide.", name=name)
    if compass.way is Way.ON and compass.present is compass.present.TRANSFORMATION:
        return _("The figures point to a new beginning. You decide.")
    return {
        Way.STAY: _("The figures fit the present stage, {name}. You decide.", name=name),
        Way.ON: _("The figures point onward, to the stage {name}. You decide.", name=name),
        Way.BACK: _(
            "The figures point back, to the stage {name}. Communities go both ways. You decide.",
            name=name,
        ),
        Way.TURN: _(
            "The figures point to {name}: it may be time to decide what comes next.", name=name
        ),
    }[compass.way]


def recheck_words(found: Recheck, _: Catalog) -> str:
    """Who came and went since the stage was recorded."""
    told = []
    if found.left:
        told.append(
            _.plural("{n} of {all} members left", "{n} of {all} members left", found.left,
                     all=found.then)
        )  # fmt: skip
    if found.joined:
        told.append(_.plural("{n} member joined", "{n} members joined", found.joined))
    if found.leader_changed:
        told.append(_("the leader changed"))
    day = formats.date_medium(found.since, _.language)
    return _(
        "Since the stage was recorded ({day}): {changes}. It is worth looking at it anew.",
        day=day, changes=formats.listed(told, _.language),
    )  # fmt: skip
