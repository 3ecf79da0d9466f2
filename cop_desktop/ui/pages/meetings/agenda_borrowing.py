"""What an agenda takes from the library, and what it leaves there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import AgendaPart, LibraryKind
from cop_desktop.services import communities, library
from cop_desktop.services.library import Card

from .agenda_places import Spot

if TYPE_CHECKING:
    from .agenda_deeds import Deeds


class Borrowing:
    """Blocks come in the language of the community's papers, whatever the window speaks."""

    def __init__(self, deeds: Deeds) -> None:
        self._deeds, self.desk, self.list = deeds, deeds.desk, deeds.list

    def take(self, keys: Sequence[str], spot: Spot | None = None) -> None:
        """Blocks go below what is chosen; a whole meeting sets its days up too."""
        with self.desk.store.read() as session:
            every = library.every(session, self.desk.community_id, self.desk.catalog.language)
        cards = [card for card in every if card.key in keys]
        whole = next((it for it in cards if it.kind == LibraryKind.TEMPLATE), None)
        if whole:
            self.start_from(whole.key)
        elif cards:
            self._add(cards, spot)

    def start_from(self, key: str) -> None:
        """Set the meeting up as a template has it, behind what is here."""
        with self.desk.store.write(self.desk.catalog("Start from a template")) as session:
            language = self._language(session)
            keys = library.start_from_template(session, self._deeds.meeting, key, language)
        begun = [block.id for block in self.list.blocks if block.id in keys and block.timed]
        self.list.choose((begun or keys)[:1])  # one shapes the meeting first, its frame later
        self.list.scrollToTop()
        self.list.setFocus()

    def keep_blocks(self) -> None:
        """The chosen blocks become cards of our own."""
        _, ids = self.desk.catalog, self._deeds.ids
        if not ids:
            return
        with self.desk.store.write(
            self._deeds.label(N_("Save “{title}” to the library"))
        ) as session:
            library.keep_blocks(session, ids, self.desk.today())
        told = _.plural(
            "{n} block was saved to the library.", "{n} blocks were saved to the library.", len(ids)
        )
        self.desk.toast(told, undo=True)

    def keep_meeting(self) -> None:
        """This agenda becomes a template of our own, by the meeting's topic."""
        _, row = self.desk.catalog, self._deeds.row
        assert row is not None
        with self.desk.store.write(
            self._deeds.named(N_("Save “{title}” to the library"), row.topic)
        ) as session:
            library.keep_meeting(session, row.id, row.topic, self.desk.today())
        told = _("“{title}” was saved to the library as a meeting to start from.", title=row.topic)
        self.desk.toast(told, undo=True)

    def _add(self, cards: Sequence[Card], spot: Spot | None) -> None:
        # work for before or after goes there by itself, unless it is dropped somewhere
        around = any(card.part != AgendaPart.MEETING for card in cards)
        there = spot or (None if around else self._deeds.below())
        at = self.list.places.index(there.before) if there else None
        keys, section = [card.key for card in cards], there.section if there else None
        label = self._deeds.named(N_("Add “{title}”"), cards[0].title)
        with self.desk.store.write(label) as session:
            added = library.add_to_agenda(
                session, self._deeds.meeting, keys, self._language(session), at, section
            )
        self.list.choose(added)

    def _language(self, session: Session) -> str:
        home = communities.one(session, self.desk.community_id, self.desk.today())
        return home.language or self.desk.catalog.language
