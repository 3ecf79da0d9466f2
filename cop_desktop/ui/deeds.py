"""What becomes of a command: the window does it, a page, a dialog, or the program."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from cop_desktop.i18n import Catalog

from .commands import COMMANDS, Command
from .theme import Look

if TYPE_CHECKING:
    from .main_window import MainWindow


class Deeds:
    """Commands by their keys, whatever they were run by: keys, menus, Ctrl+K, a page."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._own: dict[str, Callable[[], object]] = {
            "search": self.search,
            "undo": window.undo,
            "redo": window.redo,
            "help": self.toggle_help,
            "register": self.open_register,
            "live": self.open_live,
            "communities": self.open_switcher,
            "settings": self.open_settings,
            "larger-text": lambda: window.scale(1),
            "smaller-text": lambda: window.scale(-1),
            "quit": window.close,
        }

    def run(self, key: str) -> None:
        """Run a command; an unknown key is a bug."""
        command = next(each for each in COMMANDS if each.key == key)
        if own := self._own.get(key):
            own()
        elif command.list_of:
            self._ask_list(command)
        elif command.dialog:
            self._open_dialog(command)
        else:
            self._window.asked.emit(key)

    def offered(self) -> list[QAction]:
        """Commands for Ctrl+K: the page's first, then the window's."""
        shell = self._window.shell
        page = shell.page.commands if shell and shell.page else []
        return [*page, *self._window.commands.by_key.values()]

    def search(self) -> None:
        if shell := self._window.shell:
            from .palette import Palette  # first needed at the first search

            Palette(shell.desk, shell.places, self.offered(), self._window).open()

    def toggle_help(self) -> None:
        if shell := self._window.shell:
            settings = self._window.settings
            settings.keep(help_open=not settings.help_open)
            shell.show_help(settings.help_open)

    def open_register(self) -> None:
        """What all meetings agreed: at the place of meetings the community's key means that."""
        if shell := self._window.shell:
            self._window.open_place("meetings", shell.desk.community_id)

    def open_live(self) -> None:
        """The screen of the day: of the meeting that is open, or of the next one."""
        self._window.open_place("meetings")
        if (shell := self._window.shell) and shell.page:
            shell.page.show_today()

    def open_switcher(self) -> None:
        if shell := self._window.shell:
            shell.open_switcher()

    def open_settings(self) -> None:
        from .dialogs.settings import SettingsDialog  # seldom opened

        window = self._window
        SettingsDialog(window.settings, self._change, window.look, window.catalog, window).open()

    def _change(self, **settings: object) -> tuple[Look, Catalog]:
        self._window.change(**settings)
        return self._window.look, self._window.catalog

    def _ask_list(self, command: Command) -> None:
        """At the place it belongs to, which knows what to show when the list is in."""
        self._window.open_place(command.list_of)
        if (shell := self._window.shell) and shell.page:
            shell.page.import_table()

    def _open_dialog(self, command: Command) -> None:
        if shell := self._window.shell:
            module, name = command.dialog.split(":")
            getattr(import_module(module), name)(shell.desk, self._window).open()
