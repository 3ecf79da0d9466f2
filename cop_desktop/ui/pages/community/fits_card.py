"""What fits the present stage: kinds of learning, and whole meetings to begin from."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.content import content, shapes
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services import meetings
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.widgets import Card, Chip, Label, ListRow


class FitsCard(Card):
    """A template opens the coming meeting, where the library lies beside the agenda."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        super().__init__(look, _("What fits this stage"))
        self.desk = desk
        self.add(Label(look, _("Kinds of learning"), "caption"))
        chips = QWidget()
        self._chips = Flow(chips, look.px(6))
        self.add(chips)
        self.add(Label(look, _("Meetings to begin from"), "caption"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.rows: dict[str, ListRow] = {}

    def show_stage(self, stage: Stage) -> None:
        look, text = self.look, content(self.desk.catalog.language)
        shape = shapes.stages()[stage]
        self._chips.empty()
        for activity in shape.activities:
            self._chips.add(Chip(look, text.word(activity)))
        empty(self._rows)
        self.rows = {}
        for key in shape.templates:
            told = text.template(key)
            row = self.rows[key] = ListRow(look, "ph.calendar-plus", told.title, told.fits)
            row.clicked.connect(self.open_meeting)
            self._rows.addWidget(row)

    def open_meeting(self) -> None:
        """The coming meeting, or where one is planned."""
        desk = self.desk
        with desk.store.read() as session:
            row = meetings.upcoming(session, desk.community_id, desk.today())
        if row is None:
            desk.open_place("meetings")
        else:
            desk.open_place("meetings", row.id)
