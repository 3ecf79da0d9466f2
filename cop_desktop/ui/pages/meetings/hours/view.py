"""Hours of attendance: who was there how long, what the year still offers, who needs the next."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export.reports import hours_words
from cop_desktop.formats import work_year_of
from cop_desktop.frozen import frozen
from cop_desktop.services import hours
from cop_desktop.services.hours import Ledger, Line, Standing
from cop_desktop.services.search import fold
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.firm import Firm
from cop_desktop.ui.saving import ask_where, remember_folder
from cop_desktop.ui.tables import Badge, Column, PagedTable, RowList
from cop_desktop.ui.widgets import (
    Button,
    Card,
    EmptyState,
    Label,
    PageHead,
    ScrollPage,
    SplitDetail,
    Words,
)
from cop_desktop.ui.widgets import Line as IconLine

from .rule_card import RuleCard

SIGNS = {
    Standing.FINE: Badge("ph.check-circle", "accent"),
    Standing.AT_RISK: Badge("ph.hourglass", "amber"),
    Standing.BELOW: Badge("ph.warning-circle", "brick"),
}
URGENCY = (Standing.AT_RISK, Standing.BELOW, Standing.FINE)


@frozen
class Entry:
    """A line under the key of its member."""

    line: Line

    @property
    def id(self) -> UUID:
        return self.line.member_id


ORDERS: dict[str, Callable[[Line], Any]] = {
    "name": lambda it: fold(it.name),
    "attended": lambda it: it.attended,
    "reach": lambda it: it.within_reach,
    "face": lambda it: it.share_face or 0,
    "standing": lambda it: URGENCY.index(it.standing),
}


class HoursView(QWidget):
    """The rule beside the ledger; a press on a name opens the member."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.ledger: Ledger | None = None
        self._order, self._descending = "standing", False
        look, _ = desk.look, desk.catalog
        self.save = Button(look, _("Save for Excel"), "ph.table")
        self.save.clicked.connect(self._ask)
        self.head = PageHead(look, _("Hours of attendance"), "", [self.save])
        self.rule = RuleCard(desk)
        self.year = Card(look, _("The planned year"))
        self.offers = Words(look, "")
        self.lacks = QVBoxLayout()
        self.nobody = self._nobody()
        self.table = RowList(
            look, PagedTable(self._columns(), self._fetch), _("Hours of attendance")
        )
        self.table.sort_asked.connect(self._sort)
        self.table.opened.connect(lambda key: desk.open_place("members", key))
        self._lay_out()

    def refresh(self) -> None:
        """Show what the file has now."""
        desk = self.desk
        with desk.store.read() as session:
            self.ledger = hours.ledger(session, desk.community_id, self.work_year)
        self.rule.show_rule(self.ledger.rule)
        self._tell(self.ledger)
        self._list()

    @property
    def work_year(self) -> int:
        return work_year_of(self.desk.today())

    def save_to(self, path: Path) -> None:
        """Write the ledger as .xlsx or .csv."""
        from cop_desktop.export import sheets  # what writes tables waits until one is written
        from cop_desktop.export.subject import Subject

        desk = self.desk
        subject = Subject(desk.community_id, desk.today())
        with desk.store.read() as session:
            sheet = sheets.SHEETS["hours"](session, subject, desk.catalog)
        sheets.write(sheet, path)
        remember_folder(desk, path)
        desk.toast(desk.catalog("{file} was saved.", file=path.name))

    def _ask(self) -> None:
        if path := ask_where(self, self.desk, self.head.title.text(), ".xlsx"):
            self.save_to(path)

    # -- what is shown ---------------------------------------------------------------------

    def _tell(self, ledger: Ledger) -> None:
        _, rule = self.desk.catalog, ledger.rule
        near = len(ledger.at_risk)
        year = formats.work_year_name(self.work_year, _.language)
        told = _.plural("{n} needs the next meeting", "{n} need the next meeting", near)
        self.head.subtitle.setText(formats.dotted(year, told if near else ""))
        offered = _("{n} hours are planned", n=hours_words.hours(ledger.offered, rule, _))
        held = _("{n} of them are over", n=hours_words.hours(ledger.held, rule, _))
        asked = _("{n} are asked for", n=rule.hours) if rule.hours else ""
        self.offers.setText(formats.dotted(offered, held, asked))
        empty(self.lacks)
        look = self.desk.look
        for sentence in hours_words.lacks(ledger, _):
            self.lacks.addWidget(
                IconLine(look, "ph.warning", Words(look, sentence), look.theme.amber)
            )
        if rule.asks and not self.lacks.count():
            told = _("The planned year offers what the rule asks.")
            line = IconLine(look, "ph.check-circle", Words(look, told), look.theme.accent)
            self.lacks.addWidget(line)

    def _list(self) -> None:
        lines = sorted(
            self.ledger.lines if self.ledger else (),
            key=ORDERS[self._order], reverse=self._descending,
        )  # fmt: skip
        self.table.show_rows([it.member_id for it in lines])
        self.table.setVisible(bool(lines))
        self.nobody.setVisible(not lines)
        self.table.show_column("standing", shown=bool(self.ledger and self.ledger.rule.asks))
        self.table.show_order(self._order, descending=self._descending)

    def _sort(self, key: str, descending: bool) -> None:
        self._order, self._descending = key, descending
        self._list()

    def _fetch(self, ids: Sequence[UUID]) -> list[Entry]:
        wanted = set(ids)
        lines = self.ledger.lines if self.ledger else ()
        return [Entry(it) for it in lines if it.member_id in wanted]

    def _columns(self) -> list[Column[Entry]]:
        _ = self.desk.catalog

        def told(minutes: Callable[[Line], int]) -> Callable[[Entry], str]:
            return lambda row: hours_words.hours(minutes(row.line), self._rule(), _)

        def face(row: Entry) -> str:
            share = row.line.share_face
            return "" if share is None else formats.percent(share, _.language)

        def standing(row: Entry) -> str:
            return hours_words.standing(row.line, self._rule(), _)

        def sign(row: Entry) -> Badge | None:
            return SIGNS[row.line.standing] if self._rule().asks else None

        return [
            Column(_("Name"), lambda row: row.line.name, "name", None, 104, 2, strong=True),
            Column(_("Standing"), standing, "standing", sign, 138, 2),
            Column(_("Attended"), told(lambda it: it.attended), "attended", None, 66, 1),
            Column(_("Within reach"), told(lambda it: it.within_reach), "reach", None, 66, 1),
            Column(_("Face to face"), face, "face", None, 66, 1),
        ]

    def _nobody(self) -> EmptyState:
        look, text = self.desk.look, content(self.desk.catalog.language).empty("members")
        first = Button(look, self.desk.catalog("Members"), "ph.users")
        first.clicked.connect(lambda: self.desk.open_place("members"))
        return EmptyState(look, "ph.users", text.title, text.why, first)

    def _rule(self) -> Any:
        assert self.ledger is not None
        return self.ledger.rule

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.year.add(self.offers)
        self.year.body.addLayout(self.lacks)
        card = Card(look)
        card.body.setContentsMargins(1, look.px(8), 1, look.px(8))
        card.add(self.table, 1)
        card.add(self.nobody, 1)
        told = _("For the one who leads, alone. No member sees it, and no paper shows it.")
        foot = Label(look, told, "caption", elide=True)
        foot.setContentsMargins(look.px(16), 0, look.px(16), 0)
        card.add(foot)
        beside = ScrollPage(look)
        beside.add(self.rule)
        beside.add(self.year)
        page = Firm(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        if look.roomy:  # one column, which scrolls as a whole
            card.setMinimumHeight(look.px(320))
            beside.add(card)
            page.addWidget(beside, 1)
        else:
            beside.body.addStretch(1)
            page.addWidget(SplitDetail(look, card, beside, width=316), 1)
