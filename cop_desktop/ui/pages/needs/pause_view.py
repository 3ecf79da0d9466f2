"""The planned pause, and beside it what changed since the one before."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cop_desktop import formats
from cop_desktop.services.pauses import Changes, PauseRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.firm import Firm
from cop_desktop.ui.widgets import Card, Choice, EmptyState, ScrollPage, SplitDetail, Words

from .changes_picture import ChangesPicture, found
from .pause_card import PauseCard
from .reading import Told


class PauseView(QWidget):
    """`need_asked(id)` for a need in the picture."""

    need_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._changes: Mapping[UUID, Changes] = {}
        self._rows: tuple[PauseRow, ...] = ()
        self.card = PauseCard(desk)
        self.which = Choice(desk.look)
        self.which.chosen.connect(self._show)
        self.picture = ChangesPicture(desk.look, desk.catalog("What changed"))
        self.picture.part_chosen.connect(self.need_asked)
        self.since, self.learnt = Words(desk.look, "", "muted"), Words(desk.look, written=True)
        self.beside = QStackedWidget()
        self.beside.addWidget(self._found())
        self.beside.addWidget(self._nothing())
        page = Firm(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(SplitDetail(desk.look, self.card, self.beside, width=432, least=340))

    def show_told(self, told: Told) -> None:
        """Show the pause that is ahead, and what each of the others found."""
        rows, ahead = told.pauses, [row for row in told.pauses if row.open]
        self.card.show_pause(ahead[-1] if ahead else None, told.offered, told.mapped)
        shown = self.which.value()
        if rows != self._rows:
            self._fill(rows)
        self._rows, self._changes = rows, told.changes
        keys = [row.id for row in rows]
        self.beside.setCurrentIndex(0 if rows else 1)
        if keys:
            key = shown if shown in keys else keys[0]
            self.which.set_value(key)
            self._show(key)

    def _fill(self, rows: tuple[PauseRow, ...]) -> None:
        _ = self.desk.catalog
        self.which.clear()
        for row in rows:
            day = formats.date_short(row.closed_on or row.planned_on, _.language)
            name = _("Pause of {day}", day=day)
            self.which.add(_("{name}, under way", name=name) if row.open else name, row.id)

    def _show(self, key: UUID) -> None:
        _ = self.desk.catalog
        row = next(it for it in self._rows if it.id == key)
        changes = self._changes[key]
        if changes.since:
            day = formats.date_short(changes.since, _.language)
            self.since.setText(_("Against the pause of {day}", day=day))
        else:
            self.since.setText(_("The first mapping: all is new."))
        self.picture.show_data(found(changes, _))
        self.learnt.setText(row.learnt)
        self.learnt.setVisible(bool(row.learnt))

    def _found(self) -> Card:
        look, _ = self.desk.look, self.desk.catalog
        card = Card(look, _("What changed"), self.which)
        page = ScrollPage(look)
        page.setMinimumHeight(look.px(240))
        page.body.setSpacing(look.px(10))
        for part in (self.since, self.learnt, self.picture):
            page.add(part)
        page.body.addStretch(1)
        card.add(page, 1)
        return card

    def _nothing(self) -> Card:
        look, _ = self.desk.look, self.desk.catalog
        why = _("After the second pause one sees what grew, what faded and what is new.")
        card = Card(look)
        icon = "ph.pause-circle"
        card.add(EmptyState(look, icon, _("What changed will be here"), why, width=300), 1)
        return card
