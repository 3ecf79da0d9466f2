"""Composition root: a window, the file or database open in it, and its history."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from cop_desktop import paths
from cop_desktop.errors import UserError
from cop_desktop.services import communities
from cop_desktop.store import AnyStore, Store, create_file, open_file
from cop_desktop.ui import founding
from cop_desktop.ui.files import ask_for_file, free_path, show_folder
from cop_desktop.ui.first_evening import FirstEvening
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow, OpenFile
from cop_desktop.ui.rescue import Rescue

if TYPE_CHECKING:
    from cop_desktop.ui.first_run import Beginning


class Program(QObject):
    """One file at a time is open in a window; what opening it takes is made here."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.window, self.settings, self.today = window, window.settings, window.today
        self.store: AnyStore | None = None
        self.history: History | None = None
        self._refused: Path | None = None  # the file that could not be opened, while it is shown
        self.rescue = Rescue(self.window, self._replace)
        self.evening = FirstEvening(self.window, self._has_communities, self._found)
        self.window.asked.connect(self.do)
        self.window.community_chosen.connect(self.show_community)
        self.window.file_chosen.connect(self.open_any)
        self._deeds: dict[str, Callable[[], None]] = {
            "new-file": self.evening.begin,
            "open-file": self.choose_file,
            "new-overview": self.begin_overview,
            "open-server": self.choose_server,
            "new-community": self.evening.begin_here,
            "remove-sample": self.remove_sample,
            "remove-community": self.remove_community,
            "show-folder": lambda: show_folder(self._folder()),
            "show-backups": lambda: show_folder(paths.backups_dir()),
            "restore": self.choose_backup,
            "back": self.back,
        }

    def start(self, what: str | Path | None) -> None:
        """Open what is asked for, else the last; on the very first day, begin."""
        if wanted := what or next(iter(self.settings.recent), None):
            self.open_any(str(wanted))
        else:
            self.evening.begin()

    def do(self, key: str) -> None:
        self._deeds[key]()

    # -- opening ---------------------------------------------------------------------------

    def open_any(self, what: str) -> None:
        """Open a file, or a shared database by its address."""
        if paths.is_address(what):
            self.open_server(what)
        else:
            self.open(Path(what))

    def open_server(self, address: str) -> None:
        """Open a database that coordinators share; what stands in the way becomes a page."""
        from cop_desktop.store.server import open_server  # brings a driver: only where it is used

        try:
            server = open_server(address)
        except UserError as problem:
            self._show_trouble(Path(address.rpartition("@")[2]), problem)
        else:
            self._adopt(server)
            self.back()

    def choose_server(self) -> None:
        """Ask for the address of a shared database."""
        from cop_desktop.ui.dialogs.server import AddressDialog  # as above

        dialog = AddressDialog(self.window.look, self.window.catalog, self.window)
        dialog.chosen.connect(self.open_server)
        dialog.open()

    def open(self, path: Path) -> None:
        """Open a file in place of the present one; what stands in the way becomes a page."""
        if self._has(path):
            self.back()
            return
        try:
            store = open_file(path)
        except UserError as problem:
            self._show_trouble(path, problem)
        else:
            self._adopt(store)
            self.back()
            self.rescue.advise(store)

    def choose_backup(self) -> None:
        """The backups of the file that is open, or of the one that could not be opened."""
        wanted = self._refused or self._file
        if wanted is None:
            self.choose_file()
        else:
            self.rescue.choose_backup(wanted)

    def _replace(self, path: Path, change: Callable[[], Path]) -> None:
        """Let go of a file, change it on the disk, and open what came of it."""
        if self._has(path):
            self.close()
        try:
            path = change()
        except UserError as problem:
            self._show_trouble(path, problem)
        else:
            self.open(path)

    @property
    def _file(self) -> Path | None:
        """The file that is open; a database on a server is none."""
        return self.store.path if isinstance(self.store, Store) else None

    def _has(self, path: Path) -> bool:
        return self._file is not None and self._file.absolute() == path.absolute()

    def _folder(self) -> Path:
        return self._file.parent if self._file else paths.communities_dir()

    def close(self) -> None:
        """Let go of the file; the store makes its backup."""
        if self.store is not None and self.history is not None:
            self.history.close()
            self.store.close()
        self.store = self.history = None

    def choose_file(self) -> None:
        _ = self.window.catalog
        if file := ask_for_file(self.window, _("Open a file"), self._folder(), _):
            self.open(file)

    def show_community(self, community_id: UUID) -> None:
        """Show one community of the open file, and remember which."""
        self.settings.keep(community=str(community_id), started=True)
        self._show(community_id)

    def _show(self, community_id: UUID | None) -> None:
        assert self.store is not None
        assert self.history is not None
        self.window.show_desk(OpenFile(self.store, self.history, community_id))

    def back(self) -> None:
        """To the open file: the community last looked at, else any, else the overview."""
        self._refused = None
        if self.store is None:
            self.evening.begin()
            return
        with self.store.read() as session:
            there = [row.id for row in communities.every(session, self.today())]
        if not there:
            self.settings.keep(started=True)
            self._show(None)
        else:
            last = next((each for each in there if str(each) == self.settings.community), there[0])
            self.show_community(last)

    def _adopt(self, store: AnyStore) -> None:
        self.close()
        self.store, self.history = store, History(store, self)
        self.history.changed.connect(self._on_changed)
        self._refused = None
        self.settings.remember(store.address)

    def _on_changed(self, tables: frozenset[str]) -> None:
        """Undo may take away the community one looks at, or bring one back."""
        if "community" not in tables or self.store is None:
            return
        with self.store.read() as session:
            there = {str(row.id) for row in communities.every(session, self.today())}
        shell = self.window.shell
        here = shell is not None and shell.desk.community is not None
        if here != bool(there) or (here and self.settings.community not in there):
            self.back()

    def _show_trouble(self, path: Path, problem: UserError) -> None:
        self._refused = path
        back = self.store.title if self.store else ""
        self.rescue.show_trouble(path, problem, back, self.do)

    # -- beginning -------------------------------------------------------------------------

    def begin_overview(self) -> None:
        """A new file in which the packages of communities are collected."""
        self._adopt(create_file(free_path(self.window.catalog("Overview of communities"))))
        self.settings.place = "overview"
        self.back()

    def _has_communities(self) -> bool:
        if self.store is None:
            return False
        with self.store.read() as session:
            return bool(communities.every(session, self.today()))

    def _found(self, answers: "Beginning", *, new_file: bool) -> None:
        """Make what was asked for, and show it."""
        if new_file:
            self._adopt(create_file(free_path(answers.name)))
        assert self.store is not None
        community_id = founding.found(self.store, answers, self.today(), self.window.catalog)
        if new_file and self.history is not None:
            self.history.stack.clear()  # an undo would leave a file without a community
        self.settings.place = "home"
        self.show_community(community_id)
        if answers.start == "excel":
            self.window.run("import-roster")

    def remove_sample(self) -> None:
        assert self.store is not None
        told = founding.remove_sample(self.store, self.window.catalog)
        self.window.toast(told, undo=True)

    def remove_community(self) -> None:
        """The community one looks at goes; another one is shown."""
        assert self.store is not None
        shown = UUID(self.settings.community)
        told = founding.remove(self.store, shown, self.today(), self.window.catalog)
        self.window.toast(told, undo=True)
