"""Pictures say in words what they show, and every part can be reached without a mouse."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from cop_desktop.ui.pictures import ArcData, Picture, RoleWheel, StageArc
from cop_desktop.ui.theme import DARK, LIGHT, Look
from tests.ui import samples
from tests.ui.gallery import PICTURES, picture

LOOKS = [Look(LIGHT), Look(DARK, 2.0), Look(LIGHT, 0.8, "en")]


def shown(kind: str, look: Look, qtbot: QtBot) -> Picture[Any]:
    made = picture(kind, look)
    qtbot.addWidget(made)
    made.setLayoutDirection(look.direction)
    made.resize(made.minimumSizeHint())
    made.grab()
    return made


@pytest.mark.parametrize("look", LOOKS, ids=["he", "he at 200 %", "en at 80 %"])
@pytest.mark.parametrize("kind", PICTURES)
def test_every_picture_has_words_and_parts_inside_it(kind: str, look: Look, qtbot: QtBot) -> None:
    made = shown(kind, look, qtbot)
    assert made.accessibleName()
    assert made.accessibleDescription()
    assert made.parts
    room = made.rect().adjusted(-12, -12, 12, 12)
    for part in made.parts:
        assert part.words
        assert room.contains(part.shape.boundingRect().toAlignedRect()), part.words


@pytest.mark.parametrize("kind", PICTURES)
def test_every_part_is_reached_with_the_keyboard_and_read_aloud(kind: str, qtbot: QtBot) -> None:
    made = shown(kind, Look(), qtbot)
    heard: list[str] = []
    chosen: list[object] = []
    made.part_chosen.connect(chosen.append)
    for _ in made.parts:
        qtbot.keyClick(made, Qt.Key.Key_Down)
        heard.append(made.accessibleDescription())
        qtbot.keyClick(made, Qt.Key.Key_Return)
    assert heard == [part.words for part in made.parts]
    assert chosen == [part.key for part in made.parts]


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_key_that_points_ahead_goes_ahead_in_reading_direction(
    language: str, qtbot: QtBot
) -> None:
    look = Look(language=language)
    made = shown("stages", look, qtbot)
    ahead = Qt.Key.Key_Left if look.rtl else Qt.Key.Key_Right
    for _ in range(2):
        qtbot.keyClick(made, ahead)
    assert made.accessibleDescription() == made.parts[1].words


def test_the_meeting_begins_at_the_side_where_one_begins_to_read(qtbot: QtBot) -> None:
    middles = {}
    for language in ("he", "en"):
        made = shown("agenda", Look(language=language), qtbot)
        first = made.parts[0].shape.boundingRect().center().x()
        middles[language] = first > made.width() / 2
    assert middles == {"he": True, "en": False}


def test_a_click_on_a_block_chooses_that_block(qtbot: QtBot) -> None:
    made = shown("agenda", Look(), qtbot)
    block = made.parts[2].shape.boundingRect().center().toPoint()
    with qtbot.waitSignal(made.part_chosen) as chosen:
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(block))
    assert chosen.args == [made.parts[2].key]


def test_an_empty_seat_is_said_in_words_and_not_only_dashed(qtbot: QtBot) -> None:
    made = shown("wheel", Look(), qtbot)
    assert isinstance(made, RoleWheel)
    assert "חברים ביקורתיים: מקום פנוי" in made.accessibleDescription()


def test_today_moves_along_the_curve_as_signs_are_met(qtbot: QtBot) -> None:
    look = Look()
    arc = StageArc(look, "חיי הקהילה")
    qtbot.addWidget(arc)
    arc.resize(600, 220)
    data = samples.stages(look)
    arc.show_data(data)
    before = arc.grab().toImage()
    arc.show_data(ArcData(data.stages, data.current, 0.9, data.today))
    assert arc.grab().toImage() != before


def test_a_picture_without_data_is_simply_empty(qtbot: QtBot) -> None:
    wheel = RoleWheel(Look(), "תפקידים")
    qtbot.addWidget(wheel)
    wheel.grab()
    qtbot.keyClick(wheel, Qt.Key.Key_Down)
    assert wheel.parts == []
