"""Sentences about a whole file and its columns, over its rows."""

from PySide6.QtWidgets import QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Line, Words

from .look import Seen

NOTICES = 4  # that are shown


def notices(desk: Desk, look: Seen) -> list[QWidget]:
    """What there is to say about the file and its columns."""
    return [
        Line(
            desk.look,
            "ph.warning",
            Words(desk.look, _told(one.column, one.sentence(desk.catalog), desk)),
            desk.look.theme.amber,
        )
        for one in look.problems_by_row.get(0, ())[:NOTICES]
    ]


def _told(column: str, sentence: str, desk: Desk) -> str:
    if not column:
        return sentence
    return desk.catalog("{column}: {sentence}", column=column, sentence=sentence)
