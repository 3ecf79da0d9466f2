"""Taking a folder of packages in, in a worker, batch by batch."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services import collating
from cop_desktop.services.collating import Receipt
from cop_desktop.store import AnyStore
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tasks import Progress, Task

AT_ONCE = 50  # packages a write: so often one can stop, and so often the bar moves
NONE_HERE = N_("There are no packages in {folder}. A package is a file whose name ends in .zip.")
Done = Callable[[list[Receipt]], None]


def take_folder(desk: Desk, folder: Path, done: Done) -> Task:
    """Take in what lies in a folder; `done` gets the receipts, also of what came before a stop."""
    from cop_desktop.intake.package_folder import files_in  # unpacks and checks

    files = files_in(folder)
    if not files:
        raise UserError(NONE_HERE, folder=folder.name)
    return take_files(desk, files, done)


def take_files(desk: Desk, files: list[Path], done: Done) -> Task:
    """Take these files in. What was written when one stops is whole, and repeating it is safe."""
    label, now, store = desk.catalog("Take packages in"), desk.now(), desk.store
    receipts: list[Receipt] = []
    store.lend()
    task = desk.tasks.run(
        label, lambda progress: _take(store, files, label, now, receipts, progress),
        lambda _none: None,
    )  # fmt: skip
    # also when somebody stops it: what was written by then is there, and is told
    task.ended.connect(lambda: _end(store, task, receipts, done))
    return task


def _take(
    store: AnyStore, files: list[Path], label: str, now: datetime, receipts: list[Receipt],
    progress: Progress,
) -> None:  # fmt: skip
    from cop_desktop.intake.package_folder import in_batches, packages  # unpacks and checks

    progress(0, len(files))
    with store.elsewhere() as own:
        for batch in in_batches(packages(files), AT_ONCE, ahead=own.by_itself):
            with own.write(label) as session:
                taken = collating.take_in(session, batch, now)
            receipts.extend(taken)
            progress(len(receipts), len(files))


def _end(store: AnyStore, task: Task, receipts: list[Receipt], done: Done) -> None:
    task.thread_of_work.join()  # it has ended, or ends at its next report
    store.take_back()
    if receipts:
        done(sorted(receipts, key=lambda it: it.file))
