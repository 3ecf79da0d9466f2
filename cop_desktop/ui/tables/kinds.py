"""What a painted list knows of its rows: a `Kind` for each sort of them."""

from collections.abc import Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.ui.drawing import Room, plate, ring
from cop_desktop.ui.theme import RADIUS_SMALL, Look

R = TypeVar("R")


@frozen
class State:
    """How a row stands in its list just now."""

    chosen: bool = False
    hovered: bool = False
    focused: bool = False  # the caret of the keyboard is here


@frozen
class Gap:
    """Between two rows: before which row (their count is the end), and how far from the edge
    at which one begins to read, in px."""

    row: int
    along: float = 0


@frozen
class Landing:
    """Before the row of this key, or (None) at the end of what stands under a heading's key."""

    before: Any = None
    under: Any = None


class Kind(Generic[R]):
    """Rows of one sort: what they are called, how tall they are, how they look, what they allow."""

    choosable = True  # else neither mouse nor caret stops here
    drags = False  # may be put elsewhere
    heads = False  # what follows belongs to it

    def __init__(self, look: Look, _: Catalog) -> None:
        self.look, self._ = look, _

    def key(self, row: R) -> Hashable:
        """What the row is called in signals; None for a remark between rows."""
        key: Hashable = row.id  # type: ignore[attr-defined]
        return key

    def title(self, row: R) -> str:
        raise NotImplementedError

    def told(self, row: R) -> str:
        """The whole row in words, for a screen reader."""
        return self.title(row)

    def tip(self, row: R) -> str:  # noqa: ARG002
        """Words under a resting pointer, if any."""
        return ""

    def cells(self, row: R) -> Sequence[str]:
        """The row as it is copied into a sheet."""
        return (self.title(row),)

    def height(self, row: R, width: float) -> int:
        """In px, from the metrics of the fonts."""
        raise NotImplementedError

    def body(self, row: R, box: QRectF) -> QRectF:  # noqa: ARG002
        """The part that is the thing itself, indented as it is: so wide are drop lines."""
        return box

    def paint(self, painter: QPainter, row: R, box: QRectF, state: State) -> None:
        raise NotImplementedError

    def paint_lifted(self, painter: QPainter, row: R, box: QRectF) -> None:
        """The row under the pointer that drags it."""
        plate(painter, box, self.look.theme.surface, self.look.theme.accent, 1, RADIUS_SMALL)
        self.paint(painter, row, box, State())

    def ground(self, painter: QPainter, box: QRectF, state: State) -> None:
        """Soft with a bar when chosen, sunken under the pointer, ringed at the caret."""
        t, inner = self.look.theme, box.adjusted(0, 1, 0, -1)
        if state.chosen or state.hovered:
            ground = t.accent_soft if state.chosen else t.sunken
            plate(painter, inner, ground, None, 0, RADIUS_SMALL)
        if state.chosen:
            painter.fillRect(Room(inner, self.look.rtl).start(3), t.accent)
        if state.focused:
            ring(painter, self.look, inner)
