"""A column that takes the height there is."""

from PySide6.QtWidgets import QVBoxLayout


class Firm(QVBoxLayout):
    """Wrapped words inside would ask a scrolling page for all the height they could use."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return False
