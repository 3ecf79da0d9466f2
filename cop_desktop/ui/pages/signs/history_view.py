"""How the signs stood in the months behind, and which of them were put to rest."""

from PySide6.QtWidgets import QVBoxLayout

from cop_desktop.content.method import method
from cop_desktop.services import signs
from cop_desktop.services.signs import History, snoozes
from cop_desktop.ui.desk import MARGIN, Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.widgets import Button, Card, Hairline, ListRow, ScrollPage, Words

from .months import MonthsPicture, months
from .words import rested_words


class HistoryView(ScrollPage):
    """Only the signs that were lit at some time, until all are asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.look.px(MARGIN))
        look, _ = desk.look, desk.catalog
        self.desk, self._whole = desk, False
        self._told: History | None = None
        self.all = Button(look, _("All signs"), kind="quiet")
        self.all.clicked.connect(self._turn)
        card = Card(look, _("The last twelve months"), self.all)
        self.picture = MonthsPicture(look, _("The last twelve months"))
        self.calm = Words(look, _("No sign was lit in these months."), "muted")
        self.note = Words(look, self._note(), "caption")
        for part in (self.calm, self.picture, self.note):
            card.add(part)
        self.rests = Card(look, _("What was put to rest"))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.rests.body.addLayout(self._list)
        self.add(card)
        self.add(self.rests)
        self.body.addStretch(1)

    def read(self) -> None:
        """Show the file as it is."""
        desk = self.desk
        with desk.store.read() as session:
            self._told = signs.history(session, desk.community_id, desk.today())
            rests = snoozes.every(session, desk.community_id)
        self._show()
        empty(self._list)
        for row in rests:
            title = method(desk.catalog.language).sign(row.sign).title
            if self._list.count():
                self._list.addWidget(Hairline())
            self._list.addWidget(
                ListRow(desk.look, "ph.moon", title, rested_words(row, desk.catalog))
            )
        self.rests.setVisible(bool(rests))

    def _show(self) -> None:
        if self._told is None:
            return
        _, told = self.desk.catalog, self._told
        shown = [it for it in told.signs if it.ever or self._whole]
        self.picture.setVisible(bool(shown))
        self.calm.setVisible(not shown)
        self.picture.show_data(months(told, shown, _))
        self.all.set_words(_("Only what was lit") if self._whole else _("All signs"))

    def _turn(self) -> None:
        self._whole = not self._whole
        self._show()

    def _note(self) -> str:
        _ = self.desk.catalog
        return _(
            "Each sign is computed as of the first of the month, by the thresholds of today. "
            "Where the file keeps no days (who owns a product, who has a mentor), only today is "
            "known: there stands a small dot."
        )
