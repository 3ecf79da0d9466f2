"""What a kind of catch asks beside its words: who sees to it and until when, or who said it."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pages.meetings.name_edit import NameEdit
from cop_desktop.ui.people import People
from cop_desktop.ui.widgets import LineEdit
from cop_desktop.ui.widgets.typed_dates import read_date, show_date

from .catches import OWNER, SAID_BY, Catch, Caught


class Asked(QWidget):
    """A name and a day, seen where they are asked for; a part of a name is enough."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.who, self.due = NameEdit(look), LineEdit(look, _("Until"))
        self._people = People({})
        self.due.setAccessibleName(_("Until"))
        self.due.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.who.setMinimumWidth(look.px(130))
        self.who.setMaximumWidth(look.px(170))
        self.due.setFixedWidth(look.px(96))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.who)
        row.addWidget(self.due)

    def offer(self, who: People) -> None:
        """Whose names may be chosen."""
        if who != self._people:
            self._people = who
            self.who.offer([(key, name) for name, key in who.ids.items()])

    def show_for(self, it: Catch) -> None:
        """Only what this kind asks is seen."""
        _ = self.desk.catalog
        self.setVisible(bool(it.person))
        self.due.setVisible(it.person == OWNER)
        asked = _("Who sees to it") if it.person == OWNER else _("Who said it")
        self.who.setPlaceholderText(asked)
        self.who.setAccessibleName(asked)

    def fill(self, it: Caught | None) -> None:
        """Show what the file has of one; without one, nothing."""
        who = (self._people.name_of(it.who_id) or it.who) if it else ""
        self.who.show_name(who, anew=True)
        self.due.setText(show_date(it.due) if it and it.due else "")

    def values(self, it: Catch) -> dict[str, Any]:
        """Who is meant and until when; raises UserError where that cannot be told."""
        if not it.person:
            return {}
        text = " ".join(self.who.text().split())
        if it.person == SAID_BY:
            return {"said_by_id": self._people.find(text)}
        due = self.due.text().strip()
        day = read_date(due, self.desk.today()) if due else None
        key, guest = self._owner(text)
        return {"owner_id": key, "guest": guest, "due": day}

    def _owner(self, text: str) -> tuple[UUID | None, str]:
        """A member by a name or a part of it; whoever nobody is called is a guest."""
        near = [name for name in self._people.ids if text.casefold() in name.casefold()]
        return (self._people.find(text), "") if near or not text else (None, text)
