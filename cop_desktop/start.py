"""A start: the window is seen first, then what opens files is imported, and home is filled."""

import builtins
import gc
import os
from collections.abc import Callable
from datetime import date
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from cop_desktop import paths, settings
from cop_desktop.ui import crash
from cop_desktop.ui.application import make_application
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.tidy import Tidy

if TYPE_CHECKING:
    from cop_desktop.app import Program

PATIENCE = 10  # s: a paper that is being saved while the window is closed
UNSEEN = 1000  # ms until one goes on with a window that nothing paints
Import = Callable[..., ModuleType]


class Start(QObject):
    """Shows a window, and fills it as soon as it has been painted."""

    def __init__(self, file: str | None) -> None:
        super().__init__()
        self.program: Program | None = None
        self._file = file
        kept = settings.load(paths.settings_file())
        self.window = MainWindow(kept, date.today)
        crash.install(self.window.tell, self.window.crash)
        if file or kept.recent:
            self.window.show_frame()
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._go_on)
        self._clock.start(UNSEEN)
        self.window.installEventFilter(self)
        self.window.take_place()
        self.window.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._clock.start(0)  # once this paint is on the screen
        return False

    def _go_on(self) -> None:
        self.window.removeEventFilter(self)
        from cop_desktop.app import Program  # brings what opens files: longer than all before

        self.program = Program(self.window)
        self.program.start(self._file)
        QTimer.singleShot(0, self._collect_again)

    def _collect_again(self) -> None:
        """What is there by now stays, and need not be looked through again."""
        gc.freeze()
        Tidy(self.window)

    def end(self, status: int) -> int:
        """Let go of the file and of what is under way; answers the exit status."""
        tasks_ended = self.window.tasks.finish(PATIENCE)
        if self.program is not None:
            self.program.close()
        if not tasks_ended:
            os._exit(status)  # everything is saved, and a worker in its midst would abort the end
        return status


def main(file: str | None, plain_import: Import) -> int:
    """Open the window and stay until it is closed; `plain_import` is Python's own `__import__`.

    `file` may be the address of a shared database, too. PySide's import reads the source of every
    module, to see whether it wants `__feature__`, which none of ours does: that would make what a
    start and the first visit of a page import a quarter slower.
    """
    builtins.__import__ = plain_import
    app = make_application()
    crash.start_log(paths.log_file())
    start = Start(file)
    return start.end(app.exec())
