"""An agenda without blocks: whole meetings to start from, and the other ways in."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.models.vocabulary import LibraryKind
from cop_desktop.services import library, stages
from cop_desktop.services.library import Card
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Words

from .shelf_list import SHELF_MIME, opened
from .template_list import Shares, TemplateList, shares


class EmptyAgenda(QWidget):
    """`started(key)` of a template; `looked(card)` while one chooses."""

    started = Signal(str)
    looked = Signal(object)
    taken = Signal(list)  # cards that were dropped here
    asked = Signal(str)  # a deed of the agenda

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shares: dict[str, Shares] = {}
        look, _ = desk.look, desk.catalog
        self.list = TemplateList(look, _)
        self.list.asked.connect(self._do)
        self.list.chosen.connect(self._look)
        self.setAcceptDrops(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Words(look, _("The agenda is still empty"), "title"))
        told = _(
            "Start from a meeting that works, add blocks of your own, copy an earlier agenda,"
            " or paste lines such as “16:30 Opening” from a message or a sheet."
        )
        rows.addWidget(Words(look, told, "muted"))
        rows.addWidget(self.list, 1)

    def refresh(self) -> None:
        """Read the templates there are: our own, those of our stage, the others."""
        home, language = self.desk.community_id, self.desk.catalog.language
        with self.desk.store.read() as session:
            every = library.every(session, home, language)
            cards = [it for it in every if it.kind == LibraryKind.TEMPLATE and it.readable]
            for card in cards:
                if card.own or card.key not in self._shares:  # the program's own stay as they are
                    plan = library.opened(session, card.key, language)
                    self._shares[card.key] = shares(plan)
            now = stages.path(session, home).now
        self.list.show_cards(cards, now.stage if now else None, self._shares)
        if self.list.rows.rows and not self.list.chosen_ids():
            self.list.choose([self.list.rows.keys[0]])

    def cards(self) -> list[Card]:
        return list(self.list.rows.rows)

    def _do(self, deed: str) -> None:
        if deed == "take" and (cards := self.list.cards()):
            self.started.emit(cards[0].key)
        elif deed in ("insert", "paste"):
            self.asked.emit(deed)

    def tell(self) -> None:
        """Show the card of the one at hand."""
        self._look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasFormat(SHELF_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        if keys := opened(bytes(event.mimeData().data(SHELF_MIME).data())):
            event.acceptProposedAction()
            self.taken.emit(keys)

    def _look(self) -> None:
        cards = self.list.cards()
        self.looked.emit(cards[0] if cards else None)
