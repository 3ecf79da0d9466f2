"""What is to begin: asked in three steps on the first evening, and again for another community."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from cop_desktop import formats

from .main_window import MainWindow

if TYPE_CHECKING:
    from .first_run import Beginning


class Found(Protocol):
    """Make what was asked for, and show it."""

    def __call__(self, answers: "Beginning", *, new_file: bool) -> None: ...


class FirstEvening:
    """Asks in the window; `any_there` tells whether there is something one can go back to."""

    def __init__(self, window: MainWindow, any_there: Callable[[], bool], found: Found) -> None:
        self._window, self._any_there, self._found = window, any_there, found

    def begin(self) -> None:
        """The three steps of the first evening; they end with a new file."""
        from .first_run import COMMUNITY, Beginning  # on the first evening

        year = formats.work_year_of(self._window.today())
        first = COMMUNITY if self._window.settings.started else 0
        self._ask(Beginning(year, year, first, first), new_file=True)

    def begin_here(self) -> None:
        """One more community in the open file."""
        from .first_run import COMMUNITY, Beginning  # as above

        year = formats.work_year_of(self._window.today())
        self._ask(Beginning(year, year, COMMUNITY, COMMUNITY, start="empty"), new_file=False)

    def _ask(self, answers: "Beginning", *, new_file: bool) -> None:
        from .first_run import FirstRun  # as above

        window = self._window

        def make() -> QWidget:
            can_leave = window.shell is not None or self._any_there()
            page = FirstRun(window.look, window.catalog, answers, can_leave=can_leave)
            page.language_chosen.connect(lambda key: window.change(language=key))
            page.finished.connect(lambda: self._found(answers, new_file=new_file))
            page.overview_asked.connect(lambda: window.asked.emit("new-overview"))
            page.left.connect(lambda: window.asked.emit("back"))
            return page

        window.show_content(make)
