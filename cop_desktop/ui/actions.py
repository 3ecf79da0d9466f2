"""The commands as QActions: their words, their keys, and whether they are offered."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from cop_desktop.i18n import Catalog

from .commands import COMMANDS, Command, Whose
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

    def offer(self, *, community: bool, many: bool, sample: bool, spare: bool) -> None:
        """Commands that need a community, many, a sample, or one to spare, only with them."""
        for command in COMMANDS:
            action = self.by_key[command.key]
            fits = many and command.whose is not Whose.LEADERS
            fits = fits or (community and command.whose is not Whose.COORDINATORS)
            action.setEnabled(fits or command.always)
            action.setVisible(command.always or not many or fits)
            if command.whose is Whose.COORDINATORS:
                action.setVisible(many)
        self.by_key["remove-sample"].setVisible(sample)
        self.by_key["remove-community"].setVisible(spare)
        sheet = next(each for each in COMMANDS if each.key == "import-roster")
        self.by_key["import-roster"].setVisible(bool(sheet.dialog) and not many)


def place_keys(window: QWidget, go: Callable[[int], None]) -> None:
    """Alt and a digit go to the first nine places of the rail."""
    for number in range(1, 10):
        action = QAction(window)
        action.setShortcut(QKeySequence(f"Alt+{number}"))
        action.triggered.connect(partial(_visit, go, number))
        window.addAction(action)


def _visit(go: Callable[[int], None], number: int, _checked: bool = False) -> None:
    go(number)


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
