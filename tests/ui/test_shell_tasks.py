"""Long work runs beside the window, says how far it is, and stops when told to."""

import sys
import threading
from collections.abc import Callable
from types import TracebackType

import pytest
from pytestqt.qtbot import QtBot

from cop_desktop.errors import UserError
from cop_desktop.ui import crash
from cop_desktop.ui.tasks import Progress, Tasks


def test_the_result_arrives_on_the_windows_thread(qtbot: QtBot) -> None:
    tasks = Tasks()
    arrived: list[tuple[int, int]] = []
    task = tasks.run(
        "count",
        lambda _: threading.get_ident(),
        lambda worker: arrived.append((worker, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(arrived))
    worker, here = arrived[0]
    assert worker != here == threading.get_ident()
    assert task.title == "count"


def test_progress_comes_in_numbers(qtbot: QtBot) -> None:
    tasks = Tasks()
    seen: list[tuple[int, int]] = []
    done: list[None] = []
    go = threading.Event()

    def work(progress: Progress) -> None:
        go.wait(5)
        for step in range(3):
            progress(step + 1, 3)

    task = tasks.run("count", work, done.append)
    task.progressed.connect(lambda step, total: seen.append((step, total)))
    go.set()
    qtbot.waitUntil(lambda: bool(done))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_cancel_lets_go_at_once_and_drops_the_result(qtbot: QtBot) -> None:
    tasks, stopped = Tasks(), threading.Event()
    done: list[None] = []

    def work(progress: Progress) -> None:
        try:
            while True:
                progress(1, 2)
        finally:
            stopped.set()

    task = tasks.run("for ever", work, done.append)
    with qtbot.waitSignal(task.ended, timeout=1000):
        task.cancel()
    qtbot.waitUntil(stopped.is_set, timeout=1000)
    assert done == []


def test_what_goes_wrong_in_the_work_reaches_whoever_asked(qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        raise UserError("The file {name} is empty.", name="a.xlsx")

    problems: list[Exception] = []
    Tasks().run("read", work, print, problems.append)
    qtbot.waitUntil(lambda: bool(problems))
    assert str(problems[0]) == "The file a.xlsx is empty."


Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


@pytest.fixture
def hooks(monkeypatch: pytest.MonkeyPatch) -> tuple[list[UserError], list[str]]:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    told: list[UserError] = []
    shown: list[str] = []
    crash.install(told.append, shown.append)
    return told, shown


def _throw(problem: Exception) -> None:
    try:
        raise problem
    except Exception:
        sys.excepthook(*sys.exc_info())


def test_a_sentence_for_the_user_is_never_shown_as_a_crash(
    hooks: tuple[list[UserError], list[str]],
) -> None:
    told, shown = hooks
    _throw(UserError("Choose another file."))
    assert ([str(each) for each in told], shown) == (["Choose another file."], [])


def test_a_crash_report_names_lines_and_no_people(
    hooks: tuple[list[UserError], list[str]],
) -> None:
    told, shown = hooks
    _throw(ValueError("INSERT INTO member VALUES ('נועה אברהם')"))
    assert told == []
    assert "builtins.ValueError" in shown[0]
    assert "tests/ui/test_shell_tasks.py" in shown[0]
    assert "נועה" not in shown[0]
