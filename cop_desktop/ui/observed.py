"""Whose days the open community keeps in mind: known to every date field, ribbon and plan."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from cop_desktop.calendar import Layer
from cop_desktop.services import communities

if TYPE_CHECKING:  # a window is seen before what opens a file is there
    from cop_desktop.store import AnyStore

    from .history import History


class Observed(QObject):
    """Read once, and again when a community has changed: a date can be told inside a session."""

    def __init__(self, store: "AnyStore", history: "History", community_id: UUID | None) -> None:
        super().__init__()
        self._store, self._community_id = store, community_id
        self._layers: frozenset[Layer] = frozenset()
        self._read()
        history.changed.connect(self._on_changed)

    def layers(self) -> frozenset[Layer]:
        """The calendars by which a day is free, or is not."""
        return self._layers

    def _on_changed(self, tables: frozenset[str]) -> None:
        if "community" in tables:
            self._read()

    def _read(self) -> None:
        if self._community_id is None:  # a coordinator plans no meetings
            return
        with self._store.read() as session:
            self._layers = communities.layers(session, self._community_id)
