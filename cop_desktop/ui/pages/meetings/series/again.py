"""Another year's meetings once more: which year, and what is taken over from it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.services import seasons
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.series import Slot
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Choice, Field, Words


class AgainForm(QWidget):
    """`changed` when another year is chosen; `slots()` are its meetings in the new year."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.into = desk, formats.work_year_of(desk.today())
        look, _ = desk.look, desk.catalog
        self.source = Choice(look)
        self.source.chosen.connect(lambda _year: self.changed.emit())
        self.field = Field(look, _("Work year"), self.source)
        self.words = Words(look, "", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        layout.addWidget(self.words)

    def start(self, into: int, rows: Iterable[MeetingRow]) -> None:
        """Offer the years that have meetings, the last one before `into` first."""
        _ = self.desk.catalog
        self.into = into
        years = {formats.work_year_of(row.starts_at.date()) for row in rows} - {into}
        found = sorted(years, key=lambda year: (year > into, -year))
        self.source.clear()
        for year in found:
            self.source.add(formats.work_year_name(year, _.language), year)
        self.source.set_value(found[0] if found else None)
        self.field.setVisible(bool(found))
        self.words.setText(self._explained() if found else self._nothing())

    def slots(self) -> Sequence[Slot]:
        """None where no other year has meetings."""
        source = self.source.value()
        if source is None:
            return ()
        with self.desk.store.read() as session:
            return seasons.slots(session, self.desk.community_id, source, self.into)

    def _explained(self) -> str:
        _ = self.desk.catalog
        return _(
            "Into {year}: each meeting in the same week of the work year and on the same "
            "weekday, with its topic, agenda and host; without attendance and decisions.",
            year=formats.work_year_name(self.into, _.language),
        )

    def _nothing(self) -> str:
        return self.desk.catalog("No other work year has meetings yet.")
