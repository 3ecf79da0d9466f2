"""What became of each file: a table of receipts, and all that is to be said of the chosen one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.export.reports import overview_words as words
from cop_desktop.frozen import frozen
from cop_desktop.models.package_words import PackageState
from cop_desktop.models.vocabulary import Share
from cop_desktop.services.collating import OTHER_KEY, Receipt
from cop_desktop.services.packages.signing import fingerprint
from cop_desktop.services.search import fold
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.flow import FlowBox
from cop_desktop.ui.in_order import in_order
from cop_desktop.ui.one_of import OneOf
from cop_desktop.ui.overview_marks import STATES
from cop_desktop.ui.tables import Badge, Column, PagedTable, RowList
from cop_desktop.ui.widgets import Button, Card, Label, ScrollPage, SplitDetail, Words

ROWS_TOLD = 12  # of those left out; the rest are counted


@frozen
class Row:
    """A receipt by its place in the folder."""

    id: int
    receipt: Receipt


class ReceiptsView(QWidget):
    """`trusted(receipt)` when the coordinator says that its key is right.

    `just_now` is the folder whose files are told; nothing where all that ever came is.
    """

    trusted = Signal(object)
    opened = Signal(object)  # key of a community
    everything = Signal()  # not only what came just now

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.receipts: list[Receipt] = []
        self.just_now = ""
        self.state: PackageState | None = None
        self._order, self._descending = "", False  # what was refused first, until one asks
        look = desk.look
        self._chips = FlowBox(look.px(8))
        self._one = OneOf(look, self._chips.flow)
        self._one.chosen.connect(self.choose)
        self.table = self._table()
        self._which = Label(look, "", "muted", elide=True)
        self._all = Button(look, desk.catalog("All that came so far"), kind="quiet")
        self._all.clicked.connect(self.everything)
        card = Card(look)
        card.body.setContentsMargins(1, look.px(14), 1, look.px(4))
        card.body.addLayout(self._top())
        card.add(self.table, 1)
        self.detail = Card(look)
        side = ScrollPage(look)
        side.add(self.detail)
        side.body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(SplitDetail(look, card, side, width=340, least=260))

    def show_receipts(self, receipts: Sequence[Receipt], just_now: str = "") -> None:
        """What came of the files of a folder, or of all; what was refused stands first."""
        self.receipts = sorted(receipts, key=lambda it: it.state is not PackageState.REFUSED)
        self.just_now = just_now
        _ = self.desk.catalog
        self._which.setText(
            _("Just taken in: the files of {folder}", folder=just_now) if just_now
            else _("Every package that came so far")
        )  # fmt: skip
        self._all.setVisible(bool(just_now))
        self.table.show_column("came", shown=not just_now)
        found = [it.state for it in self.receipts]
        if self.state not in found:
            self.state = None
        names: dict[PackageState | None, str] = {None: _.ctx("packages", "All")}
        names |= {it: _(words.STATES[it]) for it in PackageState if it in found}
        self._chips.flow.empty()
        self._one.offer(names, self.state)
        self._one.show_counts({it: found.count(it) if it else len(found) for it in names})
        self._chips.fit()
        self.choose(self.state)

    def choose(self, state: PackageState | None) -> None:
        """Show the receipts of one state, or all."""
        self.state = state
        self._one.mark(state)
        places = [at for at, it in enumerate(self.receipts) if state in (None, it.state)]
        if self._order:
            told = ORDERS[self._order]
            places = in_order(
                places, lambda at: told(self.receipts[at]), descending=self._descending
            )
        self.table.show_rows(places)
        if places and self.table.chosen_id() not in places:
            self.table.choose(places[0])
        self._show(self.table.chosen_id())

    # -- looks -----------------------------------------------------------------------------

    def _top(self) -> QVBoxLayout:
        look = self.desk.look
        which = QHBoxLayout()
        which.addWidget(self._which, 1)
        which.addWidget(self._all)
        lines = QVBoxLayout()
        lines.setContentsMargins(look.px(16), 0, look.px(16), look.px(8))
        lines.setSpacing(look.px(8))
        lines.addLayout(which)
        lines.addWidget(self._chips)
        return lines

    def _table(self) -> RowList:
        _ = self.desk.catalog
        columns = [
            Column[Row](_("File"), lambda it: it.receipt.file, "file", width=130, stretch=2,
                        strong=True, ltr=True),
            Column[Row](_("What became of it"), lambda it: _(words.STATES[it.receipt.state]),
                        "state", mark=lambda it: self._mark(it.receipt), width=136),
            Column[Row](_("Community"), lambda it: it.receipt.name, "name", width=120, stretch=2),
            Column[Row](_("Package"), _number, width=70, stretch=0),
            Column[Row](_.ctx("a package", "Came"), self._came, "came", width=112, stretch=0),
        ]  # fmt: skip
        table = RowList(self.desk.look, PagedTable(columns, self._fetch), _("Receipts"))
        table.setMinimumHeight(self.desk.look.px(260))
        table.chosen.connect(self._show)
        table.opened.connect(self._open)
        table.sort_asked.connect(self._sort)
        return table

    def _sort(self, key: str, descending: bool) -> None:
        self._order, self._descending = key, descending
        self.choose(self.state)

    def _came(self, row: Row) -> str:
        day = row.receipt.came
        return formats.date_short(day.date(), self.desk.catalog.language) if day else ""

    def _mark(self, receipt: Receipt) -> Badge:
        if receipt.left_out and receipt.state is PackageState.ACCEPTED:
            return Badge("ph.warning", "amber")
        return STATES[receipt.state]

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        return [Row(it, self.receipts[it]) for it in ids if it < len(self.receipts)]

    def _open(self, place: int) -> None:
        if key := self.receipts[place].community_id:
            self.opened.emit(key)

    def _show(self, place: int | None) -> None:
        empty(self.detail.body)
        if place is None or place >= len(self.receipts):
            self.detail.setVisible(False)
            return
        self.detail.setVisible(True)
        for part in self._told(self.receipts[place]):
            self.detail.add(part)

    def _told(self, it: Receipt) -> list[QWidget]:
        look, _ = self.desk.look, self.desk.catalog
        parts: list[QWidget] = [Words(look, it.name or it.file, "title")]
        if it.as_of:
            day = formats.date_medium(it.as_of, _.language)
            level = words.word(it.level, Share, _)
            number = _("Package {number}, as of {day}", number=it.number, day=day)
            parts.append(Words(look, formats.dotted(number, level), "muted"))
        parts.append(Words(look, it.sentence(_)))
        parts += [Words(look, said, "amber") for said in it.remarks(_)]
        parts += [
            Words(look, said.sentence(_), "caption") for said in it.left_out[:ROWS_TOLD]
        ]  # fmt: skip
        if (more := len(it.left_out) - ROWS_TOLD) > 0:
            parts.append(Label(look, _.plural("and {n} more", "and {n} more", more), "caption"))
        if it.changes:
            parts.append(Label(look, _("What changed"), "strong"))
            parts.append(Words(look, words.changed(it.changes, _)))
        if it.refusal and it.refusal.message == OTHER_KEY:
            parts += self._key(it)
        elif it.community_id:
            show = Button(look, _("Show the community"), "ph.squares-four", "quiet")
            show.clicked.connect(lambda: self.opened.emit(it.community_id))
            parts.append(show)
        return parts

    def _key(self, it: Receipt) -> list[QWidget]:
        look, _ = self.desk.look, self.desk.catalog
        groups = fingerprint(it.key).split()
        half = len(groups) // 2  # two lines, as one reads them aloud
        lines = (" ".join(groups[:half]), " ".join(groups[half:]))
        trust = Button(look, _("This key is right: take it in"), "ph.check", "primary")
        trust.clicked.connect(lambda: self.trusted.emit(it))
        trust.setObjectName("trust")
        ask = _("Call the community, and let them read you these digits from their screen.")
        return [
            Label(look, _("Fingerprint of the key"), "strong"),
            *(Words(look, f"\u2066{line}\u2069", "title") for line in lines),
            Words(look, ask, "muted"),
            trust,
        ]


_STATES = list(PackageState)
ORDERS: Mapping[str, Callable[[Receipt], Any]] = {
    "file": lambda it: fold(it.file),
    "name": lambda it: fold(it.name) or None,
    "came": lambda it: it.came,
    "state": lambda it: _STATES.index(it.state),
}


def _number(row: Row) -> str:
    return str(row.receipt.number) if row.receipt.number else ""
