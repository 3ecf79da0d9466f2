"""Bad days: going back to a backup, and moving a file out of a synchronised folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cop_desktop import paths
from cop_desktop.errors import UserError
from cop_desktop.store import Store, backups_of, move_to_own_folder, restore, synced_folder

from .files import MoveOffer, ask_for_file
from .main_window import MainWindow

Replace = Callable[[Path, Callable[[], Path]], None]


class Rescue:
    """Asks what is to happen to a file; `replace` lets go of it, does it, and opens the result."""

    def __init__(self, window: MainWindow, replace: Replace) -> None:
        self._window, self._replace = window, replace

    def advise(self, store: Store) -> None:
        """What deserves a word once a file is open: a missing backup, a synchronised folder."""
        window = self._window
        for problem in store.warnings:
            window.tell(problem)
        service = synced_folder(store.path)
        if service and not store.read_only:
            offer = MoveOffer(window.look, window.catalog, store.path.name, service, window)
            offer.accepted.connect(lambda: self._move(store.path) if offer.moved else None)
            offer.open()

    def show_trouble(
        self, path: Path, problem: UserError, back: str, asked: Callable[[str], None]
    ) -> None:
        """A page on the file that could not be opened; `back` names the one still open, if any."""
        window = self._window

        def make() -> QWidget:
            from .trouble import Trouble  # on a bad day only

            sentence = window.catalog.error(problem)
            page = Trouble(
                window.look, window.catalog, path.name, str(path.parent), sentence, back=back
            )
            page.asked.connect(asked)
            return page

        window.show_content(make)

    def choose_backup(self, path: Path) -> None:
        """Offer the backups of this file, newest first, or one that lies elsewhere."""
        from .dialogs.restore import RestoreDialog  # on a bad day only

        window = self._window
        dialog = RestoreDialog(window.look, window.catalog, path.stem, backups_of(path), window)
        dialog.chosen.connect(lambda backup: self._restore(backup, path))
        dialog.elsewhere.connect(lambda: self._choose_elsewhere(path))
        dialog.open()

    def _restore(self, backup: Path, path: Path) -> None:
        def change() -> Path:
            restore(backup, path)
            return path

        self._replace(path, change)

    def _choose_elsewhere(self, path: Path) -> None:
        _ = self._window.catalog
        title, folder = _("Restore from a backup"), paths.backups_dir()
        if backup := ask_for_file(self._window, title, folder, _):
            self._restore(backup, path)

    def _move(self, path: Path) -> None:
        self._window.settings.forget_file(path)
        self._replace(path, lambda: move_to_own_folder(path))
        self._window.toast(self._window.catalog("The file was moved to the program's folder."))
