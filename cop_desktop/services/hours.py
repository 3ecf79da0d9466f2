"""The ledger of hours: how long each member was there this year, and who is near a threshold.

Counted is the length as invited, breaks included, less what was missed at either end; a length
written by hand goes before all. In a hybrid meeting those who joined online are not face to face.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import Attendance, Member, Organisation
from cop_desktop.models.vocabulary import CAME, MeetingKind, MeetingState, Signature

from . import attendance_rules, meetings
from .attendance_rules import Rule
from .meetings import MeetingRow
from .people import full_name

Marks = Mapping[tuple[UUID, UUID], Attendance]  # by member and meeting


class Standing(StrEnum):
    """How a member stands before the rule."""

    FINE = "fine"
    AT_RISK = "at_risk"  # one more absence, and the rule is broken
    BELOW = "below"


@frozen
class Line:
    """A member's year in minutes."""

    member_id: UUID
    name: str
    organisation: str
    attended: int
    face: int  # of these, face to face
    missed: int  # of the meetings held while a member
    ahead: int  # of the meetings still planned
    unmarked: int  # held meetings where nothing was noted
    standing: Standing

    @property
    def within_reach(self) -> int:
        """What the year gives if nothing more is missed."""
        return self.attended + self.ahead

    @property
    def share_face(self) -> float | None:
        """Part of the attended time that was face to face, 0–1."""
        return self.face / self.attended if self.attended else None


@frozen
class Ledger:
    """A community's year: what it offers, and a line for each member, by family name."""

    rule: Rule
    offered: int  # minutes of all meetings that were not cancelled
    offered_face: int
    held: int
    lines: tuple[Line, ...]
    unsigned: tuple[MeetingRow, ...]  # held without times of coming and going, where these count

    @property
    def needed(self) -> int:
        """Minutes that the rule asks of the year."""
        return self.rule.hours * self.rule.minutes_an_hour

    @property
    def short(self) -> int:
        """Minutes that the planned year lacks."""
        return max(0, self.needed - self.offered)

    @property
    def share_face(self) -> float | None:
        """Part of the year that is face to face, 0–1."""
        return self.offered_face / self.offered if self.offered else None

    @property
    def lacks_face(self) -> bool:
        """Whether the planned year is face to face less than the rule asks."""
        return self.offered_face * 100 < self.rule.least_face * self.offered

    @property
    def at_risk(self) -> tuple[Line, ...]:
        """Who must not miss the next meeting."""
        return tuple(line for line in self.lines if line.standing is Standing.AT_RISK)


def ledger(session: Session, community_id: UUID, work_year: int) -> Ledger:
    """The hours of everybody who was a member in this work year."""
    rule = attendance_rules.of(session, community_id)
    year = [
        it
        for it in meetings.in_year(session, community_id, work_year)
        if it.state is not MeetingState.CANCELLED
    ]
    held = [it for it in year if it.state is MeetingState.HELD]
    marks = _marks(session, [it.id for it in held])
    lines = tuple(
        _line(rule, who, name, where, _while_member(year, joined, left), marks)
        for who, name, where, joined, left in _members(session, community_id, year)
    )
    return Ledger(
        rule, _sum(year), _sum(it for it in year if _face(it)), _sum(held), lines,
        tuple(it for it in held if _unsigned(rule, it, marks)),
    )  # fmt: skip


def present_minutes(meeting: MeetingRow, mark: Attendance | None) -> int:
    """How long a member was there; late or early is told by the clock of the first and last day."""
    if mark is None or mark.presence not in CAME:
        return 0
    if mark.minutes is not None:
        return mark.minutes
    first, last = meeting.days[0], meeting.days[-1]
    late = _past(first.starts_at, mark.arrived_at)
    early = -_past(last.ends_at, mark.left_at)
    return max(0, meeting.invited_minutes - max(0, late) - max(0, early))


def _past(moment: datetime, clock: time | None) -> int:
    """Minutes from a moment to an hour of its day."""
    if clock is None:
        return 0
    return int((datetime.combine(moment.date(), clock) - moment).total_seconds() // 60)


def _line(
    rule: Rule, who: UUID, name: str, where: str, year: Sequence[MeetingRow], marks: Marks
) -> Line:
    held = [it for it in year if it.state is MeetingState.HELD]
    there = {it.id: present_minutes(it, marks.get((who, it.id))) for it in held}
    face = sum(there[it.id] for it in held if _face(it, marks.get((who, it.id))))
    attended = sum(there.values())
    ahead = [it for it in year if it.state is MeetingState.PLANNED]
    line = Line(
        who, name, where, attended, face, _sum(held) - attended, _sum(ahead),
        sum(not _noted(marks.get((who, it.id))) for it in held), Standing.FINE,
    )  # fmt: skip
    return _judged(line, rule, ahead)


def _judged(line: Line, rule: Rule, ahead: Sequence[MeetingRow]) -> Line:
    following = ahead[0].invited_minutes if ahead else 0
    if _breaks(rule, line.attended, line.missed, line.ahead):
        return replace(line, standing=Standing.BELOW)
    if following and _breaks(rule, line.attended, line.missed + following, line.ahead - following):
        return replace(line, standing=Standing.AT_RISK)
    return line


def _breaks(rule: Rule, attended: int, missed: int, ahead: int) -> bool:
    """Whether even coming to all that is ahead leaves less than the rule asks."""
    possible, year = attended + ahead, attended + missed + ahead
    return possible * 100 < rule.least_presence * year


def _noted(mark: Attendance | None) -> bool:
    return mark is not None and mark.presence is not None


def _face(meeting: MeetingRow, mark: Attendance | None = None) -> bool:
    if meeting.kind is MeetingKind.ONLINE:
        return False
    return not (meeting.kind is MeetingKind.HYBRID and mark is not None and mark.remote)


def _unsigned(rule: Rule, meeting: MeetingRow, marks: Marks) -> bool:
    if rule.signature is not Signature.IN_AND_OUT:
        return False
    came = [it for (_, held), it in marks.items() if held == meeting.id and it.presence in CAME]
    return any(it.arrived_at is None or it.left_at is None for it in came if it.minutes is None)


def _sum(some: Iterable[MeetingRow]) -> int:
    return sum(it.invited_minutes for it in some)


def _while_member(
    year: Iterable[MeetingRow], joined: date | None, left: date | None
) -> list[MeetingRow]:
    return [
        it
        for it in year
        if (joined is None or joined <= it.starts_at.date())
        and (left is None or it.starts_at.date() <= left)
    ]


def _marks(session: Session, held: Sequence[UUID]) -> Marks:
    rows = session.scalars(select(Attendance).where(Attendance.meeting_id.in_(held)))
    return {(row.member_id, row.meeting_id): row for row in rows}


def _members(
    session: Session, community_id: UUID, year: Sequence[MeetingRow]
) -> list[tuple[UUID, str, str, date | None, date | None]]:
    """Who belonged to the community at any of the year's meetings."""
    query = (
        select(Member, Organisation.name)
        .outerjoin(Organisation, Member.organisation_id == Organisation.id)
        .where(Member.community_id == community_id)
        .order_by(Member.sort_key)
    )
    found = [
        (it.id, full_name(it.given_name, it.family_name), where or "", it.joined, it.left)
        for it, where in session.execute(query)
    ]
    return [row for row in found if not year or _while_member(year, row[3], row[4])]
