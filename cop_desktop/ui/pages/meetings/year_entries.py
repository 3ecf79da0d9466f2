"""The meetings of a year with what is missing between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.readiness import Check

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
