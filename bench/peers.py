"""From a command to its first window, ours and others': python -m bench.peers gramps picard

Needs an X display of its own (Xvfb :77 -screen 0 1600x1000x24) and xdotool; every program starts
with an empty home, is measured until a window with a name is on the screen, and is ended then.
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.start import QT_ALONE, sample_file
from bench.table import ROOT, Line, race, show

LOOK = ["xdotool", "search", "--onlyvisible", "--name", "."]
NAMED = "window = QMainWindow();"
WAITING = QT_ALONE.replace(NAMED, f"{NAMED} window.setWindowTitle('Qt');").replace(
    "os._exit(0)", "app.exec()"
)


def until_shown(command: list[str], home: Path) -> None:
    """Start a program, wait for its window, end it, and wait until the screen is empty."""
    environment = {
        **os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
        "COP_DATA_DIR": str(home / "data"), "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "", "QT_QPA_PLATFORM": "xcb",
    }  # fmt: skip
    started = subprocess.Popen(
        command, env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(lambda: _shown() or started.poll() is not None)
    finally:
        started.kill()
        started.wait()


def _empty_screen() -> None:
    _wait(lambda: not _shown())


def _shown() -> bool:
    return subprocess.run(LOOK, capture_output=True, check=False).returncode == 0


def _wait(condition: Callable[[], object], seconds: float = 30) -> None:
    end = time.perf_counter() + seconds
    while not condition():
        if time.perf_counter() > end:
            raise TimeoutError
        time.sleep(0.005)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("peers", nargs="*", metavar="COMMAND")
    parser.add_argument("--runs", type=int, default=5)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        own = [sys.executable, "-m", "cop_desktop", str(sample_file(home))]
        commands = {
            "Qt alone": [sys.executable, "-c", WAITING],
            "Maagalim, its file still being opened": own,
            **{peer: shlex.split(peer) for peer in told.peers},
        }
        works = [partial(until_shown, command, home) for command in commands.values()]
        times = race(*works, runs=told.runs, between=_empty_screen)
    show("Command to first window", [Line(*it) for it in zip(commands, times, strict=True)])


if __name__ == "__main__":
    main()
