"""From the command to the first painted window, and to home filled: python -m bench.start

Floors: Qt alone, with rows read by sqlite3, and with SQLAlchemy imported.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bench.table import PSS, Line, memory, process, race, show
from cop_desktop.services import sample
from cop_desktop.store import create_file

FIRST_PAINT = """
import os, sys
from PySide6.QtCore import QEvent, QObject
class Eye(QObject):
    def eventFilter(self, it, event):
        if event.type() == QEvent.Type.Paint and it.isWidgetType() and it.isWindow():
            self.seen = True
        return False
"""
QT_ALONE = (
    FIRST_PAINT
    + """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow(); window.setCentralWidget(QLabel("a")); window.resize(1280, 840)
eye = Eye(); app.installEventFilter(eye); eye.seen = False
window.show()
while not eye.seen: app.processEvents()
os._exit(0)
"""
)
QT_AND_ROWS = QT_ALONE.replace(
    "app = QApplication([])",
    "import sqlite3\n"
    "rows = sqlite3.connect(sys.argv[1]).execute('SELECT * FROM member').fetchall()\n"
    "app = QApplication([])",
)
QT_AND_ORM = "import sqlalchemy.orm" + QT_ALONE
# the program's own door; only its waiting for the user is cut short
OURS = (
    """
import builtins, gc, pathlib; gc.disable(); plain = builtins.__import__
from cop_desktop import start
from PySide6.QtWidgets import QApplication
"""
    + FIRST_PAINT
    + """
def until_painted(app):
    eye = Eye(); app.installEventFilter(eye); eye.seen = False
    while not eye.seen: app.processEvents()
    os._exit(0)
QApplication.exec = until_painted
start.main(pathlib.Path(sys.argv[1]), plain)
"""
)
HOME = OURS.replace("it.isWindow()", "type(it).__name__ == 'HomePage'").replace(
    "    os._exit(0)", "    app.processEvents()\n    os._exit(0)"
)


def sample_file(folder: Path) -> Path:
    path = folder / "sample.cop"
    store = create_file(path)
    with store.write("sample") as session:
        sample.create(session, date.today())
    store.close()
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = str(sample_file(folder))
        works: dict[str, Callable[[], object]] = {
            "Qt alone": process(QT_ALONE, folder=folder),
            "Qt and rows by sqlite3": process(QT_AND_ROWS, file, folder=folder),
            "Qt and the import of SQLAlchemy": process(QT_AND_ORM, folder=folder),
            "Maagalim, first window painted": process(OURS, file, folder=folder),
            "Maagalim, sample open, home painted": process(HOME, file, folder=folder),
        }
        times = race(*works.values(), runs=told.runs)
        if sys.platform == "linux":
            for who, code in (("Qt alone", QT_ALONE), ("Maagalim", HOME)):
                # the code ends by os._exit: say before it how much there is
                telling = code.replace("os._exit(0)", f"exec({PSS!r}, globals()); os._exit(0)")
                used = memory(process(telling, file, folder=folder))
                print(f"{who}: {used:.0f} MiB")
    goals = {"Maagalim, first window painted": "≤ 2.3"}
    show("Start", [Line(*it, goals.get(it[0], "")) for it in zip(works, times, strict=True)])


if __name__ == "__main__":
    main()
