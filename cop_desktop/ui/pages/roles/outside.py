"""Stakeholders: those in the organisations whose support counts, and who keeps the tie."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.errors import UserError
from cop_desktop.services import stakeholders
from cop_desktop.services.stakeholders import StakeholderRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People, people
from cop_desktop.ui.tables import Badge, Column, PagedTable, RowList
from cop_desktop.ui.widgets import (
    Button,
    Card,
    EmptyState,
    Field,
    LineEdit,
    SplitDetail,
    Words,
)

from .outside_panel import StakeholderPanel


class Stakeholders(QWidget):
    """A list, and beside it the one that is chosen; `left` leads back to the roles."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._rows: dict[UUID, StakeholderRow] = {}
        self._build()

    def show_all(self) -> None:
        """Read them and show them; what is chosen stays chosen."""
        desk = self.desk
        with desk.store.read() as session:
            rows = stakeholders.every(session, desk.community_id)
            who = people(session, desk.community_id, desk.today())
        today = desk.today()
        self._rows = {row.id: row for row in sorted(rows, key=lambda it: not it.waits(today))}
        self.table.show_rows(list(self._rows))
        self.views.setCurrentIndex(0 if rows else 1)
        if rows and self.table.chosen_id() is None:
            self.table.choose(next(iter(self._rows)))
        self._show(self.table.chosen_id(), who)

    def choose(self, key: UUID | None) -> None:
        if key is not None:
            self.table.choose(key)
        (self.table if self._rows else self.line).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leads back; in a field it first takes back what is typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.back = Button(look, _("Back to the roles"), "ph.arrow-left", "quiet")
        self.back.clicked.connect(self.left)
        self.line = LineEdit(look, _("The mayor, the head of the education department"))
        self.line.returnPressed.connect(self._add)
        add = Button(look, _("Add"), "ph.plus")
        add.clicked.connect(self._add)
        self.field = Field(look, _("Whose support counts?"), self.line, beside=add)
        self.table = RowList(look, PagedTable(self._columns(), self._fetch), _("Stakeholders"))
        self.table.chosen.connect(self._show)
        self.table.delete_asked.connect(self._remove)
        self.panel = StakeholderPanel(self.desk)
        self.panel.remove_asked.connect(lambda key: self._remove([key]))
        self.table.opened.connect(lambda _key: self.panel.form.editor("name").setFocus())
        self.views = QStackedWidget()
        self.views.addWidget(self.table)
        self.views.addWidget(
            EmptyState(
                look, "ph.handshake", _("Nobody is written down yet"),
                _("Write the name or the post of somebody who decides, pays or opens doors. "
                  "Brokers will see whom nobody has met for half a year."),
            )
        )  # fmt: skip
        card = Card(look, _("Stakeholders"))
        card.add(Words(look, _("Who in our organisations cares what becomes of us, and who "
                               "keeps the tie."), "muted"))  # fmt: skip
        card.add(self.field)
        card.add(self.views, 1)
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addLayout(top)
        page.addWidget(SplitDetail(look, card, self.panel, width=372), 1)

    def _columns(self) -> list[Column[StakeholderRow]]:
        _, today = self.desk.catalog, self.desk.today()

        def met(row: StakeholderRow) -> str:
            return formats.date_medium(row.met_on, _.language) if row.met_on else _("never")

        def sign(row: StakeholderRow) -> Badge | None:
            return Badge("ph.hourglass", "amber") if row.waits(today) else None

        return [
            Column(_("Name"), lambda row: row.name, width=150, stretch=1, strong=True),
            Column(_("Organisation"), lambda row: row.organisation, width=110),
            Column(_("Who keeps the tie"), lambda row: row.broker, width=120),
            Column(_("Last met"), met, mark=sign, width=130),
        ]

    def _fetch(self, ids: Sequence[Any]) -> list[StakeholderRow]:
        return [self._rows[key] for key in ids if key in self._rows]

    # -- doing ---------------------------------------------------------------------------

    def _show(self, key: UUID | None, who: People | None = None) -> None:
        self.panel.show_stakeholder(self._rows.get(key) if key else None, who)

    def _add(self) -> None:
        _, desk, name = self.desk.catalog, self.desk, self.line.text().strip()
        try:
            with desk.store.write(_("Add {name}", name=name)) as session:
                key = stakeholders.add(session, desk.community_id, {"name": name})
        except UserError as problem:
            self.field.set_error(_.error(problem))
            return
        self.field.set_error("")
        self.line.clear()
        self.table.choose(key)

    def _remove(self, keys: Sequence[UUID]) -> None:
        _, desk = self.desk.catalog, self.desk
        names = [self._rows[key].name for key in keys if key in self._rows]
        if names:
            who = formats.listed(names, _.language)
            with desk.store.write(_("Delete {who}", who=who)) as session:
                for key in keys:
                    stakeholders.remove(session, key)
            desk.toast(_("Deleted: {who}", who=who), undo=True)
