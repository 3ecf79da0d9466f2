"""Several blocks at once."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.models.vocabulary import BlockKind
from cop_desktop.services.agendas import Block
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People
from cop_desktop.ui.theme import KIND_ICONS
from cop_desktop.ui.widgets import Button, Choice, Field, Label

from .name_edit import NameEdit
from .number_edit import MinutesEdit
from .role_chips import RoleChips
from .saving import Save

Value = TypeVar("Value")


class Several(QWidget):
    """What several blocks share; `save(name, values)` is meant for all of them."""

    asked = Signal(str)

    def __init__(self, desk: Desk, save: Save) -> None:
        super().__init__()
        self.desk, self._save = desk, save
        look = desk.look
        self.heading, self.sum = Label(look, "", "title"), Label(look, "", "caption")
        self._make_editors()
        self._lay_out()

    def offer(self, people: People) -> None:
        self.leader.offer([(key, name) for name, key in people.ids.items()])

    def show_blocks(self, picked: Sequence[Block]) -> None:
        _ = self.desk.catalog
        self.heading.setText(_.plural("{n} block", "{n} blocks", len(picked)))
        length = sum(block.minutes for block in picked)
        self.sum.setText(formats.duration(length, _.language) if picked else "")
        self.kind.set_value(_common([block.kind for block in picked]))
        self.minutes.show_minutes(_common([block.minutes for block in picked]) or 0)
        self.leader.show_name(_common([block.leader for block in picked]) or "", anew=True)
        self.roles.show_roles(_common([block.roles for block in picked]) or ())

    def edit_field(self, name: str) -> None:
        if name == "leader":
            self.leader.setFocus()
            self.leader.selectAll()

    def _make_editors(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.kind = Choice(look)
        for kind in BlockKind:
            colour = look.theme.kinds[kind]
            self.kind.add(content(_.language).word(kind), kind, KIND_ICONS[kind], colour)
        self.kind.chosen.connect(lambda kind: self._save("kind", {"kind": kind}))
        self.minutes = MinutesEdit(look, _, by=self._lengthen)  # each from its own length
        self.minutes.spin.setSpecialValueText("–")  # they are not alike
        self.minutes.changed.connect(lambda n: self._save("minutes", {"minutes": n}))
        self.leader = NameEdit(look, _("Name"))
        self.leader.settled.connect(self._save_leader)
        self.roles = RoleChips(self.desk)
        self.roles.changed.connect(lambda roles: self._save("roles", {"roles": roles}))

    def _lengthen(self, way: int) -> None:
        self.asked.emit("longer" if way > 0 else "shorter")

    def _save_leader(self, key: UUID | None, text: str) -> None:
        self._save("leader", {"leader_id": key, "guest": "" if key else text})

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.px(20), 0, look.px(20), 0)
        rows.setSpacing(look.px(8))
        fields = (
            Field(look, _("Kind of all"), self.kind),
            Field(look, _("Length of each"), self.minutes),
            Field(look, _("All led by"), self.leader),
            Field(look, _("Roles that look after all of them"), self.roles),
        )
        for widget in (self.heading, self.sum, *fields):
            rows.addWidget(widget)
        for pair in (
            (("ph.copy-simple", _("Duplicate"), "duplicate"), ("ph.trash", _("Delete"), "delete")),
            (("ph.git-fork", _("Run side by side"), "parallel"),),
        ):
            line = QHBoxLayout()
            for icon, words, deed in pair:
                button = Button(look, words, icon)
                button.clicked.connect(lambda _=False, deed=deed: self.asked.emit(deed))
                line.addWidget(button)
            line.addStretch(1)
            rows.addLayout(line)
        rows.addStretch(1)


def _common(values: Sequence[Value]) -> Value | None:
    """What all agree on."""
    return values[0] if values and all(value == values[0] for value in values) else None
