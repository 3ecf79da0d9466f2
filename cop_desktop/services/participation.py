"""How a member takes part: facts first, then a suggested circle. The leader decides."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import AgendaItem, Attendance, Meeting, Member, Product, RoleHolding
from cop_desktop.models.vocabulary import CAME, MeetingState, Persona

from .batches import batches
from .holdings import running
from .looking import once
from .people import NEW, all_of, takes_part

LOOK_BACK = timedelta(days=365)
CORE_SHARE, CORE_DEEDS = 0.7, 2  # of meetings; roles held, blocks led and products owned together
CONTRIBUTOR_SHARE = 0.5


@frozen
class Facts:
    """What the file says of a member's last twelve months."""

    member_id: UUID
    meetings: int  # held since the member joined
    came: int
    roles: int  # held now
    led: int  # agenda blocks
    products: int  # owned
    is_new: bool

    @property
    def share(self) -> float:
        """Part of the meetings attended, 0–1."""
        return self.came / self.meetings if self.meetings else 0.0

    @property
    def suggested(self) -> Persona | None:
        """A circle by simple, visible rules; nothing while a member is new or nothing was held."""
        if self.is_new or not self.meetings:
            return None
        deeds = self.roles + self.led + self.products
        if self.share >= CORE_SHARE and deeds >= CORE_DEEDS:
            return Persona.CORE
        if deeds or self.share >= CONTRIBUTOR_SHARE:
            return Persona.CONTRIBUTOR
        return Persona.LURKER


@frozen
class Circles:
    """How many members stand in each circle: decided where decided, else suggested."""

    core: int
    contributors: int
    lurkers: int
    new: int


def facts(
    session: Session, community_id: UUID, today: date, members: Sequence[UUID] | None = None
) -> dict[UUID, Facts]:
    """Facts of the named members, or of everybody who takes part today."""
    if members is None:
        return _facts(session, community_id, today, None)
    found: dict[UUID, Facts] = {}
    for some in batches(members):
        found |= _facts(session, community_id, today, some)
    return found


def circles(session: Session, community_id: UUID, today: date) -> Circles:
    """The circles of participation, in numbers only."""
    known = facts(session, community_id, today)
    query = select(Member.id, Member.persona).where(
        Member.community_id == community_id, Member.persona.is_not(None)
    )
    decided = {row.id: row.persona for row in session.execute(query)}
    where = [decided.get(key) or it.suggested for key, it in known.items()]
    return Circles(
        where.count(Persona.CORE), where.count(Persona.CONTRIBUTOR),
        where.count(Persona.LURKER), where.count(None),
    )  # fmt: skip


@once
def core(session: Session, community_id: UUID, today: date) -> int:
    """How many stand in the leading core; looks only at those who do something or are named."""
    there = select(Member.id).where(all_of(community_id), takes_part(today))
    doers = select(RoleHolding.member_id).union(
        select(AgendaItem.leader_id).where(AgendaItem.leader_id.is_not(None)),
        select(Product.owner_id).where(Product.owner_id.is_not(None)),
    )
    undecided = there.where(Member.persona.is_(None), Member.id.in_(doers))
    known = facts(session, community_id, today, list(session.scalars(undecided)))
    named = there.where(Member.persona == Persona.CORE).subquery()
    decided = session.scalar(select(func.count()).select_from(named)) or 0
    return decided + sum(it.suggested is Persona.CORE for it in known.values())


def _facts(
    session: Session, community_id: UUID, today: date, members: Sequence[UUID] | None
) -> dict[UUID, Facts]:
    there = select(Member.id, Member.joined)
    if members is None:
        there = there.where(Member.community_id == community_id, takes_part(today))
    else:  # by their keys alone: asked for the community as well, SQLite would walk through it
        there = there.where(Member.id.in_(members))
    held = _held(session, community_id, today)
    came = _came(session, list(held), members)
    roles, led, owned = _deeds(session, community_id, list(held), today)
    found = {}
    for member_id, joined in session.execute(there):
        mine = {key for key, on in held.items() if joined is None or on >= joined}
        found[member_id] = Facts(
            member_id, len(mine), len(mine & came.get(member_id, set())),
            roles.get(member_id, 0), led.get(member_id, 0), owned.get(member_id, 0),
            joined is not None and joined > today - NEW,
        )  # fmt: skip
    return found


def _held(session: Session, community_id: UUID, today: date) -> dict[UUID, date]:
    since = datetime.combine(today - LOOK_BACK, datetime.min.time())
    query = select(Meeting.id, Meeting.starts_at).where(
        Meeting.community_id == community_id,
        Meeting.state == MeetingState.HELD,
        Meeting.starts_at >= since,
        Meeting.starts_at < datetime.combine(today + timedelta(days=1), datetime.min.time()),
    )
    return {key: starts_at.date() for key, starts_at in session.execute(query)}


def _came(
    session: Session, meetings: Sequence[UUID], members: Sequence[UUID] | None
) -> dict[UUID, set[UUID]]:
    query = select(Attendance.member_id, Attendance.meeting_id).where(
        Attendance.meeting_id.in_(meetings), Attendance.presence.in_(CAME)
    )
    if members is not None:
        query = query.where(Attendance.member_id.in_(members))
    came: dict[UUID, set[UUID]] = {}
    for member, meeting in session.execute(query):
        came.setdefault(member, set()).add(meeting)
    return came


def _deeds(
    session: Session, community_id: UUID, meetings: Sequence[UUID], today: date
) -> list[dict[UUID | None, int]]:
    """By member: roles held today, blocks led in those meetings, products owned."""
    queries = (
        (RoleHolding.member_id, running(RoleHolding, today)),
        (AgendaItem.leader_id, (AgendaItem.meeting_id.in_(meetings),)),
        (Product.owner_id, (Product.community_id == community_id,)),
    )
    return [
        {row[0]: row[1] for row in session.execute(
            select(who, func.count()).where(*where).group_by(who)
        )}
        for who, where in queries
    ]  # fmt: skip
