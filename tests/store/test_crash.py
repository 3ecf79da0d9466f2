"""A killed program loses nothing that it had said was saved."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_hundred_kills_in_the_midst_of_writing_lose_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.store.crash_worker", str(tmp_path), "100"]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    kills, commits = map(int, done.stdout.split())
    assert kills == 100
    assert commits > 100
