"""Undo in the window: every committed transaction becomes a step of a QUndoStack."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from cop_desktop.store import AnyStore, Change

STEPS = 200  # kept in memory; backups hold what is older


class History(QObject):
    """The one bridge from the store to the window: it tells pages what to refresh."""

    changed = Signal(frozenset)  # names of the tables touched

    def __init__(self, store: AnyStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(STEPS)
        self.kept: dict[str, object] = {}  # what pages remember meanwhile; it may hold names
        store.on_commit.append(lambda change: self._note(store, change))
        for hook in (store.on_commit, store.on_revert):
            hook.append(lambda change: self.changed.emit(change.tables))

    def _note(self, store: AnyStore, change: Change) -> None:
        """What was written in bulk, or on a server, has no way back and is no step."""
        if change.inverse:
            self.stack.push(_Step(store, change))

    def forget(self) -> None:
        """There is no way back from here: no step is left that holds what was erased."""
        self.stack.clear()
        self.kept.clear()

    def close(self) -> None:
        """Forget the steps; a stack tells of its own end, and nobody should listen then."""
        self.stack.blockSignals(True)
        self.deleteLater()

    def undo(self) -> None:
        """Take the last step back; raises what the store raised, and then nothing has moved."""
        self._go(self.stack.index() - 1, self.stack.undo, self.stack.redo)

    def redo(self) -> None:
        """Do the next step again, as carefully as `undo`."""
        self._go(self.stack.index(), self.stack.redo, self.stack.undo)

    def _go(self, index: int, there: Callable[[], None], back: Callable[[], None]) -> None:
        step = self.stack.command(index)
        there()
        if isinstance(step, _Step) and (problem := step.take_problem()):
            back()
            raise problem


class _Step(QUndoCommand):
    """A change that has happened; turning it replays its inverse and keeps the inverse of that."""

    def __init__(self, store: AnyStore, change: Change) -> None:
        super().__init__(change.label)
        self._store, self._change = store, change
        self._settled = True  # QUndoStack.push() redoes at once; the transaction has happened
        self._problem: Exception | None = None

    def undo(self) -> None:
        self._turn()

    def redo(self) -> None:
        self._turn()

    def take_problem(self) -> Exception | None:
        problem, self._problem = self._problem, None
        return problem

    def _turn(self) -> None:
        if self._settled:
            self._settled = False
            return
        try:
            self._change = self._store.revert(self._change)
        except Exception as problem:
            self._problem, self._settled = problem, True
