"""Whether a member's name may leave, and everything that is held about them as one file."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop.export import held_file
from cop_desktop.i18n import N_
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.saving import ask_where, save_in_worker
from cop_desktop.ui.widgets import Button, Words
from cop_desktop.ui.widgets.tick import Tick

from .consent_ticks import ConsentTicks

FORMATS = (
    (".pdf", N_("As PDF"), "ph.file-pdf"),
    (".docx", N_("For Word"), "ph.file-text"),
    (".json", N_("As data"), "ph.file"),
)


class Sharing(QWidget):
    """To whose readers the name may go, and what is held, in three formats."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.item: UUID | None = None
        self._name = ""
        look, _ = desk.look, desk.catalog
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(6))
        self.consents = ConsentTicks(desk)
        rows.addWidget(self.consents)
        rows.addWidget(Words(look, _("Everything held about this member"), "strong"))
        self.private = Tick(look, _("With what only I see"))
        rows.addWidget(self.private)
        note = _(
            "For your own look. Somebody who asks to see it decides with you what is handed on."
        )
        rows.addWidget(Words(look, note, "muted"))
        box = QWidget()
        flow = Flow(box, look.px(6))
        for suffix, words, icon in FORMATS:
            button = Button(look, _(words), icon, "quiet")
            button.clicked.connect(partial(self._ask, suffix))
            flow.add(button)
        rows.addWidget(box)

    def show_member(self, item: UUID, name: str) -> None:
        """Show to whose readers a member agreed; the notes of the leader are asked for anew."""
        if item != self.item:
            self.private.setChecked(False)
        self.item, self._name = item, name
        self.consents.show_members((item,), name)

    def save_to(self, path: Path) -> None:
        """Write everything held about the member in the format of the suffix."""
        if self.item is None:
            return
        desk = self.desk
        with desk.store.read() as session:
            facts = held_file.gather(session, self.item, private=self.private.isChecked())
        today, words = desk.today(), desk.catalog
        save_in_worker(desk, path, lambda _progress: held_file.write(facts, today, path, words))

    def _ask(self, suffix: str, _checked: bool = False) -> None:
        title = self.desk.catalog("What is held about {name}", name=self._name)
        if path := ask_where(self, self.desk, title, suffix):
            self.save_to(path)
