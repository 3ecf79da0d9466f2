"""Import of members: with who may be here already, one by one."""

from PySide6.QtWidgets import QWidget

from cop_desktop.intake.mapping import Wish
from cop_desktop.intake.table import RawTable
from cop_desktop.services import roster_import
from cop_desktop.services.roster_import import ImportResult, KnownMember
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tasks import Progress

from .importing import memory
from .importing.bringing import Write
from .importing.dialog import ImportDialog, Reading
from .importing.foot import result_in_words
from .importing.listed import MEMBERS
from .importing.look import Look, look_at
from .importing.preview import Preview


class ImportRoster(ImportDialog):
    """Decisions about people outlive a new mapping of the same list."""

    preview: Preview | None

    def __init__(self, desk: Desk, window: QWidget, pasted: str = "") -> None:
        super().__init__(desk, window, MEMBERS)
        if pasted:
            self.read(pasted)

    def _reading(self, wish: Wish, table: RawTable | None) -> Reading:
        desk, source = self.desk, self._source
        known = self.preview.look.members if self.preview else None
        remembered, today = memory.mappings(desk.settings), desk.today()

        def look(progress: Progress) -> Look:
            members = known if known is not None else everyone(desk)
            return look_at(source, wish, members, today, remembered, progress, table)

        return look

    def _preview_of(self, look: Look) -> Preview:
        before = self.preview
        same = before is not None and before.look.source == look.source
        return Preview(self.desk, look, before.decided if before and same else {})

    def _write(self, preview: Preview) -> Write[ImportResult]:
        key, choices = self.desk.community_id, tuple(preview.choices)
        return lambda session, progress: roster_import.commit(session, key, choices, progress)

    def _told(self, result: ImportResult) -> str:
        return result_in_words(result, self.desk)


def everyone(desk: Desk) -> list[KnownMember]:
    """Members here, in the worker that compares: of many, reading alone takes a while."""
    with desk.store.elsewhere() as store, store.read() as session:
        return roster_import.everyone(session, desk.community_id)
