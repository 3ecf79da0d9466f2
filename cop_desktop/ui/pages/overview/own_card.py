"""What the coordinator writes about a community: programme, tags, a note, whether it is to send."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services import cards
from cop_desktop.services.cards import CardRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Card, Field, LineEdit, TextArea
from cop_desktop.ui.widgets.tick import Tick

NAMES = {"programme": N_("Programme"), "tags": N_("Tags"), "note": N_("Note")}


class OwnCard(Card):
    """Each field is saved as one leaves it. What another coordinator wrote meanwhile is told."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        _ = desk.catalog
        super().__init__(desk.look, _("For the coordinator"), parent=parent)
        self.desk = desk
        self.seen = CardRow("")
        self.name = ""
        look = desk.look
        self.programme, self.tags = LineEdit(look), LineEdit(look)
        self.note = TextArea(look, lines=4)
        self.expected = Tick(look, _("Expected to send packages"))
        self.fields = {
            "programme": Field(look, _(NAMES["programme"]), self.programme),
            "tags": Field(look, _(NAMES["tags"]), self.tags, _("Words by which you look for it")),
            "note": Field(look, _(NAMES["note"]), self.note, _("Stays here; it is never sent")),
        }
        for field in self.fields.values():
            self.add(field)
        self.add(self.expected)
        self.programme.editingFinished.connect(partial(self._left, "programme"))
        self.tags.editingFinished.connect(partial(self._left, "tags"))
        self.note.left.connect(partial(self._left, "note"))
        self.expected.clicked.connect(lambda on: self._save("expected", on))

    def tell(self, card: CardRow, name: str) -> None:
        """Show a card; a field one writes in just now keeps what is written."""
        same = card.community_id == self.seen.community_id
        before, self.seen, self.name = self.seen, card, name
        for key in self.fields:
            written = same and self._text(key) != getattr(before, key)
            if not written:
                self._show(key, getattr(card, key))
                self.fields[key].set_error("")
        self.expected.setChecked(card.expected)

    def _left(self, key: str) -> None:
        self._save(key, self._text(key))

    def _save(self, key: str, value: Any) -> None:
        desk, seen = self.desk, self.seen
        before = getattr(seen, key)
        if value == before or not seen.community_id:
            return
        try:
            with desk.store.write(desk.catalog("Write about {name}", name=self.name)) as session:
                cards.change(session, seen.community_id, {key: value}, {key: before})
        except UserError as problem:
            if key not in self.fields:
                raise
            self.fields[key].set_error(desk.catalog.error(problem))

    def _text(self, key: str) -> str:
        if key == "note":
            return self.note.toPlainText()
        return self.programme.text() if key == "programme" else self.tags.text()

    def _show(self, key: str, value: str) -> None:
        if key == "note":
            self.note.setPlainText(value)
        else:
            (self.programme if key == "programme" else self.tags).setText(value)
