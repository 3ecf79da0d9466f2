"""The library beside the agenda: find a block, read its card, put it in."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import LibraryKind
from cop_desktop.services import library, stages
from cop_desktop.services.library import Card
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.theme import BODY, MEDIUM, elided
from cop_desktop.ui.widgets import Button, IconButton, Label, SearchBox, Words

from .shelf_filter import ShelfFilter
from .shelf_list import ShelfList
from .words import named

WIDTH = 200  # px at 100 %


class Shelf(QWidget):
    """`taken(keys)` when cards are to go into the agenda, `looked(card)` for the chosen one,
    `left()` for Escape, `closed()` when it is folded away."""

    taken = Signal(list)
    looked = Signal(object)
    left = Signal()
    closed = Signal()
    shown = Signal()  # or hidden

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._cards: tuple[Card, ...] = ()
        look, _ = desk.look, desk.catalog
        self.search = SearchBox(look, _("Filter"), round=False)
        self.filter = ShelfFilter(desk)
        self.list = ShelfList(look, _)
        self.narrowed = Button(look, "", "ph.x", "quiet")  # what is left out; a press shows it
        self.narrowed.clicked.connect(self.filter.clear)
        self.nothing = Words(look, _("Nothing in the library matches."), "muted")
        self._lay_out()
        self.search.textChanged.connect(lambda _: self._sift())
        self.search.returnPressed.connect(self.take)
        self.search.went_down.connect(self._enter)
        self.filter.changed.connect(self._sift)
        self.list.asked.connect(self._do)
        self.list.chosen.connect(self._look)

    def refresh(self) -> None:
        """Read what is there now."""
        with self.desk.store.read() as session:
            home, language = self.desk.community_id, self.desk.catalog.language
            self._cards = library.every(session, home, language)
            now = stages.path(session, home).now
        self.filter.stage = now.stage if now else None
        self._sift()

    def show_meetings(self) -> None:
        """Look for whole meetings."""
        self.filter.set(kind=LibraryKind.TEMPLATE)
        self.search.setFocus()

    def take(self) -> None:
        """The chosen cards; out of the search the first that fits."""
        cards = self.list.cards() or self.list.rows.rows[:1]
        if keys := [card.key for card in cards if card.readable]:
            self.taken.emit(keys)

    def cards(self) -> list[Card]:
        return list(self.list.rows.rows)

    # -- deeds ---------------------------------------------------------------------------

    def _do(self, deed: str) -> None:
        if deed == "take":
            self.take()
        elif deed == "leave":
            self.left.emit()
        elif deed == "delete":
            self.remove()

    def remove(self) -> None:
        """Take chosen cards of our own away; the program's own stay."""
        _, mine = self.desk.catalog, [card for card in self.list.cards() if card.entry_id]
        if not mine:
            return
        title = mine[0].title
        with self.desk.store.write(named(N_("Remove “{title}” from the library"), title, _)) as s:
            library.remove(s, [card.entry_id for card in mine if card.entry_id])
        self.desk.toast(_("“{title}” is no longer in the library.", title=title), undo=True)

    def _sift(self) -> None:
        wanted = replace(self.filter.wanted, text=self.search.text())
        self.list.show_rows(library.sieve(self._cards, wanted))
        told = self.filter.told()
        self.narrowed.set_words(elided(self.desk.look.metrics(BODY, MEDIUM), told, self._room()))
        self.narrowed.setToolTip(told)
        self.narrowed.setVisible(bool(told))
        empty = not self.list.rows.rows
        self.nothing.setVisible(empty)
        self.list.setVisible(not empty)

    def _room(self) -> float:
        return self.desk.look.px(WIDTH - 32)

    def _enter(self) -> None:
        if self.list.rows.rows:
            self.list.setFocus()
            self.list.choose([self.list.rows.keys[0]])

    def _look(self) -> None:
        cards = self.list.cards()
        self.looked.emit(cards[0] if cards else None)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.shown.emit()

    # -- looks ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.setFixedWidth(look.px(WIDTH))
        head = QHBoxLayout()
        head.addWidget(Label(look, _("Library"), "strong"))
        head.addStretch(1)
        head.addWidget(self.filter)
        self.close_ = IconButton(look, "ph.caret-right", _("Hide the library"))
        self.close_.clicked.connect(self.closed)
        head.addWidget(self.close_)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(6))
        rows.addLayout(head)
        rows.addWidget(self.search)
        rows.addWidget(self.narrowed)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.nothing, 1)
        rows.addWidget(Words(look, _("Drag into the agenda, or press Enter"), "caption"))
