"""Names leave by another road: for somebody, for a purpose, on a basis, of those who agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.export import named_list
from cop_desktop.export.named_list import NO_BASIS, NO_PURPOSE, Errand, Named
from cop_desktop.models.vocabulary import Share
from cop_desktop.services.consents import LEVELS
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.one_of import OneOf
from cop_desktop.ui.tables import Column, PagedTable, RowList
from cop_desktop.ui.widgets import Button, Field, Label, Line, LineEdit, Words

from .leaves import LeavesView

WIDE = 150  # a column, in px at 100 %


@dataclass(frozen=True, slots=True)
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
        self._show_table(told)
        self._tell(told)

    def export(self) -> None:
        """Let leave what is shown; a question without an answer says so under its field."""
        desk = self.desk
        errand = Errand(*(field.text() for field in self.answers))
        for it in self.fields:
            it.set_error("")
        try:
            with desk.store.write(desk.catalog("Export a list of names")) as session:
                path, _entry = named_list.leave(
                    session, desk.community_id, self.level, errand, self._leaves.folder(),
                    desk.now(), desk.catalog,
                )  # fmt: skip
        except UserError as problem:
            at = {NO_PURPOSE: 1, NO_BASIS: 2}.get(problem.message, 0)
            self.fields[at].set_error(desk.catalog.error(problem))
            return
        desk.toast(desk.catalog("{file} is in the outbox.", file=path.name))
        self.exported.emit()

    # -- building ------------------------------------------------------------------------

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(look.px(8))
        box = QWidget()
        self.levels = OneOf(look, Flow(box, look.px(6)))
        word = content(_.language).word
        self.levels.offer({level: word(level) for level in reversed(LEVELS)}, self.level)
        self.levels.chosen.connect(self._choose_level)
        self._rows.addWidget(box)
        self.who = Words(look, "", "body")
        self._rows.addWidget(Line(look, "ph.users", self.who))
        self._place = QVBoxLayout()
        self._rows.addLayout(self._place, 1)
        why = _("What each agreed to is noted in their details, on the page of members.")
        self._rows.addWidget(Label(look, why, "muted", elide=True))
        titles = (_("For whom"), _("What for"), _("On what legal basis"))
        self.answers = tuple(LineEdit(look) for _title in titles)
        self.fields = tuple(
            Field(look, title, editor) for title, editor in zip(titles, self.answers, strict=True)
        )
        for field in self.fields:
            self._rows.addWidget(field)
        self.button = Button(look, _("Export the names"), "ph.export", "primary")
        self.button.clicked.connect(self.export)
        box = QWidget()
        Flow(box, look.px(6)).add(self.button)
        self._rows.addWidget(box)

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
        self.table.setMinimumHeight(self.desk.look.px(120))
        self.table.show_rows(range(len(sheet.rows)))
        self._place.addWidget(self.table, 1)

    def _tell(self, told: Named) -> None:
        _ = self.desk.catalog
        there = _.plural("{n} member agreed.", "{n} members agreed.", len(told.rows))
        out = _.plural("{n} did not, and stays out.", "{n} did not, and stay out.", told.left_out)
        self.who.setText(f"{there} {out}" if told.left_out else there)
        nobody = self.desk.catalog(named_list.NOBODY) if not told.rows else ""
        self.button.explain(nobody)

    def _choose_level(self, level: Share) -> None:
        self.level = level
        self.refresh()


def _told(at: int, row: Row) -> str:
    return row.cells[at]
