"""Planning a year from wherever one is."""

from PySide6.QtWidgets import QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pages.meetings.page import MeetingsPage


class Series:
    """What Ctrl+K opens: the place of meetings, with a series begun."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk, self._window = desk, window

    def open(self) -> None:
        self._desk.open_place("meetings")
        page = self._window.findChild(MeetingsPage)
        assert isinstance(page, MeetingsPage)
        page.plan_series()
