"""The window's inside for what is open: rail, top bar, one page at a time, help beside it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import N_, Catalog
from cop_desktop.services import communities
from cop_desktop.services.communities import CommunityRow

from .desk import MARGIN, Desk, Page
from .frame import Frame
from .menu_place import open_below
from .places import Place
from .switcher import Switcher
from .widgets.guidance import HelpPanel
from .widgets.gutter import Gutter

ORDINALS = (
    N_("first year"), N_("second year"), N_("third year"), N_("fourth year"), N_("fifth year"),
    N_("sixth year"), N_("seventh year"), N_("eighth year"), N_("ninth year"), N_("tenth year"),
)  # fmt: skip


class Pages(QStackedWidget):
    """Asks for the room of the page one sees, not of the largest one visited."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        page = self.currentWidget()
        return page.minimumSizeHint() if page else super().minimumSizeHint()


class Room(QWidget):
    """What scrolls round the pages. A layout would ask for the height of wrapped words unseen."""

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__()
        self._pages = pages
        pages.setParent(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self._pages.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a page needs more room, or less
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._pages.setGeometry(self.rect())
        super().resizeEvent(event)


class Shell(Frame):
    """Pages are made when first visited, and know nothing of each other."""

    switched = Signal(object)  # UUID of another community
    file_chosen = Signal(str)

    def __init__(self, desk: Desk, places: Sequence[Place], actions: Mapping[str, QAction]) -> None:
        super().__init__(places, actions, desk.look, desk.catalog)
        self.desk, self.places, self._actions = desk, places, actions
        self._pages: dict[str, Page] = {}
        self.place = ""
        self.stack = Pages()
        self.help = HelpPanel(desk.look, desk.catalog("Help"), desk.catalog("Close"))
        self.has_sample = self.can_be_deleted = False
        if desk.store.by_itself:
            self.bar.saved.setToolTip(desk.catalog(SHARED))
        self._tell_name()
        self._lay_out()
        self.bar.search_asked.connect(lambda: desk.run("search"))
        self.bar.switcher_asked.connect(self.open_switcher)
        self.rail.chosen.connect(desk.open_place)
        self.rail.asked.connect(desk.run)
        self.help.closed.connect(lambda: desk.run("help"))
        desk.history.changed.connect(self._on_changed)
        desk.history.stack.indexChanged.connect(self._name_steps)
        self._name_steps()
        self.show_help(desk.settings.help_open)

    @property
    def page(self) -> Page | None:
        return self._pages.get(self.place)

    def open(self, key: str, item: UUID | None = None) -> None:
        """Show a place, making its page on the first visit; an unknown key is a bug."""
        place = next(each for each in self.places if each.key == key)
        if key not in self._pages:
            self._pages[key] = place.build(self.desk)
            self._pages[key].calmed.connect(self._give_room)
            self._pages[key].turned.connect(self._tell_help)
            self.stack.addWidget(self._pages[key])
        self.place = key
        self.rail.choose(key)
        self.area.set_margin(0 if self._pages[key].to_the_edge else self.desk.look.px(MARGIN))
        self.stack.setCurrentWidget(self._pages[key])
        self._tell_help()
        self._give_room()
        self._pages[key].setFocus()
        if item is not None:
            self._pages[key].show_item(item)

    def _give_room(self) -> None:
        """A page that wants calm has the window for itself."""
        calm = self.page is not None and self.page.calm
        for part in (self.rail, self.bar):
            part.setVisible(not calm)

    def retire(self) -> None:
        """Hear nothing more: another shell stands in this one's place."""
        self.desk.history.changed.disconnect(self._on_changed)
        self.desk.history.stack.indexChanged.disconnect(self._name_steps)

    def show_help(self, wanted: bool) -> None:
        self.help.setVisible(wanted)
        self.edge.setVisible(wanted)
        self._tell_help()

    def _tell_help(self) -> None:
        """What the method says about this place; read only while somebody looks."""
        if self.help.isHidden() or not self.place:
            return
        _ = self.desk.catalog
        text = content(_.language).help((self.page and self.page.topic) or self.place)
        told = " ".join(text.sentences)
        asks = _("A question for the next meeting")
        self.help.tell(text.title, told, asks, text.question, text.source)

    def _lay_out(self) -> None:
        self.area = self._roomy(self.stack)
        self.edge = QWidget()  # the pages keep their own margin, the help has this one
        self.edge.setFixedWidth(self.desk.look.px(MARGIN))
        self.inside.addWidget(self.area, 1)
        self.inside.addWidget(self.help)
        self.inside.addWidget(self.edge)

    def _roomy(self, stack: QStackedWidget) -> Gutter:
        """Where large text needs more room than the window has, one scrolls; nothing is cut."""
        stack.setAutoFillBackground(False)
        area = Gutter(Room(stack))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _tell_name(self) -> None:
        """What is open, in the bar; an undo may have taken it, and another is shown then."""
        if self.desk.community is None:
            self.name, told = over_many(self.desk)
            self.bar.search.tell(self.desk.catalog(MANY_HINT))
            self.bar.community.tell(self.name, told)
        elif (row := self._community()) is not None:
            self.name = row.name
            self.bar.community.tell(row.name, caption(row, self.desk, self.desk.catalog))

    def _community(self) -> CommunityRow | None:
        with self.desk.store.read() as session:
            rows = communities.every(session, self.desk.today())
        self.has_sample = any(row.is_sample for row in rows)
        here = next((row for row in rows if row.id == self.desk.community_id), None)
        # a file keeps at least one; the sample has a command of its own
        self.can_be_deleted = here is not None and len(rows) > 1 and not here.is_sample
        return here

    def open_switcher(self) -> None:
        """The menu under the community's name."""
        menu = Switcher(self.desk, self._actions, self)
        menu.community_chosen.connect(self.switched)
        menu.file_chosen.connect(self.file_chosen)
        open_below(menu, self.bar.community, self.desk.look)

    def _name_steps(self) -> None:
        stack = self.desk.history.stack
        self.bar.undo.name_step(stack.undoText())
        self.bar.redo.name_step(stack.redoText())

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & {"community", "member", "received_package", "collated_card"}:
            self._tell_name()


SHARED = N_("Every change is saved in the shared database as it is made.")
MANY_HINT = N_("Search communities and commands")  # at a coordinator's, nobody is known by name


def over_many(desk: Desk) -> tuple[str, str]:
    """The name of a coordinator's file or database, and how many communities it is about."""
    from cop_desktop.services import overview  # a leader's window does without

    _ = desk.catalog
    with desk.store.read() as session:
        n = overview.counted(session).communities
    told = _.plural("{n} community", "{n} communities", n) if n else _("Nothing has come yet")
    return desk.store.title, told


def caption(row: CommunityRow, desk: Desk, _: Catalog) -> str:
    """The second line under the name: how many, which year of life, and whether it is a sample."""
    parts = [_.plural("{n} member", "{n} members", row.members)]
    if year := _year_of_life(row, desk):
        parts.append(_(ORDINALS[year - 1]) if year <= len(ORDINALS) else _("year {n}", n=year))
    if row.is_sample:
        parts.append(_("sample"))
    return formats.dotted(*parts)


def _year_of_life(row: CommunityRow, desk: Desk) -> int:
    """1 in the work year of the founding; 0 when that day is not known."""
    if row.founded is None:
        return 0
    now = formats.work_year_of(desk.today())
    return max(0, now - formats.work_year_of(row.founded) + 1)
