"""Every icon the window names is one its font has: a missing one would break the painting."""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cop_desktop import ui
from cop_desktop.ui import icons
from cop_desktop.ui.places import PLACES

SOURCES = sorted(Path(ui.__path__[0]).rglob("*.py"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_every_icon_named_is_in_the_font(source: Path, qtbot: QtBot) -> None:
    for name in re.findall(r'"(ph\.[a-z-]+)"', source.read_text("utf-8")):
        assert icons.character(name), name


def test_every_place_has_a_filled_icon_for_when_it_is_chosen(qtbot: QtBot) -> None:
    assert all(icons.character(f"{place.icon}-fill") for place in PLACES)
