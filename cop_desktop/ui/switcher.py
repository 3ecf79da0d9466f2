"""The menu under the community's name: other communities, this file, other files."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from cop_desktop.services import communities

from .desk import Desk

IN_THE_FILE = ("new-community", "remove-sample", "remove-community", "import-roster", "collate")
OF_FILES = ("new-file", "open-file", "new-overview", "open-server")
OF_TWO = ("hand-copy", "bring-together", "last-report")
BACKUPS = ("show-folder", "show-backups", "restore")


class Switcher(QMenu):
    """Everything about communities and files in one place, all of it also under Ctrl+K."""

    community_chosen = Signal(object)  # UUID
    file_chosen = Signal(str)

    def __init__(self, desk: Desk, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._actions = desk, actions
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_communities()
        for keys in (IN_THE_FILE, OF_TWO, OF_FILES):
            self._add(keys)
        self._add_recent()
        self._add(BACKUPS)

    def _add_communities(self) -> None:
        desk = self._desk
        with desk.store.read() as session:
            rows = communities.every(session, desk.today())
        for row in rows:
            action = self.addAction(row.name.replace("&", "&&"))
            here = row.id == desk.community_id
            action.setIcon(desk.look.icon("ph.check" if here else "ph.users-four"))
            action.triggered.connect(partial(self._choose, row.id))

    def _choose(self, community_id: object, _checked: bool = False) -> None:
        self.community_chosen.emit(community_id)

    def _add(self, keys: tuple[str, ...]) -> None:
        self.addSeparator()
        for key in keys:
            if (action := self._actions.get(key)) and action.isVisible():
                self.addAction(action)

    def _add_recent(self) -> None:
        desk, _ = self._desk, self._desk.catalog
        others = [each for each in desk.settings.recent if each != desk.store.address]
        if not others:
            return
        menu = self.addMenu(desk.look.icon("ph.clock-counter-clockwise"), _("Open recent"))
        for file in others:
            action = menu.addAction(_.isolate(Path(file).stem))
            action.setToolTip(file)
            action.triggered.connect(partial(self._open, file))

    def _open(self, file: str, _checked: bool = False) -> None:
        self.file_chosen.emit(file)
