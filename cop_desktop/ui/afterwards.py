"""What a page asks the file once it is seen; it waits its turn, or is given up."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from .desk import Desk

PAUSE = 50  # ms until a file that is being asked is looked at again


def afterwards(desk: Desk, page: QWidget, work: Callable[[], None], wait: int = 0) -> None:
    """Do `work` after what is being done now; never once the page or its file is gone.

    Another look at the file may be open just then: a progress bar lets events through.
    """

    def begin() -> None:
        if desk.store.busy:
            afterwards(desk, page, work, PAUSE)
        elif not desk.store.closed:
            work()

    QTimer.singleShot(wait, page, begin)
