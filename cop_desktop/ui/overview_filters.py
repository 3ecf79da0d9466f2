"""What a coordinator looks for: words, programme, district, kind, stage; sent in time or late."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export.reports import overview_words as words
from cop_desktop.i18n import N_
from cop_desktop.services.overview import Choices, OverviewRow, Sending, Wanted
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import FlowBox
from cop_desktop.ui.one_of import OneOf
from cop_desktop.ui.widgets import Button, EmptyState, FilterChip, SearchBox

# the field of `Wanted` → what its chip says while it filters nothing
EVERY: Mapping[str, str] = {
    "programme": N_("All programmes"),
    "district": N_("All districts"),
    "kind": N_("All kinds of organisations"),
    "stage": N_("All stages"),
}


class Filters(QWidget):
    """`changed()` when something else is looked for; `went_down` from the words to the rows.

    What is looked for is kept by `place` while the file is open: a window built anew, in another
    language say, looks for the same.
    """

    changed = Signal()
    went_down = Signal()

    def __init__(self, desk: Desk, place: str) -> None:
        super().__init__()
        self.desk, self._place = desk, f"filters.{place}"
        kept = desk.history.kept.get(self._place)
        self.wanted = kept if isinstance(kept, Wanted) else Wanted()
        self._words: dict[str, dict[str, str]] = {name: {} for name in EVERY}
        look = desk.look
        hint = desk.catalog("Search communities by name, programme or tag")
        self.search = SearchBox(look, hint, round=False)
        self.chips = {name: self._chip(name) for name in EVERY}
        self._box = FlowBox(look.px(8))
        for chip in self.chips.values():
            self._box.flow.add(chip)
        self._one = self._states()
        self.states = self._one.chips
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.px(16), 0, look.px(16), look.px(10))
        rows.setSpacing(look.px(10))
        for part in (self.search, self._box):
            rows.addWidget(part)
        self._show()
        self.search.textChanged.connect(lambda text: self._narrow("text", text))
        self.search.went_down.connect(self.went_down)

    def offer(self, choices: Choices) -> None:
        """What there is to choose from; what is chosen stays."""
        texts = content(self.desk.catalog.language)
        self._fill("programme", {it: it for it in choices.programmes})
        self._fill("district", {it: it for it in choices.districts})
        self._fill("kind", {it.value: texts.word(it) for it in choices.kinds})
        self._fill("stage", {it.value: texts.word(it) for it in choices.stages})

    def show_counts(self, rows: Iterable[OverviewRow]) -> None:
        """How many communities stand in each state."""
        found = [it.sending for it in rows]
        self._one.show_counts(
            {None: len(found)} | {it: found.count(it) for it in Sending}
        )  # fmt: skip
        for state, chip in self.states.items():
            chip.setVisible(state in (None, self.wanted.sending) or state in found)
        self._box.fit()

    def choose(self, name: str, value: str | None) -> None:
        """Look only for those; None for all."""
        self._narrow(name, value)

    def choose_sending(self, state: Sending | None) -> None:
        self._narrow("sending", state)

    def clear(self) -> None:
        """Hide nothing."""
        self._want(Wanted())

    @property
    def empty(self) -> bool:
        """Whether all communities are wanted."""
        return self.wanted == Wanted()

    def told(self) -> str:
        """What is looked for, in words: it stands on the report."""
        _, wanted = self.desk.catalog, self.wanted
        chosen = [
            self._words[name].get(value, value) for name in EVERY
            if (value := getattr(wanted, name)) is not None
        ]  # fmt: skip
        if wanted.sending:
            chosen.append(_(words.SENDING[wanted.sending]))
        if wanted.text.strip():
            chosen.append(_("with “{words}”", words=wanted.text.strip()))
        return formats.dotted(*chosen)

    # -- inside ----------------------------------------------------------------------------

    def _chip(self, name: str) -> FilterChip:
        chip = FilterChip(self.desk.look, self.desk.catalog(EVERY[name]))
        chip.setMenu(QMenu(chip))
        chip.setObjectName(name)
        return chip

    def _states(self) -> OneOf:
        _ = self.desk.catalog
        names: dict[Sending | None, str] = {None: _.ctx("communities", "All")}
        names |= {it: _(words.SENDING[it]) for it in Sending}
        states = OneOf(self.desk.look, self._box.flow)
        states.offer(names, self.wanted.sending)
        states.chosen.connect(self.choose_sending)
        return states

    def _fill(self, name: str, told: dict[str, str]) -> None:
        if self._words[name] != told:
            self._words[name] = told
            self._fill_menu(name)
        self._tell(name)

    def _fill_menu(self, name: str) -> None:
        menu = self.chips[name].menu()
        menu.clear()
        group = QActionGroup(menu)
        options: dict[str | None, str] = {None: self.desk.catalog(EVERY[name])}
        options.update(self._words[name])
        for value, words_of_it in options.items():
            action = menu.addAction(words_of_it.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(partial(self._chosen, name, value))
            group.addAction(action)

    def _chosen(self, name: str, value: str | None, _checked: bool = False) -> None:
        self.choose(name, value)

    def _narrow(self, name: str, value: Any) -> None:
        self._want(replace(self.wanted, **{name: value}))

    def _want(self, wanted: Wanted) -> None:
        """Look for that, and tell it once."""
        if wanted != self.wanted:
            self.wanted = self.desk.history.kept[self._place] = wanted
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        """Words and chips say what is looked for."""
        if self.search.text() != self.wanted.text:
            self.search.setText(self.wanted.text)
        for name in EVERY:
            self._tell(name)
        self._one.mark(self.wanted.sending)

    def _tell(self, name: str) -> None:
        """One chip and its menu; what is looked for and is no more is told by its name."""
        chip, value = self.chips[name], getattr(self.wanted, name)
        told = self.desk.catalog(EVERY[name])
        chip.setText(told if value is None else self._words[name].get(value, value))
        chip.setAccessibleName(chip.text())
        chip.setChecked(value is not None)
        chip.setVisible(bool(self._words[name]) or value is not None)
        chip.updateGeometry()
        for action in chip.menu().actions():
            action.setChecked(action.data() == value)


def no_match(desk: Desk, clear: Callable[[], None]) -> EmptyState:
    """What stands where nothing fits all that is chosen."""
    look, _ = desk.look, desk.catalog
    again = Button(look, _("Show all communities"), "ph.x")
    again.clicked.connect(clear)
    why = _("No community matches everything chosen above.")
    return EmptyState(look, "ph.magnifying-glass", _("Nothing here"), why, again)
