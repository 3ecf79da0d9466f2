"""A window that stays open for a day: what is said a thousand times leaks nothing.

PySide 6.12.0 on Python 3.11 loses a reference to None with every call that returns nothing, and
after some 5,000 of them the interpreter aborts: the reason why pyproject.toml refuses it.
"""

import os
import subprocess
import sys

SAID = """
import sys
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication([])
label = QLabel()
label.setText("warm")
before = sys.getrefcount(None)
for number in range(20_000):
    label.setText(str(number))
print(abs(sys.getrefcount(None) - before))
"""


def test_twenty_thousand_words_on_a_label_cost_no_reference_to_none() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SAID], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert int(done.stdout) < 100
