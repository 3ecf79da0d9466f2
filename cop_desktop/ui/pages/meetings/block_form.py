"""The fields of one block; what is seldom used is folded under “more”."""

from datetime import time
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import BlockKind, Depth, LearningActivity
from cop_desktop.services.agendas import Block
from cop_desktop.services.groups import Groups
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People
from cop_desktop.ui.theme import KIND_ICONS
from cop_desktop.ui.widgets import Choice, Field, LineEdit, ScrollPage, TextArea

from .agenda_words import groups_word
from .attachments_field import AttachmentsField
from .block_head import BlockHead
from .clock_edit import PinEdit
from .fold import Fold
from .kept import Kept
from .name_edit import NameEdit
from .number_edit import GroupEdit, MinutesEdit
from .paired import paired
from .role_chips import RoleChips
from .saving import Save
from .topic_choice import TopicChoice

Kinds = type[BlockKind | LearningActivity | Depth]


class BlockForm(ScrollPage):
    """`save(name, values)` is told of every edit, `asked(deed)` for duplicate and such."""

    asked = Signal(str)

    def __init__(self, desk: Desk, save: Save) -> None:
        super().__init__(desk.look)
        self.desk, self._save = desk, save
        self.block: Block | None = None
        self._shown: UUID | None = None
        self.people = People({})
        self.topics_wait = False  # else there is nothing to choose
        self.block_head = BlockHead(desk)
        self.block_head.asked.connect(self.asked)
        self._make_editors()
        self._make_texts()
        self._lay_out()

    def offer(self, people: People) -> None:
        self.people = people
        self.leader.offer([(key, name) for name, key in people.ids.items()])

    def show_block(self, meeting_id: UUID, block: Block, groups: Groups | None) -> None:
        """Show a block; what is being typed is left alone unless the block is another."""
        anew, self._shown = self._shown != block.id, block.id
        self.block = block
        for kept, name in zip(self.kept, self._names, strict=True):
            kept.show_text(getattr(block, name), anew=anew)
        name = self.people.name_of(block.leader_id) or block.leader
        self.leader.show_name(name, anew=anew)
        self.minutes.show_minutes(block.minutes)
        self.minutes.setEnabled(not block.parallel)
        self.kind.set_value(block.kind)
        self.activity.set_value(block.activity)
        self.deep.set_value(block.depth)
        self.roles.show_roles(block.roles)
        self.topic.show_topic(block)
        self.topic_field.setVisible(self.topics_wait or block.topic_id is not None)
        self._show_pin(block)
        self._show_groups(block, groups)
        self.attached.show_block(meeting_id, block)
        self.fold.tell(self._folded(block))
        self.block_head.show_block(block)

    def _show_pin(self, block: Block) -> None:
        outer = block.timed and block.parent_id is None
        self.pin_field.setVisible(outer)
        self.pin_field.set_error("")
        self.pin.show_pin(block.pinned_at, block.starts_at.time())

    def _show_groups(self, block: Block, groups: Groups | None) -> None:
        self.group_size.show_size(block.group_size)
        self.group_field.set_help(groups_word(groups, self.desk.catalog) if groups else "")

    def _folded(self, block: Block) -> int:
        """How much of what is folded away has something in it."""
        told = (block.purpose, block.questions, block.materials, block.notes, block.activity,
                block.depth, block.group_size, block.attachments)  # fmt: skip
        return sum(bool(each) for each in told)

    # -- the keyboard --------------------------------------------------------------------

    def edit(self) -> None:
        """Put the caret into the title, ready to be written over."""
        self._focus(self.title_edit)
        self.title_edit.selectAll()

    def edit_field(self, name: str) -> None:
        """Put the caret into a field; one that is folded away is opened."""
        if name == "group_size":
            self.fold.open()
            self._focus(self.group_size.spin)
            self.group_size.spin.selectAll()
        elif name == "pinned_at" and self.pin_field.isVisibleTo(self):
            self.pin.begin()
            self.ensureWidgetVisible(self.pin)
        elif name == "leader":
            self._focus(self.leader)
            self.leader.selectAll()

    def _focus(self, editor: QWidget) -> None:
        """Into a field, and the field into sight once all is laid out."""
        editor.setFocus()
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(editor))

    def _leave_title(self) -> None:
        self.kept[0].flush()
        if not self.kept[0].field.has_error:
            self.asked.emit("list")

    def _leave_leader(self) -> None:
        if not self.leader.choosing:
            self.asked.emit("list")

    # -- saving --------------------------------------------------------------------------

    def _save_leader(self, key: UUID | None, text: str) -> None:
        """A member by key; any other name is a guest."""
        self._save("leader", {"leader_id": key, "guest": "" if key else text})

    def _save_pin(self, clock: time | None) -> None:
        try:
            self._save("pinned_at", {"pinned_at": clock})
        except UserError as problem:
            self.pin_field.set_error(self.desk.catalog.error(problem))

    # -- looks ---------------------------------------------------------------------------

    def _make_editors(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.title_edit = LineEdit(look)
        self.title_edit.returnPressed.connect(self._leave_title)
        self.leader = NameEdit(look, _("Name"))
        self.leader.settled.connect(self._save_leader)
        self.leader.returnPressed.connect(self._leave_leader)
        self.minutes = MinutesEdit(look, _)
        self.minutes.changed.connect(lambda n: self._save("minutes", {"minutes": n}))
        self.pin = PinEdit(look)
        self.pin.settled.connect(self._save_pin)
        self.pin.left.connect(lambda: self.asked.emit("list"))
        self.group_size = GroupEdit(_("not in groups"))
        self.group_size.changed.connect(lambda n: self._save("group_size", {"group_size": n}))
        self.group_size.left.connect(lambda: self.asked.emit("list"))
        self.kind = self._choice("kind", BlockKind)
        self.activity = self._choice("activity", LearningActivity)
        self.deep = self._choice("depth", Depth)
        self.roles = RoleChips(self.desk)
        self.roles.changed.connect(lambda roles: self._save("roles", {"roles": roles}))
        self.topic = TopicChoice(self.desk)
        self.topic.chosen.connect(lambda key: self._save("topic_id", {"topic_id": key}))
        self.attached = AttachmentsField(self.desk)

    def _choice(self, name: str, kinds: Kinds) -> Choice:
        look, _, t = self.desk.look, self.desk.catalog, self.desk.look.theme
        choice = Choice(look)
        if kinds is not BlockKind:
            choice.add(_("None"), None)
        for kind in kinds:
            icon, colour = KIND_ICONS.get(kind, ""), t.kinds.get(kind, "")
            choice.add(content(_.language).short(kind), kind, icon, colour)
        choice.setSizeAdjustPolicy(choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.chosen.connect(lambda value: self._save(name, {name: value}))
        return choice

    def _make_texts(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.texts = {
            "title": Field(look, _("Title"), self.title_edit),
            "method": Field(look, _("How it runs"), TextArea(look, lines=2)),
            "outcome": Field(look, _("Outcome"), LineEdit(look)),
            "purpose": Field(look, _("What it is for"), TextArea(look, lines=2)),
            "questions": Field(look, _("Questions, one per line"), TextArea(look, lines=3)),
            "materials": Field(look, _("Materials"), TextArea(look, lines=2)),
            "notes": Field(look, _("Notes for me alone"), TextArea(look, lines=2)),
        }
        self._names = tuple(self.texts)
        self.kept = [
            Kept(field, lambda text, name=name: self._save(name, {name: text}), _)  # type: ignore[misc]
            for name, field in self.texts.items()
        ]

    def _lay_out(self) -> None:
        look, px, texts = self.desk.look, self.desk.look.px, self.texts
        self.body.setContentsMargins(px(20), 0, px(20), 0)
        self.body.setSpacing(px(8))
        self.add(self.block_head)
        self.body.addLayout(self._fields())
        self.add(self.block_head.hint)
        self.fold = Fold(self.desk, "agenda.more", self._more())
        self.add(self.fold)
        self.fold.opened.connect(lambda: self.ensureWidgetVisible(self.texts["purpose"]))
        self.body.addStretch(1)
        for field in (texts["title"], texts["method"]):
            field.setMinimumWidth(look.px(120))
        self.leader.setMinimumWidth(look.px(110))  # long names give way to the minutes

    def _fields(self) -> QGridLayout:
        look, _, texts = self.desk.look, self.desk.catalog, self.texts
        self.pin_field = Field(look, _("Pinned to a time"), self.pin)
        self.topic_field = Field(look, _("Takes up the topic"), self.topic)
        rows = (
            (texts["title"],),
            (Field(look, _("Led by"), self.leader), Field(look, _("Minutes"), self.minutes)),
            (texts["method"],),
            (Field(look, _("Kind"), self.kind), self.pin_field),
            (Field(look, _("Roles that look after it"), self.roles),),
            (texts["outcome"],),
            (self.topic_field,),
        )
        return paired(rows, look.px(12), look.px(8), one_column=look.roomy)

    def _more(self) -> QWidget:
        look, _, texts = self.desk.look, self.desk.catalog, self.texts
        self.group_field = Field(look, _("People in a group"), self.group_size)
        rows = (
            (texts["purpose"],),
            (texts["questions"],),
            (texts["materials"],),
            (self.group_field,),
            (Field(look, _("Learning activity"), self.activity),
             Field(look, _("Depth of learning"), self.deep)),
            (self.attached,),
            (texts["notes"],),
        )  # fmt: skip
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(paired(rows, look.px(12), look.px(8), one_column=look.roomy))
        return page
