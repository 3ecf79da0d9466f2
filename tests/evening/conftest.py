"""Fixtures: the whole program on a machine that has never seen it, in Hebrew, no mocks."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cop_desktop.app import Program
from cop_desktop.settings import Settings
from cop_desktop.ui.main_window import MainWindow
from tests.ui.conftest import TODAY, fonts, garbage_waits, kept, nothing_left_open

from .hands import Hands

__all__ = ["fonts", "garbage_waits", "kept", "nothing_left_open"]


@pytest.fixture
def program(qtbot: QtBot, fonts: None, kept: Settings) -> Iterator[Program]:
    """As started for the first time."""
    it = Program(MainWindow(kept, lambda: TODAY))
    qtbot.addWidget(it.window)
    it.start(None)
    it.window.resize(1280, 840)
    it.window.show()
    it.window.activateWindow()
    yield it
    it.window.close()
    it.window.tasks.finish(20)
    it.close()


@pytest.fixture
def hands(program: Program, qtbot: QtBot) -> Hands:
    """Somebody who uses it."""
    return Hands(program, qtbot)
