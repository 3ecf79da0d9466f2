"""Undo in the window: every committed transaction becomes a step of a QUndoStack."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from cop_desktop.store import Change, Store


class History(QObject):
    """The one bridge from the store to the window: it tells pages what to refresh."""

    changed = Signal(frozenset)  # names of the tables touched

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        store.on_commit.append(lambda change: self.stack.push(_Step(store, change)))
        for hook in (store.on_commit, store.on_revert):
            hook.append(lambda change: self.changed.emit(change.tables))


class _Step(QUndoCommand):
    """A change that has happened; undo and redo replay its inverse."""

    def __init__(self, store: Store, change: Change) -> None:
        super().__init__(change.label)
        self._store, self._change, self._done = store, change, True

    def undo(self) -> None:
        self._change, self._done = self._store.revert(self._change), False

    def redo(self) -> None:
        if not self._done:  # QUndoStack.push() redoes at once; the transaction has happened
            self._change, self._done = self._store.revert(self._change), True
