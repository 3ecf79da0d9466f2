"""Members of a meeting: what they answered, whether they came, and how it was lately."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import Presence, Reply
from cop_desktop.services.attendance import SheetLine
from cop_desktop.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
Recent = Mapping[UUID, tuple[Presence | None, ...]]
Mark = tuple[str, Presence | Reply | None]  # "presence" or "reply", and its value

PRESENCE_WORDS = {
    Presence.PRESENT: N_("Present"),
    Presence.LATE: N_("Late"),
    Presence.EXCUSED: N_("Excused"),
    Presence.ABSENT: N_("Absent"),
}
REPLY_WORDS = {Reply.COMING: N_("Coming"), Reply.NOT_COMING: N_("Not coming")}
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


class AttendanceModel(QAbstractListModel):
    """Places as data of a list; the row itself under `UserRole`, its past under the next."""

    PAST = Qt.ItemDataRole.UserRole + 1

    def __init__(self, _: Catalog) -> None:
        super().__init__()
        self._, self.places, self.recent = _, list[SheetLine](), dict[UUID, Any]()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self.places[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return place
        if role == self.PAST:
            return self.recent.get(place.member_id, ())
        if role == Qt.ItemDataRole.DisplayRole:
            return place.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(place)
        return None

    def show_places(self, places: Sequence[SheetLine], recent: Recent) -> bool:
        """Take new rows; tells whether they are other people than before."""
        same = [p.member_id for p in places] == [p.member_id for p in self.places]
        if not same:
            self.beginResetModel()
        self.places, self.recent = list(places), dict(recent)
        if same and places:
            self.dataChanged.emit(self.index(0), self.index(len(places) - 1))
        elif not same:
            self.endResetModel()
        return not same

    def _told(self, place: SheetLine) -> str:
        _ = self._
        presence = _(PRESENCE_WORDS[place.presence]) if place.presence else _("Not noted")
        reply = _(REPLY_WORDS[place.reply]) if place.reply else _("No answer yet")
        return ", ".join(part for part in (place.name, place.organisation, reply, presence) if part)


class AttendanceList(QListView):
    """`marked(ids, field, value)`: by a press on a sign, a letter, a digit or an arrow."""

    marked = Signal(list, str, object)

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__()
        from .attendance_rows import AttendanceRows

        self.look = look
        self.rows = AttendanceModel(_)
        self.painter = AttendanceRows(look, _, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Members and their attendance"))

    def show_places(self, places: Sequence[SheetLine], recent: Recent) -> None:
        """Show the sheet; who was chosen stays chosen."""
        ids, current = self.chosen(), self.current()
        if self.rows.show_places(places, recent):
            self._choose(ids, current)

    def chosen(self) -> list[UUID]:
        picked = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.places[row].member_id for row in picked]

    def current(self) -> SheetLine | None:
        index = self.currentIndex()
        return self.rows.places[index.row()] if index.isValid() else None

    def choose_first(self) -> None:
        if self.rows.places and not self.chosen():
            self.setCurrentIndex(self.rows.index(0))

    def _choose(self, ids: Sequence[UUID], current: SheetLine | None) -> None:
        picked, flag = QItemSelection(), QItemSelectionModel.SelectionFlag
        for row, place in enumerate(self.rows.places):
            index = self.rows.index(row)
            if place.member_id in ids:
                picked.select(index, index)
            if current and place.member_id == current.member_id:
                self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
        self.selectionModel().select(picked, flag.ClearAndSelect)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position()
        index = self.indexAt(at.toPoint())
        mark = self.painter.mark_at(self.visualRect(index), at) if index.isValid() else None
        if mark is None:
            super().mousePressEvent(event)
            return
        place = self.rows.places[index.row()]
        ids = self.chosen()
        if place.member_id not in ids:
            self.setCurrentIndex(index)
            ids = [place.member_id]
        self._mark(ids, place, *mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        place = self.current()
        if place is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return super().keyPressEvent(event)
        ids = self.chosen() or [place.member_id]
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
