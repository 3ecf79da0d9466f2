"""What every page is given, and what every page is."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QWidget

from cop_desktop.calendar import Layer
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.settings import Settings

from .tasks import Tasks

if TYPE_CHECKING:  # a window is seen before what opens a file is there
    from cop_desktop.store import AnyStore, Store

    from .history import History
    from .theme import Look


MARGIN = 24  # px at 100 %: round every page


class OpenPlace(Protocol):
    """Go to a place by its key, and there to one item."""

    def __call__(self, place: str, item: UUID | None = None) -> None: ...


class Toast(Protocol):
    """Say what was done, in a sentence that leaves by itself; `undo` offers to take it back."""

    def __call__(self, sentence: str, *, undo: bool = False) -> None: ...


class RunCommand(Protocol):
    """Run a command of the window by its key (`import-roster`, `undo`, `search` …)."""

    def __call__(self, key: str) -> None: ...


@frozen
class Desk:
    """What is open, in one language and one look: all that a page needs.

    A leader's desk has one community of the file; a coordinator's has none (ADR 16).
    """

    store: "AnyStore"
    history: "History"
    community: UUID | None
    catalog: Catalog
    look: "Look"
    settings: Settings
    tasks: Tasks
    today: Callable[[], date]
    now: Callable[[], datetime]  # the clock on the wall, to the second
    layers: Callable[[], frozenset[Layer]]  # whose days count when one looks for a free one
    open_place: OpenPlace
    toast: Toast
    run: RunCommand

    @property
    def community_id(self) -> UUID:
        """The community one looks at; to ask on a coordinator's desk is a bug."""
        assert self.community is not None
        return self.community

    @property
    def file(self) -> "Store":
        """The file one works in; to ask where a shared database is open is a bug."""
        from cop_desktop.store import Store  # as above

        assert isinstance(self.store, Store)
        return self.store


class Page(QWidget):
    """A place of the window. It loads when first seen, and again when its tables have changed.

    Of a shared database it loads each time one comes to it, or back to the window.
    """

    depends_on: frozenset[str] = frozenset()  # names of the tables this page shows
    calmed = Signal()  # `calm` has changed
    turned = Signal()  # `topic` has changed
    topic = ""  # the article of help, where it is not that of the place
    to_the_edge = False  # a page that scrolls itself has its bar in the window's margin

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.calm = False  # wants the whole window: no rail, no bar
        self.commands: list[QAction] = []  # offered by Ctrl+K while this page is open
        self._stale = True
        self._read_on: date | None = None  # a page left open overnight is of yesterday
        desk.history.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the store and show what is there; called on the first show and after changes."""
        raise NotImplementedError

    def show_item(self, item: UUID) -> None:
        """Bring one item into view: a member, a meeting, a decision. Default: nothing to bring."""

    def show_today(self) -> None:
        """Bring the screen of the day into view. Default: a place has none."""

    def import_table(self, text: str = "") -> None:
        """Look at rows pasted from Excel, or ask for a list. Default: no lists belong here."""

    def set_calm(self, calm: bool) -> None:
        """Ask for the whole window, or give the rail and the bar back."""
        if calm != self.calm:
            self.calm = calm
            self.calmed.emit()

    def turn(self, topic: str) -> None:
        """Another side of the page is seen, which has its own help."""
        self.topic = topic
        self.turned.emit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        self._freshen()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """One comes back to the window, perhaps on another day."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible():
            self._freshen()

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & self.depends_on:
            self._stale = True
            if self.isVisible():  # a page nobody looks at waits
                self._freshen()

    def _freshen(self) -> None:
        today, store = self.desk.today(), self.desk.store
        elsewhere = store.by_itself  # others write there, and nobody tells us of it
        if self._stale or self._read_on != today or elsewhere:
            self._stale, self._read_on = False, today
            self.refresh()
