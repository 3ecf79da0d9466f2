"""What Ctrl+K offers of an agenda, with the keys of its list."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from cop_desktop.ui import page_commands
from cop_desktop.ui.desk import Desk

from .agenda_keys import DEEDS


def commands(page: QObject, desk: Desk, do: Callable[[str], None]) -> list[QAction]:
    """An action for each deed of the direction one reads in; `do(name)` does it."""
    _, way = desk.catalog, "rtl" if desk.look.rtl else "ltr"
    mine = [deed for deed in DEEDS if deed.way in ("any", way)]
    actions = page_commands.commands(page, {_(deed.words): partial(do, deed.name) for deed in mine})
    for action, deed in zip(actions, mine, strict=True):
        action.setShortcuts([QKeySequence(keys) for keys in deed.keys])
    return actions
