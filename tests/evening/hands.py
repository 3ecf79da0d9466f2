"""A person at the window: finds things by the words on them, clicks, types, and waits."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cop_desktop.app import Program
from cop_desktop.errors import UserError
from cop_desktop.i18n import catalog
from cop_desktop.store import Store
from cop_desktop.ui.rail import RailItem
from cop_desktop.ui.widgets.labels import Label, Words

Rows = dict[str, list[str]]  # by table
W = TypeVar("W", bound=QWidget)
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
PATIENCE = 20_000  # ms


class Hands:
    """Message ids are given in English and looked for in the language of the window."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self.qtbot = program, qtbot
        self.window = program.window

    def open_file(self) -> Path:
        assert isinstance(self.program.store, Store)
        return self.program.store.path

    def words(self, message: str, **values: object) -> str:
        return catalog(self.program.settings.language)(message, **values)

    def many(self, one: str, many: str, n: int) -> str:
        return catalog(self.program.settings.language).plural(one, many, n)

    def told(self, problem: BaseException) -> str:
        """A problem as the window would say it."""
        assert isinstance(problem, UserError)
        return catalog(self.program.settings.language).error(problem)

    # -- seeing --------------------------------------------------------------------------

    def front(self) -> QWidget:
        """What is before all else: a dialog, or the window."""
        return QApplication.activeModalWidget() or self.window

    def find(self, kind: type[W], message: str, inside: QWidget | None = None) -> W:
        """The visible widget of a kind with those words on it, or with that name."""
        wanted = self.words(message)
        seen = [one for one in (inside or self.front()).findChildren(kind) if one.isVisible()]
        found = [one for one in seen if wanted in (one.accessibleName(), said_by(one))]
        assert found, f"{wanted!r} is not among {sorted({said_by(one) for one in seen})}"
        return found[0]

    def starting(self, message: str) -> str:
        """The words of a button that begin so, as far as the first value; or none."""
        head = self.words(message).partition("{")[0]
        seen = [one for one in self.front().findChildren(QAbstractButton) if one.isVisible()]
        return next((one.text() for one in seen if one.text().startswith(head)), "")

    def page(self) -> QWidget:
        """The place of the window one is at."""
        assert self.window.shell is not None
        assert self.window.shell.page is not None
        return self.window.shell.page

    def list(self, message: str) -> QAbstractItemView:
        return self.find(QAbstractItemView, message, self.page())

    def sees(self, text: str) -> bool:
        """Whether words stand anywhere in front."""
        return text in self.reading()

    def reading(self, inside: QWidget | None = None) -> str:
        """All that one reads in front, in no particular order."""
        shown = (inside or self.front()).findChildren(QWidget)
        return "\n".join(filter(None, (said_by(one) for one in shown if one.isVisible())))

    # -- doing ---------------------------------------------------------------------------

    def press(self, message: str, inside: QWidget | None = None) -> None:
        button = self.find(QAbstractButton, message, inside)
        assert button.isEnabled(), f"{message}: {button.toolTip()}"
        click(button)

    def go(self, place: str) -> None:
        """To a place of the rail."""
        click(self.find(RailItem, place))

    def write(self, name: str, text: str, inside: QWidget | None = None) -> None:
        """Into a field, over what stands there; Enter, or on to the next field."""
        field = self.field(name, inside)
        write_over(field, text)

    def write_in(self, name: str, text: str) -> None:
        """Into a field, and stay there."""
        self.field(name).setFocus()
        self.type(text)

    def field(self, name: str, inside: QWidget | None = None) -> QLineEdit | QPlainTextEdit:
        wanted = self.words(name)
        for one in (inside or self.front()).findChildren(QWidget):
            named = one.accessibleName() == wanted and one.isVisible()
            if named and isinstance(one, QLineEdit | QPlainTextEdit):
                return one
        raise AssertionError(f"no field {wanted!r}")

    def choose(self, name: str, words: str, inside: QWidget | None = None) -> None:
        """In a box of choices, by keyboard: open, walk, Enter."""
        box = self.find(QComboBox, name, inside)
        wanted = self.words(words)
        place = next(n for n in range(box.count()) if wanted in box.itemText(n))
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(box.view(), Qt.Key.Key_Home)
        for _step in range(place):
            QTest.keyClick(box.view(), Qt.Key.Key_Down)
        QTest.keyClick(box.view(), Qt.Key.Key_Return)

    def keys(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """On the keyboard, wherever one is."""
        front = self.front()
        front.activateWindow()
        self.until(front.isActiveWindow)
        QTest.keyClick(front.focusWidget() or front, key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Letters, wherever one is."""
        target = self.front().focusWidget()
        assert target is not None
        type_in(target, text)

    # -- waiting -------------------------------------------------------------------------

    def until(self, done: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(done, timeout=PATIENCE)
        QApplication.processEvents()

    def settle(self) -> None:
        """Until nothing is being read, made or saved."""
        self.until(lambda: not self.window.tasks.busy)

    @contextmanager
    def file(self, path: Path) -> Iterator[None]:
        """Answer the system's dialog of files that what is done inside brings up."""
        answered: list[bool] = []

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog):
                QTimer.singleShot(50, answer)
                return
            edit = dialog.findChild(QLineEdit, "fileNameEdit")
            assert edit is not None
            edit.setText(str(path))
            answered.append(True)
            QTest.keyClick(edit, Qt.Key.Key_Return)

        QTimer.singleShot(50, answer)
        yield
        assert answered

    def leave(self) -> None:
        """Close whatever dialog is open, with Escape."""
        dialog = self.front()
        assert isinstance(dialog, QDialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        self.until(lambda: self.front() is not dialog)


def said_by(widget: QWidget) -> str:
    """The words one reads on a widget."""
    if isinstance(widget, Words):
        return widget.words()
    if isinstance(widget, QAbstractButton | QLineEdit | Label):
        return widget.text().replace("&&", "&")
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QAbstractItemView):
        return "\n".join(cells(widget))
    return f"{widget.accessibleName()}\n{widget.accessibleDescription()}".strip()


def cells(view: QAbstractItemView) -> Iterator[str]:
    """What stands in a list or a table."""
    model, top = view.model(), QModelIndex()
    table = isinstance(model, QAbstractTableModel)  # a list hides its one column
    for row in range(model.rowCount(top) if model else 0):
        for column in range(model.columnCount(top) if table else 1):
            yield str(model.index(row, column).data() or "")


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, QPoint(widget.rect().center()))
    QApplication.processEvents()


def type_in(field: QWidget, words: str) -> None:
    """Keys as a Hebrew keyboard sends them; QTest itself types Latin letters only."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, NONE, letter))


def write_over(field: QWidget, words: str) -> None:
    """Click into a field, select all, type, Enter; out of a text of several lines with Tab."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    type_in(field, words)
    QTest.keyClick(
        field, Qt.Key.Key_Tab if isinstance(field, QPlainTextEdit) else Qt.Key.Key_Return
    )
    QApplication.processEvents()


def dump(path: Path) -> Rows:
    """Every row of every table, as another program would read it."""
    with sqlite3.connect(path) as file:
        names = [
            name for (name,) in file.execute("select name from sqlite_master where type='table'")
        ]
        return {name: sorted(map(repr, file.execute(f'select * from "{name}"'))) for name in names}
