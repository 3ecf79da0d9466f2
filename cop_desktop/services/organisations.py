"""The organisations members come from; most are local authorities."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Member, Organisation
from cop_desktop.models.vocabulary import OrganisationKind

from .editing import Fields, apply, line, needed, word
from .keys import refresh_keys
from .people import takes_part
from .search import fold

FIELDS: Fields = {
    "name": needed(N_("An organisation needs a name.")),
    "kind": word(OrganisationKind),
    "district": line,
}


@frozen
class OrganisationRow:
    """A local authority or another organisation."""

    id: UUID
    name: str
    kind: OrganisationKind
    district: str


def every(session: Session, community_id: UUID | None = None) -> list[OrganisationRow]:
    """All organisations of the file, or those the community's members come from, by name."""
    query = select(Organisation).order_by(Organisation.name)
    if community_id is not None:
        members = select(Member.organisation_id).where(Member.community_id == community_id)
        query = query.where(Organisation.id.in_(members))
    return [OrganisationRow(o.id, o.name, o.kind, o.district) for o in session.scalars(query)]


def represented(session: Session, community_id: UUID, today: date) -> int:
    """How many different organisations those who take part come from."""
    member = exists().where(
        Member.organisation_id == Organisation.id,
        Member.community_id == community_id,
        takes_part(today),
    )
    return session.scalar(select(func.count(Organisation.id)).where(member)) or 0


def named(session: Session, name: str) -> UUID | None:
    """The organisation of that name, made when there is none; nothing for an empty name."""
    text = line(name)
    if not text:
        return None
    key = fold(text)
    for known in session.execute(select(Organisation.id, Organisation.name)):
        if fold(known.name) == key:
            return UUID(str(known.id))
    organisation = Organisation(name=text)
    session.add(organisation)
    session.flush()
    return organisation.id


def change(session: Session, organisation_id: UUID, values: Mapping[str, Any]) -> None:
    """Change an organisation; its members' search keys follow a new name."""
    apply(session, Organisation, [organisation_id], FIELDS, values)
    if "name" in values:
        ids = session.scalars(select(Member.id).where(Member.organisation_id == organisation_id))
        refresh_keys(session, list(ids))
