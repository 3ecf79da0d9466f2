"""What a page asks the file after it is seen disturbs nobody."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cop_desktop.ui.afterwards import afterwards
from cop_desktop.ui.desk import Desk


def test_it_waits_while_somebody_else_asks_the_file(desk: Desk, qtbot: QtBot) -> None:
    page, asked = QWidget(), list[bool]()
    qtbot.addWidget(page)
    with desk.store.read():
        afterwards(desk, page, lambda: asked.append(desk.store.busy))
        qtbot.wait(120)  # a progress bar lets events through
        assert asked == []
    qtbot.waitUntil(lambda: asked == [False])


def test_it_is_given_up_once_the_file_is_closed(desk: Desk, qtbot: QtBot) -> None:
    page, asked = QWidget(), list[bool]()
    qtbot.addWidget(page)
    afterwards(desk, page, lambda: asked.append(True))
    desk.store.close()
    qtbot.wait(120)
    assert asked == []
