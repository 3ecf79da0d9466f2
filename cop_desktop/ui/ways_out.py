"""What can be done with a paper or a message that is seen: the first deed, files, languages."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cop_desktop.i18n import OWN_NAMES

from .flow import Flow
from .one_of import OneOf
from .theme import Look
from .widgets import Button


class WaysOut(QWidget):
    """`saved(suffix)` for a file of that kind, `spoken(language)` for another language."""

    saved = Signal(str)
    spoken = Signal(object)

    def __init__(
        self, look: Look, first: Button, saves: Mapping[str, Button], language: str
    ) -> None:
        super().__init__()
        flow = Flow(self, look.px(8))
        flow.add(first)
        for suffix, button in saves.items():
            button.clicked.connect(partial(self._save, suffix))
            flow.add(button)
        languages = OneOf(look, flow)
        languages.offer(OWN_NAMES, language)
        languages.chosen.connect(self.spoken)
        self.chips = languages.chips

    def _save(self, suffix: str, _checked: bool = False) -> None:
        self.saved.emit(suffix)
