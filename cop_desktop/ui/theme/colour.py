"""Tints and inks are computed from the tokens, never typed."""

from PySide6.QtGui import QColor

from cop_desktop.ui.icons import Colour

from .tokens import Theme

_LIGHT_INK, _DARK_INK = "#FFFFFF", "#061413"


def mix(ground: Colour, colour: Colour, share: float) -> QColor:
    """The colour `share` (0..1) of the way from `ground` to `colour`."""
    one, other = QColor(ground), QColor(colour)
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def luminance(colour: Colour) -> float:
    """Relative luminance, 0..1 (WCAG 2.2)."""
    told = QColor(colour)
    red, green, blue = (
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
        for v in (told.redF(), told.greenF(), told.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio, 1..21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(colour: Colour, theme: Theme, need: float = 3.0) -> str:
    """Ink on a filled shape: the theme's own where it reaches `need` (3 icons, 4.5 words)."""
    own, other = (_DARK_INK, _LIGHT_INK) if theme.dark else (_LIGHT_INK, _DARK_INK)
    if contrast(own, colour) >= need or contrast(own, colour) >= contrast(other, colour):
        return own
    return other


def tint(theme: Theme, colour: Colour, share: float = 0.12) -> QColor:
    """Quiet ground of a colour: 10–16 % of it in the surface."""
    return mix(theme.surface, colour, share)


def on_tint(theme: Theme, colour: Colour) -> QColor:
    """Words of a colour on its own tint."""
    return mix(colour, theme.text, 0.30)
