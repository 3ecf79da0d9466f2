"""What one looks for in the register: how far it has come, what it is, whose it is, words."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.models.vocabulary import Progress
from cop_desktop.services.register import Agreed, Entry
from cop_desktop.services.search import fold, terms
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.one_of import OneOf
from cop_desktop.ui.widgets import Choice, SearchBox

from .register_rows import ICONS

NOBODY = ""  # owner of what nobody has taken on
Sieve = Callable[[Entry, date], bool]
SIEVES: dict[str, Sieve] = {
    "open": lambda it, _today: it.open,
    "late": Entry.late,
    "done": lambda it, _today: it.state == Progress.DONE,
    "all": lambda _it, _today: True,
}


class RegisterFilter(QWidget):
    """`changed()` when something else is looked for; `went_down` from the words to the rows."""

    changed = Signal()
    went_down = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.sieve = desk, "open"
        px = desk.look.px
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(16), 0, px(16), 0)
        rows.setSpacing(px(10))
        rows.addLayout(self._seeking())
        rows.addWidget(self._chips())

    def fitting(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those that fit the chips, the owner and the words."""
        wanted, today = terms(self.search.text()), self.desk.today()
        return [
            it for it in entries
            if SIEVES[self.sieve](it, today)
            and self.what.value() in (None, it.what)
            and self.owner.value() in (None, it.owner)
            and all(term in _told(it) for term in wanted)
        ]  # fmt: skip

    def choose(self, sieve: str) -> None:
        """Look for what is open, late, done, or all of it."""
        self.sieve = sieve
        self._one.mark(sieve)
        self.changed.emit()

    def clear(self) -> None:
        """Hide nothing."""
        self.search.clear()
        self.what.set_value(None)
        self.owner.set_value(None)
        self.choose("all")

    def offer_owners(self, entries: Iterable[Entry]) -> None:
        """Everybody who has taken something on."""
        _, here = self.desk.catalog, self.owner.value()
        names = {it.owner for it in entries}
        owners = sorted(names - {NOBODY}, key=fold)
        self.owner.clear()
        self.owner.add(_("Everyone’s"), None)
        for name in owners:
            self.owner.add(name, name)
        if NOBODY in names:
            self.owner.add(_("No owner yet"), NOBODY)
        self.owner.set_value(here if here in (*owners, NOBODY) else None)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many each chip would show."""
        self._one.show_counts(counts)

    # -- looks -----------------------------------------------------------------------------

    def _seeking(self) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        self.search = SearchBox(look, _("Search by words, person or meeting"), round=False)
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self.search.went_down.connect(self.went_down)
        self.what, self.owner = Choice(look), Choice(look)
        self.what.add(_("Decisions and tasks"), None)
        self.what.add(_("Decisions"), Agreed.DECISION, ICONS[Agreed.DECISION])
        self.what.add(_("Tasks"), Agreed.ACTION, ICONS[Agreed.ACTION])
        self.what.setAccessibleName(_("What it is"))
        self.owner.setAccessibleName(_("Responsible"))
        self.owner.setMinimumWidth(look.px(170))
        for box in (self.what, self.owner):
            box.chosen.connect(lambda _value: self.changed.emit())
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        line.addWidget(self.search, 1)
        line.addWidget(self.what)
        line.addWidget(self.owner)
        return line

    def _chips(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        names = {
            "open": _.ctx("register", "Open"),
            "late": _("Overdue"),
            "done": _.ctx("register", "Done"),
            "all": _.ctx("register", "All"),
        }
        box = QWidget()
        flow = Flow(box, look.px(8))
        self._one = OneOf(look, flow)
        self._one.offer(names, self.sieve)
        self._one.chosen.connect(self.choose)
        self.chips = self._one.chips
        return box


def _told(it: Entry) -> str:
    """Where searched words are looked for."""
    return fold(f"{it.text} {it.owner} {it.topic} {it.note}")
