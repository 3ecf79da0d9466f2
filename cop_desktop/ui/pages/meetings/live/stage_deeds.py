"""The buttons under the block that is on."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.widgets import Button

from .scene import Moment

SHORT = 24  # letters of a title on a button


class StageDeeds(QWidget):
    """`asked(deed)`; what cannot be done now is hidden, or says why."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.buttons: dict[str, Button] = {}
        flow = Flow(self, look.px(8))
        for deed, icon, name, keys in (
            ("next", "ph.arrow-right", _("Next block"), _("Space")),
            ("back", "ph.arrow-left", _("Back"), _("Backspace")),
            ("more", "ph.plus", _("5 more minutes"), "+"),
            ("respread", "ph.arrows-in-line-horizontal", _("Re-spread"), "R"),
            ("pause", "ph.pause", _("Pause"), "P"),
            ("jump", "ph.skip-forward", "", ""),
        ):
            button = Button(look, name, icon, "primary" if deed == "next" else "secondary")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not catch the space bar
            button.setToolTip(keys)
            button.clicked.connect(partial(self._ask, deed))
            self.buttons[deed] = button
            flow.add(button)

    def show_moment(self, moment: Moment) -> None:
        """Name what each would do now."""
        _, on = self.desk.catalog, moment.current is not None
        first = _("End the meeting") if on and not moment.following else _("Next block")
        if not on:
            first = _("Continue") if moment.began else _("Start the meeting")
        self.buttons["next"].set_words(first)
        why = "" if on or moment.following else _("The agenda has no blocks yet.")
        self.buttons["next"].explain(why)
        for deed in ("back", "more", "respread", "pause"):
            self.buttons[deed].setVisible(on or (deed == "back" and moment.began))
        self.buttons["pause"].set_words(_("Continue") if moment.paused else _("Pause"))
        self.buttons["pause"].set_icon("ph.play" if moment.paused else "ph.pause")
        self.buttons["respread"].explain("" if moment.following else _("Nothing comes next."))
        self._offer_jump(moment)

    def _offer_jump(self, moment: Moment) -> None:
        """A block further on, pressed in the bar, can be begun at once."""
        block, jump = moment.further, self.buttons["jump"]
        jump.setVisible(block is not None)
        if block:
            jump.set_words(self.desk.catalog("Go to “{title}”", title=_short(block.title)))

    def _ask(self, deed: str, _checked: bool = False) -> None:
        self.asked.emit(deed)


def _short(title: str) -> str:
    return title if len(title) <= SHORT else title[: SHORT - 1].rstrip() + "…"
