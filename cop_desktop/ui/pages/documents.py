"""Documents: every paper and table of the community, seen before it leaves."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.export import sheets
from cop_desktop.export.papers import PAPERS, Paper, Subject
from cop_desktop.export.sheets import SHEETS
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import meetings
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.paper_view import PaperView
from cop_desktop.ui.widgets import Card, Hairline, Label, ListRow, PageHead

ICONS = {
    "handout": "ph.file-text",
    "sign-in": "ph.pen-nib",
    "role-cards": "ph.cards",
    "work-plan": "ph.path",
    "summary": "ph.circles-three",
    "roster": "ph.users",
}
WHY = {
    "handout": N_("Two pages for each participant"),
    "sign-in": N_("Names, and room to sign"),
    "role-cards": N_("Eight to a sheet, to cut out"),
    "work-plan": N_("Goals, months and activities"),
    "summary": N_("One page for readers outside"),
}
TABLES = {"roster": N_("Members as a table"), "work-plan": N_("Work plan as a table")}


class DocumentsPage(Page):
    """Papers on the reading side, the chosen one beside them."""

    depends_on = frozenset(
        {"meeting", "agenda_item", "member", "role_holding", "goal", "plan_item", "risk",
         "decision", "community", "stage_record", "product", "attendance", "organisation"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._key, self._meeting = "handout", None
        self.view = PaperView(desk)
        self.meeting = QComboBox()
        self.meeting.setAccessibleName(desk.catalog("Meeting"))
        self.meeting.activated.connect(self._meeting_chosen)
        self._rows: dict[str, ListRow] = {}
        self._build()

    _meeting: UUID | None

    def refresh(self) -> None:
        self._fill_meetings()
        self.choose(self._key)

    def choose(self, key: str) -> None:
        """Show a paper; the meeting's own papers ask which meeting."""
        self._key = key
        for other, row in self._rows.items():
            row.choose(other == key)
        paper = PAPERS[key]
        self.meeting.setVisible(paper.of_meeting)
        if paper.of_meeting and not self.meeting.count():
            self.view.setEnabled(False)
            return
        self.view.setEnabled(True)
        self.view.show_paper(key, self._subject())

    def save_table(self, key: str, path: Path) -> None:
        """Write a table for people (.xlsx or .csv)."""
        with self.desk.store.read() as session:
            sheet = SHEETS[key](session, self._subject(), self.desk.catalog)
        sheets.write(sheet, path)
        self.desk.toast(self.desk.catalog("{file} was saved.", file=path.name))

    def _subject(self) -> Subject:
        return Subject(self.desk.community_id, self.desk.today(), self._meeting)

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(PageHead(look, _("Documents"), _("Seen here before anything leaves")))
        line = QHBoxLayout()
        line.setSpacing(look.px(16))
        line.addWidget(self._list())
        desk = Card(look)
        desk.add(self.meeting)
        desk.add(self.view, 1)
        line.addWidget(desk, 1)
        page.addLayout(line, 1)

    def _list(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        card = Card(look, _("Papers"))
        card.setFixedWidth(look.px(316))
        for paper in PAPERS.values():
            card.add(self._paper_row(paper))
        card.add(Hairline())
        card.add(Label(look, _("Tables for Excel"), "strong"))
        for key, title in TABLES.items():
            row = ListRow(look, ICONS[key], _(title), "", _("Save"))
            row.clicked.connect(partial(self._ask_table, key))
            row.acted.connect(partial(self._ask_table, key))
            card.add(row)
        card.body.addStretch(1)
        return card

    def _paper_row(self, paper: Paper) -> ListRow:
        _ = self.desk.catalog
        row = ListRow(self.desk.look, ICONS[paper.key], _(paper.title), _(WHY[paper.key]))
        row.clicked.connect(partial(self.choose, paper.key))
        self._rows[paper.key] = row
        return row

    def _ask_table(self, key: str) -> None:
        _ = self.desk.catalog
        folder = self.desk.settings.memory.get("papers.folder", str(Path.home()))
        start = str(Path(folder) / f"{_(TABLES[key])}.xlsx")
        kinds = "Excel (*.xlsx);;CSV (*.csv)"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save as"), start, kinds)
        if chosen:
            path = Path(chosen)
            self.save_table(key, path if path.suffix else path.with_suffix(".xlsx"))

    def _fill_meetings(self) -> None:
        _, today = self.desk.catalog, self.desk.today()
        with self.desk.store.read() as session:
            rows = meetings.every(session, self.desk.community_id)
        rows = [row for row in rows if row.state != MeetingState.CANCELLED]
        keys = [row.id for row in rows]
        if self._meeting not in keys:
            ahead = [row.id for row in rows if row.starts_at.date() >= today]
            self._meeting = next(iter(ahead), keys[-1] if keys else None)
        self.meeting.clear()
        for row in rows:
            day = formats.date_short(row.starts_at.date(), _.language)
            self.meeting.addItem(f"{day} · {row.topic}", row.id)
        if self._meeting:
            self.meeting.setCurrentIndex(keys.index(self._meeting))

    def _meeting_chosen(self, place: int) -> None:
        self._meeting = self.meeting.itemData(place)
        self.choose(self._key)
