"""Pages with tabs are pictured side by side, each under its name."""

import pytest
from PySide6.QtWidgets import QPushButton

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
