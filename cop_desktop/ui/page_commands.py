"""The deeds of a page, as the search list offers them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def commands(page: QObject, deeds: Mapping[str, Callable[[], None]]) -> list[QAction]:
    """An action for each deed, by its words."""
    actions = []
    for words, deed in deeds.items():
        action = QAction(words, page)
        action.triggered.connect(deed)
        actions.append(action)
    return actions


def keyed(page: QWidget, words: str, keys: str, deed: Callable[[], None]) -> QAction:
    """A deed with keys of its own, which are heard anywhere in the page."""
    action = QAction(words, page)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(deed)
    page.addAction(action)
    return action
