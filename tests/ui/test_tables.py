"""Long lists: read by pages, chosen by id, copied into Excel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cop_desktop.ui.tables import Avatar, Badge, Column, Dots, Icons, Lead, PagedTable, RowList
from cop_desktop.ui.tables.cells import Cells
from cop_desktop.ui.theme import Look


@dataclass(frozen=True)
class Person:
    """A member, as far as a list is concerned."""

    id: int
    name: str
    phone: str


COLUMNS = (
    Column[Person]("שם", lambda row: row.name, "name", lambda row: Avatar(row.name[:1])),
    Column[Person]("טלפון", lambda row: row.phone, ltr=True, editable=True, key="phone"),
    Column[Person]("מפגשים", lambda _: "2/3", mark=lambda _: Dots(("present", "late", ""))),
    Column[Person]("מעגל", lambda _: "גרעין", mark=lambda _: Badge("ph.heart")),
    Column[Person]("תפקיד", lambda _: "לב", mark=lambda _: Icons((("ph.heart", ""),))),
    Column[Person]("הסכמה", lambda _: "ניתנה", mark=lambda _: Lead("ph.check")),
)


class Archive:
    """People without end, and a note of what was asked of them."""

    def __init__(self) -> None:
        self.asked: list[Sequence[int]] = []
        self.renamed: dict[int, str] = {}

    def fetch(self, ids: Sequence[int]) -> Iterable[Person]:
        self.asked.append(ids)
        for key in reversed(ids):  # SQL promises no order
            yield Person(key, self.renamed.get(key, f"חבר {key}"), f"052-{key:07}")


@pytest.fixture
def archive() -> Archive:
    return Archive()


@pytest.fixture
def people(qtbot: QtBot, archive: Archive) -> RowList:
    view = RowList(Look(), PagedTable(COLUMNS, archive.fetch), "חברים")
    qtbot.addWidget(view)
    view.resize(800, 500)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_a_hundred_thousand_rows_are_read_one_page_at_a_time(
    people: RowList, archive: Archive
) -> None:
    people.show_rows(range(100_000))
    people.grab()
    assert len(archive.asked) == 1
    people.choose(99_999)
    people.grab()
    assert people.table.index(99_999, 0).data() == "חבר 99999"
    assert sum(map(len, archive.asked)) <= 300


def test_what_a_cell_has_no_room_for_is_told_under_the_pointer(people: RowList) -> None:
    people.show_rows([1])
    cells, model = people.itemDelegate(), people.model()
    assert isinstance(cells, Cells)
    told = [cells.unseen(model.index(0, column), 400) for column in range(len(COLUMNS))]
    assert told == ["", "", "2/3", "", "לב", ""], "dots and icons say nothing by themselves"
    assert cells.unseen(model.index(0, 0), 60) == "חבר 1"
    assert cells.unseen(model.index(0, 3), 30) == "גרעין"


def test_the_chosen_person_stays_chosen_when_the_order_changes(people: RowList) -> None:
    people.show_rows([1, 2, 3])
    people.choose(3)
    people.show_rows([3, 2, 1])
    assert people.chosen_id() == 3
    assert people.currentIndex().row() == 0


def test_who_is_gone_is_no_longer_chosen(people: RowList) -> None:
    told: list[object] = []
    people.chosen.connect(told.append)
    people.show_rows([1, 2])
    people.choose(2)
    people.show_rows([1])
    assert told == [2, None]


def test_a_changed_name_is_read_anew_without_losing_the_place(
    people: RowList, archive: Archive
) -> None:
    people.show_rows([1, 2])
    people.choose(2)
    archive.renamed[2] = "דנה"
    people.show_rows([1, 2])
    assert people.table.index(1, 0).data() == "דנה"
    assert people.chosen_ids() == [2]


def test_a_click_on_the_head_asks_for_another_order(people: RowList, qtbot: QtBot) -> None:
    people.show_rows([1, 2])
    asked: list[tuple[str, bool]] = []
    people.sort_asked.connect(lambda key, descending: asked.append((key, descending)))
    for _ in range(2):
        people.head.sectionClicked.emit(0)
    people.head.sectionClicked.emit(2)  # has no order
    assert asked == [("name", False), ("name", True)]


def test_enter_opens_delete_asks_and_copy_fills_the_clipboard(
    people: RowList, qtbot: QtBot
) -> None:
    people.show_rows([7, 8])
    people.choose(7)
    with qtbot.waitSignal(people.opened) as opened:
        qtbot.keyClick(people, Qt.Key.Key_Return)
    with qtbot.waitSignal(people.delete_asked) as deleted:
        qtbot.keyClick(people, Qt.Key.Key_Delete)
    assert (opened.args, deleted.args) == ([7], [[7]])
    people.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("שם\tטלפון")
    assert lines[1] == "חבר 7\t052-0000007\t2/3\tגרעין\tלב\tניתנה"


def test_a_name_that_is_a_formula_is_only_a_name_in_excel(
    people: RowList, archive: Archive
) -> None:
    archive.renamed[1] = "=1+1"
    people.show_rows([1])
    people.choose(1)
    people.copy()
    assert "\n'=1+1\t052" in QGuiApplication.clipboard().text()


def test_typing_in_a_cell_is_told_by_id(people: RowList, qtbot: QtBot) -> None:
    people.show_rows([5])
    cell = people.table.index(0, 1)
    with qtbot.waitSignal(people.table.edited) as edited:
        people.table.setData(cell, "03-5555555")
    assert edited.args == [5, "phone", "03-5555555"]
    assert cell.data() == "052-0000005"  # the store decides, not the cell


def test_the_table_keeps_qts_rules(
    people: RowList, archive: Archive, qtmodeltester: ModelTester
) -> None:
    people.show_rows([1, 2, 3])
    qtmodeltester.check(people.table)
