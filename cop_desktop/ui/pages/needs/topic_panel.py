"""One topic: where it stands, its chain, and its facts."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.needs import NeedRow
from cop_desktop.services.thread import Thread
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.menu_place import open_below
from cop_desktop.ui.people import People, offer
from cop_desktop.ui.widgets import Button, Hairline, IconButton

from . import menus, words
from .answer import Answer
from .chain import Chain
from .chain_steps import steps
from .deeds import Deeds
from .panel import Panel
from .reading import Told

FIELDS = {
    "title": N_("Title"),
    "owner_id": N_("Responsible"),
    "weight": N_("Weight"),
    "opened_on": N_("Open since"),
    "note": N_("Notes"),
}


class TopicPanel(Panel):
    """Everything in it is saved where it is written; `began_story(id)` for a seed noted here."""

    began_story = Signal(object)

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        super().__init__(desk, desk.catalog("Delete the topic"))
        self.deeds = deeds
        self.shown: Thread | None = None
        self._people = People({})
        self._needs: tuple[NeedRow, ...] = ()
        self.chain = Chain(desk.look, desk.catalog("The way of this topic"))
        self.chain.opened.connect(self._open)
        self.chain.asked.connect(self.do)
        self.answer = Answer(desk)
        self.answer.given.connect(self._end)
        self.answer.left.connect(self._leave_answer)
        self.fields = self._form()
        self.stack(self._ways(), self.answer, self.chain, Hairline(), self.fields)

    def show_thread(self, thread: Thread, told: Told) -> None:
        """Show a topic's thread; all else that is told is what one may choose from."""
        other = self.shown is None or self.shown.topic.id != thread.topic.id
        self.shown, self._people, self._needs = thread, told.people, told.needs
        row = thread.topic
        self.show_head(row.title, another=other)
        self.chain.show_steps(steps(thread, told.limit, self.desk.catalog))
        self.close_.setVisible(row.open)
        self.again.setVisible(not row.open)
        if other or not row.open:
            self.answer.hide()
        offer(self.fields, "owner_id", told.people)
        self.fields.fill(
            {
                "title": row.title, "owner_id": row.owner, "weight": row.weight,
                "opened_on": row.opened_on, "note": row.note,
            },
            item=row.id,
        )  # fmt: skip

    # -- deeds ---------------------------------------------------------------------------

    def do(self, deed: str) -> None:
        """`need`, `agenda`, `product` or `story`: a step of the chain that is missing."""
        if self.shown is None:
            return
        row = self.shown.topic
        if deed == "need":
            self.offer_needs()
        elif deed == "agenda":
            self.offer_agendas()
        elif deed == "product":
            self.desk.open_place("products", self.deeds.begin_product(row))
        elif deed == "story":
            self.began_story.emit(self.deeds.note_stories([row.title], row)[0])

    def offer_agendas(self) -> QMenu:
        """A menu of the meetings ahead."""
        menu = menus.agendas(self.desk, self._put, self)
        open_below(menu, self.more, self.look)
        return menu

    def offer_needs(self) -> QMenu:
        """A menu of needs that it may answer, too."""
        linked = self.shown.topic.need_ids if self.shown else ()
        rows = [row for row in self._needs if row.open and row.id not in linked]
        menu = menus.open_needs(self.desk, rows, self._link, self)
        open_below(menu, self.more, self.look)
        return menu

    def begin_answer(self) -> None:
        """Ask for what those who proposed it are told; what is being written stays."""
        if self.answer.isVisible():
            self.answer.text.setFocus()
        elif self.shown:
            self.answer.begin(self.shown.topic.answer, sum(it.open for it in self.shown.needs))
            self.page.ensureWidgetVisible(self.answer)

    def _put(self, meeting: MeetingRow) -> None:
        if self.shown:
            self.deeds.put_on(self.shown.topic, meeting)

    def _link(self, need: NeedRow) -> None:
        if self.shown:
            self.deeds.link(self.shown.topic.id, need.id, need.text)

    def _end(self, text: str, declined: bool) -> None:
        if self.shown is None:
            return
        met = [row for row in self.shown.needs if row.open and self.answer.met and not declined]
        try:
            self.deeds.end_topic(self.shown.topic, text, declined=declined, met=met)
        except UserError as problem:
            self.answer.refuse(self.desk.catalog.error(problem))
            return
        self.answer.hide()
        self.again.setFocus()

    def _leave_answer(self) -> None:
        self.answer.hide()
        self.close_.setFocus()

    def _open_again(self) -> None:
        if self.shown:
            self.deeds.reopen_topic(self.shown.topic)
            self.close_.setFocus()

    def _open(self, place: str, item: UUID) -> None:
        self.desk.open_place(place, item)

    # -- looks ---------------------------------------------------------------------------

    def _ways(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        self.close_ = Button(look, _("Close the topic"), "ph.check")
        self.close_.clicked.connect(self.begin_answer)
        self.again = Button(look, _("Open again"), "ph.arrow-counter-clockwise")
        self.again.clicked.connect(self._open_again)
        self.more = IconButton(look, "ph.dots-three", _("Next steps of this topic"))
        self.more.clicked.connect(self._offer_more)
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(8))
        for button in (self.close_, self.again, self.more):
            line.addWidget(button)
        line.addStretch(1)
        return box

    def _offer_more(self) -> None:
        _, menu = self.desk.catalog, menus.empty(self.desk, self)
        for told, deed in (
            (_("Link a need"), "need"),
            (_("Put on an agenda"), "agenda"),
            (_("Begin a product"), "product"),
            (_("Note a seed of a story"), "story"),
        ):
            menu.addAction(told, partial(self.do, deed))
        open_below(menu, self.more, self.look)

    def _form(self) -> Form:
        _, form = self.desk.catalog, self.form()
        form.add_line("title", _(FIELDS["title"]))
        form.add_line("owner_id", _(FIELDS["owner_id"]))
        weights = [(weight, _(told)) for weight, told in words.WEIGHTS.items()]
        form.add_choice("weight", _(FIELDS["weight"]), weights, beside=True)
        form.add_text("note", _(FIELDS["note"]), lines=2)
        form.add_date("opened_on", _(FIELDS["opened_on"]))
        form.edited.connect(self._save)
        return form

    def _save(self, name: str, value: Any) -> None:
        if self.shown is None:
            return
        _ = self.desk.catalog
        try:
            values = {name: self._people.find(value) if name == "owner_id" else value}
            self.deeds.change_topic(self.shown.topic, _(FIELDS[name]), values)
        except UserError as problem:
            self.fields.error(name, _.error(problem))
