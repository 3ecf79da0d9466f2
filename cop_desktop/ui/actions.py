"""The commands as QActions: their words, their keys, and whether they are offered."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from cop_desktop.i18n import Catalog

from .commands import COMMANDS, Command
from .places import Place
from .theme import Look


class Actions:
    """All commands of a window, heard wherever in it one is."""

    def __init__(self, window: QWidget, run: Callable[[str], None]) -> None:
        self.by_key = {command.key: _action(command, window, run) for command in COMMANDS}

    def dress(self, look: Look, words: Catalog) -> None:
        """Give them words and icons of the present language and look."""
        for command in COMMANDS:
            action = self.by_key[command.key]
            action.setText(words(command.title))
            action.setIcon(look.icon(command.icon))

    def offer(self, *, community: bool, sample: bool, spare: bool) -> None:
        """Commands that need a community, a sample, or a community to spare, only with one."""
        for command in COMMANDS:
            self.by_key[command.key].setEnabled(community or command.always)
        self.by_key["remove-sample"].setVisible(sample)
        self.by_key["remove-community"].setVisible(spare)
        sheet = next(each for each in COMMANDS if each.key == "import-roster")
        self.by_key["import-roster"].setVisible(bool(sheet.dialog))


def place_keys(window: QWidget, places: tuple[Place, ...], go: Callable[[str], None]) -> None:
    """Alt and a digit go to the first nine places."""
    for number, place in enumerate(places[:9], 1):
        action = QAction(window)
        action.setShortcut(QKeySequence(f"Alt+{number}"))
        action.triggered.connect(partial(_go, go, place.key))
        window.addAction(action)


def _go(go: Callable[[str], None], key: str, _checked: bool = False) -> None:
    go(key)


def _action(command: Command, window: QWidget, run: Callable[[str], None]) -> QAction:
    action = QAction(window)
    action.setObjectName(command.key)
    action.setProperty("glyph", command.icon)
    action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
    action.setShortcutVisibleInContextMenu(True)
    action.triggered.connect(partial(_go, run, command.key))
    window.addAction(action)
    return action
