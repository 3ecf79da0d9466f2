"""The members as the warning signs read them: in numbers, for there may be a hundred thousand."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from cop_desktop.models import Attendance, Member
from cop_desktop.models.vocabulary import CAME, Consent
from cop_desktop.services.people import all_of, takes_part

from .rows import Group


class Roster:
    """Everybody who ever belonged to a community, each question asked for once."""

    def __init__(self, session: Session, community_id: UUID) -> None:
        self._session, self._community = session, community_id

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Who joined first at the head."""
        told = (
            Member.joined, Member.left, Member.mentor_id.is_not(None),
            Member.consent == Consent.GIVEN, Member.consent_on, Member.organisation_id,
        )  # fmt: skip
        found = self._session.execute(
            select(func.min(Member.id), func.count(), *told)
            .where(all_of(self._community))
            .group_by(*told)
            .order_by(Member.joined)
        )
        return tuple(Group(*row) for row in found)

    def headcount(self, on: date) -> int:
        """How many took part on a day."""
        days, counts = self._turns
        return counts[at - 1] if (at := bisect_right(days, on)) else 0

    @cached_property
    def _turns(self) -> tuple[list[date], list[int]]:
        """The days on which somebody came or left, and how many there were from each on."""
        turns: Counter[date] = Counter()
        for it in self.groups:
            since = it.joined or date.min
            if it.left is None or it.left > since:
                turns[since] += it.n
                if it.left:
                    turns[it.left] -= it.n
        days = sorted(turns)
        return days, list(accumulate(turns[day] for day in days))

    def seen(self, meetings: Sequence[UUID], since: date, on: date) -> int:
        """How many of those who belong to the community since a day came to any of these."""
        found = (
            select(func.count(Attendance.member_id.distinct()))
            .join(Member, Attendance.member_id == Member.id)
            .where(_came(meetings), _since(since), takes_part(on))
        )
        return self._session.scalar(found) or 0

    def absent(self, meetings: Sequence[UUID], since: date, on: date) -> UUID | None:
        """One of those who belong to the community since a day, and came to none of these."""
        came = select(Attendance.member_id).where(_came(meetings))
        return self._session.scalar(
            select(Member.id)
            .where(
                Member.community_id == self._community, takes_part(on), _since(since),
                Member.id.not_in(came),
            )
            .order_by(Member.sort_key)
            .limit(1)
        )  # fmt: skip


def _came(meetings: Sequence[UUID]) -> ColumnElement[bool]:
    return Attendance.meeting_id.in_(meetings) & Attendance.presence.in_(CAME)


def _since(day: date) -> ColumnElement[bool]:
    return or_(Member.joined.is_(None), Member.joined <= day)
