"""How the program looks: tokens, tints, fonts, and the `Look` handed to every widget."""

from .colour import contrast, ink_on, mix, on_tint, tint
from .fonts import elided, load_fonts
from .look import Look, theme_named
from .tokens import (
    BODY,
    BOLD,
    CAPTION,
    CONTRAST,
    DARK,
    GRID,
    KIND_ICONS,
    LIGHT,
    MEDIUM,
    PAGE,
    RADIUS,
    RADIUS_SMALL,
    REGULAR,
    ROLE_ICONS,
    THEMES,
    TITLE,
    Theme,
)

__all__ = [
    "BODY",
    "BOLD",
    "CAPTION",
    "CONTRAST",
    "DARK",
    "GRID",
    "KIND_ICONS",
    "LIGHT",
    "MEDIUM",
    "PAGE",
    "RADIUS",
    "RADIUS_SMALL",
    "REGULAR",
    "ROLE_ICONS",
    "THEMES",
    "TITLE",
    "Look",
    "Theme",
    "contrast",
    "elided",
    "ink_on",
    "load_fonts",
    "mix",
    "on_tint",
    "theme_named",
    "tint",
]
