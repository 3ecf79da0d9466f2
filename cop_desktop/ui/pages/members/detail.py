"""The detail beside the list: who it is, how they take part, and every field one may edit."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.services import members, organisations
from cop_desktop.services.members import Filter
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.theme import ROLE_ICONS
from cop_desktop.ui.widgets import (
    Button,
    Card,
    Chip,
    Hairline,
    Label,
    Line,
    ScrollPage,
    Tabs,
    Well,
    Words,
)

from . import saving
from .avatar import Avatar
from .fields import member_form, values_of
from .reading import OneMember
from .sharing import Sharing
from .words import FACTS, facts

OVERVIEW, FIELDS = 0, 1
ENOUGH = 2  # letters before the names of many are looked up


class MemberDetail(Card):
    """One member. Two tabs: at a glance, and all the fields."""

    left_asked = Signal(object)  # UUID: the member leaves today
    remove_asked = Signal(object)  # UUID

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.item: UUID | None = None
        self._name = ""
        self._head()
        _ = desk.catalog
        self.tabs = Tabs(desk.look, [_("At a glance"), _("Details")])
        self.add(self.tabs)
        self.pages = QStackedWidget()
        self.tabs.chosen.connect(self.pages.setCurrentIndex)
        self.add(self.pages, 1)
        self.pages.addWidget(self._overview())
        self.form = member_form(desk)
        self.form.edited.connect(self.set_field)
        self.form.editor("mentor").textEdited.connect(self._offer_mentors)
        self.pages.addWidget(self._fields())

    def show_member(self, one: OneMember) -> None:
        """Show somebody; a reload of the same member keeps caret, focus and tab."""
        self.item, self._name = one.row.id, one.row.name
        self.avatar.show_name(one.row.name)
        self.name.setText(one.row.name)
        self.second.setText(", ".join(filter(None, (one.row.job_title, one.row.organisation))))
        self._show_chips(one)
        self._show_facts(one)
        self._show_needs(one)
        self._show_deeds(one)
        self.form.fill(values_of(one.detail), item=self.item)
        self.sharing.show_member(self.item, one.row.name)

    def write_note(self) -> None:
        """Go to the private notes."""
        self.tabs.choose(FIELDS)
        editor = self.form.editor("notes")
        editor.setFocus()
        self.scroller.ensureWidgetVisible(self.form.field("notes"))

    def offer_organisations(self) -> None:
        """Names to choose from while somebody types."""
        with self.desk.store.read() as session:
            names = [row.name for row in organisations.every(session)]
        self.form.suggest("organisation", names)

    # -- building ------------------------------------------------------------------------

    def _head(self) -> None:
        look = self.desk.look
        self.avatar = Avatar(look)
        self.name = Label(look, "", "title", elide=True)
        self.second = Words(look, "", "muted")
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(self.name)
        words.addWidget(self.second)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self.avatar)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.chips = QWidget()
        self.chips_flow = Flow(self.chips, look.px(6))
        self.add(self.chips)

    def _overview(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        page = ScrollPage(look)
        page.body.setSpacing(look.px(6))
        self.facts = QVBoxLayout()
        self.facts.setSpacing(0)
        self.lines = {icon: (Line(look, icon, words := Words(look)), words) for icon in FACTS}
        for line, _words in self.lines.values():
            self.facts.addWidget(line)
        page.body.addLayout(self.facts)
        self.needs = Well(look)
        self.needs.add(Label(look, _("From the needs interview"), "strong"))
        self.needs_words = Words(look, "", "muted")
        self.needs.add(self.needs_words)
        page.add(self.needs)
        page.body.addStretch(1)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(page, 1)
        column.addWidget(Hairline())
        column.addLayout(self._deeds())
        return box

    def _deeds(self) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        note = Button(look, _("Write a note"), "ph.note-pencil", "quiet")
        note.clicked.connect(self.write_note)
        self.card = Button(look, _("Role card to print"), "ph.printer", "quiet")
        self.card.clicked.connect(self._print_cards)
        row = QHBoxLayout()
        row.addWidget(note)
        row.addStretch(1)
        row.addWidget(self.card)
        return row

    def _fields(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        self.scroller = ScrollPage(look)
        room = look.px(6)  # between the fields and the scroll bar
        sides = (room, 0) if look.rtl else (0, room)
        self.scroller.body.setContentsMargins(sides[0], 0, sides[1], 0)
        self.scroller.add(self.form)
        self.scroller.add(Hairline())
        self.sharing = Sharing(self.desk)
        self.scroller.add(self.sharing)
        self.scroller.add(Hairline())
        self.leave = Button(look, _("Left the community"), "ph.sign-out", "quiet")
        self.leave.clicked.connect(lambda: self.left_asked.emit(self.item))
        remove = Button(look, _("Delete"), "ph.trash", "danger")
        remove.clicked.connect(lambda: self.remove_asked.emit(self.item))
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(remove)
        self.scroller.body.addLayout(row)
        self.forget = Button(look, _("Erase for good…"), "ph.user-minus", "quiet")
        self.forget.clicked.connect(self._forget)
        self.scroller.body.addWidget(self.forget)
        return self.scroller

    # -- showing -------------------------------------------------------------------------

    def _show_chips(self, one: OneMember) -> None:
        look, texts = self.desk.look, content(self.desk.catalog.language)
        self.chips_flow.empty()
        for function in one.row.functions:
            self.chips_flow.add(Chip(look, texts.word(function), "ph.crown-simple", "accent"))
        for role in one.row.roles:
            colour = look.theme.roles[role]
            self.chips_flow.add(
                Chip(look, texts.role(role).member, ROLE_ICONS[role], colour=colour)
            )
        if circle := one.row.persona or one.facts.suggested:
            self.chips_flow.add(Chip(look, texts.word(circle), "ph.circles-three", "accent"))
        elif one.facts.is_new:
            self.chips_flow.add(Chip(look, self.desk.catalog("New"), "ph.leaf", "quiet"))

    def _show_facts(self, one: OneMember) -> None:
        """Lines are kept and filled anew: making them costs more than all the rest."""
        said = dict(facts(one, self.desk.catalog))
        for icon, (line, words) in self.lines.items():
            words.setText(said.get(icon, ""))
            line.setVisible(icon in said)

    def _show_needs(self, one: OneMember) -> None:
        self.needs_words.setText(one.detail.values["needs"])
        self.needs.setVisible(bool(one.detail.values["needs"]))

    def _show_deeds(self, one: OneMember) -> None:
        self.card.setVisible(bool(one.row.roles))
        self.leave.setVisible(one.row.left is None)

    # -- doing ---------------------------------------------------------------------------

    def set_field(self, name: str, value: Any) -> None:
        """Save one field of the member shown; a refusal goes under the field."""
        if self.item is None:
            return
        try:
            saving.save(self.desk, [self.item], name, value, self._name)
        except UserError as problem:
            self.form.error(name, self.desk.catalog.error(problem))

    def _offer_mentors(self, text: str) -> None:
        if len(text.strip()) < ENOUGH:
            return
        desk = self.desk
        with desk.store.read() as session:
            keys = members.find(session, desk.community_id, desk.today(), Filter(text=text))
            names = [row.name for row in members.rows(session, keys[:20], desk.today())]
        self.form.suggest("mentor", names)

    def _forget(self) -> None:
        from cop_desktop.ui.dialogs.forgetting import ForgetDialog  # seldom asked for

        if self.item is not None:
            ForgetDialog(self.desk, self.item, self.window()).open()

    def _print_cards(self) -> None:
        from cop_desktop.ui.dialogs.paper import PaperDialog  # brings the PDF writer

        PaperDialog(self.desk, "role-cards", parent=self.window()).open()
