"""A page of several sides: its head, the tabs that turn it, and the side one sees."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from .theme import Look


def lay_out_sides(
    column: QVBoxLayout, look: Look, head: QWidget, tabs: QWidget, sides: QWidget, gap: int = 12
) -> None:
    """Head and tabs close together, then `gap` px at 100 %."""
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(tabs)
    column.addSpacing(look.px(gap))
    column.addWidget(sides, 1)
