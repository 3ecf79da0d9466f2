"""Members of a meeting: what they answered, whether they came, and how it was lately."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Presence, Reply
from cop_desktop.services.attendance import SheetLine
from cop_desktop.ui.tables import PaintedList
from cop_desktop.ui.theme import Look

from .attendance_rows import Mark, PlaceRow, Recent

# Keys by what they type, in every language at once: a layout is quickly forgotten.
LETTERS: dict[str, Mark] = {
    **dict.fromkeys("1pנحPح", ("presence", Presence.PRESENT)),
    **dict.fromkeys("2lאتL", ("presence", Presence.LATE)),
    **dict.fromkeys("3eהمE", ("presence", Presence.EXCUSED)),
    **dict.fromkeys("4aחغA", ("presence", Presence.ABSENT)),
    **dict.fromkeys("0", ("presence", None)),
    **dict.fromkeys("cבC", ("reply", Reply.COMING)),
    **dict.fromkeys("nלN", ("reply", Reply.NOT_COMING)),
    **dict.fromkeys("oפO", ("reply", None)),
}
ALONG: tuple[Presence | None, ...] = (None, *Presence)


class AttendanceList(PaintedList):
    """`marked(ids, field, value)`: by a press on a sign, a letter, a digit or an arrow."""

    marked = Signal(list, str, object)

    def __init__(self, look: Look, _: Catalog) -> None:
        self.kind = PlaceRow(look, _)
        super().__init__(look, _("Members and their attendance"), {SheetLine: self.kind})
        self.setUniformItemSizes(True)

    def show_places(self, places: Sequence[SheetLine], recent: Recent) -> None:
        """Show the sheet; who was chosen stays chosen."""
        self.kind.recent = dict(recent)
        self.show_rows(places)

    def current(self) -> SheetLine | None:
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def choose_first(self) -> None:
        if self.rows.rows and not self.chosen_ids():
            self.choose(self.rows.keys[:1])

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position()
        index = self.indexAt(at.toPoint())
        mark = self.kind.mark_at(self.visualRect(index), at) if index.isValid() else None
        if mark is None:
            super().mousePressEvent(event)
            return
        place = self.rows.rows[index.row()]
        ids = self.chosen_ids()
        if place.member_id not in ids:
            self.setCurrentIndex(index)
            ids = [place.member_id]
        self._mark(ids, place, *mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        place = self.current()
        if place is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return super().keyPressEvent(event)
        ids = self.chosen_ids() or [place.member_id]
        if event.key() == Qt.Key.Key_Space:
            self._mark(ids, place, "presence", Presence.PRESENT)
        elif step := self._step(event.key()):
            self.marked.emit(ids, "presence", _further(place.presence, step))
        elif (mark := LETTERS.get(event.text())) is not None:
            self.marked.emit(ids, *mark)
        else:
            super().keyPressEvent(event)
        return None

    def _step(self, key: int) -> int:
        ahead, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.look.rtl:
            ahead, back = back, ahead
        return {ahead: 1, back: -1}.get(Qt.Key(key), 0)

    def _mark(
        self, ids: list[UUID], place: SheetLine, field: str, value: Presence | Reply | None
    ) -> None:
        """A second press takes the mark back."""
        self.marked.emit(ids, field, None if getattr(place, field) == value else value)


def _further(presence: Presence | None, step: int) -> Presence | None:
    place = ALONG.index(presence) + step
    return ALONG[min(max(place, 0), len(ALONG) - 1)]
