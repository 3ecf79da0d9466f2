"""What takes long is done away from the window: reading two files, and writing what came of it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.services.merging.deciding import decide, undecided
from cop_desktop.services.merging.meeting import Outcome, bring_in, prepare, share
from cop_desktop.services.merging.registers import Value
from cop_desktop.services.merging.replica import Cell
from cop_desktop.services.merging.rows import read_rows
from cop_desktop.services.merging.telling import (
    Contradiction,
    Summary,
    contradictions,
    summary,
)
from cop_desktop.store import Store, borrowed
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tasks import Task

T = TypeVar("T")


@frozen
class Met:
    """What two files know together, and the same in words."""

    path: Path
    outcome: Outcome
    summary: Summary


def look(store: Store, path: Path, words: Catalog) -> Met:
    """Read both files; neither is changed."""
    with (
        borrowed(path) as theirs, store.elsewhere() as mine,
        theirs.read() as others, mine.read() as ours,
    ):  # fmt: skip
        outcome = prepare(ours, others, words("a former member"))
    return Met(path, outcome, summary(outcome, words))


def waiting(store: Store, words: Catalog) -> tuple[Contradiction, ...]:
    """The contradictions of the open file, in words."""
    with store.elsewhere() as mine, mine.read() as session:
        if not (found := undecided(session)):
            return ()
        return contradictions(found, read_rows(session), words)


def start_bringing(desk: Desk, met: Met, label: str, done: Callable[[Met], None]) -> Task:
    """A backup, then one step."""
    write = partial(_bring, met=met, at=desk.now())
    title = desk.catalog("Bringing the copies together")
    return _start(desk, title, label, write, done, backup="together")


def start_deciding(
    desk: Desk, label: str, cell: Cell, value: Value, done: Callable[[None], None]
) -> Task:
    """One decision, one step."""
    write = partial(decide, cell=cell, value=value, at=desk.now())
    return _start(desk, desk.catalog("Writing the decision"), label, write, done)


def start_sharing(desk: Desk, path: Path, done: Callable[[Path], None]) -> Task:
    """Note what both copies share from now on, then write the copy: whole, or not at all."""
    label = desk.catalog("Hand a copy to a co-leader")
    store, at = desk.file, desk.now()

    def work(_progress: object) -> Path:
        with store.elsewhere() as own:
            with own.write(label) as session:
                share(session, at)
            return own.backup(path)

    return _lent(desk, desk.catalog("Writing the copy"), work, done)


def _bring(session: Session, met: Met, at: datetime) -> Met:
    bring_in(session, met.outcome, at)
    return met


def _start(
    desk: Desk,
    title: str,
    label: str,
    write: Callable[[Session], T],
    done: Callable[[T], None],
    backup: str = "",
) -> Task:
    store = desk.file

    def work(_progress: object) -> T:
        with store.elsewhere() as own:
            if backup:
                own.backup(reason=backup)
            with own.write(label) as session:
                return write(session)

    return _lent(desk, title, work, done)


def _lent(desk: Desk, title: str, work: Callable[[object], T], done: Callable[[T], None]) -> Task:
    """The window reads meanwhile; what was written is told when it has the file back."""
    store = desk.file
    store.lend()
    task = desk.tasks.run(title, work, done)
    task.ended.connect(lambda: _take_back(store, task))
    return task


def _take_back(store: Store, task: Task) -> None:
    task.thread_of_work.join()  # it has ended, or ends by itself: nothing here is cancelled midway
    store.take_back()
