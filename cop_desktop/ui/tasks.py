"""Long work: pure functions in a worker thread, with progress and cancel, results in the window."""

from collections.abc import Callable
from threading import Event, Thread
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Cancelled(Exception):  # noqa: N818 - not an error: somebody pressed Cancel
    """Raised inside the work by `Progress` once nobody waits for the result any more."""


class Progress:
    """Handed to the work: it tells how far it is and hears whether to stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell, self._stop = tell, Event()

    def __call__(self, done: int, total: int) -> None:
        """Report `done` of `total` steps; raises `Cancelled` after a cancel."""
        if self._stop.is_set():
            raise Cancelled
        self._tell(done, total)

    def stop(self) -> None:
        self._stop.set()


class Task(QObject):
    """One piece of work under way. It ends exactly once: done, failed or cancelled."""

    progressed = Signal(int, int)  # steps done, steps in all
    ended = Signal()
    _returned = Signal(object)
    _raised = Signal(object)
    _stopped = Signal()

    def __init__(
        self,
        title: str,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.title, self._over = title, False
        self._done, self._failed = done, failed
        self.thread_of_work = Thread(target=self._run, args=(work,), name=title, daemon=True)
        self._progress = Progress(self.progressed.emit)
        queued = Qt.ConnectionType.QueuedConnection  # results are delivered on the window's thread
        self._returned.connect(self._finish, queued)
        self._raised.connect(self._fail, queued)
        self._stopped.connect(self._halt, queued)

    def start(self) -> None:
        self.thread_of_work.start()

    def cancel(self) -> None:
        """Stop waiting now; the work stops at its next report, and its result is dropped."""
        self._progress.stop()
        self._halt()

    def stop(self) -> None:
        """Ask the work to stop; it ends when the work has, and a result that came first stands."""
        self._progress.stop()

    def _run(self, work: Callable[[Progress], Any]) -> None:
        try:
            result = work(self._progress)
        except Cancelled:
            self._stopped.emit()
        except Exception as problem:
            self._raised.emit(problem)
        else:
            self._returned.emit(result)

    def _finish(self, result: Any) -> None:
        self._end(lambda: self._done(result))

    def _fail(self, problem: Exception) -> None:
        self._end(lambda: self._failed(problem))

    def _halt(self) -> None:
        self._end(lambda: None)

    def _end(self, last: Callable[[], None]) -> None:
        if not self._over:
            self._over = True
            self.ended.emit()
            last()
            self._done = self._failed = _nothing  # a page that waited may go


class Tasks(QObject):
    """Starts work and announces it, so that the window can show its progress."""

    started = Signal(object)  # Task

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[Task] = set()
        self._threads: list[Thread] = []  # also of what nobody waits for any more

    def run(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Do `work(progress)` in a thread, then `done(result)` here.

        `work` must be pure: plain data in and out, no session, no widget. A `UserError` becomes a
        sentence and anything else the crash dialog, unless `failed` takes it.
        """
        task = Task(title, work, done, failed or _raise)
        self._running.add(task)
        task.ended.connect(lambda: self._running.discard(task))
        self.started.emit(task)
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(task.thread_of_work)
        task.start()
        return task

    @property
    def busy(self) -> bool:
        """Whether work is under way, or its result not yet delivered."""
        return bool(self._running)

    def cancel_all(self) -> None:
        for task in tuple(self._running):
            task.cancel()

    def finish(self, seconds: float) -> bool:
        """Let what is under way come to its end, without its result; False when some did not.

        A thread that still runs while Python is taken down ends in an abort.
        """
        self.cancel_all()
        end = monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0, end - monotonic()))
        return not any(thread.is_alive() for thread in self._threads)


def _nothing(_: object) -> None:
    """Nobody waits."""


def _raise(problem: Exception) -> None:
    raise problem
