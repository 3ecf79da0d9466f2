"""What the coordinator writes about a community: programme, tags, a note, whether it is to send."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services import cards
from cop_desktop.services.cards import CardRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.suggestions import Suggestions
from cop_desktop.ui.widgets import Button, Card, Field, LineEdit, TextArea
from cop_desktop.ui.widgets.tick import Tick

FIELDS = {  # what stands under each while nothing is wrong
    "name": (N_("Name"), N_("Once a package comes under this name, it is the same community")),
    "programme": (N_("Programme"), ""),
    "tags": (N_("Tags"), N_("Words to find it by, such as its district")),
    "note": (N_("Note"), N_("Stays here; it is never sent")),
}


class OwnCard(Card):
    """Each field is saved as one leaves it. What another coordinator wrote meanwhile is told.

    A community of which nothing came has its name from here: `joined(key)` when that name turns
    out to be of one that has sent.
    """

    joined = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        _ = desk.catalog
        super().__init__(desk.look, _("For the coordinator"), parent=parent)
        self.desk = desk
        self.community = self.name = ""
        self._seen: dict[str, Any] = {}  # what stood in each field when one began to write in it
        look = desk.look
        self.called, self.programme, self.tags = (LineEdit(look) for _each in range(3))
        self.note = TextArea(look, lines=4)
        self.expected = Tick(look, _("Expected to send packages"))
        self._lines = {"name": self.called, "programme": self.programme, "tags": self.tags}
        self.fields = {
            key: Field(look, _(name), self._lines.get(key, self.note), _(why) if why else "")
            for key, (name, why) in FIELDS.items()
        }
        self.remove = Button(look, _("Remove from the list"), "ph.trash", "quiet")
        for part in (*self.fields.values(), self.expected, self.remove):
            self.add(part)
        self._connect()

    def offer(self, programmes: Sequence[str]) -> None:
        """Programmes written before: one spelling each, or they would be two."""
        Suggestions.of(self.desk.look, self.programme).offer(programmes)

    def tell(self, card: CardRow, name: str, *, sent: bool) -> None:
        """Show a card; a field one writes in just now keeps what is written."""
        same = card.community_id == self.community
        self.community, self.name = card.community_id, name
        for part in (self.fields["name"], self.remove):
            part.setVisible(not sent)
        for key, field in self.fields.items():
            if same and self._text(key) != self._seen[key]:
                continue
            self._seen[key] = getattr(card, key)
            self._show(key, self._seen[key])
            field.set_error("")
        self._seen["expected"] = card.expected
        self.expected.setChecked(card.expected)

    # -- inside ----------------------------------------------------------------------------

    def _connect(self) -> None:
        for key, edit in self._lines.items():
            edit.editingFinished.connect(partial(self._left, key))
        self.note.left.connect(partial(self._left, "note"))
        self.expected.clicked.connect(partial(self._save, "expected"))
        self.remove.clicked.connect(self._remove)
        picked = Suggestions.of(self.desk.look, self.programme).picked
        picked.connect(lambda _it: self._left("programme"))

    def _left(self, key: str) -> None:
        self._save(key, self._text(key))

    def _save(self, key: str, value: Any) -> None:
        desk, before, here = self.desk, self._seen.get(key), self.community
        if value == before or not here:
            return
        self._seen[key] = value  # saved, it is shown anew
        joined: dict[str, str] = {}
        try:
            with desk.store.write(desk.catalog("Write about {name}", name=self.name)) as session:
                cards.change(session, here, {key: value}, {key: before})
                if key == "name":
                    joined = cards.settle(session)
        except UserError as problem:
            self._refuse(key, problem)
        if here in joined:
            self.joined.emit(joined[here])

    def _refuse(self, key: str, problem: UserError) -> None:
        """Told under the field; what one wrote stays, and now replaces theirs if left so."""
        with self.desk.store.read() as session:
            self._seen[key] = getattr(cards.one(session, self.community), key)
        if key not in self.fields:
            raise problem
        self.fields[key].set_error(self.desk.catalog.error(problem))

    def _remove(self) -> None:
        desk, name = self.desk, self.name
        with desk.store.write(desk.catalog("Remove {name} from the list", name=name)) as session:
            cards.remove(session, self.community)
        back = not desk.store.by_itself  # a shared database knows no way back
        desk.toast(desk.catalog("{name} was removed from the list.", name=name), undo=back)

    def _text(self, key: str) -> str:
        return self.note.toPlainText() if key == "note" else self._lines[key].text()

    def _show(self, key: str, value: str) -> None:
        if key == "note":
            self.note.setPlainText(value)
        else:
            self._lines[key].setText(value)
