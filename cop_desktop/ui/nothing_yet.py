"""What a place says while it has nothing: what will stand there, and the first step towards it."""

from collections.abc import Callable
from typing import Any

from cop_desktop.content import content

from .desk import Desk
from .widgets import Button, Card, EmptyState


def nothing_yet(
    desk: Desk, place: str, icon: str, step: str, deed: Callable[..., Any]
) -> EmptyState:
    """In the words of the content; `step` is the icon of the button that does `deed`."""
    text = content(desk.catalog.language).empty(place)
    first = Button(desk.look, text.first_step, step, "primary")
    first.clicked.connect(deed)
    return EmptyState(desk.look, icon, text.title, text.why, first)


def nothing_yet_card(
    desk: Desk, place: str, icon: str, step: str, deed: Callable[..., Any]
) -> Card:
    """The same where a card would stand."""
    card = Card(desk.look)
    card.add(nothing_yet(desk, place, icon, step, deed), 1)
    return card
