"""A quiet word in the head of what needs care: how many warning signs are lit; it opens them."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button

if TYPE_CHECKING:  # home is seen before the signs are read
    from cop_desktop.services.signs import Light


class SignsWord(Button):
    """Hidden while nothing is lit; the names are in its tooltip. It costs home no height."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, "", "ph.lamp", "quiet")
        self._ = desk.catalog
        self.clicked.connect(lambda: desk.open_place("signs"))
        self.hide()

    def show_lights(self, lights: Sequence["Light"]) -> None:
        from cop_desktop.content.method import method  # words that a start does not need

        _, words = self._, method(self._.language)
        names = [words.sign(light.key).title for light in lights]
        self.setVisible(bool(lights))
        self.set_words(_.plural("{n} sign is lit", "{n} signs are lit", len(lights)))
        self.setToolTip("".join(f"<p>{escape(name)}</p>" for name in names))
        self.setAccessibleDescription("\n".join(names))
