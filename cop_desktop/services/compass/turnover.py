"""Whether so many people changed since a stage was recorded that it is worth another look."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from cop_desktop.models import Member

from .facts import Facts
from .figures import percent
from .signs import Recheck

FEWEST = 4  # members, before parts of a hundred mean anything


def recheck(
    session: Session, community_id: UUID, facts: Facts, since: date, needed: Mapping[str, int]
) -> Recheck | None:
    """Who left and joined after the day of the record, if that is much; or a new leader."""
    then, left, joined = _moves(session, community_id, since, facts.today)
    leader_changed = any(since < it.since <= facts.today for it in facts.leading[1:])
    many = then >= FEWEST and (
        (percent(left, then) or 0) >= needed["turnover_left"]
        or (percent(joined, then) or 0) >= needed["turnover_joined"]
    )
    if not (many or leader_changed):
        return None
    return Recheck(since, left, joined, then, leader_changed)


def _moves(session: Session, community_id: UUID, since: date, today: date) -> tuple[int, int, int]:
    """Members on that day; of them gone since; and those who came since and are here."""
    then = or_(Member.joined.is_(None), Member.joined <= since) & or_(
        Member.left.is_(None), Member.left > since
    )
    new = (Member.joined > since) & (Member.joined <= today)
    here = or_(Member.left.is_(None), Member.left > today)
    row = session.execute(
        select(
            func.count().filter(then),
            func.count().filter(then & (Member.left <= today)),
            func.count().filter(new & here),
        ).where(Member.community_id == community_id)
    ).one()
    return row[0], row[1], row[2]
