"""Sharing a width among columns."""

from collections.abc import Sequence

from .ink import MM


def shared(widths: Sequence[float | None], room: float, gutter: float = 0) -> list[float]:
    """Points for every column: millimetres as given, the rest shared by those without a width.

    Columns that ask for more than there is are made narrower in proportion.
    """
    free = room - gutter * (len(widths) - 1)
    fixed = sum(width * MM for width in widths if width is not None)
    open_ended = sum(width is None for width in widths)
    least = free * 0.15 * open_ended
    scale = min(1.0, (free - least) / fixed) if fixed else 1.0
    rest = (free - fixed * scale) / open_ended if open_ended else 0.0
    return [rest if width is None else width * MM * scale for width in widths]
