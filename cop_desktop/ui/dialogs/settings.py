"""Settings: language, theme, text size. They hold at once; there is nothing to confirm."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import __version__, formats
from cop_desktop.i18n import OWN_NAMES, Catalog
from cop_desktop.settings import Settings, next_scale
from cop_desktop.ui.choice import Choices
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets.buttons import Button
from cop_desktop.ui.widgets.cards import Hairline
from cop_desktop.ui.widgets.labels import Label, Words


class SettingsDialog(QDialog):
    """Stays open while the window behind it changes its language, theme and size."""

    def __init__(
        self, settings: Settings, change: Callable[..., tuple[Look, Catalog]],
        look: Look, words: Catalog, parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._settings, self._change = settings, change
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None
        self._show(look, words)

    def change(self, **values: object) -> None:
        """Keep a setting; window and dialog take it on at once."""
        self._show(*self._change(**values))

    def _show(self, look: Look, words: Catalog) -> None:
        """Build the inside in the present look and language."""
        old, self._inside = self._inside, QWidget()
        self.setLayoutDirection(look.direction)
        self.setWindowTitle(words("Settings"))
        self._fill(self._inside, look, words)
        self._outer.addWidget(self._inside)
        self._inside.setMinimumWidth(look.px(520))
        if old is not None:
            self._outer.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.adjustSize()

    def _fill(self, inside: QWidget, look: Look, _: Catalog) -> None:
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(*(look.px(24),) * 4)
        rows.setSpacing(look.px(10))
        rows.addWidget(Label(look, _("Settings"), "page"))
        for title, choices in (
            (_("Language"), self._languages(look)),
            (_("Appearance"), self._themes(look, _)),
            (_("Text size"), self._scales(look, _)),
        ):
            rows.addSpacing(look.px(6))
            rows.addWidget(Label(look, title, "strong"))
            rows.addWidget(choices)
        rows.addSpacing(look.px(8))
        rows.addWidget(Hairline())
        about = _("Maagalim {version}. Nothing leaves without you.", version=__version__)
        rows.addWidget(Words(look, about, "caption"))
        done = Button(look, _("Close"), kind="primary")
        done.clicked.connect(self.accept)
        done.setDefault(True)
        rows.addWidget(done, 0, Qt.AlignmentFlag.AlignTrailing)

    def _languages(self, look: Look) -> Choices:
        rows = [(key, "", word, "") for key, word in OWN_NAMES.items()]
        choices = Choices(look, rows, self._settings.language, beside=True)
        choices.chosen.connect(lambda key: self.change(language=key))
        return choices

    def _themes(self, look: Look, _: Catalog) -> Choices:
        rows = [
            ("system", "", _("Same as the system"), ""),
            ("light", "", _("Light"), ""),
            ("dark", "", _("Dark"), ""),
            ("contrast", "", _("High contrast"), ""),
        ]
        choices = Choices(look, rows, self._settings.theme, beside=True)
        choices.chosen.connect(lambda key: self.change(theme=key))
        return choices

    def _scales(self, look: Look, _: Catalog) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(10))
        scale = self._settings.scale
        for icon, name, step in (
            ("ph.minus", _("Smaller text"), -1), ("ph.plus", _("Larger text"), 1)
        ):  # fmt: skip
            button = Button(look, "", icon)
            button.setAccessibleName(name)
            button.setToolTip(name)
            wanted = next_scale(scale, step)
            button.setEnabled(wanted != scale)
            button.clicked.connect(lambda _=False, wanted=wanted: self.change(scale=wanted))
            row.addWidget(button)
        row.insertWidget(1, Label(look, formats.percent(scale / 100, _.language), "strong"))
        row.addStretch(1)
        return holder
