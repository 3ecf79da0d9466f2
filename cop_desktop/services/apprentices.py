"""How a role passes on: look on beside its holder, hold it, stay beside whoever comes next."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Attendance, Meeting, Member, RoleHolding
from cop_desktop.models.method import Apprenticeship
from cop_desktop.models.vocabulary import CAME, MeetingState, Role

from . import meetings, months, roles
from .looking import once
from .people import full_name
from .roles import Holding

ENOUGH = 2  # meetings beside the holder, or beside whoever comes next; our choice
SOON = 3  # months ahead in which an end of term asks for somebody; our choice


@frozen
class Beside:
    """Somebody who looks on in a role, or stands by after holding it."""

    id: UUID
    role: Role
    way: Apprenticeship  # SHADOW or MENTOR
    member_id: UUID
    name: str
    since: date
    until: date | None
    meetings: int  # that they came to since then

    @property
    def enough(self) -> bool:
        return self.meetings >= ENOUGH

    def runs(self, on: date) -> bool:
        return self.since <= on and (self.until is None or self.until > on)


@once
def every(session: Session, community_id: UUID) -> tuple[Beside, ...]:
    """Everybody who ever looked on or stood by, oldest first."""
    found = session.execute(
        select(RoleHolding, Member.given_name, Member.family_name)
        .join(Member, RoleHolding.member_id == Member.id)
        .where(Member.community_id == community_id, RoleHolding.way != Apprenticeship.HOLD)
        .order_by(RoleHolding.since, Member.sort_key)
    ).all()
    came = _came(session, {held.member_id for held, *_ in found})
    return tuple(
        Beside(
            held.id, held.role, held.way, held.member_id, full_name(given, family),
            held.since, held.until, _within(came.get(held.member_id, []), held),
        )
        for held, given, family in found
    )  # fmt: skip


def now(session: Session, community_id: UUID, today: date) -> tuple[Beside, ...]:
    """Those who look on or stand by today."""
    return tuple(it for it in every(session, community_id) if it.runs(today))


def due(
    session: Session, community_id: UUID, today: date, ahead: int = SOON
) -> tuple[Holding, ...]:
    """Terms that end within so many months or should have ended, the nearest end first."""
    return ending(roles.history(session, community_id), today, ahead)


def ending(terms: Iterable[Holding], today: date, ahead: int = SOON) -> tuple[Holding, ...]:
    """The same of terms already read."""
    last = months.later(today, ahead)
    found = [term for term in terms if term.runs(today) and term.ends and term.ends <= last]
    return tuple(sorted(found, key=lambda term: (term.ends or last, term.name)))


def shadow(session: Session, member_id: UUID, role: Role, since: date) -> UUID:
    """A member begins to look on; raises UserError when they hold the role."""
    here = select(RoleHolding).where(
        RoleHolding.member_id == member_id,
        RoleHolding.role == role,
        RoleHolding.way == Apprenticeship.HOLD,
    )
    if any(held.until is None or held.until > since for held in session.scalars(here)):
        raise UserError(N_("This member holds the role already, and need not look on."))
    return _beside(session, member_id, role, Apprenticeship.SHADOW, since)


def pass_on(session: Session, holding_id: UUID, member_id: UUID, since: date) -> UUID:
    """A term ends, another member holds the role, and who held it stands by for two meetings."""
    held = session.get_one(RoleHolding, holding_id)
    before, role = held.member_id, held.role
    taken = roles.hand_over(session, holding_id, member_id, since)
    stay = _beside(session, before, role, Apprenticeship.MENTOR, since)
    session.get_one(RoleHolding, stay).until = _after_two(session, before, since)
    return taken


def stop(session: Session, beside_id: UUID, on: date) -> None:
    """Somebody looks on or stands by no more."""
    roles.close(session, session.get_one(RoleHolding, beside_id), on)


def _beside(
    session: Session, member_id: UUID, role: Role, way: Apprenticeship, since: date
) -> UUID:
    term = RoleHolding(member_id=member_id, role=role, since=since, way=way)
    roles.enter(session, term)
    return term.id


def _after_two(session: Session, member_id: UUID, since: date) -> date | None:
    """The day after the second meeting from then on, if two are planned."""
    community = session.get_one(Member, member_id).community_id
    ahead = [
        row.ends_at.date()
        for row in meetings.every(session, community)
        if row.state != MeetingState.CANCELLED and row.starts_at.date() >= since
    ][:ENOUGH]
    if len(ahead) < ENOUGH:
        return None
    return date.fromordinal(ahead[-1].toordinal() + 1)


def _came(session: Session, people: set[UUID]) -> dict[UUID, list[date]]:
    """The days on which each of them came to a meeting."""
    found: dict[UUID, list[date]] = {}
    query = (
        select(Attendance.member_id, Meeting.starts_at)
        .join(Meeting, Attendance.meeting_id == Meeting.id)
        .where(
            Attendance.member_id.in_(people),
            Attendance.presence.in_(CAME),
            Meeting.state == MeetingState.HELD,
        )
    )
    for member, starts_at in session.execute(query) if people else ():
        found.setdefault(member, []).append(starts_at.date())
    return found


def _within(days: list[date], term: RoleHolding) -> int:
    return sum(term.since <= day and (term.until is None or day < term.until) for day in days)
