"""Names leave by another road: for somebody, for a purpose, on a basis, of those who agreed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.export import named_list
from cop_desktop.export.named_list import NO_BASIS, NO_PURPOSE, NO_RECIPIENT, Errand, Named
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import Share
from cop_desktop.services.consents import LEVELS
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.one_of import OneOf
from cop_desktop.ui.tables import Column, PagedTable, RowList
from cop_desktop.ui.walking import follow
from cop_desktop.ui.widgets import Button, EmptyState, Field, Line, LineEdit, ScrollPage, Words

from .deed import Deed
from .foot import bring_back
from .leaves import LeavesView
from .part import fit

WIDE = 110  # a column, in px at 100 %
WHAT = N_("Only these columns leave. Telephones and addresses stay here.")
QUESTIONS = (  # each with an example of an answer
    (N_("For whom"), N_("for example: the district's inspector")),
    (N_("What for"), N_("for example: an invitation to a conference")),
    (N_("On what legal basis"), N_("for example: the members' consent")),
)
ASKS = {NO_RECIPIENT: 0, NO_PURPOSE: 1, NO_BASIS: 2}  # which question a refusal is about


@frozen
class Row:
    """A row of the list by its place."""

    id: int
    cells: tuple[str, ...]


class NamesView(QWidget):
    """The list as it would leave, how many are left out, and three questions to answer first."""

    exported = Signal()

    def __init__(self, desk: Desk, leaves: LeavesView) -> None:
        super().__init__()
        self.desk, self._leaves = desk, leaves
        self.level = Share.MINISTRY
        self.table: RowList | None = None
        self._build()

    def refresh(self) -> None:
        """Read who agreed to these readers."""
        with self.desk.store.read() as session:
            told = named_list.named(
                session, self.desk.community_id, self.level, self.desk.today()
            )  # fmt: skip
        self.deed.say("")
        self._tell(told)
        if told.rows:
            self._show_table(told)

    def export(self) -> None:
        """Let leave what is shown; a question without an answer says so under its field."""
        desk = self.desk
        errand = Errand(*(field.text() for field in self.answers))
        self.deed.say("")
        for it in self.fields:
            it.set_error("")
        try:
            with desk.store.write(desk.catalog("Export a list of names")) as session:
                path, _entry = named_list.leave(
                    session, desk.community_id, self.level, errand, self._leaves.folder(),
                    desk.now(), desk.catalog,
                )  # fmt: skip
        except UserError as problem:
            self._refuse(problem)
            return
        desk.toast(desk.catalog("{file} is in the outbox.", file=formats.file_name(path.name)))
        self.exported.emit()

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.page = ScrollPage(look, look.px(12))
        rows = self.page.body
        rows.setSpacing(look.px(8))
        self._build_levels(rows)
        self._place = QVBoxLayout()
        rows.addLayout(self._place, 1)
        self.nobody = self._nobody()
        rows.addWidget(self.nobody, 1)
        self.errand = QWidget()
        self._build_errand()
        rows.addWidget(self.errand)
        self.deed = Deed(self.desk, _("Export the names"))
        self.button = self.deed.button
        self.button.clicked.connect(self.export)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.px(8))
        whole.addWidget(self.page, 1)
        (rows if look.roomy else whole).addWidget(self.deed)  # large text needs all the room

    def _build_levels(self, rows: QVBoxLayout) -> None:
        """For whom, who agreed to that, and what of them leaves."""
        look, _ = self.desk.look, self.desk.catalog
        box = QWidget()
        self.levels = OneOf(look, Flow(box, look.px(6)))
        word = content(_.language).word
        self.levels.offer({level: word(level) for level in reversed(LEVELS)}, self.level)
        self.levels.chosen.connect(self._choose_level)
        self.who = Words(look, "", "body")
        what = Words(look, _(WHAT), "muted")
        self.lines = (Line(look, "ph.users", self.who), Line(look, "ph.lock-simple", what))
        rows.addWidget(box)
        for line in self.lines:
            rows.addWidget(line)

    def _build_errand(self) -> None:
        """Three questions, in the words of somebody who is asked for names."""
        look, _ = self.desk.look, self.desk.catalog
        line = QVBoxLayout(self.errand) if look.roomy else QHBoxLayout(self.errand)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(12))
        self.answers = tuple(LineEdit(look, _(example)) for _title, example in QUESTIONS)
        self.fields = tuple(
            Field(look, _(title), editor)
            for (title, _example), editor in zip(QUESTIONS, self.answers, strict=True)
        )
        for field in self.fields:
            line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.setMinimumWidth(look.px(100))

    def _nobody(self) -> EmptyState:
        look, _ = self.desk.look, self.desk.catalog
        step = Button(look, _("Go to the members"), "ph.users")
        step.clicked.connect(lambda: self.desk.open_place("members"))
        why = _("A name leaves only if its owner agreed. Ask them, then tick it in their details: "
                "for one member, or for several who are chosen together.")  # fmt: skip
        return EmptyState(look, "ph.users", _("Nobody has agreed yet"), why, step)

    # -- showing -------------------------------------------------------------------------

    def _show_table(self, told: Named) -> None:
        sheet = named_list.sheet(told, self.desk.catalog)
        columns = [
            Column[Row](it.title, partial(_told, at), width=WIDE, strong=at == 0, stretch=1)
            for at, it in enumerate(sheet.columns)
        ]

        def fetch(ids: Sequence[int]) -> list[Row]:
            return [Row(at, sheet.rows[at]) for at in ids]

        if self.table:
            self._place.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.table = RowList(self.desk.look, PagedTable(columns, fetch), sheet.title)
        self.table.show_rows(range(len(sheet.rows)))
        fit(self.table, len(sheet.rows))
        self._place.addWidget(self.table, 1)
        *_others, last = self.levels.chips.values()
        follow(last, [self.table, self.errand, self.deed])

    def _tell(self, told: Named) -> None:
        _, some = self.desk.catalog, bool(told.rows)
        there = _.plural("{n} member agreed.", "{n} members agreed.", len(told.rows))
        out = _.plural("{n} did not, and stays out.", "{n} did not, and stay out.", told.left_out)
        self.who.setText(f"{there} {out}" if told.left_out else there)
        self.button.explain("" if some else _(named_list.NOBODY))
        self.nobody.setVisible(not some)
        for it in (*self.lines, self.errand, self.deed, self.table):
            if it is not None:
                it.setVisible(some)

    def _refuse(self, problem: UserError) -> None:
        words, at = self.desk.catalog.error(problem), ASKS.get(problem.message)
        if at is None:
            self.deed.say(words)
            return
        self.fields[at].set_error(words)
        bring_back(self.page, self.fields[at])

    def _choose_level(self, level: Share) -> None:
        self.level = level
        self.refresh()


def _told(at: int, row: Row) -> str:
    return row.cells[at]
