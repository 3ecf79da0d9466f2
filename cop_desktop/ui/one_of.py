"""Chips of which one is chosen: a language, a state, a reader."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from .flow import Flow
from .theme import Look
from .widgets import FilterChip


class OneOf(QObject):
    """`chosen(key)` when a chip is pressed; the chips stand in a flow, among what else is there."""

    chosen = Signal(object)

    def __init__(self, look: Look, flow: Flow) -> None:
        super().__init__(flow)
        self._look, self._flow = look, flow
        self.chips: dict[Any, FilterChip] = {}
        self._names: Mapping[Any, str] = {}

    def offer(self, names: Mapping[Any, str], here: object) -> None:
        """Chips behind what the flow holds, by key; those of before it lets go of by itself."""
        self.chips, self._names = {}, names
        for key, name in names.items():
            chip = self.chips[key] = FilterChip(self._look, name)
            chip.clicked.connect(partial(self._pressed, key))
            self._flow.add(chip)
        self.mark(here)

    def mark(self, here: object) -> None:
        """Show which one is chosen, without telling anybody."""
        for key, chip in self.chips.items():
            chip.setChecked(key == here)

    def show_counts(self, counts: Mapping[Any, int]) -> None:
        """How many things each would show."""
        for key, chip in self.chips.items():
            chip.setText(f"{self._names[key]} · {counts[key]}")
            chip.setAccessibleName(chip.text())

    def _pressed(self, key: object, _checked: bool = False) -> None:
        self.mark(key)
        self.chosen.emit(key)
