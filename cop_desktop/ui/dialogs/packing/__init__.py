"""The pack of a meeting: what goes in, how often, and how it looks."""

from PySide6.QtWidgets import QWidget

from cop_desktop.ui.desk import Desk

from .dialog import PackDialog

__all__ = ["PackDialog", "pack_of_the_meeting"]


def pack_of_the_meeting(desk: Desk, window: QWidget) -> PackDialog:
    """The dialog of the coming meeting, as a command of the window opens it."""
    return PackDialog(desk, parent=window)
