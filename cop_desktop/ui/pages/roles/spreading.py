"""How leadership spreads: roles held, and what others carry beside what the stage expects."""

from PySide6.QtWidgets import QStackedWidget

from cop_desktop import formats
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pictures import CoverageChart
from cop_desktop.ui.widgets import Button, Card, Words

from . import pictures, words
from .reading import Seats


class Spreading(Card):
    """Two pictures of one thing, and the sentence that tells it."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        self.turn = Button(look, _("Beside the stage"), kind="quiet")
        super().__init__(look, _("Coverage and sharing"), self.turn, caption=" ")
        self.desk = desk
        self.lines = CoverageChart(look, _("Coverage and sharing"))
        self.others = CoverageChart(look, _("What people other than the leader carry"))
        self.ways = QStackedWidget()
        self.ways.addWidget(self.lines)
        self.ways.addWidget(self.others)
        self.told = Words(look, "", "caption")
        self.add(self.ways, 1)
        self.add(self.told)
        self.turn.clicked.connect(self._turn)
        help_words = [_(words.SHARE), _(words.CONCENTRATION), _(words.OTHERS)]
        self.setToolTip("".join(f"<p>{it}</p>" for it in help_words))  # markup: it wraps
        self.setAccessibleDescription(" ".join(help_words))

    def show_seats(self, seats: Seats) -> None:
        _ = self.desk.catalog
        told = formats.percent(seats.now.concentration, _.language)
        self.caption.setText(_("Concentration: {share}", share=told))
        self.lines.show_data(pictures.lines(seats, _))
        known = pictures.others(seats, _)
        self.turn.setVisible(known is not None)
        if known:
            self.others.show_data(known)
        elif self.ways.currentIndex():
            self._turn()
        self.told.setText(words.spread(seats.carried[-1], _) if seats.carried else "")
        self._show_told()

    def _turn(self) -> None:
        _, beside = self.desk.catalog, self.ways.currentIndex() == 0
        self.ways.setCurrentIndex(int(beside))
        self.turn.set_words(_("Roles held") if beside else _("Beside the stage"))
        self._show_told()
        (self.others if beside else self.lines).setFocus()

    def _show_told(self) -> None:
        """The sentence belongs to the second picture."""
        self.told.setVisible(self.ways.currentIndex() == 1 and bool(self.told.words()))
