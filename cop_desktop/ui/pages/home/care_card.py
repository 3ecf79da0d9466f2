"""What needs care: a few matters, each with the place where it is mended."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from cop_desktop.services.care import Care
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.widgets import Button, Card, Hairline, IconTile, ListRow, Words

from .reading import Glance
from .signs_word import SignsWord
from .words import CARE

if TYPE_CHECKING:  # home is seen before the signs are read
    from cop_desktop.services.signs import Light

AT_ONCE = 4  # in a window of usual height; more wait behind the word "all"


class CareCard(Card):
    """Rows by weight; nothing to see to is said in a calm sentence."""

    refilled = Signal()  # rows came or went on the user's word

    def __init__(self, desk: Desk) -> None:
        _ = desk.catalog
        self.all = Button(desk.look, "", kind="quiet")
        super().__init__(desk.look, _("What needs care"), self.all, caption=" ")
        self.desk, self._ = desk, _
        self.signs = SignsWord(desk)
        self.head.insertWidget(2, self.signs)  # behind the stretch, before what counts
        self.rows: list[ListRow] = []
        self._at_first: tuple[Care, ...] = ()
        self._later: tuple[Care, ...] = ()  # told once home is seen
        self._whole, self._at_once = False, AT_ONCE
        self.body.setSpacing(0)
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)
        self.fine = self._calm()
        self.body.addStretch(1)
        self.all.clicked.connect(self._show_all)

    def show_glance(self, glance: Glance) -> None:
        self._at_first = glance.matters
        self._fill()

    def show_lights(self, lights: Sequence["Light"]) -> None:
        """How many warning signs are lit; their word takes the place of the count of rows."""
        self.signs.show_lights(lights)
        self._tell()

    def show_later(self, matters: Sequence[Care]) -> None:
        """What was asked after home was seen; it stays until it is asked again."""
        if tuple(matters) != self._later:
            self._later = tuple(matters)
            self._fill()
            self.refilled.emit()

    @property
    def matters(self) -> tuple[Care, ...]:
        return self._at_first + self._later

    def show_at_once(self, rows: int) -> None:
        """As many rows as a tall window has room for."""
        if rows != self._at_once:
            self._at_once = rows
            self._fill()
            self.refilled.emit()

    def _show_all(self) -> None:
        self._whole = not self._whole
        self._fill()
        self.refilled.emit()

    def _fill(self) -> None:
        empty(self._list)
        shown = self.matters if self._whole else self.matters[: self._at_once]
        self.rows = [self._row(care) for care in shown]
        for row in self.rows:
            if row is not self.rows[0]:
                self._list.addWidget(Hairline())
            self._list.addWidget(row)
        self._tell()

    def _tell(self) -> None:
        _, n = self._, len(self.matters)
        for part in self.fine:
            part.setVisible(not n)
        more = n > self._at_once
        self.caption.setVisible(0 < n <= self._at_once and self.signs.isHidden())
        self.caption.setText(_.plural("{n} matter", "{n} matters", n))
        self.all.setVisible(more)
        self.all.set_words(_("The main ones") if self._whole else _.plural("All {n}", "All {n}", n))

    def _row(self, care: Care) -> ListRow:
        _, told = self._, CARE[care.kind]
        row = ListRow(
            self.look, told.icon, told.first(_, care), told.second(_, care), _(told.action),
            tone=told.tone,
        )  # fmt: skip
        row.action.setAccessibleName(f"{_(told.action)}: {told.first(_, care)}")
        go = (
            partial(self.desk.run, told.command)
            if told.command
            else partial(self.desk.open_place, care.place, care.id)
        )
        row.clicked.connect(go)
        row.acted.connect(go)
        return row

    def _calm(self) -> tuple[IconTile, Words]:
        tile = IconTile(self.look, "ph.check-circle", "accent", size=36, round=True)
        words = Words(
            self.look, self._("Nothing is waiting. A good day to ask a member how things are."),
            "muted",
        )  # fmt: skip
        self.add(tile)
        self.add(words)
        return tile, words
