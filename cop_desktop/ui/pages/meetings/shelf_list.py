"""Blocks and meetings of the library as a list: taken by Enter, or dragged into the agenda."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QDrag, QPainter, QPixmap

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.services.library import Card
from cop_desktop.ui.drawing import Room, glyph, plate, ring, write
from cop_desktop.ui.tables import Kind, PaintedList, State
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, KIND_ICONS, RADIUS, REGULAR, Look, on_tint

from .words import KIND_ICONS as MEETING_ICONS

SHELF_MIME = "application/x-maagalim-library-cards+json"


def card_icon(card: Card) -> str:
    """Of its kind; a meeting has that of its kind of meeting."""
    if card.block is not None:
        return KIND_ICONS[card.block]
    return MEETING_ICONS.get(card.meeting or "", "ph.books")


def card_length(card: Card, _: Catalog) -> str:
    """Its minutes, or its days."""
    if card.days > 1:
        return _.plural("{n} day", "{n} days", card.days)
    return formats.duration_short(card.minutes, _.language) if card.minutes else ""


class ShelfRow(Kind[Card]):
    """A card: an icon in the colour of its kind, the title, and how long it takes."""

    drags = True

    def key(self, row: Card) -> str:
        return row.key

    def title(self, row: Card) -> str:
        return row.title

    def told(self, row: Card) -> str:
        word = content(self._.language).word(row.block) if row.block else ""
        return ", ".join(it for it in (row.title, word, card_length(row, self._), row.about) if it)

    def tip(self, row: Card) -> str:
        return "\n".join(it for it in (row.title, row.about) if it)

    def height(self, row: Card, width: float) -> int:  # noqa: ARG002
        return self.look.line(BODY) + self.look.px(22)

    def paint(self, painter: QPainter, row: Card, box: QRectF, state: State) -> None:
        look, t = self.look, self.look.theme
        inner = box.adjusted(1, 3, -1, -3)
        ground = t.sunken if state.hovered else t.surface
        border = t.accent if state.chosen else t.line
        plate(painter, inner, ground, border, 2 if state.chosen else 1, RADIUS)
        if state.focused:
            ring(painter, look, inner, RADIUS)
        room = Room(inner, look.rtl)
        room.start(look.px(4))
        room.end(look.px(8))
        ink = on_tint(t, t.kinds[row.block]) if row.block else t.accent
        glyph(painter, look, room.start(look.px(30)), card_icon(row), ink)
        length = card_length(row, self._)
        wide = look.metrics(CAPTION).horizontalAdvance(length) + look.px(4)
        write(painter, look, room.end(wide), length, CAPTION, REGULAR, t.muted, "end")
        if row.own:
            glyph(painter, look, room.end(look.px(18)), "ph.bookmark-simple", t.accent, 14)
        write(painter, look, room.rest, row.title, BODY, BOLD if state.chosen else REGULAR)


class ShelfList(PaintedList):
    """`asked("take")` for Enter and a double click, `asked("delete")` for what is one's own."""

    opens = "take"
    deeds: ClassVar[Mapping[str, str]] = {
        "Return": "take", "Enter": "take", "Del": "delete", "Esc": "leave",
        "Ins": "insert", "Ctrl+V": "paste",
    }  # fmt: skip

    def __init__(self, look: Look, _: Catalog, kind: Kind[Card] | None = None) -> None:
        super().__init__(look, _("Blocks of the library"), {Card: kind or ShelfRow(look, _)})

    def cards(self) -> list[Card]:
        """The chosen ones."""
        places = self.rows.places
        return [self.rows.rows[places[key]] for key in self.chosen_ids()]

    def startDrag(self, _: Qt.DropAction) -> None:  # noqa: N802
        """Out of this list, so the platform carries it."""
        if keys := self.chosen_ids():
            drag = QDrag(self)
            drag.setMimeData(parcel(keys))
            drag.setPixmap(self._picture(keys[0]))
            drag.exec(Qt.DropAction.CopyAction)

    def _picture(self, key: Any) -> QPixmap:
        place = self.rows.places[key]
        return self.viewport().grab(self.visualRect(self.rows.index(place)))


def parcel(keys: Sequence[str]) -> QMimeData:
    """Cards on their way to an agenda."""
    data = QMimeData()
    data.setData(SHELF_MIME, json.dumps(list(keys)).encode())
    return data


def opened(parcel_: bytes) -> list[str]:
    """The keys of the cards in a parcel; none if it is something else."""
    try:
        keys = json.loads(parcel_)
    except ValueError:
        return []
    return [str(key) for key in keys] if isinstance(keys, list) else []
