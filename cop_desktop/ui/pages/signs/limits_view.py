"""All thresholds in one place: what each number means, what the method says, and one's own."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.content import content, shapes
from cop_desktop.content.method import method
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models.method import SignFamily
from cop_desktop.services import thresholds
from cop_desktop.ui.desk import MARGIN, Desk
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Card, Hairline, IconButton, Label, ScrollPage, Stepper, Words

from .compass_limits import Row, compass_limits
from .words import limit_words

MOST = {"percent": 100, "points": 100}
BIG = 20  # from here on a step is five


@frozen
class Limit:
    """A threshold: its rule and name, what it means, its unit, and the method's own value."""

    rule: str
    name: str
    title: str
    words: str
    unit: str
    default: int


class LimitsView(ScrollPage):
    """Saved with each step; the method's own number comes back with the round arrow."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.look.px(MARGIN))
        self.desk = desk
        self.rows: dict[tuple[str, str], LimitRow] = {}
        self._built = False

    def read(self) -> None:
        """Show the file as it is."""
        if not self._built:
            self._build()
        desk = self.desk
        with desk.store.read() as session:
            own = thresholds.changed(session, desk.community_id)
        for key, row in self.rows.items():
            row.show_value(own.get(key))

    def _build(self) -> None:
        self._built = True
        _ = self.desk.catalog
        intro = _(
            "From these numbers on a sign is lit. They fit most communities; "
            "change one where yours is different. Everything is saved at once."
        )
        self.add(Words(self.desk.look, intro, "muted"))
        for title, limits in {**sign_limits(_), **compass_limits(_)}.items():
            self.add(self._card(title, [Limit(*it) for it in limits]))
        self.body.addStretch(1)

    def _card(self, title: str, limits: list[Limit]) -> Card:
        card = Card(self.desk.look, title)
        card.body.setSpacing(self.desk.look.px(4))
        before = ""
        for limit in limits:
            if before and limit.title != before:
                card.add(Hairline())
            row = LimitRow(self.desk.look, self.desk.catalog, limit, named=limit.title != before)
            row.stepper.changed.connect(partial(self._set, limit))
            row.back.clicked.connect(partial(self._reset, limit))
            self.rows[limit.rule, limit.name] = row
            card.add(row)
            before = limit.title
        return card

    def _set(self, limit: Limit, value: int) -> None:
        desk, _ = self.desk, self.desk.catalog
        with desk.store.write(_("Set a threshold: {sign}", sign=limit.title)) as session:
            thresholds.set_value(session, desk.community_id, limit.rule, limit.name, value)

    def _reset(self, limit: Limit, _checked: bool = False) -> None:
        desk, _ = self.desk, self.desk.catalog
        with desk.store.write(_("Set a threshold back: {sign}", sign=limit.title)) as session:
            thresholds.reset(session, desk.community_id, limit.rule, limit.name)


class LimitRow(QWidget):
    """What the number means, the number between its two buttons, and the way back."""

    def __init__(self, look: Look, _: Catalog, limit: Limit, *, named: bool) -> None:
        super().__init__()
        self._limit = limit
        told = limit_words(limit.unit, _)
        most = MOST.get(limit.unit, 1000)
        names = (_("Less: {what}", what=limit.words), _("More: {what}", what=limit.words))
        step = 5 if limit.default >= BIG else 1
        self.stepper = Stepper(look, names, told, step=step, least=1, most=most)
        self.stepper.words.setMinimumWidth(look.px(96))
        usual = _("As in the method: {n}", n=told(limit.default))
        self.back = IconButton(look, "ph.arrow-counter-clockwise", usual)
        kept = self.back.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the steppers stay under one another
        self.back.setSizePolicy(kept)
        words = QVBoxLayout()
        words.setSpacing(0)
        if named:
            words.addWidget(Words(look, limit.title, "medium"))
        words.addWidget(Words(look, limit.words, "muted"))
        self.method = Label(look, usual, "caption")
        words.addWidget(self.method)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(4), 0, look.px(4))
        row.setSpacing(look.px(10))
        row.addLayout(words, 1)
        row.addWidget(self.stepper, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_value(self, own: int | None) -> None:
        """The community's own value, or None: as the method says."""
        self.stepper.set_value(self._limit.default if own is None else own)
        changed = own is not None and own != self._limit.default
        self.method.setVisible(changed)
        self.back.setVisible(changed)


def sign_limits(_: Catalog) -> Mapping[str, list[Row]]:
    """The thresholds of the signs by the name of their family."""
    found: dict[str, list[Row]] = {}
    for family in SignFamily:
        rows = found.setdefault(content(_.language).word(family), [])
        for key, shape in shapes.signs().items():
            if shape.family is family:
                text = method(_.language).sign(key)
                rows += [
                    (key, name, text.title, text.thresholds[name], name, n)
                    for name, n in shape.thresholds.items()
                ]
    return found
