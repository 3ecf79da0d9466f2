"""A leader's first evening, from an empty machine to paper, by clicks and keys alone; in Hebrew."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from cop_desktop import cli
from cop_desktop.content import content
from cop_desktop.export.pdf import Report
from cop_desktop.models.vocabulary import Role, Stage
from cop_desktop.store import open_file
from tests.export.reading import Printed

from .hands import CTRL, Hands, Rows, dump, said_by

SHEETS = Path(__file__).parents[1] / "data" / "spreadsheets"
HEBREW = content("he")
NAME = "מנהלי אגפי חינוך"
ALT = Qt.KeyboardModifier.AltModifier


def test_a_first_evening(hands: Hands, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin(hands)
    beginning = everything(hands)
    bring_in_the_lists(hands)
    tend_members(hands)
    plan_meetings(hands)
    hand_out_roles(hands)
    note_the_stage(hands)
    plan_the_year(hands)
    look_at_home(hands)
    print_papers(hands, tmp_path)
    end = everything(hands)
    undo_and_redo(hands, beginning, end)
    come_back(hands, end, capsys)


def begin(hands: Hands) -> None:
    hands.press("עברית")
    hands.press("Continue")
    hands.press("Continue")
    assert hands.sees(hands.words("A community needs a name. One line is enough."))
    hands.write_in("Domain", "מעבר מגן לכיתה א׳")
    hands.write_in("Name of the community", NAME)
    hands.press("Continue")
    hands.press("A list of members in Excel")
    hands.press("Start")
    assert hands.window.layoutDirection() == Qt.LayoutDirection.RightToLeft


def bring_in_the_lists(hands: Hands) -> None:
    """One with titles above and lost zeros, one in an old encoding, one pasted and unclear."""
    with hands.file(SHEETS / "titles-above.xlsx"):
        hands.press("Choose a file")
    hands.settle()
    hands.press(hands.many("Import {n} member", "Import {n} members", 4))
    hands.settle()
    hands.keys(Qt.Key.Key_I, CTRL)
    with hands.file(SHEETS / "windows.csv"):
        hands.press("Choose a file")
    hands.settle()
    hands.press(hands.many("Import {n} member", "Import {n} members", 4))
    hands.settle()
    QGuiApplication.clipboard().setText(
        "מי\tמה עושה\tרשות\nדנה בן דוד\tמנהלת מחלקה\t\nתמר גל\tרכזת גיל רך\tרהט\n"
    )
    hands.keys(Qt.Key.Key_I, CTRL)
    hands.keys(Qt.Key.Key_V, CTRL)
    hands.settle()
    hands.choose("Titles of the columns", hands.words("In row {row}", row=1))
    hands.settle()
    for title, holds in (("מי", "Full name"), ("מה עושה", "Job title")):
        hands.choose(hands.words("What the column {title} holds", title=title), holds)
        hands.settle()
    hands.press(hands.words("Possible duplicates: {n}", n=1))
    hands.press("Same person: update")
    hands.press(hands.many("Import {n} member", "Import {n} members", 2))
    hands.settle()


def tend_members(hands: Hands) -> None:
    """One looked up, one added in one line, one edited."""
    hands.go("Members")
    hands.write("Search by name, authority or job", "דנה")
    hands.keys(Qt.Key.Key_Down)
    hands.press("Details")
    assert said_by(hands.field("Mobile")).replace("-", "") == "0521234567"
    assert said_by(hands.field("Job title")) == "מנהלת מחלקה"
    hands.field("Search by name, authority or job").setFocus()
    hands.keys(Qt.Key.Key_Escape)
    hands.press("Add a member")
    hands.type("אמיר אבו רביעה, עיריית רהט, מפקח, 052-7654321")
    hands.keys(Qt.Key.Key_Return)
    assert said_by(hands.field("Mobile")).replace("-", "") == "0527654321"
    hands.write("Job title", "מפקח אזורי")
    assert hands.sees("מפקח אזורי")


def plan_meetings(hands: Hands) -> None:
    """One that was, with who came; one on a holiday, moved, with an agenda built by keyboard."""
    hands.go("Meetings")
    new_meeting(hands, "היכרות", "17.11.2026")
    hands.press("Attendance")
    hands.press("All present")
    hands.press("Meetings", hands.page())
    new_meeting(hands, "רצף מגיל לידה", "22.4.2027")
    hands.press("Agenda")
    hands.press("Add a block")
    hands.type("סבב פתיחה")
    hands.keys(Qt.Key.Key_Return)
    blocks = hands.list("Blocks of the agenda")
    blocks.setFocus()
    hands.keys(Qt.Key.Key_Insert)
    hands.type("מקרה מהשטח")
    hands.keys(Qt.Key.Key_Return)
    blocks.setFocus()
    hands.keys(Qt.Key.Key_Up, ALT)


def new_meeting(hands: Hands, topic: str, day: str) -> None:
    hands.press("New meeting")
    hands.type(topic)
    hands.write("Date", day)
    if offer := hands.starting("Nearest free day: {day}"):
        assert hands.sees("פסח")
        hands.press(offer)
    hands.press("Plan the meeting")
    assert hands.sees(topic)


def hand_out_roles(hands: Hands) -> None:
    hands.go("Roles")
    hands.press(HEBREW.empty("roles").first_step)
    hands.write("Member", "תמר גל")
    hands.choose("Role", HEBREW.word(Role.VALUE))
    hands.write("Member", "סמיר אבו חמדאן")
    hands.choose("In the place of", "סמיר")
    hands.write("Since", "22.11.2026")
    hands.write("Member", "רות כהן")


def note_the_stage(hands: Hands) -> None:
    """A stage passed over asks why, and is recorded once that is written."""
    hands.go("The community")
    hands.press("Record a stage")
    hands.choose("Stage", HEBREW.word(Stage.MATURING))
    hands.press("Record")
    assert hands.field("Why").property("wrong")
    hands.write("Why", "שתי קהילות התמזגו")
    hands.press("Record")
    assert not [one for one in hands.page().findChildren(QPlainTextEdit) if one.property("wrong")]


def plan_the_year(hands: Hands) -> None:
    hands.go("Work plan")
    hands.press(HEBREW.empty("plan").first_step)
    hands.write("Title", "שפה משותפת")
    for title, starts, ends in (
        ("מילון מונחים", "1.12.2026", "15.1.2027"),
        ("סיור בגנים", "1.2.2027", "1.3.2027"),
    ):
        hands.write(hands.words("New activity under “{goal}”", goal="שפה משותפת"), title)
        outline = hands.list("Goals and activities")
        outline.setFocus()
        hands.keys(Qt.Key.Key_Return)
        hands.write("Begins", starts)
        hands.write("Ends", ends)


def look_at_home(hands: Hands) -> None:
    """When we meet, where we are, who carries us, what needs care."""
    hands.go("Home")
    told = hands.reading()
    for answer in (
        "רצף מגיל לידה", HEBREW.word(Stage.MATURING), "תמר גל", "רות כהן",
        hands.words("What needs care"),
    ):  # fmt: skip
        assert answer in told, answer


def print_papers(hands: Hands, folder: Path) -> None:
    hands.go("Work plan")
    hands.press("Print the plan")
    hands.settle()
    plan = save(hands, folder / "plan.pdf")
    hands.leave()
    for words in (NAME, "שפה משותפת", "מילון מונחים", "סיור בגנים"):
        assert words in plan, words
    hands.go("Documents")
    hands.settle()
    handout = save(hands, folder / "handout.pdf")
    for words in ("רצף מגיל לידה", "סבב פתיחה", "מקרה מהשטח"):
        assert words in handout, words
    assert handout.index("מקרה מהשטח") < handout.index("סבב פתיחה")


def save(hands: Hands, path: Path) -> str:
    """A paper as PDF; its words in the order one reads them."""
    with hands.file(path):
        hands.press("Save as PDF")
    hands.settle()
    return Printed(path, Report(0)).words()


def undo_and_redo(hands: Hands, beginning: Rows, end: Rows) -> None:
    hands.go("Home")
    assert hands.program.history is not None
    stack = hands.program.history.stack
    steps = stack.count()
    assert steps > 20
    for left in range(steps, 0, -1):
        assert stack.index() == left
        hands.keys(Qt.Key.Key_Z, CTRL)
    assert everything(hands) == beginning
    for _step in range(steps):
        hands.keys(Qt.Key.Key_Y, CTRL)
    assert everything(hands) == end


def come_back(hands: Hands, end: Rows, capsys: pytest.CaptureFixture[str]) -> None:
    """The window closed; the file holds it all, and the command line counts the same."""
    assert hands.program.store is not None
    path = hands.open_file()
    hands.window.close()
    hands.program.close()
    assert cli.main(["show", "counts", str(path), "--json"]) == 0
    counts = json.loads(capsys.readouterr().out)
    assert {"members": 6, "meetings": 2}.items() <= counts.items()
    open_file(path).close()
    assert dump(path) == end


def everything(hands: Hands) -> Rows:
    """Every row of every table, as another program would read it."""
    assert hands.program.store is not None
    return dump(hands.open_file())
