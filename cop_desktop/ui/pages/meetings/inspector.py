"""The chosen block beside the agenda; several at once share what can be shared."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import BlockKind, LearningActivity, Role
from cop_desktop.services import agendas
from cop_desktop.services.agendas import Block
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People
from cop_desktop.ui.theme import KIND_ICONS, ROLE_ICONS
from cop_desktop.ui.widgets import (
    Card,
    Choice,
    Field,
    LineEdit,
    ScrollPage,
    TextArea,
    Words,
)

from .block_head import BlockHead
from .editors import MinutesEdit, NameEdit
from .kept import Kept
from .several import Several
from .words import named

# What Undo says after an edit of a field.
STEPS = {
    "title": N_("Rename “{title}”"),
    "minutes": N_("Length of “{title}”"),
    "leader": N_("Leader of “{title}”"),
    "kind": N_("Kind of “{title}”"),
    "activity": N_("Learning activity of “{title}”"),
    "role": N_("Role in “{title}”"),
    "method": N_("Course of “{title}”"),
    "outcome": N_("Outcome of “{title}”"),
    "notes": N_("Notes on “{title}”"),
}


class Inspector(Card):
    """Every field is saved by itself; `asked(deed)` for duplicate and delete."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.block: Block | None = None
        self.picked: list[Block] = []
        self.people = People({})
        self.pages = QStackedWidget()
        self.block_head = BlockHead(desk)
        self.block_head.asked.connect(self.asked)
        self._make_editors()
        self.several = Several(desk)
        self.several.asked.connect(self.asked)
        self.several.kind_chosen.connect(self._change_kind_of_all)
        self.nothing = Words(desk.look, desk.catalog("Choose a block to see and edit it."), "muted")
        for page in (self._form(), self.several, _on_top(self.nothing, desk.look.px(20))):
            self.pages.addWidget(page)
        self.body.setContentsMargins(0, desk.look.px(14), 0, desk.look.px(12))
        self.add(self.pages, 1)

    def offer(self, people: People) -> None:
        """Whom one may choose to lead."""
        self.people = people
        self.leader.offer([(key, name) for name, key in people.ids.items()])

    def show_blocks(self, picked: Sequence[Block]) -> None:
        """Show the chosen block, or what several have in common."""
        if [block.id for block in picked] != [block.id for block in self.picked]:
            self.flush()
        self.picked = list(picked)
        self.pages.setCurrentIndex(2 if not picked else 0 if len(picked) == 1 else 1)
        if len(picked) == 1:
            self._show(picked[0])
        else:
            self.block = None
            self.several.show_blocks(self.picked)

    def edit(self) -> None:
        """Put the caret into the title, ready to be written over."""
        if self.block:
            self.title_edit.setFocus()
            self.title_edit.selectAll()

    def flush(self) -> None:
        """Save what is still being typed."""
        for kept in self.kept:
            kept.flush()

    # -- showing -------------------------------------------------------------------------

    def _show(self, block: Block) -> None:
        anew = self.block is None or self.block.id != block.id
        self.block = block
        texts = (block.title, block.method, block.outcome, block.notes)
        for kept, text in zip(self.kept, texts, strict=True):
            kept.show_text(text, anew=anew)
        name = self.people.name_of(block.leader_id) or block.leader
        self.leader.show_name(name, anew=anew)
        self.minutes.show_minutes(block.minutes)
        self.kind.set_value(block.kind)
        self.activity.set_value(block.activity)
        self.role.set_value(block.roles[0] if block.roles else None)
        self.block_head.show_block(block)

    # -- saving --------------------------------------------------------------------------

    def _save(self, name: str, values: dict[str, Any]) -> None:
        if self.block is None:
            return
        label = named(STEPS[name], self.block.title, self.desk.catalog)
        with self.desk.store.write(label) as session:
            agendas.change(session, [self.block.id], values)

    def _save_leader(self, key: UUID | None, text: str) -> None:
        """A member by key; any other name is a guest."""
        self._save("leader", {"leader_id": key, "guest": "" if key else text})

    def _change_kind_of_all(self, kind: BlockKind) -> None:
        _ = self.desk.catalog
        ids = [block.id for block in self.picked]
        label = _.plural("Kind of {n} block", "Kind of {n} blocks", len(ids))
        with self.desk.store.write(label) as session:
            agendas.change(session, ids, {"kind": kind})

    # -- looks ---------------------------------------------------------------------------

    def _make_editors(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.title_edit, self.outcome = LineEdit(look), LineEdit(look)
        self.method, self.notes = TextArea(look, lines=2), TextArea(look, lines=2)
        self.leader = NameEdit(look, _("A member or a guest"))
        self.leader.settled.connect(self._save_leader)
        self.minutes = MinutesEdit(look, _)
        self.minutes.changed.connect(lambda value: self._save("minutes", {"minutes": value}))
        self.kind = self._choice("kind", BlockKind)
        self.activity = self._choice("activity", LearningActivity)
        self.role = self._choice("role", Role)

    def _choice(self, name: str, kinds: type[BlockKind | LearningActivity | Role]) -> Choice:
        look, _, t = self.desk.look, self.desk.catalog, self.desk.look.theme
        choice = Choice(look)
        if kinds is not BlockKind:
            choice.add(_("None"), None)
        for kind in kinds:
            icon = {**KIND_ICONS, **ROLE_ICONS}.get(kind, "")
            colour = {**t.kinds, **t.roles}.get(kind, "")
            choice.add(content(_.language).word(kind), kind, icon, colour)
        choice.setSizeAdjustPolicy(choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        several = kinds is Role
        choice.chosen.connect(
            lambda value: self._save(
                name, {"roles": (value,) if value else ()} if several else {name: value}
            )
        )
        return choice

    def _form(self) -> QWidget:
        look, px = self.desk.look, self.desk.look.px
        page = ScrollPage(look)
        page.body.setContentsMargins(px(20), 0, px(20), 0)
        page.body.setSpacing(px(8))
        page.add(self.block_head)
        page.body.addLayout(self._fields())
        page.add(self.block_head.hint)
        page.body.addStretch(1)
        return page

    def _fields(self) -> QGridLayout:
        look, _ = self.desk.look, self.desk.catalog
        title = Field(look, _("Title"), self.title_edit)
        outcome = Field(look, _("What comes out"), self.outcome)
        method = Field(look, _("How it goes"), self.method)
        notes = Field(look, _("Notes for me alone"), self.notes)
        texts = ((title, "title"), (method, "method"), (outcome, "outcome"), (notes, "notes"))
        self.kept = [
            Kept(field, lambda text, name=name: self._save(name, {name: text}), _)  # type: ignore[misc]
            for field, name in texts
        ]
        pairs = (
            (title,),
            (Field(look, _("Led by"), self.leader), Field(look, _("Minutes"), self.minutes)),
            (method,),
            (Field(look, _("Kind"), self.kind), Field(look, _("Role"), self.role)),
            (Field(look, _("Learning activity"), self.activity),),
            (outcome,),
            (notes,),
        )
        return _grid(pairs, look.px(12), look.px(8), one_column=look.roomy)


def _grid(
    rows: Sequence[Sequence[QWidget]], across: int, down: int, *, one_column: bool
) -> QGridLayout:
    """Pairs side by side, or all below each other."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(across)
    grid.setVerticalSpacing(down)
    line = 0
    for row in rows:
        for place, widget in enumerate(row):
            alone = len(row) == 1 or one_column
            grid.addWidget(widget, line, 0 if alone else place, 1, 2 if alone else 1)
            line += one_column or place == len(row) - 1
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _on_top(widget: QWidget, margin: int) -> QWidget:
    page = QWidget()
    rows = QVBoxLayout(page)
    rows.setContentsMargins(margin, 0, margin, 0)
    rows.addWidget(widget)
    rows.addStretch(1)
    return page
