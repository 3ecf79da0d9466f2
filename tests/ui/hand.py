"""What a hand does at the keyboard, in any place of the window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def type_in(field: QWidget, words: str) -> None:
    """Keys as a Hebrew keyboard sends them; QTest itself types Latin letters only."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, key)


def write_over(field: QWidget, words: str) -> None:
    """Click into a field, select all, type, Enter."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
