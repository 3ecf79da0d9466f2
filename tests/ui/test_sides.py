"""Places of the program: pages with tabs are pictured side by side, the rail shows where one is."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from cop_desktop.ui.gallery import SIDES, Shot, _views
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.widgets import Tabs


@pytest.mark.parametrize("key", sorted(SIDES))
def test_a_page_has_the_sides_that_are_pictured(window: MainWindow, key: str) -> None:
    window.open_place(key)
    assert window.shell
    assert window.shell.page
    tabs = window.shell.page.findChild(Tabs)
    assert tabs
    assert len(tabs.findChildren(QPushButton)) > len(SIDES[key])


def test_sides_follow_their_page_in_the_light_look_alone() -> None:
    wanted = frozenset({"needs"})
    assert _views(Shot("he"), wanted) == ["needs", "needs-list", "needs-pause", "needs-stories"]
    assert _views(Shot("he", "dark"), wanted) == ["needs"]


def test_the_rail_scrolls_to_the_place_one_came_to(window: MainWindow) -> None:
    window.resize(1000, 640)
    window.change(scale=150)
    for key in ("signs", "home"):
        window.open_place(key)
        for _round in range(3):  # layouts ask for layouts
            QApplication.processEvents()
        assert window.shell
        area = window.shell.rail.findChild(QScrollArea)
        item = next(it for it in window.shell.rail.items() if it.isChecked())
        assert isinstance(area, QScrollArea)
        top = item.mapTo(area.viewport(), QPoint(0, 0)).y()
        assert 0 <= top <= area.viewport().height() - item.height()
