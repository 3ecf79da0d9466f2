"""Garbage is collected on the window's thread, between two events, and nowhere else."""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1000  # ms


class Tidy(QObject):
    """Python would collect wherever the next object is made: in a worker, which must not destroy
    widgets, or while Qt walks through all of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        clock = QTimer(self, interval=INTERVAL)
        clock.timeout.connect(tidy)
        clock.start()


def tidy() -> None:
    """Collect the oldest generation that is due; Python counts on while it may not collect."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, most) in enumerate(counts) if count > most]
    if due:
        gc.collect(due[-1])
