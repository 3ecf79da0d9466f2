"""The topic that a block takes up: chosen among those that are open, each with its age."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from cop_desktop.services import topics
from cop_desktop.services.agendas import Block
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.topic_words import with_age
from cop_desktop.ui.widgets import Choice


class TopicChoice(Choice):
    """It knows only the topic shown until somebody comes to choose: then it asks for the others."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self._shown: tuple[UUID | None, str] = (None, "")
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def show_topic(self, block: Block) -> None:
        """The topic of a block, by its title."""
        anew = (block.topic_id, block.topic)
        if anew != self._shown or not self.count():
            self._shown = anew
            self.clear()
            self.add(self.desk.catalog("None"), None)
            if block.topic_id:
                self.add(block.topic, block.topic_id)
        self.set_value(block.topic_id)

    def offer(self) -> None:
        """All open topics; the one that waits longest stands first."""
        _, home, today = self.desk.catalog, self.desk.community_id, self.desk.today()
        with self.desk.store.read() as session:
            rows = [row for row in topics.every(session, home, today) if row.open]
        key, title = self._shown
        self.clear()
        self.add(_("None"), None)
        for row in rows:
            self.add(with_age(row, _), row.id)
        if key and key not in {row.id for row in rows}:
            self.add(title, key)  # closed by now
        self.set_value(key)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.offer()
        super().focusInEvent(event)

    def showPopup(self) -> None:  # noqa: N802
        if not self.hasFocus():  # else they are there
            self.offer()
        super().showPopup()
