"""What every measurement shares: whole processes, medians, and one way to print ratios."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Line:
    """A measured thing: its name, its seconds, and the goal as a ratio to the first line."""

    name: str
    seconds: float
    goal: str = ""


def process(code: str, *words: str, runs: int = 5) -> float:
    """Median wall time in seconds of `python -c code`, after one run that warms up."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "COP_DATA_DIR": os.environ.get("COP_DATA_DIR", folder),
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, "-c", code, *words]

        def once() -> None:
            subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)

        return median(once, runs)


def median(work: Callable[[], object], runs: int = 5) -> float:
    """Median seconds of `work`, after one run that warms up."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def show(title: str, lines: Sequence[Line]) -> None:
    """A table: milliseconds, and the ratio to the first line, which is the floor."""
    floor = lines[0].seconds
    print(f"\n{title}")
    print(f"{'':44} {'ms':>9} {'× floor':>8}  goal")
    for line in lines:
        ratio = line.seconds / floor if floor else 0
        print(f"{line.name:44} {line.seconds * 1000:9.1f} {ratio:8.2f}  {line.goal}")
