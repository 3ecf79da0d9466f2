"""The house's widgets. All take a `Look` first and words already in the user's language."""

from .buttons import Button, IconButton
from .cards import Card, Hairline, Well
from .chips import Chip, FilterChip
from .dates import DateField
from .fields import (
    EmailEdit,
    Field,
    LatinEdit,
    LineEdit,
    PhoneEdit,
    SearchBox,
)
from .guidance import EmptyState, HelpPanel
from .inputs import Choice, Stepper, TextArea
from .labels import Label, Words
from .layouts import PageHead, ProgressStrip, ScrollCard, ScrollPage, SplitDetail
from .rows import IconTile, Line, ListRow
from .tabs import Tabs
from .toast import Toast

__all__ = [
    "Button",
    "Card",
    "Chip",
    "Choice",
    "DateField",
    "EmailEdit",
    "EmptyState",
    "Field",
    "FilterChip",
    "Hairline",
    "HelpPanel",
    "IconButton",
    "IconTile",
    "Label",
    "LatinEdit",
    "Line",
    "LineEdit",
    "ListRow",
    "PageHead",
    "PhoneEdit",
    "ProgressStrip",
    "ScrollCard",
    "ScrollPage",
    "SearchBox",
    "SplitDetail",
    "Stepper",
    "Tabs",
    "TextArea",
    "Toast",
    "Well",
    "Words",
]
