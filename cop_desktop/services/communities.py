"""The communities of a file: founding, naming, counting."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.calendar import DEFAULT_LAYERS, Layer
from cop_desktop.errors import UserError
from cop_desktop.formats import listed
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import (
    AgendaItem,
    Attendance,
    Community,
    Goal,
    Meeting,
    Member,
    PlanItem,
    Product,
    RoleHolding,
)
from cop_desktop.models.vocabulary import Observance

from .editing import Fields, apply, day, line, needed, prose, whole, words
from .people import takes_part

LONGEST = 200  # letters of a name that heads every page and paper
_LINE = needed(N_("A community needs a name. One line is enough."))


def heading(value: object) -> str:
    """A name of one line, short enough for a heading."""
    if len(str(value)) > LONGEST:
        raise UserError(
            N_("This name has {n} letters. Choose one of {most} at the most."),
            n=len(str(value)), most=LONGEST,
        )  # fmt: skip
    return _LINE(value)  # type: ignore[no-any-return]


FIELDS: Fields = {
    "name": heading,
    "domain": prose,
    "sentence": line,
    "region": line,
    "work_year": whole(1990, 2150),
    "founded": day,
    "language": line,
    "observances": words(Observance),
}


@frozen
class CommunityRow:
    """A community as the window's head shows it."""

    id: UUID
    name: str
    domain: str
    sentence: str
    region: str
    work_year: int
    founded: date | None
    language: str
    is_sample: bool
    members: int  # who take part today
    observances: tuple[Observance, ...]


def found(
    session: Session, name: str, work_year: int, domain: str = "", language: str = "he"
) -> UUID:
    """A new, empty community."""
    community = Community(
        name=heading(name), domain=prose(domain), work_year=work_year, language=language
    )
    session.add(community)
    session.flush()
    return community.id


def every(session: Session, today: date) -> list[CommunityRow]:
    """All communities of the file, by name."""
    # counted in the index alone: a join would fetch every member's row
    members = (
        select(func.count())
        .where(Member.community_id == Community.id, takes_part(today))
        .scalar_subquery()
    )
    rows = session.execute(select(Community, members).order_by(Community.name))
    return [_row(*found) for found in rows]


def one(session: Session, community_id: UUID, today: date) -> CommunityRow:
    """One community as the head shows it; the caller knows that it is there."""
    return next(row for row in every(session, today) if row.id == community_id)


def named(session: Session, name: str | None, today: date) -> CommunityRow:
    """The community of that name, or the only one when no name is given."""
    rows = every(session, today)
    fitting = [row for row in rows if name is None or row.name == name.strip()]
    if len(fitting) == 1:
        return fitting[0]
    names = partial(listed, [row.name for row in rows])
    if not rows:
        raise UserError(N_("This file holds no community yet. Open it in the window to begin."))
    if fitting:
        raise UserError(N_("The file holds several communities. Name one of: {names}"), names=names)
    raise UserError(
        N_("No community is called {name}. The file holds: {names}"), name=name, names=names
    )


def layers(session: Session, community_id: UUID) -> frozenset[Layer]:
    """The calendars by which a day is free: the country's own, and those its members observe."""
    community = session.get(Community, community_id)
    if community is None:
        return DEFAULT_LAYERS
    own = {Layer(observance) for observance in community.observances}
    return DEFAULT_LAYERS - {Layer.JEWISH} | own


def change(session: Session, community_id: UUID, values: Mapping[str, Any]) -> None:
    """Set fields of a community; raises UserError for an empty name or an odd year."""
    apply(session, Community, [community_id], FIELDS, values)


def remove(session: Session, community_id: UUID) -> None:
    """Delete a community with everything in it."""
    session.delete(session.get_one(Community, community_id))


def counts(session: Session, community_id: UUID | None = None) -> dict[str, int]:
    """How much the file holds, or one community of it: keys as the command line prints them."""

    def of(model: Any, *joins: Any) -> int:
        query = select(func.count(model.id))
        for join in joins:
            query = query.join(*join)
        if community_id is not None and model is not Community:
            owner = joins[-1][0] if joins else model
            query = query.where(owner.community_id == community_id)
        if community_id is not None and model is Community:
            query = query.where(Community.id == community_id)
        return session.scalar(query) or 0

    meeting = (Meeting, AgendaItem.meeting_id == Meeting.id)
    return {
        "communities": of(Community),
        "members": of(Member),
        "meetings": of(Meeting),
        "agenda_items": of(AgendaItem, meeting),
        "attendances": of(Attendance, (Meeting, Attendance.meeting_id == Meeting.id)),
        "role_holdings": of(RoleHolding, (Member, RoleHolding.member_id == Member.id)),
        "work_plan_items": of(PlanItem, (Goal, PlanItem.goal_id == Goal.id)),
        "products": of(Product),
    }


def _row(community: Community, members: int) -> CommunityRow:
    return CommunityRow(
        community.id,
        community.name,
        community.domain,
        community.sentence,
        community.region,
        community.work_year,
        community.founded,
        community.language,
        community.is_sample,
        members,
        community.observances,
    )
