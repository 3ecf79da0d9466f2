"""Kill a writer again and again, and look each time for what it had said was saved.

Run by test_crash.py in an interpreter of its own: one import, many forked writers. A writer
says in a pipe, after each commit, how many it has made. Prints the number of kills and commits.

    python -m tests.store.crash_worker FOLDER KILLS
"""

import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path
from typing import NoReturn

from sqlalchemy import select

from cop_desktop.models import Community, Organisation
from cop_desktop.store import check, create_file, open_file


def write_until_killed(path: Path, pipe: int) -> NoReturn:
    with open_file(path) as store:
        for n in range(1_000_000):
            with store.write("one") as session:
                session.add(
                    Organisation(name=f"{os.getpid()}-{n}", district="x" * (n * 997 % 9000))
                )
                community = session.scalars(select(Community)).one()
                community.sentence = f"{os.getpid()}-{n}"
            os.write(pipe, b".")
    raise AssertionError


def kill_a_writer(path: Path, chance: random.Random) -> int:
    """Fork a writer, kill it in the midst of its work, and check; how many it had committed."""
    reading, writing = os.pipe()
    if not (writer := os.fork()):
        write_until_killed(path, writing)
    os.close(writing)
    said = len(os.read(reading, 1))  # it is writing now
    time.sleep(chance.uniform(0, 0.03))
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    while more := os.read(reading, 65536):
        said += len(more)
    os.close(reading)
    assert said_is_there(path, writer, said)
    return said


def said_is_there(path: Path, writer: int, said: int) -> bool:
    """Every acknowledged row, at most one more, and each transaction whole."""
    report = check(path)
    assert report.ok, report
    connection = sqlite3.connect(path)
    query = "SELECT count(*) FROM organisation WHERE name LIKE ? || '-%'"
    (there,) = connection.execute(query, (str(writer),)).fetchone()
    (last,) = connection.execute("SELECT sentence FROM community").fetchone()
    connection.close()
    return there in {said, said + 1} and last == f"{writer}-{there - 1}"


def main(folder: Path, kills: int) -> None:
    os.environ["COP_DATA_DIR"] = str(folder / "data")
    path, chance = folder / "crash.cop", random.Random(7)
    with create_file(path) as store, store.write("first") as session:
        session.add(Community(name="א", work_year=2026))
    total = sum(kill_a_writer(path, chance) for _ in range(kills))
    sys.stdout.write(f"{kills} {total}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
