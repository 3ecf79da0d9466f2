"""The place of a coordinator: communities side by side, one from all sides, and the report."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.services.overview import OverviewRow
from cop_desktop.ui.desk import MARGIN, Desk, Page
from cop_desktop.ui.nothing_yet import nothing_yet
from cop_desktop.ui.page_commands import commands
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.widgets import Button, PageHead

from .drill_view import DrillView
from .listing import Listing
from .report import FORMATS, save_report

EMPTY, ALL, ONE = range(3)


class OverviewPage(Page):
    """`item` is the community that is open, so that a change of language brings it back."""

    depends_on = frozenset({"received_package", "collated_card"})
    to_the_edge = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.item: UUID | None = None
        self.listing, self.drill = Listing(desk), DrillView(desk)
        self.listing.opened.connect(self.open_community)
        self.listing.shown.connect(self._count)
        self.drill.left.connect(self.close_community)
        self.drill.stepped.connect(self._step)
        self.drill.own.joined.connect(self.open_community)
        self.views = Stack()
        for view in (self._nothing(), self._all(), self.drill):
            self.views.addWidget(view)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.views)
        leave = QShortcut(QKeySequence("Escape"), self.drill)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # not from over a search
        leave.activated.connect(self.close_community)
        self.commands = self._commands()

    def refresh(self) -> None:
        """Read the table anew, and the community that is open."""
        self.listing.refresh()
        if self.views.currentIndex() == ONE and self.drill.show_community(self.drill.community):
            self._mark_steps()
        else:  # also where the one that was open has gone
            self.item = None
            self._show_table()

    def show_item(self, item: UUID) -> None:
        self.open_community(str(item))

    def open_community(self, key: str) -> None:
        """One community from all sides."""
        if self.drill.show_community(key):
            try:
                self.item = UUID(key)
            except ValueError:
                self.item = None
            self.views.setCurrentIndex(ONE)
            self._mark_steps()
            self.drill.back.setFocus()

    def close_community(self) -> None:
        """Back to the table, where the community is still chosen."""
        self.item = None
        self._show_table()
        self.listing.table.choose(self.drill.community)
        self.listing.table.setFocus()

    # -- inside ----------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        if (key := self.listing.neighbour(self.drill.community, by)) is not None:
            self.open_community(key)
            (self.drill.before if by < 0 else self.drill.after).setFocus()

    def _mark_steps(self) -> None:
        for by, button in ((-1, self.drill.before), (1, self.drill.after)):
            button.setEnabled(self.listing.neighbour(self.drill.community, by) is not None)

    def _show_table(self) -> None:
        bare = not self.listing.rows and self.listing.filters.empty
        self.views.setCurrentIndex(EMPTY if bare else ALL)

    def _count(self, rows: list[OverviewRow]) -> None:
        _ = self.desk.catalog
        there = self.listing.counted
        said = _.plural("{n} community", "{n} communities", there.communities)
        if len(rows) != there.communities:
            said = _("{n} of {all} communities", n=len(rows), all=there.communities)
        elif there.sent != there.communities:
            said = formats.dotted(said, _.plural("{n} has sent", "{n} have sent", there.sent))
        self.head.subtitle.setText(said)

    def _all(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        take = Button(look, _("Take packages in"), "ph.file-arrow-down", "primary")
        take.clicked.connect(lambda: self.desk.run("collate"))
        self.save = Button(look, _("Report"), "ph.file-text")
        self.save.setMenu(self._formats())
        self.head = PageHead(look, _("Overview"), "", [take, self.save])
        box = QWidget()
        rows = QVBoxLayout(box)
        far = look.px(MARGIN)
        rows.setContentsMargins(far if look.rtl else 0, 0, 0 if look.rtl else far, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self.listing, 1)
        return box

    def _nothing(self) -> QWidget:
        icon, deed = "ph.squares-four", lambda: self.desk.run("collate")
        return nothing_yet(self.desk, "overview", icon, "ph.folder-open", deed)

    def _formats(self) -> QMenu:
        menu = QMenu(self)
        menu.setLayoutDirection(self.desk.look.direction)
        for suffix, words in FORMATS.items():
            action = QAction(self.desk.catalog(words), menu)
            action.triggered.connect(lambda _=False, suffix=suffix: self.save_report(suffix))
            menu.addAction(action)
        return menu

    def save_report(self, suffix: str) -> None:
        """The report of the communities that are wanted just now."""
        filters = self.listing.filters
        save_report(self, self.desk, filters.wanted, filters.told(), suffix)

    def _commands(self) -> list[QAction]:
        _ = self.desk.catalog
        return commands(
            self, {_("Save the report of communities as PDF"): lambda: self.save_report(".pdf")}
        )
