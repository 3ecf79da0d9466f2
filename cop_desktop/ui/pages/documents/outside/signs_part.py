"""The signs that may be shared: none leaves unless it is ticked."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.content.method import method
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Words
from cop_desktop.ui.widgets.tick import Tick


class SignsPart(QWidget):
    """A tick for each sign that is lit."""

    def __init__(
        self, desk: Desk, offered: Sequence[str], chosen: Collection[str],
        tick: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__()
        look, _ = desk.look, desk.catalog
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(4))
        why = _("A sign leaves only if you tick it. Its readers then see that it is lit, and since "
                "when.")  # fmt: skip
        rows.addWidget(Words(look, why))
        self.ticks = {key: Tick(look, method(_.language).sign(key).title) for key in offered}
        for key, it in self.ticks.items():
            it.setChecked(key in chosen)
            it.clicked.connect(partial(_pass_on, tick, key))
            rows.addWidget(it)
        rows.addStretch(1)


def _pass_on(tick: Callable[[str], None], key: str, _checked: bool = False) -> None:
    tick(key)
