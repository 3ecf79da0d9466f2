"""The window: one content at a time, in the language, theme and text size of the moment."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QByteArray, QTimer, QTranslator, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog, catalog
from cop_desktop.settings import Settings, next_scale

from .actions import Actions, place_keys
from .application import speak
from .deeds import Deeds
from .desk import Desk
from .frame import Frame
from .notices import Notices
from .places import OVER_MANY, PLACES, Place
from .tasks import Tasks
from .theme import Look, theme_named

if TYPE_CHECKING:  # what opens a file takes longer to import than the window to be seen
    from cop_desktop.store import AnyStore

    from .history import History
    from .shell import Shell

WIDTH, HEIGHT = 1280, 840


@frozen
class OpenFile:
    """What is open: a file and the community of it that is looked at; a coordinator's has none."""

    store: "AnyStore"
    history: "History"
    community_id: UUID | None


class MainWindow(QMainWindow):
    """Owns commands, language and look. Its content is made anew when one of them changes."""

    asked = Signal(str)  # a command that is not the window's own
    community_chosen = Signal(object)  # UUID
    file_chosen = Signal(str)

    def __init__(
        self,
        settings: Settings,
        today: Callable[[], date],
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        self.settings, self.today, self.now = settings, today, now
        self.tasks = Tasks(self)
        self._make_content: Callable[[], QWidget] = QWidget
        self.shell: Shell | None = None  # while a community is shown
        self._open: OpenFile | None = None
        self._translator = QTranslator(self)
        self.deeds = Deeds(self)
        self.commands = Actions(self, self.run)
        self.notices = Notices(self)
        place_keys(self, self.open_numbered)
        self.dress()
        self.tasks.started.connect(self.notices.show_task)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.setMinimumSize(720, 520)

    # -- language and look ---------------------------------------------------------------

    @property
    def catalog(self) -> Catalog:
        return catalog(self.settings.language)

    def dress(self) -> None:
        """Apply language, theme and text size to everything, and make the content anew."""
        kept = self.settings
        self.look = Look(theme_named(kept.theme), kept.scale / 100, kept.language)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        speak(app, self._translator, kept.language)
        self.look.apply(app)
        self.setLayoutDirection(self.look.direction)
        self.commands.dress(self.look, self.catalog)
        self.notices.dress(self.look, self.catalog)
        self.rebuild()

    def change(self, **settings: object) -> None:
        """Keep settings and, if anything one sees changed, dress anew."""
        before = (self.settings.language, self.settings.theme, self.settings.scale)
        self.settings.keep(**settings)
        if before != (self.settings.language, self.settings.theme, self.settings.scale):
            self.dress()

    def scale(self, steps: int) -> None:
        """Text larger or smaller by steps."""
        self.change(scale=next_scale(self.settings.scale, steps))

    def _follow_system(self) -> None:
        if self.settings.theme != "system":
            return
        if self.tasks.busy or QApplication.activeModalWidget():
            QTimer.singleShot(1000, self, self._follow_system)  # not under somebody's hands
        else:
            self.dress()

    # -- content -------------------------------------------------------------------------

    @property
    def store(self) -> "AnyStore | None":
        return self._open.store if self._open else None

    def show_frame(self) -> None:
        """The places and an empty bar, until a file is open: nothing in it can be pressed."""
        self.show_content(self._make_frame)

    def show_desk(self, opened: OpenFile) -> None:
        """Show a community; the place last visited is kept."""
        if self._open is None or self._open.history is not opened.history:
            opened.history.changed.connect(self._after_change)
        self._open = opened
        self.show_content(self._make_shell)

    def _after_change(self) -> None:
        self.notices.hide_toast()  # what it offers to take back is no longer the last thing done
        self._tell_actions()

    def show_content(self, make: Callable[[], QWidget]) -> None:
        """Show what `make` builds, now and whenever language or look change."""
        self._make_content = make
        self.rebuild()

    def finish_editing(self) -> None:
        """A field saves when one leaves it: leave it, before it goes."""
        if (field := self.focusWidget()) is not None:
            field.clearFocus()

    def rebuild(self) -> None:
        self.finish_editing()
        before, self.shell = self.shell, None
        item = getattr(before.page, "item", None) if before else None
        old = self.takeCentralWidget()
        self.setCentralWidget(self._make_content())
        if self.shell is not None:
            self.shell.open(self._place(self.shell.places), item)
        if before is not None:
            before.retire()
            self.tasks.cancel_all()  # their results would reach pages that are gone
        if old is not None:
            old.hide()
            old.deleteLater()
        self._tell_actions()

    def _make_frame(self) -> Frame:
        over_many = {place.key for place in OVER_MANY}  # where one was last time
        places = OVER_MANY if self.settings.place in over_many else PLACES
        frame = Frame(places, self.commands.by_key, self.look, self.catalog)
        frame.rail.choose(self._place(places))
        frame.setEnabled(False)
        self.setWindowTitle(self.catalog("Maagalim"))  # a window without a name is hard to find
        return frame

    def _place(self, places: Sequence[Place]) -> str:
        """The place last visited, if there is one of that name."""
        if self.settings.place not in {place.key for place in places}:
            self.settings.place = places[0].key
        return self.settings.place

    def _make_shell(self) -> "Shell":
        from .shell import Shell  # only for an open file, see above

        assert self._open is not None
        places = OVER_MANY if self._open.community_id is None else PLACES
        self.shell = shell = Shell(self._desk(self._open), places, self.commands.by_key)
        shell.switched.connect(self.community_chosen)
        shell.file_chosen.connect(self.file_chosen)
        self.setWindowTitle(shell.name)
        return shell

    def _desk(self, opened: OpenFile) -> Desk:
        from .observed import Observed  # asks the file, see above

        observed = Observed(opened.store, opened.history, opened.community_id)
        return Desk(
            opened.store, opened.history, opened.community_id, self.catalog, self.look,
            self.settings, self.tasks, self.today, self.now, observed.layers, self.open_place,
            self.toast, self.run,
        )  # fmt: skip

    # -- what one can do -----------------------------------------------------------------

    def open_place(self, place: str, item: UUID | None = None) -> None:
        if self.shell:
            self.settings.place = place
            self.shell.open(place, item)

    def open_numbered(self, number: int) -> None:
        """The place that stands there in the rail, from 1."""
        if self.shell and number <= len(self.shell.places):
            self.open_place(self.shell.places[number - 1].key)

    def run(self, key: str) -> None:
        """Run a command by its key."""
        self.deeds.run(key)

    def toast(self, sentence: str, *, undo: bool = False) -> None:
        self.notices.toast(sentence, undo=undo)

    def tell(self, problem: UserError) -> None:
        """A sentence with advice, where it is seen whatever one was doing."""
        self.notices.problem(self.catalog.error(problem))

    def crash(self, report: str) -> None:
        self.notices.crash(report)

    def undo(self) -> None:
        if self._open and self._open.history.stack.canUndo():
            self._open.history.undo()

    def redo(self) -> None:
        if self._open and self._open.history.stack.canRedo():
            self._open.history.redo()

    def _tell_actions(self) -> None:
        shell = self.shell
        self.commands.offer(
            community=shell is not None and shell.desk.community is not None,
            many=shell is not None and shell.desk.community is None,
            sample=shell is not None and shell.has_sample,
            spare=shell is not None and shell.can_be_deleted,
        )

    # -- the window itself ---------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.finish_editing()
        self.tasks.cancel_all()
        told = self.saveGeometry().toBase64().data()
        self.settings.keep(geometry=bytes(told).decode("ascii"))
        super().closeEvent(event)

    def take_place(self) -> None:
        """Stand where the window stood last time, or in the middle of a screen with room."""
        told = QByteArray.fromBase64(self.settings.geometry.encode("ascii", "replace"))
        if not self.restoreGeometry(told):
            room = self.screen().availableGeometry()
            self.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))
