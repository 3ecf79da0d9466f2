"""Keys of the stage, by what they type: a layout is quickly forgotten."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

LETTERS = {
    **dict.fromkeys("rRרق", "respread"),
    **dict.fromkeys("pPפح", "pause"),
    **dict.fromkeys("+=", "more"),
    **dict.fromkeys("-", "less"),
}
KEYS = {
    Qt.Key.Key_Space: "next",
    Qt.Key.Key_Return: "next",
    Qt.Key.Key_Enter: "next",
    Qt.Key.Key_Backspace: "back",
    Qt.Key.Key_Escape: "leave-proposal",
}
ANYWHERE = {"F2": "arrivals", "F3": "capture", "F4": "stage", "Ctrl+Return": "next"}


def deed(event: QKeyEvent) -> str:
    """What a key asks for; nothing for a key that means nothing here."""
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return ""
    return KEYS.get(Qt.Key(event.key())) or LETTERS.get(event.text(), "")
