"""How much of the work of a meeting others lead, and the way to its numbers."""

from uuid import UUID

from PySide6.QtCore import QTimer

from cop_desktop import formats
from cop_desktop.services import agenda_numbers
from cop_desktop.services.agenda_numbers import Numbers
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button

from .numbers_card import NumbersCard

REST = 120  # ms


class NumbersButton(Button):
    """Counted once the keys rest, so that nobody waits for it; hidden until then."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "", "ph.caret-down", "quiet")
        self.desk = desk
        self.meeting_id: UUID | None = None
        self.clicked.connect(self.compare)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._count)
        self.hide()

    def count(self, meeting_id: UUID | None) -> None:
        """Count soon."""
        self.meeting_id = meeting_id
        self._rest.start()

    def stop(self) -> None:
        """Out of sight, the meeting may be taken back before the keys have rested."""
        self._rest.stop()

    def compare(self) -> None:
        """The numbers of this meeting beside those of the last ones."""
        if self.meeting_id:
            NumbersCard(self.desk, self.meeting_id, self).open_under(self)

    def _count(self) -> None:
        if self.meeting_id:
            with self.desk.store.read() as session:
                self._tell(agenda_numbers.of(session, self.meeting_id, last=0).now)

    def _tell(self, numbers: Numbers) -> None:
        """As soon as anybody is named, how much other members lead."""
        _, share = self.desk.catalog, numbers.share_members
        named = numbers.leader + numbers.members + numbers.guests
        percent = formats.percent(share or 0, _.language)
        self.set_words(_("Members lead {percent}", percent=percent) if named else _("In numbers"))
        self.setVisible(share is not None)
