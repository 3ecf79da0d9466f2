"""What every measurement shares: whole processes, medians, and one way to print ratios."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PSS = """
with open("/proc/self/smaps_rollup") as known:
    sys.stdout.write(next(line.split()[1] for line in known if line.startswith("Pss:")))
sys.stdout.flush()
"""
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Line:
    """A measured thing: its name, its seconds, and the goal as a ratio to the first line."""

    name: str
    seconds: float
    goal: str = ""


def process(code: str, *words: str, folder: Path) -> Callable[[], object]:
    """What runs `python -c code` to its end; the program's data lies in `folder`."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "COP_DATA_DIR": str(folder),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "",  # an installed program has its bytecode
    }
    command = [sys.executable, "-c", code, *words]
    return lambda: subprocess.run(
        command, check=True, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def memory(work: Callable[[], object]) -> float:
    """MiB of proportional memory (PSS), as `PSS` prints it at the end of a process."""
    done = work()
    assert isinstance(done, subprocess.CompletedProcess)
    return int(done.stdout) / 1024


def race(
    *works: Callable[[], object], runs: int = 5, between: Callable[[], object] = lambda: None
) -> list[float]:
    """Median seconds of each, run in turns: what else the machine does falls on all alike."""
    times: list[list[float]] = [[] for _ in works]
    for lap in range(runs + 1):
        for work, found in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            if lap:  # the first one warms up
                found.append(time.perf_counter() - start)
            between()
    return [statistics.median(found) for found in times]


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
