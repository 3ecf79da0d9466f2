"""One need: what answers it, and its facts."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models.thread_words import NeedState, TopicState
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.needs import Answering, NeedRow
from cop_desktop.services.organisations import OrganisationRow
from cop_desktop.services.topics import TopicRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.forms import Form
from cop_desktop.ui.people import People, offer
from cop_desktop.ui.topic_words import with_age
from cop_desktop.ui.widgets import Button, Choice, Field, Hairline, Label, ListRow

from . import words
from .deeds import Deeds
from .panel import Panel

FIELDS = {
    "text": N_("The need, in its own words"),
    "side": N_("Whose need"),
    "source": N_("How it came to be known"),
    "weight": N_("Weight"),
    "noted_on": N_("Noted on"),
    "member_id": N_("Who spoke of it (for me alone)"),
    "organisation_id": N_("Organisation"),
    "meeting_id": N_("Meeting"),
}
SIGNS = {
    TopicState.OPEN: (words.TOPIC, "accent"),
    TopicState.DONE: ("ph.check", "accent"),
    TopicState.DECLINED: ("ph.prohibit", "quiet"),
}


class NeedPanel(Panel):
    """`topic_asked(id)` for a topic that is pressed, or was just made of the need."""

    topic_asked = Signal(object)

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        super().__init__(desk, desk.catalog("Delete the need"))
        self.deeds = deeds
        self.row: NeedRow | None = None
        self._people = People({})
        self._meetings: tuple[MeetingRow, ...] = ()
        self._organisations: tuple[OrganisationRow, ...] = ()
        self._topics: tuple[TopicRow, ...] = ()
        self.fields = self._form()
        self.stack(self._answers(), Hairline(), self.fields, self._ends())

    def offer(
        self,
        people: People,
        organisations: tuple[OrganisationRow, ...],
        held: tuple[MeetingRow, ...],
        open_topics: tuple[TopicRow, ...],
    ) -> None:
        """What one may choose from."""
        self._people, self._organisations = people, organisations
        offer(self.fields, "member_id", people)
        home = self.fields.suggest("organisation_id", [it.name for it in organisations])
        home.show_caret()
        if held != self._meetings:
            self._meetings = held
            self._fill_meetings()
        self._topics = open_topics

    def show_need(self, row: NeedRow) -> None:
        self.show_head(row.text, another=self.row is None or self.row.id != row.id)
        self.row = row
        self._show_topics(row)
        self.answered.setVisible(row.open)
        self.faded.setVisible(row.open)
        self.again.setVisible(not row.open)
        self.fields.fill(
            {
                "text": row.text, "side": row.side, "source": row.source, "weight": row.weight,
                "noted_on": row.noted_on, "member_id": row.who,
                "organisation_id": row.organisation, "meeting_id": row.meeting_id,
            },
            item=row.id,
        )  # fmt: skip

    # -- topics --------------------------------------------------------------------------

    def _answers(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(8))
        rows.addWidget(Label(look, _("Topics that answer it"), "strong"))
        self.answers = QVBoxLayout()
        self.answers.setSpacing(0)
        rows.addLayout(self.answers)
        self.propose = Button(look, _("Make it a topic"), words.TOPIC, "primary")
        self.propose.clicked.connect(self._propose)
        self.others = Choice(look)
        self.others.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.others.chosen.connect(self._link)
        self.joining = Field(look, _("Or a topic that is open already"), self.others)
        line = QWidget()
        flow = Flow(line, look.px(8))
        flow.add(self.propose)
        rows.addWidget(line)
        rows.addWidget(self.joining)
        return box

    def _show_topics(self, row: NeedRow) -> None:
        empty(self.answers)
        for topic in row.topics:
            self.answers.addWidget(self._answer(topic))
        known = {topic.topic_id for topic in row.topics}
        free = [it for it in self._topics if it.id not in known]
        self.others.clear()
        self.others.add(self.desk.catalog("Choose a topic"), None)
        for it in free:
            self.others.add(with_age(it, self.desk.catalog), it.id)
        self.others.set_value(None)
        self.joining.setVisible(bool(free) and row.open)
        self.propose.setVisible(row.unanswered)

    def _answer(self, topic: Answering) -> ListRow:
        _ = self.desk.catalog
        icon, tone = SIGNS[topic.state]
        line = ListRow(self.desk.look, icon, topic.title, "", _("Unlink"), tone=tone)
        line.clicked.connect(lambda: self.topic_asked.emit(topic.topic_id))
        line.acted.connect(lambda: self._unlink(topic))
        line.delete_asked.connect(lambda: self._unlink(topic))
        return line

    def _propose(self) -> None:
        if self.row:
            self.topic_asked.emit(self.deeds.propose(self.row))

    def _link(self, key: UUID | None) -> None:
        if self.row and key:
            self.deeds.link(key, self.row.id, self.row.text)

    def _unlink(self, topic: Answering) -> None:
        if self.row:
            self.deeds.unlink(topic.topic_id, self.row.id, topic.title)
            (self.propose if self.propose.isVisible() else self.others).setFocus()

    # -- facts ---------------------------------------------------------------------------

    def _form(self) -> Form:
        _, form = self.desk.catalog, self.form()
        form.add_text("text", _(FIELDS["text"]), lines=2)
        sides = [(side, _(told)) for side, told in words.SIDES.items()]
        form.add_choice("side", _(FIELDS["side"]), sides)
        weights = [(weight, _(told)) for weight, told in words.WEIGHTS.items()]
        form.add_choice("weight", _(FIELDS["weight"]), weights, beside=True)
        sources = [(source, _(told)) for source, told in words.SOURCES.items()]
        form.add_choice("source", _(FIELDS["source"]), sources)
        form.add_line("organisation_id", _(FIELDS["organisation_id"]), beside=True)
        form.add_line("member_id", _(FIELDS["member_id"]))
        form.add_choice("meeting_id", _(FIELDS["meeting_id"]), [(None, _("None"))])
        form.add_date("noted_on", _(FIELDS["noted_on"]))
        form.edited.connect(self._save)
        return form

    def _fill_meetings(self) -> None:
        box: Choice = self.fields.editor("meeting_id")
        _ = self.desk.catalog
        box.clear()
        box.add(_("None"), None)
        for row in reversed(self._meetings):
            day = formats.date_short(row.starts_at.date(), _.language)
            box.add(formats.dotted(day, row.topic), row.id)

    def _save(self, name: str, value: Any) -> None:
        if self.row is None:
            return
        _ = self.desk.catalog
        try:
            if name == "member_id":
                value = self._people.find(value)
            elif name == "organisation_id":
                value = self._organisation(value)
            self.deeds.change_need(self.row, _(FIELDS[name]), {name: value})
        except UserError as problem:
            self.fields.error(name, _.error(problem))

    def _organisation(self, name: str) -> UUID | None:
        """Which organisation is meant; raises UserError for one the file does not know."""
        if not name.strip():
            return None
        for row in self._organisations:
            if row.name.casefold() == name.strip().casefold():
                return row.id
        raise UserError(
            N_("No organisation here is called {name}. Choose one from the list."), name=name
        )

    # -- its end -------------------------------------------------------------------------

    def _ends(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        self.answered = Button(look, _("It was answered"), "ph.check")
        self.faded = Button(look, _("It is no longer felt"), "ph.arrow-down")
        self.again = Button(look, _("It is felt again"), "ph.arrow-counter-clockwise")
        box = QWidget()
        flow = Flow(box, look.px(8))
        for button, state in (
            (self.answered, NeedState.ANSWERED),
            (self.faded, NeedState.FADED),
            (self.again, NeedState.OPEN),
        ):
            button.clicked.connect(lambda _=False, state=state: self._end(state))
            flow.add(button)
        return box

    def _end(self, state: NeedState) -> None:
        if self.row:
            self.deeds.end_need(self.row, state)
