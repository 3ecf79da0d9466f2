"""A start pays for the window it shows, and for nothing else."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from cop_desktop import paths
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services import sample, stages
from cop_desktop.store import Store, create_file
from cop_desktop.ui.pages.home.reading import glance
from cop_desktop.ui.theme import load_fonts
from tests.statements import statements

TODAY = date(2026, 11, 22)

# libraries that take longer to import than the window takes to come
HEAVY = {
    "alembic", "babel", "docx", "fontTools", "holidays", "icalendar", "matplotlib", "networkx",
    "numpy", "openpyxl", "pandas", "pypdfium2", "python_calamine", "qtawesome", "rapidfuzz",
    "reportlab", "scipy", "segno", "uharfbuzz", "xlsxwriter",
}  # fmt: skip
# what opens a file: it takes longer to import than the window to be seen
OPENING = (
    "sqlalchemy", "cop_desktop.app", "cop_desktop.content", "cop_desktop.models",
    "cop_desktop.services", "cop_desktop.store", "cop_desktop.ui.pages",
)  # fmt: skip
# parts of ours that a first look at an open file does not need
LATER = (
    "cop_desktop.cli",
    "cop_desktop.export",
    "cop_desktop.intake",
    "cop_desktop.services.agendas",
    "cop_desktop.services.attachments",
    "cop_desktop.services.merging",
    "cop_desktop.services.sample",
    "cop_desktop.ui.dialogs",
    "cop_desktop.ui.first_run",
    "cop_desktop.ui.palette",
    "cop_desktop.ui.trouble",
)
# tables that no first look needs: a mapped class takes 2.5 ms
UNSEEN = {
    "attachments", "calendar_entries", "collated", "exports", "library", "maturity", "merging",
    "notes",
    "reviews", "self_checks", "stakeholders", "value",
}  # fmt: skip
# the program's own door; where it would wait for the user, it tells what is there and goes
START = """
import gc, json, sys, time, weakref
from cop_desktop.__main__ import main
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class Knot:
    def __init__(self):
        self.own = self

def garbage():
    knots = [Knot() for _ in range(2000)]
    return weakref.ref(knots[0])

class Eye(QObject):
    seen = []
    def eventFilter(self, it, event):
        if event.type() == QEvent.Type.Paint and it.isWidgetType() and not self.seen:
            self.seen += sorted(sys.modules)
        return False

def slowly_made():
    # frozen rows that the standard library made, in the time of five
    return sorted(
        f"{name}.{it.__name__}"
        for name, module in sys.modules.items() if name.startswith("cop_desktop.")
        for it in vars(module).values()
        if isinstance(it, type) and it.__module__ == name and "__slots__" in vars(it)
        and getattr(vars(it).get("__dataclass_params__"), "frozen", False)
    )

def tell(app):
    eye, end = Eye(), time.monotonic() + 20
    app.installEventFilter(eye)
    while not gc.get_freeze_count() and time.monotonic() < end:
        app.processEvents()
    for _ in range(10):
        app.processEvents()
    told = {"seen": eye.seen, "modules": sorted(sys.modules)}
    told["slow"] = slowly_made()
    told["import"] = __import__.__module__
    knot, end = garbage(), time.monotonic() + 20
    while knot() is not None and time.monotonic() < end:
        app.processEvents()
    print(json.dumps({**told, "collected": knot() is None}))
    return 0

QApplication.exec = tell
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "sample.cop"
    with create_file(path) as store, store.write("sample") as session:
        sample.create(session, TODAY)
    return path


@pytest.fixture
def started(file: Path, qapp: QApplication) -> dict[str, object]:
    """What a process tells that has opened its window on the file, as on any day but the first."""
    return start_on(file)


def start_on(file: Path) -> dict[str, object]:
    load_fonts()  # the first start cuts them
    done = subprocess.run(
        [sys.executable, "-c", START, str(file)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + _log()
    told: dict[str, object] = json.loads(done.stdout)
    return told


def _log() -> str:
    """What the program noted of its mistakes, which it tells no terminal."""
    log = paths.log_file()
    return log.read_text("utf-8") if log.exists() else ""


def test_a_window_opens_without_what_it_does_not_show(started: dict[str, object]) -> None:
    loaded = started["modules"]
    assert isinstance(loaded, list)
    assert "cop_desktop.ui.pages.home.page" in loaded
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()
    assert [name for name in loaded if name.startswith(LATER)] == []


def test_rows_of_the_first_look_are_quickly_made(started: dict[str, object]) -> None:
    assert started["slow"] == ["cop_desktop.ui.theme.tokens.Theme"]  # it compares by identity


def test_no_import_reads_the_source_of_what_it_imports(started: dict[str, object]) -> None:
    """PySide's own does, to see whether a module wants `__feature__`."""
    assert started["import"] == "builtins"


def test_only_the_pictures_of_home_are_loaded(started: dict[str, object]) -> None:
    loaded = started["modules"]
    assert isinstance(loaded, list)
    drawn = {it.split(".")[3] for it in loaded if it.startswith("cop_desktop.ui.pictures.")}
    assert drawn == {"canvas", "picture", "stages", "strips", "timeline", "wheel", "year"}


def test_no_table_is_defined_that_home_does_not_ask(started: dict[str, object]) -> None:
    loaded = started["modules"]
    assert isinstance(loaded, list)
    assert "cop_desktop.models.meetings" in loaded
    assert {f"cop_desktop.models.{it}" for it in UNSEEN} & set(loaded) == set()


def test_the_window_is_seen_before_what_opens_its_file_is_imported(
    started: dict[str, object],
) -> None:
    seen = started["seen"]
    assert isinstance(seen, list)
    assert "cop_desktop.ui.rail" in seen
    assert [name for name in seen if name.startswith(OPENING)] == []


def test_a_file_that_cannot_be_opened_is_told_in_the_window_that_is_seen(
    tmp_path: Path, qapp: QApplication
) -> None:
    broken = tmp_path / "broken.cop"
    broken.write_bytes(b"SQLite format 3\0" + bytes(4096))
    told = start_on(broken)
    assert isinstance(told["modules"], list)
    assert "cop_desktop.ui.trouble" in told["modules"]
    assert "cop_desktop.ui.pages" not in told["modules"]


def test_only_the_page_that_is_shown_is_loaded(started: dict[str, object]) -> None:
    loaded = started["modules"]
    assert isinstance(loaded, list)
    pages = {name.split(".")[3] for name in loaded if name.startswith("cop_desktop.ui.pages.")}
    assert pages == {"home"}


def test_garbage_is_collected_again_once_the_window_stands(started: dict[str, object]) -> None:
    assert started["collected"] is True


def test_home_asks_the_file_no_question_twice(store: Store) -> None:
    with store.write("sample") as session:
        key: UUID = sample.create(session, TODAY)
    with statements() as asked, store.read() as session:
        glance(session, key, TODAY)
    assert sorted(asked) == sorted(set(asked))
    assert len(asked) <= 36


def test_a_read_remembers_and_a_write_does_not(store: Store, community: UUID) -> None:
    with statements() as asked, store.read() as session:
        first = stages.path(session, community)
        assert stages.path(session, community) is first
    assert len(asked) == 1
    with store.write("on") as session:
        before = stages.path(session, community)
        stages.record(session, community, Stage.COALESCING, TODAY)
        after = stages.path(session, community)
    assert before.now != after.now
