"""The three formal functions: a quiet second layer under the seven roles."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.content import content
from cop_desktop.models.vocabulary import Function
from cop_desktop.services.functions import FunctionRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import ListRow


class Formal(QWidget):
    """Who holds each; a press leads to where they are appointed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        words = content(desk.catalog.language)
        self.rows = {it: ListRow(desk.look, "", " ", words.word(it)) for it in Function}
        strip = QVBoxLayout(self) if desk.look.roomy else QHBoxLayout(self)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.setSpacing(desk.look.px(4))
        for row in self.rows.values():
            row.clicked.connect(lambda: desk.open_place("community"))
            strip.addWidget(row, 1)

    def show_functions(self, held: Mapping[Function, FunctionRow]) -> None:
        _ = self.desk.catalog
        for it, row in self.rows.items():
            name = held[it].name if it in held else _("nobody yet")
            row.first.setText(name)
            function = content(_.language).word(it)
            row.setAccessibleName(_("{function}: {name}", function=function, name=name))
