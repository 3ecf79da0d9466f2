"""From the command to the first painted window with an open file: python -m bench.start

Floors: Qt alone, and Qt with rows read by sqlite3. `--peer COMMAND` adds another program that
quits by itself after its first window.
"""

import argparse
import shlex
import subprocess
import tempfile
from datetime import date
from functools import partial
from pathlib import Path

from bench.table import Line, median, process, show
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
OURS = (
    FIRST_PAINT
    + """
from pathlib import Path
from cop_desktop import app as program, paths, settings
app = program.make_application()
it = program.Program(settings.load(paths.settings_file()))
eye = Eye(); app.installEventFilter(eye); eye.seen = False
it.start(Path(sys.argv[1])); it.window.show()
while not eye.seen: app.processEvents()
os._exit(0)
"""
)


def sample_file(folder: Path) -> Path:
    path = folder / "sample.cop"
    store = create_file(path)
    with store.write("sample") as session:
        sample.create(session, date.today())
    store.close()
    return path


def _run(command: str) -> None:
    subprocess.run(shlex.split(command), check=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", action="append", default=[], metavar="COMMAND")
    parser.add_argument("--runs", type=int, default=7)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = str(sample_file(Path(folder)))
        ours = process(OURS, file, runs=told.runs)
        lines = [
            Line("Qt alone", process(QT_ALONE, runs=told.runs)),
            Line("Qt and rows by sqlite3", process(QT_AND_ROWS, file, runs=told.runs)),
            Line("Maagalim, sample open, home painted", ours, "≤ 2.3"),
        ]
    lines += [Line(peer, median(partial(_run, peer), told.runs)) for peer in told.peer]
    show("Start", lines)


if __name__ == "__main__":
    main()
