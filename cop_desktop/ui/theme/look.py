"""How everything looks right now: a theme, a text scale, a language. Handed down by constructor."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from cop_desktop.frozen import frozen
from cop_desktop.i18n import RIGHT_TO_LEFT
from cop_desktop.ui import icons

from .fonts import families
from .sheet import palette, style_sheet
from .tokens import BODY, CONTRAST, DARK, LIGHT, REGULAR, THEMES, Theme


@frozen
class Look:
    """Sizes are given in px at 100 %; `px` makes them pixels of this user's scale (0.8–2.0)."""

    theme: Theme = LIGHT
    scale: float = 1.0
    language: str = "he"
    motion: int = 120  # ms; 0 when the system asks for less

    @property
    def rtl(self) -> bool:
        return self.language in RIGHT_TO_LEFT

    @property
    def direction(self) -> Qt.LayoutDirection:
        return Qt.LayoutDirection.RightToLeft if self.rtl else Qt.LayoutDirection.LeftToRight

    @property
    def roomy(self) -> bool:
        """From 1.5 on cards stand in one column."""
        return self.scale >= 1.5

    def px(self, size: float) -> int:
        return round(size * self.scale)

    def font(self, size: float = BODY, weight: int = REGULAR) -> QFont:
        font = QFont(families(self.language))
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def metrics(self, size: float = BODY, weight: int = REGULAR) -> QFontMetricsF:
        return QFontMetricsF(self.font(size, weight))

    def line(self, size: float = BODY, weight: int = REGULAR) -> int:
        """Height of one line of text in pixels."""
        return round(self.metrics(size, weight).height())

    def icon(self, name: str, colour: icons.Colour | None = None) -> QIcon:
        """A Phosphor icon (`ph.printer`); what points the way points the other way in RTL."""
        return icons.icon(name, colour or self.theme.text, rtl=self.rtl, faded=self.theme.muted)

    def apply(self, app: QApplication) -> None:
        """Dress the whole application; widgets made afterwards follow by themselves."""
        if not app.styleSheet():  # once: Qt crashes, sooner or later, where a style is replaced
            app.setStyle("Fusion")
        app.setLayoutDirection(self.direction)
        app.setFont(self.font())
        app.setPalette(palette(self.theme))
        app.setStyleSheet(style_sheet(self))


def theme_named(name: str) -> Theme:
    """`light`, `dark`, `contrast`; anything else follows the system."""
    return THEMES.get(name) or _system_theme()


def _system_theme() -> Theme:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
