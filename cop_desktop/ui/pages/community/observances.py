"""Whose holy days the community keeps in mind when it looks for a free day."""

from PySide6.QtWidgets import QBoxLayout

from cop_desktop.content import content
from cop_desktop.models.vocabulary import Observance
from cop_desktop.services import communities
from cop_desktop.services.communities import CommunityRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Card, FilterChip, Words


class ObservancesCard(Card):
    """A chip for each calendar; pressed, it counts from then on."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        super().__init__(look, _("Whose days we keep in mind"))
        self.desk = desk
        self.chips = {it: FilterChip(look, content(_.language).word(it)) for it in Observance}
        way = QBoxLayout.Direction
        line = QBoxLayout(way.TopToBottom if look.roomy else way.LeftToRight)
        line.setSpacing(look.px(6))
        for chip in self.chips.values():
            chip.clicked.connect(self._save)
            line.addWidget(chip)
        line.addStretch(1)
        self.body.addLayout(line)
        told = _(
            "Days in these calendars are named beside a date, and free days are looked for "
            "around them. Where a date depends on the moon, it is an estimate."
        )
        self.add(Words(look, told, "caption"))

    def show_row(self, row: CommunityRow) -> None:
        for observance, chip in self.chips.items():
            chip.setChecked(observance in row.observances)

    def _save(self) -> None:
        desk = self.desk
        chosen = [observance for observance, chip in self.chips.items() if chip.isChecked()]
        with desk.store.write(desk.catalog("Days kept in mind")) as session:
            communities.change(session, desk.community_id, {"observances": chosen})
