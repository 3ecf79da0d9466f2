"""The signs that are not lit: small lights by family, folded; and those at rest."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.models.method import SignFamily
from cop_desktop.services.signs import Sign
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Button, Card, Hairline, Line, ListRow, Words

from .words import rest_words

SPOTS = {  # ground and ring, as in the months
    "lit": ("amber", "amber"),
    "rests": ("amber_soft", "amber"),
    "quiet": ("surface", "edge"),
}


class RestingCard(Card):
    """`woken(key)` lets a sign speak again."""

    woken = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.catalog("At rest"), caption=" ")
        self.desk = desk
        self.rows: list[ListRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)

    def show_signs(self, signs: Sequence[Sign]) -> None:
        """Those that are asleep, lit or not."""
        empty(self._list)
        self.rows = [self._row(it) for it in signs]
        for row in self.rows:
            self._list.addWidget(row)
        self.caption.setText(self.desk.catalog.plural("{n} sign", "{n} signs", len(signs)))
        self.setVisible(bool(signs))

    def _row(self, sign: Sign) -> ListRow:
        _ = self.desk.catalog
        title = method(_.language).sign(sign.key).title
        told = rest_words(sign.asleep, _) if sign.asleep else ""
        row = ListRow(self.look, "ph.moon", title, told, _("Wake"))
        row.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # only its word does anything
        row.action.setAccessibleName(f"{_('Wake')}: {title}")
        row.acted.connect(partial(self.woken.emit, sign.key))
        return row


class QuietCard(Card):
    """A row a family: its lights, and folded under it the names of the quiet signs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.catalog("The quiet signs"), caption=" ")
        self.desk = desk
        self.rows: dict[SignFamily, FamilyRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.look.px(2))
        self.body.addLayout(self._list)

    def show_signs(self, signs: Sequence[Sign]) -> None:
        """All signs; the lit ones show as amber lights of their family."""
        opened = {family for family, row in self.rows.items() if row.is_open}
        empty(self._list)
        self.rows = {}
        for family in SignFamily:
            own = [it for it in signs if it.shape.family is family]
            row = self.rows[family] = FamilyRow(self.desk, family, own)
            if len(self.rows) > 1:
                self._list.addWidget(Hairline())
            self._list.addWidget(row)
            if family in opened:
                row.turn()
        quiet = sum(it.light is None for it in signs)
        self.caption.setText(self.desk.catalog("{n} of {all} are not lit", n=quiet, all=len(signs)))


class FamilyRow(QWidget):
    """The name of a family is a button that folds its signs out."""

    def __init__(self, desk: Desk, family: SignFamily, signs: Sequence[Sign]) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        self._names = Names(desk, [it for it in signs if it.light is None])
        self._names.hide()
        self.button = Button(look, content(_.language).word(family), "ph.caret-down", "quiet")
        self.button.clicked.connect(self.turn)
        lit = sum(it.light is not None and it.asleep is None for it in signs)
        lights = Lights(look, [_state(it) for it in signs])
        lights.setToolTip(_("{n} of {all} lit", n=lit, all=len(signs)))
        self.button.setAccessibleDescription(lights.toolTip())
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(self.button)
        head.addStretch(1)
        head.addWidget(lights)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._names)

    @property
    def is_open(self) -> bool:
        return self._names.isVisibleTo(self)

    def turn(self) -> None:
        """Open or close."""
        self._names.setVisible(not self.is_open)
        self.button.set_icon("ph.caret-up" if self.is_open else "ph.caret-down")


class Names(QWidget):
    """What is quiet, by name."""

    def __init__(self, desk: Desk, signs: Sequence[Sign]) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, look.px(8))
        rows.setSpacing(0)
        for sign in signs:
            title = method(_.language).sign(sign.key).title
            words = Words(look, _("Not the case: {sign}", sign=title), "muted")
            rows.addWidget(Line(look, "ph.check", words, look.theme.accent))
        if not signs:
            rows.addWidget(Words(look, _("All of them are lit."), "muted"))


class Lights(QWidget):
    """A dot a sign: amber where it is lit, pale where it rests, else only a ring."""

    def __init__(self, look: Look, states: Sequence[str]) -> None:
        super().__init__()
        self.look, self._states = look, states
        self.setFixedSize(QSize(look.px(16) * len(states), look.px(20)))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, t, px = QPainter(self), self.look.theme, self.look.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, state in enumerate(self._states):
            ground, edge = SPOTS[state]
            at = px(8) + place * px(16)
            x = self.width() - at if self.look.rtl else at
            painter.setPen(QPen(QColor(getattr(t, edge)), px(1.5)))
            painter.setBrush(QColor(getattr(t, ground)))
            painter.drawEllipse(QPointF(x, self.height() / 2), px(5), px(5))


def _state(sign: Sign) -> str:
    if sign.light is None:
        return "quiet"
    return "rests" if sign.asleep else "lit"
