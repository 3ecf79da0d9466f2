"""The deeds of a page, as the search list offers them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction


def commands(page: QObject, deeds: Mapping[str, Callable[[], None]]) -> list[QAction]:
    """An action for each deed, by its words."""
    actions = []
    for words, deed in deeds.items():
        action = QAction(words, page)
        action.triggered.connect(deed)
        actions.append(action)
    return actions
