"""Lists whose rows are painted: headings, remarks and things in one list."""

from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cop_desktop.i18n import catalog
from cop_desktop.ui.drawing import Room
from cop_desktop.ui.tables import Kind, Landing, PaintedList, State
from cop_desktop.ui.theme import LIGHT, Look

PIECE = "application/x-piece"


@dataclass(frozen=True)
class Day:
    id: str


@dataclass(frozen=True)
class Thing:
    id: str
    depth: int = 0


@dataclass(frozen=True)
class Remark:
    words: str


class Plain(Kind[Any]):
    """A row of a height of its own, on the ground of the house."""

    tall = 40

    def title(self, row: Any) -> str:
        return str(row.id)

    def height(self, row: Any, width: float) -> int:  # noqa: ARG002
        return self.tall

    def paint(self, painter: QPainter, row: Any, box: QRectF, state: State) -> None:  # noqa: ARG002
        self.ground(painter, box, state)


class DayRow(Plain):
    heads = True


class ThingRow(Plain):
    drags = True

    def body(self, row: Thing, box: QRectF) -> QRectF:
        room = Room(box, self.look.rtl)
        room.start(40 * row.depth)
        return room.rest


class RemarkRow(Plain):
    choosable = False
    tall = 20

    def key(self, row: Remark) -> None:  # noqa: ARG002
        return None

    def title(self, row: Remark) -> str:
        return row.words


class Things(PaintedList):
    takes = (PIECE,)
    deeds: ClassVar = {"Del": "delete", "Alt+Up": "up"}


ROWS = (Day("I"), Thing("a"), Thing("b", 1), Remark("ten minutes"), Thing("c"), Day("II"))


@pytest.fixture(params=["he", "en"])
def things(request: pytest.FixtureRequest, qtbot: QtBot) -> Things:
    look, _ = Look(LIGHT, language=request.param), catalog(request.param)
    kinds: dict[type, Kind[Any]] = {
        Day: DayRow(look, _),
        Thing: ThingRow(look, _),
        Remark: RemarkRow(look, _),
    }
    view = Things(look, "Things", kinds)
    qtbot.addWidget(view)
    view.setLayoutDirection(look.direction)
    view.show_rows(ROWS)
    view.resize(400, 320)
    view.show()
    return view


def at(view: Things, place: int, share: float = 0.5) -> QPoint:
    box = view.visualRect(view.rows.index(place))
    return QPoint(box.center().x(), int(box.top() + box.height() * share))


def drag(view: Things, start: int, to: QPoint, *, let_go: bool = True) -> None:
    port, here = view.viewport(), at(view, start)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=here)
    for point in (here + QPoint(0, 12), here + QPoint(0, 24), to):
        where = QPointF(port.mapToGlobal(point))
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        still = Qt.KeyboardModifier.NoModifier
        move = QMouseEvent(QEvent.Type.MouseMove, QPointF(point), where, none, left, still)
        QApplication.sendEvent(port, move)
    if let_go:
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=to)


def dropped(view: Things) -> list[tuple[list[str], Landing]]:
    found: list[tuple[list[str], Landing]] = []
    view.dropped.connect(lambda keys, landing: found.append((keys, landing)))
    return found


def test_a_row_goes_to_the_end_of_a_day_though_another_day_follows(things: Things) -> None:
    found = dropped(things)
    drag(things, 1, at(things, 5, 0.1))
    assert found == [(["a"], Landing(None, "I"))]


def test_a_row_goes_under_the_last_heading(things: Things) -> None:
    found = dropped(things)
    drag(things, 1, at(things, 5, 0.9))
    assert found == [(["a"], Landing(None, "II"))]


def test_beside_a_remark_nothing_would_change(things: Things) -> None:
    found = dropped(things)
    drag(things, 2, at(things, 3, 0.9))
    assert found == []


def test_of_what_is_chosen_only_what_may_move_is_dragged(things: Things) -> None:
    found = dropped(things)
    things.selectAll()
    drag(things, 4, at(things, 5, 0.9))
    assert found == [(["a", "b", "c"], Landing(None, "II"))]
    things.choose(["I"])
    drag(things, 0, at(things, 4, 0.9))
    assert len(found) == 1, "a heading stays"


def test_escape_lets_go(things: Things) -> None:
    found = dropped(things)
    drag(things, 1, at(things, 4, 0.9), let_go=False)
    QTest.keyClick(things, Qt.Key.Key_Escape)
    QTest.mouseRelease(things.viewport(), Qt.MouseButton.LeftButton, pos=at(things, 4, 0.9))
    assert found == []


def test_what_comes_from_a_library_lands_between_rows(things: Things) -> None:
    found: list[tuple[str, bytes, Landing]] = []
    things.brought.connect(lambda *told: found.append(told))
    piece = QMimeData()
    piece.setData(PIECE, b"opening")
    send(things, piece, at(things, 4, 0.2))
    assert found == [(PIECE, b"opening", Landing("c", "I"))]
    words = QMimeData()
    words.setText("words")
    send(things, words, at(things, 4, 0.2))
    assert len(found) == 1, "words are nothing to drop here"


def send(view: Things, data: QMimeData, here: QPoint) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    still = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(here, copy, data, left, still)
    QApplication.sendEvent(view.viewport(), enter)
    if enter.isAccepted():
        drop = QDropEvent(QPointF(here), copy, data, left, still)
        QApplication.sendEvent(view.viewport(), drop)


def test_the_line_begins_where_the_row_it_joins_begins(things: Things) -> None:
    gap = things.dragging.gap_at(at(things, 2, 0.1))
    line = things.drop_line(gap, Landing("b", "I"))
    port = things.viewport().rect()
    assert line.width() == port.width() - 40
    assert line.right() < port.right() - 30 if things.look.rtl else line.left() == 40


def test_the_caret_passes_over_remarks_and_the_choice_outlives_new_rows(things: Things) -> None:
    things.choose(["b"])
    QTest.keyClick(things, Qt.Key.Key_Down)
    assert things.chosen_ids() == ["c"]
    told: list[object] = []
    things.chosen.connect(lambda: told.append(None))
    things.show_rows([ROWS[4], *ROWS[:3]])
    assert (things.chosen_ids(), things.current_id()) == (["c"], "c")
    assert told == []


def test_keys_ask_and_copying_fills_the_clipboard(things: Things, qtbot: QtBot) -> None:
    things.choose(["a", "c"])
    for key, held, deed in (
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "delete"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, "up"),
    ):
        with qtbot.waitSignal(things.asked) as asked:
            qtbot.keyClick(things, key, held)
        assert asked.args == [deed]
    qtbot.keyClick(things, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "a\nc"
