"""A meeting in half a page, for those who were not there."""

import re
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen

from . import minutes
from .actions import ActionRow
from .decisions import DecisionRow
from .meetings import MeetingRow
from .notes import NoteRow

LEAD = 2  # sentences
_SENTENCES = re.compile(r"(?<=[.!?؟])\s+")
_LISTED = re.compile(r"^\s*(?:[-–—•*▪◦·]|\d{1,2}[.)])\s")


@frozen
class Digest:
    """What one needs to come along again; nobody's presence or absence is told."""

    community: str
    meeting: MeetingRow
    lead: tuple[str, ...]  # the first sentences of the summary, at most two
    came: int
    listed: int
    decisions: tuple[DecisionRow, ...]
    actions: tuple[ActionRow, ...]  # somebody's
    waiting: tuple[ActionRow, ...]  # nobody's yet: what one can take on though absent
    open_issues: tuple[NoteRow, ...]
    question: str  # to think about before the next meeting
    link: str  # of this meeting: its room or its materials
    next: MeetingRow | None

    def __bool__(self) -> bool:
        told = (self.lead, self.decisions, self.actions, self.waiting, self.open_issues)
        return any(told)


def of(session: Session, meeting_id: UUID) -> Digest:
    """The digest as the minutes stand; nothing said in confidence is in it."""
    all_of_it = minutes.of(session, meeting_id)
    row, turnout, after = all_of_it.meeting, all_of_it.turnout, all_of_it.next
    return Digest(
        all_of_it.community,
        row,
        lead(row.summary),
        turnout.came,
        turnout.came + turnout.missed + turnout.unmarked,
        all_of_it.decisions,
        tuple(task for task in all_of_it.actions if task.owner),
        tuple(task for task in all_of_it.actions if task.open and not task.owner),
        all_of_it.open_issues,
        after.question if after else "",
        row.link,
        after,
    )


def lead(summary: str) -> tuple[str, ...]:
    """The first sentences of running text; lists and headings are passed over."""
    told: list[str] = []
    for line in summary.splitlines():
        if line.strip() and not _LISTED.match(line) and not line.rstrip().endswith(":"):
            told += [it.strip() for it in _SENTENCES.split(line.strip()) if it.strip()]
        if len(told) >= LEAD:
            break
    return tuple(told[:LEAD])
