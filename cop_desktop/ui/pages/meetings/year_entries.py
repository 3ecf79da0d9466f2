"""The meetings of a year with what is missing between them."""

from collections.abc import Sequence
from datetime import date

from cop_desktop import formats
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import gaps
from cop_desktop.services.gaps import Gap
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.readiness import Check


@frozen
class Entry:
    """A meeting with its readiness (empty for one that is over or called off)."""

    meeting: MeetingRow
    checks: tuple[Check, ...]

    @property
    def ready(self) -> int:
        return sum(check.done for check in self.checks)


@frozen
class Standing:
    """What the far end of a row says: words, their tone, and a share for the bar (or None)."""

    words: str
    tone: str
    share: float | None = None


def gap_words(gap: Gap, _: Catalog) -> str:
    """How long nobody meets."""
    weeks = formats.counted(round(gap.days / 7), "week", _.language)
    return _("{weeks} without a meeting", weeks=weeks)


def with_gaps(entries: Sequence[Entry]) -> list[Entry | Gap]:
    """The year with what is missing in it."""
    missing = {gap.before: gap for gap in gaps.of(entry.meeting for entry in entries)}
    found: list[Entry | Gap] = []
    for entry in entries:
        if gap := missing.get(entry.meeting.id):
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
