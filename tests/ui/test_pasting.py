"""Somebody pastes what they keep in Excel into meetings, the plan, products; and copies it back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cop_desktop.services import meetings, plan, products
from cop_desktop.store import Store
from cop_desktop.store.backups import backups_of
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.dialogs.import_list import ImportList
from cop_desktop.ui.dialogs.importing.dialog import ImportDialog
from cop_desktop.ui.dialogs.importing.look import Outcome
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.meetings.page import MeetingsPage
from cop_desktop.ui.tables import RowList
from cop_desktop.ui.widgets import Toast
from tests.intake.files import workbook

Paste = Callable[[QWidget, str], ImportList]
YEAR = 2026
MEETINGS = (
    "לו״ז מפגשי הקהילה תשפ״ז\t\t\t\t\t\t\n"
    "\t\t\t\t\t\t\n"
    "מס'\tנושא המפגש\tתאריך\tשעות\tרשות מארחת\tמתכונת\tהערות\n"
    '1\tדו"ח הביניים של ביה"ס "אורט"\t03/12/2026\t09:00-12:30\tעכו\tפרונטלי\tקפה\n'
    "2\tמקרים ותגובות\tי״ט בטבת תשפ״ז\t16:30\t\tזום\t\n"
    "3\tשעה לא ברורה\t7.1.2027\tבצהריים\t\tמשהו אחר\t\n"
    "4\t\t14.1.2027\t09:00\t\t\t\n"
    "5\tבלי תאריך\t\t09:00\t\t\t\n"
    "6\tמקרים ותגובות\t29/12/2026\t16:30\t\tזום\t\n"
    "\tסה״כ\t\t\t\t\t\n"
)
PLAN = (
    'יעד\tפעילות\tאחראי/ת\tהתחלה\tלו"ז\tסטטוס\n'
    'אמון בין חברים\tסבב "מי אני"\tמישהי שאיננה\t1.9.2026\t30.9.2026\tבוצע\n'
    "\tזוגות\t\t1/11/26\t1/10/26\tאולי\n"
    "ידע\tמדריך לחודש הראשון\t\t\tכ״ט באדר ב׳ תשפ״ז\tבתהליך\n"
)
PRODUCTS = (
    "שם התוצר\tסוג\tמצב\n"
    'חוברת "צעד ראשון", מהדורה ב׳\tמדריך\tפורסם\n'
    "דו״ח ועדה\tמשהו\tטיוטה\n"
    "דו״ח ועדה\tמשהו\tטיוטה\n"
)


@pytest.fixture
def paste(window: MainWindow, as_seen: Callable[[], None], qtbot: QtBot) -> Paste:
    """Ctrl+V in the real window; the preview that opens, when it is read."""

    def pasting(where: QWidget, text: str) -> ImportList:
        as_seen()
        QGuiApplication.clipboard().setText(text)
        where.setFocus()
        QTest.keyClick(where, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        dialog = window.findChildren(ImportList)[-1]
        qtbot.waitUntil(lambda: dialog.idle, timeout=20_000)
        return dialog

    return pasting


@pytest.fixture
def place(desk: Desk, window: MainWindow) -> Callable[[str], Page]:
    def going(key: str) -> Page:
        desk.open_place(key)
        assert window.shell is not None
        assert window.shell.page is not None
        return window.shell.page

    return going


def bring_in(dialog: ImportList, qtbot: QtBot) -> None:
    """Press “Import” and wait until it is done."""
    dialog.foot.primary.click()
    qtbot.waitUntil(lambda: dialog.idle, timeout=60_000)


def copied(where: QWidget) -> str:
    where.setFocus()
    QTest.keyClick(where, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(where, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def topics(store: Store, community: UUID) -> list[str]:
    with store.read() as session:
        return [row.topic for row in meetings.every(session, community)]


def goals(store: Store, community: UUID, year: int = YEAR) -> dict[str, list[str]]:
    with store.read() as session:
        found = plan.of_year(session, community, year).goals
    return {goal.title: [item.title for item in goal.items] for goal in found}


def titles(store: Store, community: UUID) -> list[str]:
    with store.read() as session:
        return sorted(row.title for row in products.every(session, community))


def test_meetings_pasted_from_excel_are_seen_then_one_step(
    qtbot: QtBot,
    paste: Paste,
    place: Callable[[str], Page],
    store: Store,
    community: UUID,
    window: MainWindow,
) -> None:
    before, page = topics(store, community), place("meetings")
    dialog = paste(page.year.list, MEETINGS)  # type: ignore[attr-defined]
    assert dialog.preview is not None
    assert topics(store, community) == before
    assert dialog.focusWidget() is dialog.preview.rows.table
    refused = [(one.row, one.reason.code) for one in dialog.preview.look.draft.refused]
    assert refused == [(7, "no_title"), (8, "no_date"), (9, "repeated"), (10, "no_date")]
    assert dialog.preview.counts() == {Outcome.NEW: 3, Outcome.REFUSED: 4}
    bring_in(dialog, qtbot)
    with store.read() as session:
        new = [it for it in meetings.every(session, community) if it.topic not in before]
    assert [(it.topic, str(it.starts_at), it.host) for it in new] == [
        ('דו"ח הביניים של ביה"ס "אורט"', "2026-12-03 09:00:00", "עכו"),
        ("מקרים ותגובות", "2026-12-29 16:30:00", ""),
        ("שעה לא ברורה", "2027-01-07 09:00:00", ""),
    ]
    assert [backup.reason for backup in backups_of(store.path)] == ["import"]
    assert window.findChild(Toast) is not None
    window.undo()
    assert topics(store, community) == before
    window.redo()
    assert len(topics(store, community)) == len(before) + 3


def test_a_plan_goes_into_the_year_that_is_shown(
    qtbot: QtBot,
    paste: Paste,
    place: Callable[[str], Page],
    store: Store,
    community: UUID,
    window: MainWindow,
) -> None:
    page = place("plan")
    page.show_year(YEAR + 1)  # type: ignore[attr-defined]
    dialog = paste(page, PLAN)  # a year with nothing in it: there is no list yet
    assert dialog.preview is not None
    told = {one.code for one in (*dialog.preview.look.draft.problems, *dialog.preview.look.doubts)}
    assert told == {"owner_unknown", "ends_first", "word_unclear"}
    bring_in(dialog, qtbot)
    assert goals(store, community, YEAR + 1) == {
        "אמון בין חברים": ['סבב "מי אני"', "זוגות"],
        "ידע": ["מדריך לחודש הראשון"],
    }
    assert page.work_year == YEAR + 1  # type: ignore[attr-defined]
    window.undo()
    assert goals(store, community, YEAR + 1) == {}


def test_products_are_previewed_before_they_go_in(
    qtbot: QtBot,
    paste: Paste,
    place: Callable[[str], Page],
    store: Store,
    community: UUID,
    window: MainWindow,
) -> None:
    before, page = titles(store, community), place("products")
    dialog = paste(page, PRODUCTS)
    assert dialog.preview is not None
    assert titles(store, community) == before
    assert dialog.preview.counts() == {Outcome.NEW: 2, Outcome.REFUSED: 1}
    bring_in(dialog, qtbot)
    assert set(titles(store, community)) - set(before) == {
        'חוברת "צעד ראשון", מהדורה ב׳', "דו״ח ועדה"
    }  # fmt: skip
    window.undo()
    assert titles(store, community) == before


def test_rows_pasted_where_one_line_is_written_are_a_list_and_a_line_is_a_line(
    paste: Paste, place: Callable[[str], Page], window: MainWindow
) -> None:
    page = place("products")
    page.start()  # type: ignore[attr-defined]
    line = page.list.line  # type: ignore[attr-defined]
    assert paste(line, PRODUCTS).preview is not None
    window.findChildren(ImportList)[-1].reject()
    QGuiApplication.clipboard().setText("מדריך, למתחילים\r\n")
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text().strip() == "מדריך, למתחילים"
    page = place("plan")
    page.views.tabs.choose(1)  # type: ignore[attr-defined]
    assert paste(page.views.add_line.edit, PLAN).preview is not None  # type: ignore[attr-defined]


def test_bare_lines_are_titles_of_products(
    qtbot: QtBot, paste: Paste, place: Callable[[str], Page], store: Store, community: UUID
) -> None:
    before = titles(store, community)
    bring_in(paste(place("products"), "מדריך, למתחילים\n\nמכתב, לרשויות\n"), qtbot)
    assert set(titles(store, community)) - set(before) == {"מדריך, למתחילים", "מכתב, לרשויות"}


@pytest.mark.parametrize(
    ("key", "junk"),
    [
        ("meetings", "שלום לכולם, נתראה מחר"),
        ("meetings", "\x00\x01\x02\t\x03\n" * 30),
        ("meetings", "נושא המפגש\tתאריך\n"),
        ("plan", "\t\t\t\n\t\t"),
        ("products", "סוג\tמצב\nמדריך\tטיוטה"),
    ],
)
def test_what_is_no_list_is_told_and_changes_nothing(
    key: str, junk: str, paste: Paste, place: Callable[[str], Page], store: Store, community: UUID,
    window: MainWindow,
) -> None:  # fmt: skip
    page = place(key)
    before = topics(store, community), goals(store, community), titles(store, community)
    dialog = paste(page.year.list if key == "meetings" else page, junk)  # type: ignore[attr-defined]
    assert not dialog.foot.primary.isEnabled()
    dialog.bring_in()
    dialog.foot.cancel.click()
    assert (topics(store, community), goals(store, community), titles(store, community)) == before


def test_nothing_happens_with_an_empty_clipboard(
    place: Callable[[str], Page], as_seen: Callable[[], None], window: MainWindow
) -> None:
    as_seen()
    QGuiApplication.clipboard().clear()
    for key in ("meetings", "plan", "products", "members"):
        page = place(key)
        for where in (page, *page.findChildren(RowList)):
            QTest.keyClick(where, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.findChildren(ImportDialog) == []


def test_three_hundred_rows_are_one_step(
    qtbot: QtBot,
    paste: Paste,
    place: Callable[[str], Page],
    store: Store,
    community: UUID,
    window: MainWindow,
) -> None:
    before = goals(store, community)
    rows = "".join(f"יעד {n % 7}\tפעולה {n}\t{n % 28 + 1}/3/2027\n" for n in range(300))
    bring_in(paste(place("plan"), f"יעד\tפעילות\tעד מתי\n{rows}"), qtbot)
    after = goals(store, community)
    assert sum(map(len, after.values())) - sum(map(len, before.values())) == 300
    window.undo()
    assert goals(store, community) == before


def test_a_column_that_was_not_recognised_is_chosen_by_hand(
    paste: Paste, place: Callable[[str], Page], qtbot: QtBot, store: Store, community: UUID
) -> None:
    pasted = "מה עושים\tכמה זמן ביחד\tמתי זה\nסדנה\t90\t3/3/2027"
    dialog = paste(place("meetings").year.list, pasted)  # type: ignore[attr-defined]
    for at, field in ((0, "topic"), (1, "minutes"), (2, "date")):
        assert dialog.preview is not None
        box = dialog.preview.rows.strip.boxes[at]
        box.setCurrentIndex(box.findData(field))
        box.activated.emit(box.currentIndex())
        qtbot.waitUntil(lambda: dialog.idle, timeout=20_000)
    bring_in(dialog, qtbot)
    with store.read() as session:
        (new,) = [it for it in meetings.every(session, community) if it.topic == "סדנה"]
    assert (new.starts_at.date(), new.minutes) == (date(2027, 3, 3), 90)


def test_a_file_is_chosen_from_the_search_list(
    desk: Desk, window: MainWindow, qtbot: QtBot, tmp_path: Path, store: Store, community: UUID
) -> None:
    path = tmp_path / "מפגשים.xlsx"
    path.write_bytes(workbook([("נושא", "תאריך"), ("סדנה", date(2027, 10, 6))]))
    assert {"import-meetings", "import-plan", "import-products"} <= {
        action.objectName() for action in window.deeds.offered()
    }
    desk.run("import-meetings")
    (dialog,) = window.findChildren(ImportList)
    dialog.read(path)
    qtbot.waitUntil(lambda: dialog.idle, timeout=20_000)
    assert dialog.preview is not None
    assert dialog.focusWidget() is dialog.preview.rows.table
    bring_in(dialog, qtbot)
    assert "סדנה" in topics(store, community)
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, MeetingsPage)
    assert page.year.work_year == YEAR + 1, "the year the list is in"
    assert page.year.isVisible()


@pytest.mark.parametrize("key", ["meetings", "plan", "products"])
def test_what_is_copied_to_excel_comes_back_as_already_here(
    key: str, paste: Paste, place: Callable[[str], Page], store: Store, community: UUID,
    as_seen: Callable[[], None],
) -> None:  # fmt: skip
    with store.write("Add") as session:
        meetings.schedule(session, community, {"topic": 'דו"ח', "starts_at": "2027-01-05T16:30"})
        goal = plan.add_goal(session, community, YEAR, {"title": "אמון", "measure": "=סקר"})
        plan.add_item(session, goal, {"title": "סבב", "starts": date(2026, 12, 1)})
        plan.add_goal(session, community, YEAR, {"title": "מטרה בלי פעילות"})
        products.add(session, community, {"title": "דו״ח, ראשון"})
    as_seen()
    page = place(key)
    if key == "plan":
        page.views.tabs.choose(1)  # type: ignore[attr-defined]
    where = {
        "meetings": lambda: page.year.list,  # type: ignore[attr-defined]
        "plan": lambda: page.views.outline,  # type: ignore[attr-defined]
        "products": lambda: page.list.table,  # type: ignore[attr-defined]
    }[key]()
    text = copied(where)
    assert len({line.count("\t") for line in text.splitlines()}) == 1
    assert len(text.splitlines()) > 1
    dialog = paste(where, text)
    assert dialog.preview is not None
    assert set(dialog.preview.counts()) == {Outcome.SAME}
    assert not dialog.foot.primary.isEnabled()


def test_a_goal_chosen_alone_is_copied_with_its_activities(
    place: Callable[[str], Page], store: Store, community: UUID
) -> None:
    with store.write("Add") as session:
        goal = plan.add_goal(session, community, YEAR, {"title": "אמון"})
        for title in ("סבב", "זוגות"):
            plan.add_item(session, goal, {"title": title})
    page = place("plan")
    page.views.outline.choose([goal])  # type: ignore[attr-defined]
    page.views.outline.copy()  # type: ignore[attr-defined]
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[3] for line in lines[1:]] == ["סבב", "זוגות"]
    assert all(line.startswith("אמון\t") for line in lines[1:])


def test_a_cancel_while_rows_go_in_leaves_nothing(
    qtbot: QtBot, paste: Paste, place: Callable[[str], Page], store: Store, community: UUID
) -> None:
    before = goals(store, community)
    rows = "".join(f"יעד\tפעולה {n}\n" for n in range(3000))
    dialog = paste(place("plan"), f"יעד\tפעילות\n{rows}")
    dialog.foot.primary.click()
    dialog.progress.cancel.click()
    qtbot.waitUntil(lambda: dialog.idle, timeout=60_000)
    assert goals(store, community) == before
    assert dialog.isVisible()
