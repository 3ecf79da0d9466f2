"""The place of the charter: four sides, one at a time, each read when it is seen."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.i18n import N_
from cop_desktop.models.method import CharterPart
from cop_desktop.services import breaches, charter, charter_offers, setup
from cop_desktop.services.charter import CharterRow
from cop_desktop.ui.desk import MARGIN, Desk, Page
from cop_desktop.ui.widgets import Button, PageHead, ScrollPage, Tabs

from .breaches_tab import BreachesTab
from .setup_tab import SetupTab
from .versions_tab import VersionsTab
from .words import called, standing
from .writing_tab import WritingTab

WRITING, VERSIONS, SETTING_UP, LOG = range(4)
TABS = (N_("The charter"), N_("Versions and agreement"), N_("Setting up"), N_("Private log"))
TOPICS = ("", "", "setup", "breaches")  # whose help is told

Rows = tuple[CharterRow, ...]
Show = Callable[[], None]


class CharterPage(Page):
    """What the community agreed on, how it came about, and what is still to be set up."""

    depends_on = frozenset(
        {"charter", "charter_approval", "rule_breach", "method_mark", "community", "member",
         "organisation", "goal", "plan_item", "meeting", "attendance", "agenda_item",
         "role_holding", "routine", "product", "need", "needs_pause", "feedback", "self_check"}
    )  # fmt: skip
    to_the_edge = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        _ = desk.catalog
        self.writing, self.versions = WritingTab(desk), VersionsTab(desk)
        self.setting_up, self.log = SetupTab(desk), BreachesTab(desk)
        self.sides: tuple[QWidget, ...] = (
            self.writing, self.versions, self.setting_up, self.log
        )  # fmt: skip
        self._build()
        self._connect()
        self.commands = self._commands()

    def refresh(self) -> None:
        desk = self.desk
        with desk.store.read() as session:
            rows = charter.versions(session, desk.community_id)
            show = self._look(session, rows)
        self._tell_head(rows)
        self.writing.members_changed()
        for place, side in enumerate(self.sides):
            side.setVisible(place == self.tabs.index)
        show()

    def open_side(self, place: int) -> None:
        """Turn to one of the four sides."""
        self.tabs.choose(place)

    def show_item(self, item: UUID) -> None:
        """A version of the charter, or an entry of the log."""
        if item in self.log.rows:
            self.open_side(LOG)
            self.log.choose(item)
        elif any(row.id == item for row in self.versions.rows):
            self.open_side(VERSIONS)
            self.versions.show_version(item)

    def write_in(self, part: CharterPart) -> None:
        """Open a part of the charter; where none is being written, what is in force is seen."""
        self.open_side(WRITING)
        self.writing.write_in(part)

    def print_paper(self, key: str) -> None:
        """See a paper, then print or save it: what is being written where that is in sight."""
        from cop_desktop.ui.dialogs.paper import PaperDialog  # brings the PDF writer

        drafting = self.tabs.index == WRITING and self.writing.draft is not None
        variant = "draft" if drafting else "in-force"
        PaperDialog(self.desk, key, parent=self.window(), variant=variant).open()

    # -- inside --------------------------------------------------------------------------

    def _look(self, session: Session, rows: Rows) -> Show:
        """Read what the side that is seen shows; showing it comes after the file is let go."""
        desk, index = self.desk, self.tabs.index
        if index == VERSIONS:
            agreement = self.versions.look(session, rows)
            return lambda: self.versions.show_versions(rows, agreement)
        if index == SETTING_UP:
            steps = setup.steps(session, desk.community_id, desk.today())
            return lambda: self.setting_up.show_steps(steps)
        if index == LOG:
            log = breaches.every(session, desk.community_id)
            return lambda: self.log.show_log(log)
        drafting = any(row.adopted_on is None for row in rows)
        offers = charter_offers.of(session, desk.community_id, desk.today()) if drafting else {}
        return lambda: self.writing.show_versions(rows, offers)

    def _tell_head(self, rows: Rows) -> None:
        _ = self.desk.catalog
        words = ""
        if rows:
            newest = rows[0]
            words = formats.dotted(called(newest, _), standing(newest, _))
        self.head.subtitle.setText(words)

    def _turned(self, place: int) -> None:
        self.turn(TOPICS[place])
        self.refresh()

    def _build(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.print_norms = Button(look, _("Page of rules"), "ph.printer")
        self.print_charter = Button(look, _("Print the charter"), "ph.printer")
        buttons = [self.print_norms, self.print_charter]
        self.head = PageHead(look, _("Charter"), "", buttons)
        self.tabs = Tabs(look, [_(words) for words in TABS])
        self.area = ScrollPage(look, look.px(MARGIN))
        self.area.body.setSpacing(look.px(12))
        top = QVBoxLayout()  # as close as on other pages
        top.setSpacing(0)
        top.addWidget(self.head)
        top.addWidget(self.tabs)
        self.area.body.addLayout(top)
        for side in self.sides:
            self.area.add(side)
        self.area.body.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.area)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._turned)
        self.print_norms.clicked.connect(lambda: self.print_paper("norms"))
        self.print_charter.clicked.connect(lambda: self.print_paper("charter"))
        self.writing.adopt_asked.connect(lambda: self.open_side(VERSIONS))
        self.versions.begin_asked.connect(self._begin)
        self.setting_up.part_asked.connect(self.write_in)
        self.setting_up.versions_asked.connect(lambda: self.open_side(VERSIONS))

    def _begin(self) -> None:
        self.open_side(WRITING)
        self.writing.begin()

    def _commands(self) -> list[QAction]:
        look, _ = self.desk.look, self.desk.catalog
        actions = []
        for place, words in enumerate(TABS):
            action = QAction(look.icon("ph.handshake"), _(words), self)
            action.triggered.connect(lambda _on=False, place=place: self.open_side(place))
            actions.append(action)
        return actions
