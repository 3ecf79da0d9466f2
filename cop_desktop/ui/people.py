"""Choosing a person: names to type a part of, and who is meant."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.services.people import told_apart
from cop_desktop.ui.forms import Form

UNKNOWN = N_("Nobody here is called {name}. Choose a name from the list.")
SEVERAL = N_("Several names fit {name}. Choose one of them from the list.")


@frozen
class People:
    """Those who take part, by the names a field shows; namesakes bear more."""

    ids: dict[str, UUID]

    @property
    def names(self) -> list[str]:
        return list(self.ids)

    def find(self, text: str) -> UUID | None:
        """Who is meant by a name or a part only one bears; nobody for an empty field.

        Raises UserError when it is nobody's name, or the name of several.
        """
        text = " ".join(text.split())
        if not text:
            return None
        near = [key for name, key in self.ids.items() if text.casefold() in name.casefold()]
        found = self.ids.get(text) or (near[0] if len(near) == 1 else None)
        if found is None:
            raise UserError(SEVERAL if near else UNKNOWN, name=text)
        return found

    def name_of(self, key: UUID | None) -> str:
        return next((name for name, other in self.ids.items() if other == key), "")


def people(session: Session, community_id: UUID, today: date) -> People:
    """Everybody who takes part today."""
    return People(told_apart(session, community_id, today))


def offer(form: Form, field: str, who: People) -> None:
    """Let a line of the form be filled from these names: by typing, arrow down, or the caret."""
    suggestions = form.suggest(field, who.names)
    suggestions.show_caret()
    suggestions.picked.connect(form.settle, Qt.ConnectionType.UniqueConnection)
