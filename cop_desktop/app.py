"""Composition root: paths → settings → catalog → file → history → window."""

import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import sqlalchemy.orm  # noqa: F401 - before Qt: the other way round costs a quarter of the start

# isort: split
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from cop_desktop import formats, paths, settings
from cop_desktop.errors import UserError
from cop_desktop.services import communities
from cop_desktop.settings import Settings
from cop_desktop.store import Store, create_file, open_file
from cop_desktop.ui import crash
from cop_desktop.ui.first_run import COMMUNITY, Beginning, FirstRun
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow, OpenFile
from cop_desktop.ui.theme import load_fonts
from cop_desktop.ui.trouble import Trouble

_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


class Program(QObject):
    """One window with one open file at a time; everything it needs is made here."""

    def __init__(self, kept: Settings, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.settings, self.today = kept, today
        self.store: Store | None = None
        self.history: History | None = None
        self.window = MainWindow(kept, today)
        self.window.asked.connect(self.do)
        self.window.community_chosen.connect(self.show_community)
        self.window.file_chosen.connect(lambda file: self.open(Path(file)))
        self._deeds: dict[str, Callable[[], None]] = {
            "new-file": self.begin,
            "open-file": self.choose_file,
            "new-community": self.begin_here,
            "remove-sample": self.remove_sample,
            "show-folder": self.show_folder,
            "show-backups": lambda: _show_folder(paths.backups_dir()),
            "restore": self.choose_backup,
            "back": self.back,
        }

    def start(self, file: Path | None) -> None:
        """Open the file asked for, else the last one; on the very first day, begin."""
        last = next((Path(each) for each in self.settings.recent), None)
        if wanted := file or last:
            self.open(wanted)
        else:
            self.begin()

    def do(self, key: str) -> None:
        self._deeds[key]()

    # -- opening ---------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open a file in place of the present one; what stands in the way becomes a page."""
        if self.store is not None and _same(path, self.store.path):
            self.back()
            return
        try:
            store = open_file(path)
        except UserError as problem:
            self._show_trouble(path, problem)
        else:
            self._adopt(store)
            self.back()

    def close(self) -> None:
        """Let go of the file; the store makes its backup."""
        if self.store is not None and self.history is not None:
            self.history.close()
            self.store.close()
        self.store = self.history = None

    def choose_file(self) -> None:
        _ = self.window.catalog
        folder = self.store.path.parent if self.store else paths.communities_dir()
        told, _kind = QFileDialog.getOpenFileName(
            self.window,
            _("Open a file"),
            str(folder),
            _("Communities ({pattern})", pattern="*.cop"),
        )
        if told:
            self.open(Path(told))

    def show_community(self, community_id: UUID) -> None:
        """Show one community of the open file, and remember which."""
        assert self.store is not None
        assert self.history is not None
        self.settings.keep(community=str(community_id), started=True)
        self.window.show_desk(OpenFile(self.store, self.history, community_id))

    def back(self) -> None:
        """To the open file: the community last looked at, else any; else begin one."""
        if self.store is None:
            self.begin()
            return
        with self.store.read() as session:
            there = [row.id for row in communities.every(session, self.today())]
        if not there:
            self.begin_here()
        else:
            last = next((each for each in there if str(each) == self.settings.community), there[0])
            self.show_community(last)

    def _adopt(self, store: Store) -> None:
        self.close()
        self.store, self.history = store, History(store, self)
        self.history.changed.connect(self._on_changed)
        self.settings.remember_file(store.path)

    def _on_changed(self, tables: frozenset[str]) -> None:
        """Undo may take away the community one looks at, or bring one back."""
        if "community" not in tables or self.store is None:
            return
        with self.store.read() as session:
            there = {str(row.id) for row in communities.every(session, self.today())}
        shown = self.window.shell is not None
        if shown != bool(there) or (shown and self.settings.community not in there):
            self.back()

    def _show_trouble(self, path: Path, problem: UserError) -> None:
        window = self.window
        back = self.store.path.stem if self.store else ""

        def make() -> QWidget:
            sentence = window.catalog.error(problem)
            page = Trouble(
                window.look, window.catalog, path.name, str(path.parent), sentence, back=back
            )
            page.asked.connect(self.do)
            return page

        window.show_content(make)

    # -- beginning -------------------------------------------------------------------------

    def begin(self) -> None:
        """The three steps of the first evening; they end with a new file."""
        year = formats.work_year_of(self.today())
        first = COMMUNITY if self.settings.started else 0
        self._ask(Beginning(year, year, first, first), new_file=True)

    def begin_here(self) -> None:
        """One more community in the open file."""
        year = formats.work_year_of(self.today())
        self._ask(Beginning(year, year, COMMUNITY, COMMUNITY, start="empty"), new_file=False)

    def _ask(self, answers: Beginning, *, new_file: bool) -> None:
        window = self.window

        def make() -> QWidget:
            can_leave = window.shell is not None or self._has_communities()
            page = FirstRun(window.look, window.catalog, answers, can_leave=can_leave)
            page.language_chosen.connect(lambda key: window.change(language=key))
            page.finished.connect(lambda: self._found(answers, new_file=new_file))
            page.left.connect(self.back)
            return page

        window.show_content(make)

    def _has_communities(self) -> bool:
        if self.store is None:
            return False
        with self.store.read() as session:
            return bool(communities.every(session, self.today()))

    def _found(self, answers: Beginning, *, new_file: bool) -> None:
        """Make what was asked for, and show it."""
        if new_file:
            self._adopt(create_file(_free_path(answers.name)))
        community_id = self._write_beginning(answers)
        if new_file and self.history is not None:
            self.history.stack.clear()  # an undo would leave a file without a community
        self.settings.place = "home"
        self.show_community(community_id)
        if answers.start == "excel":
            self.window.run("import-roster")

    def _write_beginning(self, answers: Beginning) -> UUID:
        from cop_desktop.services import sample  # reads its texts: only on the first evening

        assert self.store is not None
        _ = self.window.catalog
        with self.store.write(_("Begin {name}", name=answers.name.strip())) as session:
            own = communities.found(
                session, answers.name, answers.work_year, answers.domain, _.language
            )
            return sample.create(session, self.today()) if answers.start == "sample" else own

    def remove_sample(self) -> None:
        """The sample goes in one step, and comes back with one Undo."""
        from cop_desktop.services import sample  # as above

        assert self.store is not None
        _ = self.window.catalog
        with self.store.write(_("Remove the sample community")) as session:
            sample.remove(session)
        self.window.toast(_("The sample community was removed."), undo=True)

    # -- backups and folders -----------------------------------------------------------------

    def show_folder(self) -> None:
        if self.store is not None:
            _show_folder(self.store.path.parent)

    def choose_backup(self) -> None:
        """Not built yet."""


def _same(one: Path, other: Path) -> bool:
    return one.absolute() == other.absolute()


def _free_path(name: str) -> Path:
    """A new file of that name among the communities; a number is added to a name that is taken."""
    stem = _NOT_IN_A_NAME.sub(" ", name).strip(" .")[:80] or "community"
    folder = paths.communities_dir()
    tries = (folder / f"{stem}{f' {n}' if n else ''}.cop" for n in range(10_000))
    return next(path for path in tries if not path.exists())


def _show_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def make_application() -> QApplication:
    """Qt's application with our fonts; it reads no arguments of its own."""
    present = QApplication.instance()
    app = present if isinstance(present, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Maagalim")
    app.setDesktopFileName("maagalim")
    load_fonts()
    return app


def main(file: Path | None) -> int:
    """Open the window and stay until it is closed."""
    app = make_application()
    crash.start_log(paths.log_file())
    program = Program(settings.load(paths.settings_file()))
    crash.install(program.window.tell, program.window.crash)
    program.start(file)
    program.window.show()
    status = app.exec()
    program.close()
    return status
