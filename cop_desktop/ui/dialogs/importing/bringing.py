"""Bringing a list in, in a worker: a backup, then one step; a cancel leaves nothing."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from cop_desktop.store import Store
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tasks import Progress, Task

Result = TypeVar("Result")
Write = Callable[[Session, Progress], Result]


def start_bringing(
    desk: Desk, label: str, write: Write[Result], done: Callable[[Result], None]
) -> Task:
    """Write under `label` away from the window, which cannot change the file meanwhile.

    `Task.stop` cancels: what was not committed by then is not there.
    """
    store = desk.file
    store.lend()
    title = desk.catalog("Importing the list")
    task = desk.tasks.run(title, lambda progress: _bring(store, label, write, progress), done)
    # not a dialog's affair: the loan ends even if nobody waits for the result any more
    task.ended.connect(lambda: _take_back(store, task))
    return task


def _bring(store: Store, label: str, write: Write[Result], progress: Progress) -> Result:
    with store.elsewhere() as own:
        own.backup(reason="import")
        with own.write(label) as session:
            return write(session, progress)


def _take_back(store: Store, task: Task) -> None:
    task.thread_of_work.join()  # it has ended, or ends at its next report
    store.take_back()
