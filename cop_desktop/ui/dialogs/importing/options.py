"""How the list is to be read: its encoding, sheet, row of titles, order of names."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cop_desktop.i18n import N_
from cop_desktop.intake.encodings import CHOICES
from cop_desktop.intake.mapping import Wish
from cop_desktop.intake.table import letter
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.widgets import Choice, Field

from .look import Seen

TITLE_ROWS = 12  # rows that may be named as the titles
NAME_ORDERS = {
    "auto": N_("Automatic"),
    "given_first": N_("Given name first"),
    "family_first": N_("Family name first"),
}


class Options(QWidget):
    """Only what there is to choose is shown. `wished(Wish, again)`; `again`: read the file anew."""

    wished = Signal(object, bool)

    def __init__(self, desk: Desk, look: Seen) -> None:
        super().__init__()
        self.desk, self._look = desk, look
        self._row = Flow(self, desk.look.px(12))
        if look.table.encoding:
            self.encoding = self._encodings()
        if len(look.table.sheets) > 1:
            self.sheet = self._sheets()
        if look.table.rows:
            self.titles = self._titles()
        if any(column.field in {"full_name", "family_first"} for column in look.layout.columns):
            self.order = self._orders()

    def _add(self, label: str, box: Choice) -> Choice:
        field = Field(self.desk.look, label, box)
        field.setFixedWidth(self.desk.look.px(190))
        self._row.add(field)
        return box

    def _encodings(self) -> Choice:
        _, box = self.desk.catalog, Choice(self.desk.look)
        read = self._look.table.encoding.removesuffix("-sig")
        read = "utf-16" if read.startswith("utf-16") else read
        if read not in CHOICES:
            box.add(read, read)
        for key, words in CHOICES.items():
            box.add(_(words), key)
        box.set_value(read)
        box.chosen.connect(lambda key: self._wish(again=True, encoding=key))
        return self._add(_("Encoding of the letters"), box)

    def _sheets(self) -> Choice:
        box = Choice(self.desk.look)
        for name in self._look.table.sheets:
            box.add(name, name)
        box.set_value(self._look.table.sheet)
        box.chosen.connect(
            lambda name: self._wish(again=True, sheet=name, columns={}, header_row=None)
        )
        return self._add(self.desk.catalog("Sheet"), box)

    def _titles(self) -> Choice:
        _, box = self.desk.catalog, Choice(self.desk.look)
        box.add(_("No titles"), 0)
        numbers = {row.number for row in self._look.table.rows[:TITLE_ROWS]}
        for number in sorted(numbers | {self._look.layout.header_row} - {0}):
            box.add(_("In row {row}", row=number), number)
        box.set_value(self._look.layout.header_row)
        box.chosen.connect(lambda row: self._wish(header_row=row, columns={}))
        return self._add(_("Titles of the columns"), box)

    def _orders(self) -> Choice:
        _, box = self.desk.catalog, Choice(self.desk.look)
        for key, words in NAME_ORDERS.items():
            box.add(_(words), key)
        box.set_value(self._look.wish.name_order)
        box.chosen.connect(lambda key: self._wish(name_order=key))
        return self._add(_("Order of names"), box)

    def _wish(self, *, again: bool = False, **changes: object) -> None:
        self.wished.emit(replace(self._look.wish, **changes), again)  # type: ignore[arg-type]


def with_column(wish: Wish, look: Seen, index: int, key: str) -> Wish:
    """The wish that a column holds a field; whoever wished the same before gives way."""
    several = {field.key for field in look.layout.kind.fields if field.several}
    columns = {
        name: field
        for name, field in wish.columns.items()
        if not key or field != key or key in several
    }
    columns.pop(letter(index), None)
    return replace(wish, columns=columns | {letter(index): key})
