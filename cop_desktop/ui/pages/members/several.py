"""Several members chosen: one form that sets the same for all of them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from cop_desktop.errors import UserError
from cop_desktop.services import organisations
from cop_desktop.services.member_details import MemberDetail
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import MIXED
from cop_desktop.ui.widgets import Button, Card, Hairline, Label, ScrollPage, Words

from . import saving
from .consent_ticks import ConsentTicks
from .fields import several_form, shared_values

NAMED = 6  # names shown; the rest is a number


class SeveralMembers(Card):
    """Fields show what all share; where they differ they say so and stay as they are."""

    left_asked = Signal()
    remove_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        look, _ = desk.look, desk.catalog
        self.desk, self.items = desk, tuple[UUID, ...]()
        self.count = Label(look, "", "title")
        self.names = Words(look, "", "muted")
        self.form = several_form(desk)
        self.form.edited.connect(self._edited)
        self.add(self.count)
        self.add(self.names)
        self.add(Hairline())
        self.add(Words(look, _("What is set here is set for all of them, in one step."), "caption"))
        scroll = ScrollPage(look)
        scroll.add(self.form)
        scroll.add(Hairline())
        self.consents = ConsentTicks(desk)
        scroll.add(self.consents)
        scroll.body.addStretch(1)
        self.add(scroll, 1)
        self.body.addLayout(self._deeds())

    def show_members(self, ids: Sequence[UUID], details: Sequence[MemberDetail]) -> None:
        """The details may be the first of many; then fields say nothing of the others."""
        _, total = self.desk.catalog, len(ids)
        self.items = tuple(ids)
        self.count.setText(self._who(total))
        more = total - NAMED
        named = ", ".join(detail.row.name for detail in details[:NAMED])
        told = "{names} and {n} more"
        self.names.setText(_.plural(told, told, more, names=named) if more > 0 else named)
        values = shared_values(details)
        known = values if total == len(details) else dict.fromkeys(values, MIXED)
        self.form.fill(known, item=self.items)
        self.consents.show_members(self.items, self._who(total))

    def offer_organisations(self) -> None:
        with self.desk.store.read() as session:
            names = [row.name for row in organisations.every(session)]
        self.form.suggest("organisation", names)

    def _deeds(self) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        leave = Button(look, _("Left the community"), "ph.sign-out", "quiet")
        leave.clicked.connect(self.left_asked)
        remove = Button(look, _("Delete"), "ph.trash", "danger")
        remove.clicked.connect(self.remove_asked)
        row = QHBoxLayout()
        row.addWidget(leave)
        row.addStretch(1)
        row.addWidget(remove)
        return row

    def _who(self, count: int) -> str:
        return self.desk.catalog.plural("{n} member", "{n} members", count)

    def _edited(self, name: str, value: Any) -> None:
        try:
            saving.save(self.desk, self.items, name, value, self._who(len(self.items)))
        except UserError as problem:
            self.form.error(name, self.desk.catalog.error(problem))
