"""Lists made of rows: up and down walk them, Tab meets them where they stand."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from cop_desktop.ui.widgets import ListRow


def let_walk(rows: Sequence[ListRow], area: QScrollArea) -> None:
    """From each row to the one after or before it, brought into view."""
    for place, row in enumerate(rows):
        row.walked.connect(partial(_go, rows, place, area))


def follow(area: QWidget, rows: Sequence[QWidget]) -> None:
    """Tab goes from `area` through these; rows made anew would stand behind all that is older."""
    before = area
    for row in rows:
        for part in (row, *row.findChildren(QWidget)):
            in_it = part.window() is area.window()  # not the list that a choice lets down
            if in_it and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, part)
                before = part


def _go(rows: Sequence[ListRow], place: int, area: QScrollArea, step: int) -> None:
    if 0 <= place + step < len(rows):
        rows[place + step].setFocus()
        area.ensureWidgetVisible(rows[place + step])
