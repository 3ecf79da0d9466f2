"""Fields in pairs."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget


def paired(
    rows: Sequence[Sequence[QWidget]], across: int, down: int, *, one_column: bool
) -> QGridLayout:
    """Pairs side by side, or all below each other."""
    found = QGridLayout()
    found.setHorizontalSpacing(across)
    found.setVerticalSpacing(down)
    line = 0
    for row in rows:
        for place, widget in enumerate(row):
            alone = len(row) == 1 or one_column
            found.addWidget(widget, line, 0 if alone else place, 1, 2 if alone else 1)
            line += one_column or place == len(row) - 1
    found.setColumnStretch(0, 1)
    found.setColumnStretch(1, 1)
    return found
