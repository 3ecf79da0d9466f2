"""Needs and topics: four sides of the way from what is lacking to what it was worth."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from cop_desktop import formats
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.firm import Firm
from cop_desktop.ui.nothing_yet import nothing_yet_card
from cop_desktop.ui.pasting import pasted
from cop_desktop.ui.sided import lay_out_sides
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.widgets import Button, PageHead, Tabs

from .deeds import Deeds
from .needs_view import NeedsView
from .pause_view import PauseView
from .reading import Told, read
from .stories_view import StoriesView
from .topics_view import TopicsView
from .words import TOPIC

TOPICS, NEEDS, PAUSE, STORIES = range(4)  # tabs
EMPTY = 4


class NeedsPage(Page):
    """`item` is the need, topic or story that is shown."""

    depends_on = frozenset(
        {"need", "topic", "topic_need", "value_story", "needs_pause", "need_reading", "product",
         "product_topic", "meeting", "agenda_item", "decision", "action", "member",
         "organisation", "threshold"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.item: UUID | None = None
        self.told: Told | None = None
        self._begun = False
        deeds = Deeds(desk)
        self.topics, self.needs = TopicsView(desk, deeds), NeedsView(desk, deeds)
        self.pause, self.stories = PauseView(desk), StoriesView(desk, deeds)
        self.sides = (self.topics, self.needs, self.pause, self.stories)
        self._old: set[int] = set()  # sides that show what was; they are shown anew when seen
        self._lay_out()
        self._connect()
        self.commands = self._commands()

    def refresh(self) -> None:
        with self.desk.store.read() as session:
            told = self.told = read(session, self.desk)
        self._old = {*range(len(self.sides))}
        self._tell_head(told)
        self._show_side()

    def show_item(self, item: UUID) -> None:
        """A topic, a need, a story, or a pause by its key."""
        told = self.told
        if told is None:
            return
        if any(row.id == item for row in told.needs):
            self.turn_to(NEEDS)
            self.needs.list.choose(item)
        elif any(row.id == item for row in told.stories):
            self.turn_to(STORIES)
            self.stories.list.choose(item)
        elif any(row.id == item for row in told.pauses):
            self.turn_to(PAUSE)
        elif any(row.id == item for row in told.topics):
            self.turn_to(TOPICS)
            self.topics.list.choose(item)
        self.item = item

    def turn_to(self, side: int) -> None:
        self.tabs.choose(side)
        self._show_side()

    def start(self, side: int = NEEDS) -> None:
        """Write something new on a side."""
        self._begun = True
        self.turn_to(side)
        lists = {TOPICS: self.topics.list, NEEDS: self.needs.list, STORIES: self.stories.list}
        lists[side].write()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Lines pasted where no list is yet become needs."""
        lines = pasted(event).strip().splitlines()
        if lines and self.views.currentIndex() == EMPTY:
            self._begun = True
            self.turn_to(NEEDS)
            self.needs.list.added.emit(lines)
        else:
            super().keyPressEvent(event)

    # -- building ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        topic = Button(look, _("New topic"), "ph.plus")
        topic.clicked.connect(lambda: self.start(TOPICS))
        need = Button(look, _("New need"), "ph.plus", "primary")
        need.clicked.connect(lambda: self.start(NEEDS))
        self.head = PageHead(look, _("Needs and topics"), "", [topic, need])
        names = [_("Topics"), _("Needs"), _("Planned pause"), _("Stories of value")]
        self.tabs = Tabs(look, names)
        self.views = Stack()
        for view in (*self.sides, self._empty()):
            self.views.addWidget(view)
        lay_out_sides(Firm(self), look, self.head, self.tabs, self.views, 10)

    def _empty(self) -> QWidget:
        return nothing_yet_card(
            self.desk, "needs", TOPIC, "ph.note-pencil", lambda: self.start(NEEDS)
        )

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda _: self._show_side())
        self.needs.topic_asked.connect(self.show_item)
        self.pause.need_asked.connect(self.show_item)
        self.topics.began_story.connect(self._go_on_with_story)

    def _commands(self) -> list[QAction]:
        _ = self.desk.catalog
        actions = []
        for words, keys, deed in (
            (_("New need"), "Ctrl+N", lambda: self.start(NEEDS)),
            (_("New topic"), "Ctrl+Shift+N", lambda: self.start(TOPICS)),
            (_("New seed of a story"), "", lambda: self.start(STORIES)),
            (_("Plan a pause"), "", self._plan_pause),
            (_("Put on an agenda"), "", self.topics.put_on_agenda),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(deed)
            self.addAction(action)
            actions.append(action)
        return actions

    # -- showing -------------------------------------------------------------------------

    def _show_side(self) -> None:
        bare = self.told is not None and self.told.empty and not self._begun
        begins_here = self.tabs.index in (TOPICS, NEEDS)  # a story, a pause begin on their own
        self.views.setCurrentIndex(EMPTY if bare and begins_here else self.tabs.index)
        if self.told and self.tabs.index in self._old:
            self._old.remove(self.tabs.index)
            self.sides[self.tabs.index].show_told(self.told)

    def _tell_head(self, told: Told) -> None:
        _ = self.desk.catalog
        waiting = [row for row in told.topics if row.waiting]
        late = [row for row in waiting if row.waited > told.limit]
        untouched = [row for row in told.needs if row.unanswered]
        parts = []
        if waiting:
            parts.append(_.plural("{n} topic waits", "{n} topics wait", len(waiting)))
        if late:
            parts.append(_.plural("{n} for long", "{n} for long", len(late)))
        if untouched:
            parts.append(
                _.plural("{n} need not taken up", "{n} needs not taken up", len(untouched))
            )
        self.head.subtitle.setText(formats.dotted(*parts))

    def _go_on_with_story(self, key: UUID) -> None:
        self.show_item(key)
        self.stories.write()

    def _plan_pause(self) -> None:
        self.turn_to(PAUSE)
        self.pause.card.planning.day.edit.setFocus()
