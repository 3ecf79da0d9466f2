"""Colours and sizes: the one place where looks are decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

CAPTION, BODY, TITLE, PAGE = 12, 14, 18, 24  # px at 100 %; multiplied by the user's text scale
REGULAR, MEDIUM, BOLD = 400, 500, 700
GRID, RADIUS, RADIUS_SMALL = 8, 8, 6


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """A set of colours as `#RRGGBB`; contrasts are recomputed in tests/ui/test_theme.py."""

    name: str
    window: str  # behind everything, and the rail
    surface: str  # cards
    sunken: str  # wells, hovered rows, table head
    line: str  # hairline (decoration)
    edge: str  # border of a field or button, 3:1 against surface
    text: str
    muted: str  # second line, 4.5:1 at least on all three surfaces
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    amber: str  # text and icon of a warning
    amber_soft: str
    brick: str  # text and icon of an error
    brick_soft: str
    roles: Mapping[str, str]  # by the value of models.vocabulary.Role
    kinds: Mapping[str, str]  # by the value of models.vocabulary.BlockKind
    dark: bool = False


ROLE_KEYS = ("agenda", "community", "reporters", "critical", "value", "external", "brokers")
KIND_KEYS = (
    "opening",
    "round",
    "case",
    "content",
    "expert",
    "discussion",
    "products",
    "break",
    "buffer",
)


def _by(keys: tuple[str, ...], values: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(keys, values.split(), strict=True)))


LIGHT = Theme(
    "light",
    window="#F3F1EC",
    surface="#FFFFFF",
    sunken="#F8F6F2",
    line="#E4DFD6",
    edge="#8F887C",
    text="#1D2626",
    muted="#5A6262",
    accent="#0B6464",
    accent_hover="#084E4E",
    accent_soft="#E0EEEB",
    on_accent="#FFFFFF",
    amber="#8A5200",
    amber_soft="#FBF0D9",
    brick="#A23325",
    brick_soft="#FAE8E3",
    roles=_by(ROLE_KEYS, "#2953AB #CF5672 #B57827 #6E2A64 #2C744B #3A95B4 #543820"),
    kinds=_by(KIND_KEYS, "#B9803C #3D95A8 #B63F23 #3457A8 #67386B #1B7753 #144641 #90887C #767376"),
)

DARK = Theme(
    "dark",
    window="#151A1A",
    surface="#1E2525",
    sunken="#252D2D",
    line="#343D3D",
    edge="#76817F",
    text="#EDF0EE",
    muted="#A9B3B0",
    accent="#66C2B8",
    accent_hover="#84D3CA",
    accent_soft="#1F3F3D",
    on_accent="#072423",
    amber="#F0BE66",
    amber_soft="#3A2F19",
    brick="#F29A88",
    brick_soft="#43251F",
    roles=_by(ROLE_KEYS, "#7497EE #C46C8D #D79E4F #9B5FAB #6CC095 #86D1EE #9A7F62"),
    kinds=_by(KIND_KEYS, "#E7A656 #72C8DC #E16F5F #789CF3 #B770B3 #4BB289 #568E87 #C7C0B6 #706E66"),
    dark=True,
)

CONTRAST = Theme(
    "contrast",
    window="#000000",
    surface="#000000",
    sunken="#1A1A1A",
    line="#FFFFFF",
    edge="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#5CE1E6",
    accent_hover="#A5F2F4",
    accent_soft="#003B3D",
    on_accent="#000000",
    amber="#FFD75E",
    amber_soft="#2E2400",
    brick="#FF9F8C",
    brick_soft="#3A0F08",
    roles=_by(ROLE_KEYS, "#8CAEFC #D6848E #FFCA5A #C77DBB #7DE4B6 #96E1FD #D8A679"),
    kinds=_by(KIND_KEYS, "#FBCB7F #9AD8F7 #E5895E #A1A9FA #D18FC4 #65C395 #A2CBC8 #E0D6C6 #818281"),
    dark=True,
)

THEMES: Mapping[str, Theme] = MappingProxyType(
    {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}
)

ROLE_ICONS = _by(
    ROLE_KEYS,
    "ph.compass ph.heart ph.camera ph.scales ph.sketch-logo ph.paper-plane-tilt ph.handshake",
)
KIND_ICONS = _by(
    KIND_KEYS,
    "ph.hand-waving ph.users-three ph.lifebuoy ph.book-open"
    " ph.graduation-cap ph.chats-circle ph.package ph.coffee"
    " ph.hourglass",
)
