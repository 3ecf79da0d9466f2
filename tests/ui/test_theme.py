"""Everyone can read the colours: contrasts and colour-blind distances, recomputed."""

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest
from PySide6.QtGui import QColor, QFontDatabase
from pytestqt.qtbot import QtBot

from cop_desktop.i18n import LANGUAGES
from cop_desktop.models.vocabulary import BlockKind, Role
from cop_desktop.ui import icons
from cop_desktop.ui.theme import (
    BODY,
    CONTRAST,
    DARK,
    KIND_ICONS,
    LIGHT,
    ROLE_ICONS,
    THEMES,
    Look,
    Theme,
    contrast,
    elided,
    ink_on,
    load_fonts,
    on_tint,
    tint,
)
from cop_desktop.ui.theme.sheet import style_sheet

ALL = list(THEMES.values())
TEXT = [
    (ink, ground)
    for ink, grounds in {
        "text": "surface window sunken accent_soft",
        "muted": "surface window sunken accent_soft",
        "accent": "surface window accent_soft",
        "on_accent": "accent accent_hover",
        "amber": "surface amber_soft sunken",
        "brick": "surface brick_soft",
    }.items()
    for ground in grounds.split()
]
SIGHT = {  # Machado, Oliveira and Fernandes 2009, severity 1.0, in linear RGB
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
WHITE = (0.95047, 1.0, 1.08883)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_words_reach_four_and_a_half_to_one_on_every_ground(theme: Theme) -> None:
    for ink, ground in TEXT:
        assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5, (ink, ground)
    for colour in (*theme.roles.values(), *theme.kinds.values()):
        assert contrast(on_tint(theme, colour), tint(theme, colour)) >= 4.5
        assert contrast(theme.text, tint(theme, colour, 0.20)) >= 4.5
        assert contrast(theme.muted, tint(theme, colour, 0.10)) >= 4.5
        assert contrast(ink_on(colour, theme, 4.5), colour) >= 4.5


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_borders_and_colours_reach_three_to_one(theme: Theme) -> None:
    for ground in (theme.surface, theme.window):
        assert contrast(theme.edge, ground) >= 3
    for colour in (*theme.roles.values(), *theme.kinds.values()):
        assert contrast(colour, theme.surface) >= 3
        assert contrast(ink_on(colour, theme), colour) >= 3


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_roles_and_blocks_differ_for_the_colour_blind(theme: Theme, sight: str) -> None:
    for colours in (theme.roles, theme.kinds):
        seen = [lab(colour, sight) for colour in colours.values()]
        assert min(distance(*pair) for pair in combinations(seen, 2)) >= 10


def test_the_distance_is_ciede2000() -> None:
    """Two of the pairs published by Sharma, Wu and Dalal 2005."""
    assert distance((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert distance((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_every_role_and_kind_has_a_colour_and_an_icon(theme: Theme, qtbot: QtBot) -> None:
    assert list(theme.roles) == list(ROLE_ICONS) == [*Role]
    assert list(theme.kinds) == list(KIND_ICONS) == [*BlockKind]
    for name in (*ROLE_ICONS.values(), *KIND_ICONS.values()):
        assert icons.character(name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_the_style_sheet_has_no_left_and_no_right(theme: Theme, language: str) -> None:
    sheet = style_sheet(Look(theme, 1.5, language))
    assert "left" not in sheet
    assert "right" not in sheet


def test_three_weights_are_three_faces(qtbot: QtBot) -> None:
    load_fonts()
    assert {"Heebo", "IBM Plex Sans Arabic"} <= set(QFontDatabase.families())
    look = Look()
    widths = [look.metrics(BODY * 4, w).horizontalAdvance("שלום עולם") for w in (400, 500, 700)]
    assert widths == sorted(set(widths))


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6, 2.0])
def test_text_grows_with_the_users_scale(scale: float, qtbot: QtBot) -> None:
    assert Look(scale=scale).font(BODY).pixelSize() == round(BODY * scale)


def test_arrows_point_along_the_reading_and_clocks_do_not_turn(qtbot: QtBot) -> None:
    def drawn(name: str, language: str) -> object:
        return Look(language=language).icon(name).pixmap(40, 40).toImage()

    for name in ("ph.caret-right", "ph.arrow-u-up-left"):
        assert drawn(name, "he") != drawn(name, "en")
    for name in ("ph.clock", "ph.check", "ph.magnifying-glass", "ph.printer"):
        assert drawn(name, "he") == drawn(name, "en")


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    """CIELAB of a colour as a colour-blind person sees it."""
    told = QColor(colour)
    linear = [
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
        for v in (told.redF(), told.greenF(), told.blueF())
    ]
    seen = [
        min(max(sum(k * v for k, v in zip(row, linear, strict=True)), 0), 1) for row in SIGHT[sight]
    ]
    xyz = (
        0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2],
        0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2],
        0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2],
    )
    x, y, z = (
        ratio ** (1 / 3) if ratio > 216 / 24389 else (24389 / 27 * ratio + 16) / 116
        for ratio in (v / white for v, white in zip(xyz, WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: tuple[float, float, float], two: tuple[float, float, float]) -> float:
    """CIEDE2000."""
    (l1, a1, b1), (l2, a2, b2) = one, two
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    grey = 1 + 0.5 * (1 - sqrt(mean**7 / (mean**7 + 25**7)))
    c1, c2 = hypot(a1 * grey, b1), hypot(a2 * grey, b2)
    h1, h2 = degrees(atan2(b1, a1 * grey)) % 360, degrees(atan2(b2, a2 * grey)) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    hue = h1 + turn / 2 if c1 * c2 else h1 + h2
    t = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    dl = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * t)
    spin = 60 * exp(-((((hue % 360) - 275) / 25) ** 2))
    rotate = -sin(radians(spin)) * 2 * sqrt(chroma**7 / (chroma**7 + 25**7))
    return sqrt(dl**2 + dc**2 + dh**2 + rotate * dc * dh)


def test_a_cut_word_ends_where_its_own_reader_ends(qapp: object) -> None:
    """Hebrew cut short on an English page has its dots at the left."""
    load_fonts()
    metrics = Look(LIGHT, language="en").metrics()
    told = elided(metrics, "מנהלת מחלקת נוער וקהילה", 60)
    assert told.startswith("\u2068")
    assert told.endswith("…\u2069")
    assert elided(metrics, "נוער", 60) == "נוער"
