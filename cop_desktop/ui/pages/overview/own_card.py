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
        self.community = self.name = ""
        self._seen: dict[str, Any] = {}  # what stood in each field when one began to write in it
        look = desk.look
        self.programme, self.tags = LineEdit(look), LineEdit(look)
        self.note = TextArea(look, lines=4)
        self.expected = Tick(look, _("Expected to send packages"))
        self.fields = {
            "programme": Field(look, _(NAMES["programme"]), self.programme),
            "tags": Field(look, _(NAMES["tags"]), self.tags, _("Words you search for it by")),
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
        same = card.community_id == self.community
        self.community, self.name = card.community_id, name
        for key, field in self.fields.items():
            if same and self._text(key) != self._seen[key]:
                continue
            self._seen[key] = getattr(card, key)
            self._show(key, self._seen[key])
            field.set_error("")
        self._seen["expected"] = card.expected
        self.expected.setChecked(card.expected)

    def _left(self, key: str) -> None:
        self._save(key, self._text(key))

    def _save(self, key: str, value: Any) -> None:
        desk, before = self.desk, self._seen.get(key)
        if value == before or not self.community:
            return
        self._seen[key] = value  # saved, it is shown anew
        try:
            with desk.store.write(desk.catalog("Write about {name}", name=self.name)) as session:
                cards.change(session, self.community, {key: value}, {key: before})
        except UserError as problem:
            self._refuse(key, problem)

    def _refuse(self, key: str, problem: UserError) -> None:
        """Told under the field; what one wrote stays, and now replaces theirs if left so."""
        with self.desk.store.read() as session:
            self._seen[key] = getattr(cards.one(session, self.community), key)
        if key not in self.fields:
            raise problem
        self.fields[key].set_error(self.desk.catalog.error(problem))

    def _text(self, key: str) -> str:
        if key == "note":
            return self.note.toPlainText()
        return self.programme.text() if key == "programme" else self.tags.text()

    def _show(self, key: str, value: str) -> None:
        if key == "note":
            self.note.setPlainText(value)
        else:
            (self.programme if key == "programme" else self.tags).setText(value)
