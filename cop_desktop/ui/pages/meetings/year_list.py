"""The meetings of a year as a list: a number, both dates, a topic, and how ready or how full."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.readiness import Check
from cop_desktop.ui.theme import Look

from .words import kind_word, where

Index = QModelIndex | QPersistentModelIndex
LONG_GAP = 62  # days; the method asks for a meeting every month or two


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting with its readiness (empty for one that is over or called off)."""

    meeting: MeetingRow
    checks: tuple[Check, ...]

    @property
    def ready(self) -> int:
        return sum(check.done for check in self.checks)


@dataclass(frozen=True, slots=True)
class Gap:
    """More than two months in which nobody meets."""

    days: int

    def words(self, _: Catalog) -> str:
        weeks = formats.counted(round(self.days / 7), "week", _.language)
        return _("{weeks} without a meeting", weeks=weeks)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the far end of a row says: words, their tone, and a share for the bar (or None)."""

    words: str
    tone: str
    share: float | None = None


def with_gaps(entries: Sequence[Entry]) -> list[Entry | Gap]:
    """The year with what is missing in it; meetings called off do not fill a gap."""
    standing = [e for e in entries if e.meeting.state != MeetingState.CANCELLED]
    gaps = {}
    for one, other in pairwise(standing):
        days = (other.meeting.starts_at.date() - one.meeting.starts_at.date()).days
        if days > LONG_GAP:
            gaps[other.meeting.id] = Gap(days)
    found: list[Entry | Gap] = []
    for entry in entries:
        if gap := gaps.get(entry.meeting.id):
            found.append(gap)
        found.append(entry)
    return found


def standing(entry: Entry, today: date, _: Catalog) -> Standing:
    """Ready how far, or who came; what is left to do is said in amber."""
    row = entry.meeting
    if row.state == MeetingState.CANCELLED:
        return Standing(_("Cancelled"), "quiet")
    if entry.checks:
        ready, of = entry.ready, len(entry.checks)
        soon = (row.starts_at.date() - today).days <= 14 and ready < of
        words = _("{ready} of {of} ready", ready=ready, of=of)
        return Standing(words, "amber" if soon else "accent", ready / of)
    if not row.marked:
        return Standing(_("Attendance not noted"), "amber")
    words = _("{came} of {of} came", came=row.present, of=row.marked)
    return Standing(words, "accent", row.present / row.marked)


class YearModel(QAbstractListModel):
    """Entries and gaps; the row itself stands under `UserRole`."""

    def __init__(self, today: Callable[[], date], _: Catalog) -> None:
        super().__init__()
        self._, self._today = _, today
        self.entries: list[Entry | Gap] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = role == Qt.ItemDataRole.AccessibleTextRole
            return self._told(entry) if told else self._title(entry)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.entries[index.row()], Gap):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = with_gaps(entries)
        self.endResetModel()

    def _title(self, entry: Entry | Gap) -> str:
        return entry.words(self._) if isinstance(entry, Gap) else entry.meeting.topic

    def _told(self, entry: Entry | Gap) -> str:
        if isinstance(entry, Gap):
            return entry.words(self._)
        row, language = entry.meeting, self._.language
        on = formats.date_long(row.starts_at.date(), language)
        end = standing(entry, self._today(), self._).words
        return formats.dotted(row.topic, on, kind_word(row, self._), where(row), end)


class YearList(QListView):
    """`opened(id)` by a click, Enter or Space."""

    opened = Signal(object)

    def __init__(self, look: Look, _: Catalog, today: Callable[[], date]) -> None:
        super().__init__()
        from .year_rows import YearRows

        self.rows = YearModel(today, _)
        self.setModel(self.rows)
        self.setItemDelegate(YearRows(look, _, today, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(_("Meetings of the year"))
        self.clicked.connect(self._open)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show a year; the chosen row stays chosen."""
        kept = self.chosen()
        self.rows.show_entries(entries)
        if kept:
            self.choose(kept)

    def chosen(self) -> UUID | None:
        entry = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return entry.meeting.id if isinstance(entry, Entry) else None

    def choose(self, meeting_id: UUID) -> None:
        for place, entry in enumerate(self.rows.entries):
            if isinstance(entry, Entry) and entry.meeting.id == meeting_id:
                self.setCurrentIndex(self.rows.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        if isinstance(entry, Entry):
            self.opened.emit(entry.meeting.id)
