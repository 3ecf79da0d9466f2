"""An agenda without blocks tells how one comes about."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Words


class EmptyAgenda(QWidget):
    """Three ways in; the chips and buttons for them stand below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        rows = QVBoxLayout(self)
        rows.addStretch(1)
        rows.addWidget(Words(look, _("The agenda is still empty"), "title", centred=True))
        told = _(
            "Choose a kind below, copy an earlier agenda,"
            " or paste lines such as “16:30 Opening” from a message or a sheet."
        )
        rows.addWidget(Words(look, told, "muted", centred=True))
        rows.addStretch(2)
