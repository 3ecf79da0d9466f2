"""Who agreed to the version in force: a list of everybody who takes part."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout

from cop_desktop import formats
from cop_desktop.frozen import frozen
from cop_desktop.services import charter_approvals, members
from cop_desktop.services.charter import CharterRow
from cop_desktop.services.charter_approvals import Approvals
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tables import Avatar, Badge, Column, PagedTable, RowList
from cop_desktop.ui.widgets import Button, Card, Label

NOBODY = Approvals({}, 0, 0)
ROWS = 8  # in sight at once


@frozen
class AgreeLine:
    """A member in the list; `id` is the key as `members.find` gives it."""

    id: str
    name: str
    organisation: str
    on: date | None


@frozen
class Agreement:
    """What the card shows of a version."""

    row: CharterRow
    approvals: Approvals
    everybody: tuple[str, ...]  # keys
    there: tuple[UUID, ...]  # at a meeting on the day of adoption

    @property
    def present(self) -> tuple[UUID, ...]:
        """Who was there and has not agreed yet."""
        return tuple(key for key in self.there if key not in self.approvals.on)


class AgreeCard(Card):
    """Enter or a double click turns a yes round; buttons do it for all who are chosen."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        super().__init__(look, _("Who agreed"))
        self.desk = desk
        self.told: Agreement | None = None
        self.count = Label(look, "", "muted", elide=True)
        self.add(self.count)
        self.table = PagedTable(self._columns(), self._fetch, self)
        self.list = RowList(look, self.table, _("Who agreed"), self)
        self.list.setMinimumHeight(look.px(44) * ROWS)
        self.list.opened.connect(self._turn)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.yes = Button(look, _("Agreed"), "ph.check")
        self.no = Button(look, _("Not yet"), "ph.arrow-u-up-left")
        self.those = Button(look, "", "ph.users")
        self.yes.clicked.connect(lambda: self._agree(self._chosen()))
        self.no.clicked.connect(lambda: self._withdraw(self._chosen()))
        self.those.clicked.connect(lambda: self._agree(self.told.present if self.told else ()))
        way = QBoxLayout.Direction
        line = QBoxLayout(way.TopToBottom if look.roomy else way.LeftToRight)
        line.setSpacing(look.px(10))
        for button in (self.yes, self.no, self.those):
            line.addWidget(button)
        line.addStretch(1)
        self.body.addLayout(line)
        self.add(self.list, 1)

    def show_agreement(self, told: Agreement) -> None:
        self.told, _ = told, self.desk.catalog
        given = told.approvals
        words = _.plural(
            "{n} of {of} who take part agreed", "{n} of {of} who take part agreed", given.agreed,
            of=given.everybody,
        )  # fmt: skip
        if given.waiting:
            wait = _.plural("{n} not heard yet", "{n} not heard yet", given.waiting)
            words = formats.dotted(words, wait)
        self.count.setText(words)
        present = told.present
        self.those.setVisible(bool(present) and told.row.adopted_on is not None)
        if present and told.row.adopted_on:
            day = formats.date_short(told.row.adopted_on, _.language)
            self.those.set_words(
                _.plural(
                    "{n} who was at the meeting of {day} agreed",
                    "All {n} who were at the meeting of {day} agreed",
                    len(present),
                    day=day,
                )
            )
        self.list.show_rows(told.everybody)
        self._allow()

    def _columns(self) -> tuple[Column[AgreeLine], ...]:
        _ = self.desk.catalog

        def said(line: AgreeLine) -> str:
            if line.on is None:
                return _("not yet")
            return _("agreed, {day}", day=formats.date_short(line.on, _.language))

        def mark(line: AgreeLine) -> Badge:
            return Badge("ph.check", "accent") if line.on else Badge("", "empty")

        def avatar(line: AgreeLine) -> Avatar:
            return Avatar(formats.initials(line.name))

        return (
            Column(_("Name"), lambda line: line.name, "name", avatar, 170, 2, strong=True),
            Column(_("Authority"), lambda line: line.organisation, "", None, 120, 2),
            Column(_("Agreement"), said, "", mark, 150, 1),
        )

    def _fetch(self, keys: Sequence[str]) -> list[AgreeLine]:
        given = self.told.approvals if self.told else NOBODY
        with self.desk.store.read() as session:
            rows = members.rows(session, list(keys), self.desk.today())
        return [
            AgreeLine(row.id.hex, row.name, row.organisation, given.on.get(row.id)) for row in rows
        ]

    def _chosen(self) -> list[UUID]:
        return [UUID(hex=key) for key in self.list.chosen_ids()]

    def _allow(self) -> None:
        why = "" if self._chosen() else self.desk.catalog("Choose members in the list first.")
        self.yes.explain(why)
        self.no.explain(why)

    def _turn(self, key: str) -> None:
        member = UUID(hex=key)
        if self.told and member in self.told.approvals.on:
            self._withdraw([member])
        else:
            self._agree([member])

    def _agree(self, who: Sequence[UUID]) -> None:
        """On the day of adoption if they were there then, else today."""
        desk, told = self.desk, self.told
        if told is None or not who:
            return
        there = [key for key in who if key in told.there]
        others = [key for key in who if key not in told.there]
        with desk.store.write(desk.catalog("Agreement to the charter")) as session:
            if there and told.row.adopted_on:
                charter_approvals.approve(session, told.row.id, there, told.row.adopted_on)
            charter_approvals.approve(session, told.row.id, others, desk.today())

    def _withdraw(self, who: Sequence[UUID]) -> None:
        desk, told = self.desk, self.told
        if told is None or not who:
            return
        with desk.store.write(desk.catalog("Take back the agreement to the charter")) as session:
            charter_approvals.withdraw(session, told.row.id, who)
