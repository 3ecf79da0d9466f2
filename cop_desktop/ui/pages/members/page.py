"""The members' page: the list, and the detail of whoever is chosen in it."""

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.services import member_details, members
from cop_desktop.ui.afterwards import afterwards
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.nothing_yet import nothing_yet_card
from cop_desktop.ui.widgets import Button, Card, EmptyState, PageHead, SplitDetail

from . import reading, saving
from .adding import AddLine
from .circles_card import CirclesCard
from .detail import FIELDS, OVERVIEW, MemberDetail
from .listing import MemberList, as_id
from .several import SeveralMembers
from .twice import Twice

LARGE = 20_000  # members; in a larger list one asks by the command "Who may be here twice"
DETAILS = 500  # members whose values are compared when several are chosen


class MembersPage(Page):
    """Members of one community."""

    depends_on = frozenset(
        {"member", "organisation", "role_holding", "function_holding", "attendance", "meeting",
         "agenda_item", "product", "sharing_consent"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.item: UUID | None = None
        self.list = MemberList(desk)
        self.adding = AddLine(desk)
        self.detail = MemberDetail(desk)
        self.circles = CirclesCard(desk)
        self.several = SeveralMembers(desk)
        self.twice = Twice(desk)
        self.adding.hide()
        self.list.above.addWidget(self.adding)
        self.list.above.addWidget(self.twice)
        self._lay_out()
        self._connect()
        self.commands = self._commands()

    def refresh(self) -> None:
        self._tell_head()
        self.list.reload()
        everybody = bool(self.list.table.table.ids) or self.list.wanted != type(self.list.wanted)()
        self.views.setCurrentIndex(0 if everybody or self._anybody() else 1)
        if self.item is None and self.list.table.table.ids:
            self.list.table.choose(self.list.table.table.ids[0])
        if len(self.list.table.table.ids) <= LARGE:
            afterwards(self.desk, self, self.twice.look_for)  # the list is seen first
        self.detail.offer_organisations()
        self.several.offer_organisations()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """No: list and detail scroll by themselves, so the page is as tall as its window."""
        return False

    def show_item(self, item: UUID) -> None:
        self.list.choose(item.hex)

    def add_member(self) -> None:
        """Open the line that adds, and write there."""
        self.views.setCurrentIndex(0)
        self.adding.show()
        self.adding.edit.setFocus()

    def import_table(self, text: str = "") -> None:
        """Look at rows pasted from Excel, or ask for a list."""
        from cop_desktop.ui.dialogs.import_roster import ImportRoster  # brings the readers

        ImportRoster(self.desk, self.window(), pasted=text).open()

    # -- building ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        bring = Button(look, _("Import from Excel"), "ph.file-arrow-down")
        bring.clicked.connect(lambda: self.desk.run("import-roster"))
        add = Button(look, _("Add a member"), "ph.user-plus", "primary")
        add.clicked.connect(self.add_member)
        self.head = PageHead(look, _("Members"), "", [bring, add])
        self.beside = QStackedWidget()
        self.beside.addWidget(self._one_member())
        self.beside.addWidget(self.several)
        self.beside.addWidget(self._nobody_chosen())
        self.views = QStackedWidget()
        self.views.addWidget(SplitDetail(look, self.list, self.beside, width=324))
        self.views.addWidget(self._empty())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self.views, 1)

    def _one_member(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.desk.look.px(16))
        column.addWidget(self.detail, 3)
        column.addWidget(self.circles, 2)
        return box

    def _empty(self) -> QWidget:
        icon, deed = "ph.file-arrow-down", lambda: self.desk.run("import-roster")
        return nothing_yet_card(self.desk, "members", "ph.users", icon, deed)

    def _nobody_chosen(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        card = Card(look)
        why = _("Select a member to see how they take part; select several to change them "
                "together.")  # fmt: skip
        card.add(EmptyState(look, "ph.user", _("One member, close up"), why), 1)
        return card

    def _connect(self) -> None:
        self.list.selected.connect(self._show_selected)
        self.list.pasted.connect(self.import_table)
        self.list.delete_asked.connect(lambda keys: self._delete([as_id(key) for key in keys]))
        self.list.opened.connect(self._to_detail)
        self.adding.added.connect(self.show_item)
        self.adding.pasted.connect(self.import_table)
        self.circles.decided.connect(lambda value: self.detail.set_field("persona", value))
        self.detail.tabs.chosen.connect(self._make_room)
        self.detail.left_asked.connect(lambda key: self._leave([key]))
        self.detail.remove_asked.connect(lambda key: self._delete([key]))
        self.several.left_asked.connect(lambda: self._leave(list(self.several.items)))
        self.several.remove_asked.connect(lambda: self._delete(list(self.several.items)))

    def _commands(self) -> list[QAction]:
        _ = self.desk.catalog
        found = []
        for words, keys, deed in (
            (_("Add a member"), "Ctrl+N", self.add_member),
            (_("Search members"), "Ctrl+F", self.list.search.setFocus),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(deed)
            self.addAction(action)
            found.append(action)
        return found

    # -- showing -------------------------------------------------------------------------

    def _tell_head(self) -> None:
        _, desk = self.desk.catalog, self.desk
        with desk.store.read() as session:
            there, places = reading.counted(session, desk.community_id, desk.today())
        told = _.plural("{n} member", "{n} members", there)
        if places > 1:
            told = _.plural(
                "{members} from {n} authority", "{members} from {n} authorities", places,
                members=told,
            )  # fmt: skip
        self.head.subtitle.setText(told if there else "")
        self.circles.count(there)

    def _anybody(self) -> bool:
        everybody = members.Filter(with_former=True)
        with self.desk.store.read() as session:
            return bool(members.find(session, self.desk.community_id, self.desk.today(), everybody))

    def _show_selected(self, keys: list[str]) -> None:
        ids = [as_id(key) for key in keys]
        if len(ids) > 1:
            self._show_several(ids)
        elif ids:
            self._show_one(ids[0])
        else:
            self.item = None
            self.beside.setCurrentIndex(2)

    def _show_one(self, member_id: UUID) -> None:
        desk = self.desk
        with desk.store.read() as session:
            one = reading.one(session, desk.community_id, member_id, desk.today())
        if one is None:
            return
        self.item = member_id
        self.detail.show_member(one)
        self.circles.show_member(one)
        self.beside.setCurrentIndex(0)

    def _show_several(self, ids: list[UUID]) -> None:
        with self.desk.store.read() as session:
            details = member_details.of(session, ids[:DETAILS], self.desk.today())
        self.several.show_members(ids, details)
        self.beside.setCurrentIndex(1)

    def _make_room(self, tab: int) -> None:
        """The fields take the whole height."""
        self.circles.setVisible(tab == OVERVIEW)

    def _to_detail(self) -> None:
        self.detail.tabs.choose(FIELDS)
        first = self.detail.form.editor("given_name")
        first.setFocus()
        for area in _scrolling_round(self):  # in one column the detail lies below
            area.ensureWidgetVisible(first)

    # -- doing ---------------------------------------------------------------------------

    def _delete(self, ids: list[UUID]) -> None:
        saving.remove(self.desk, ids, self._who(ids))

    def _leave(self, ids: list[UUID]) -> None:
        _, who = self.desk.catalog, self._who(ids)
        saving.save(self.desk, ids, "left", self.desk.today(), who)
        self.desk.toast(_("Left the community today: {who}", who=who), undo=True)

    def _who(self, ids: list[UUID]) -> str:
        if len(ids) == 1:
            with self.desk.store.read() as session:
                return "".join(row.name for row in members.rows(session, ids, self.desk.today()))
        return self.desk.catalog.plural("{n} member", "{n} members", len(ids))


def _scrolling_round(widget: QWidget) -> Iterator[QScrollArea]:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            yield parent
        parent = parent.parentWidget()
