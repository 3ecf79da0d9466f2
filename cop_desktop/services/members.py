"""Members: finding and showing 100,000 as easily as 10, and everything one can do with them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    String,
    case,
    delete,
    exists,
    func,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import FunctionHolding, Member, Organisation, RoleHolding
from cop_desktop.models.vocabulary import Consent, FormOfAddress, Function, Persona, Role

from . import organisations
from .batches import batches
from .editing import Fields, apply, cleaned, day, line, link_to, prose, whole, word
from .holdings import running
from .keys import refresh_keys
from .people import full_name, takes_part
from .search import fold

FIELDS: Fields = {
    "given_name": line,
    "family_name": line,
    "address": word(FormOfAddress),
    "organisation_id": link_to(Organisation),
    "job_title": line,
    "grade": line,
    "in_post_since": whole(1940, 2150),
    "mobile": line,
    "phone": line,
    "email": line,
    "expertise": line,
    "manager_name": line,
    "consent": word(Consent),
    "consent_on": day,
    "joined": day,
    "left": day,
    "mentor_id": link_to(Member),
    "persona": word(Persona, optional=True),
    "needs": prose,
    "notes": prose,
}
SEARCHED = {"given_name", "family_name", "organisation_id", "job_title", "mobile", "phone",
            "email", "expertise"}  # fmt: skip
_AT_ONCE = 1000  # keys taken from the database together
ORDERS: dict[str, ColumnElement[Any]] = {
    "name": Member.sort_key.expression,
    "organisation": Organisation.name.expression,
    "job_title": Member.job_title.expression,
    "joined": Member.joined.expression,
}


@frozen
class Filter:
    """What narrows the list: words, who has left, who holds a role, one circle."""

    text: str = ""
    with_former: bool = False
    role_holders: bool = False
    persona: Persona | None = None


EVERYBODY = Filter()


@frozen
class MemberRow:
    """A member as a list shows them."""

    id: UUID
    given_name: str
    family_name: str
    organisation: str
    job_title: str
    mobile: str
    phone: str
    email: str
    joined: date | None
    left: date | None
    persona: Persona | None
    roles: tuple[Role, ...]
    functions: tuple[Function, ...]

    @property
    def name(self) -> str:
        return full_name(self.given_name, self.family_name)


def find(
    session: Session,
    community_id: UUID,
    today: date,
    wanted: Filter = EVERYBODY,
    order: str = "name",
    descending: bool = False,
) -> list[str]:
    """Keys (hex) of the members that fit, sorted; pages of rows follow from `rows`."""
    key = ORDERS[order]
    # hex text, not UUID objects: a hundred thousand of them cost a fifth of a second
    query = select(type_coerce(Member.id, String)).where(*_fitting(community_id, today, wanted))
    if order == "organisation":
        query = query.outerjoin(Organisation)
    ends = [key.desc() if descending else key.asc()]
    if order != "name":
        ends.append(Member.sort_key.asc())
    # by the connection: a hundred thousand texts through the ORM take a third longer; and by the
    # thousand: one by one takes a quarter longer, and all at once makes much to look for garbage in
    found = session.connection().execute(query.order_by(*ends)).scalars()
    return [key for some in found.partitions(_AT_ONCE) for key in some]


def rows(session: Session, ids: Sequence[str | UUID], today: date) -> list[MemberRow]:
    """The rows of those keys, in their order; a key that is gone is left out."""
    keys = [key if isinstance(key, UUID) else UUID(key) for key in ids]
    return [row for some in batches(keys) for row in _rows(session, some, today)]


def _rows(session: Session, keys: Sequence[UUID], today: date) -> list[MemberRow]:
    roles = _held(session, RoleHolding, RoleHolding.role, keys, today)
    functions = _held(session, FunctionHolding, FunctionHolding.function, keys, today)
    found = session.execute(
        select(
            Member.id, Member.given_name, Member.family_name,
            func.coalesce(Organisation.name, "").label("organisation"),
            Member.job_title, Member.mobile, Member.phone,
            Member.email,
            Member.joined, Member.left, Member.persona,
        ).outerjoin(Organisation).where(Member.id.in_(keys))
    )  # fmt: skip
    by_key = {
        row.id: MemberRow(
            row.id, row.given_name, row.family_name, row.organisation, row.job_title, row.mobile,
            row.phone, row.email, row.joined, row.left, row.persona,
            tuple(roles.get(row.id, ())), tuple(functions.get(row.id, ())),
        )
        for row in found
    }  # fmt: skip
    return [by_key[key] for key in keys if key in by_key]


def told(session: Session, community_id: UUID) -> frozenset[str]:
    """Which columns of a list say something of anybody: `organisation`, `job_title`."""
    said = {
        "organisation": Member.organisation_id.is_not(None),
        "job_title": Member.job_title != "",
    }
    here = Member.community_id == community_id
    return frozenset(
        name for name, it in said.items() if session.scalar(select(exists().where(here, it)))
    )


def active(session: Session, community_id: UUID, today: date) -> list[MemberRow]:
    """Everybody who takes part today, by name."""
    return rows(session, find(session, community_id, today), today)


def add(
    session: Session, community_id: UUID, values: Mapping[str, Any], organisation: str = ""
) -> UUID:
    """A new member; `organisation` is found by name or made."""
    clean = cleaned(FIELDS, values)
    if not (clean.get("given_name") or clean.get("family_name")):
        raise UserError(N_("A member needs a name. The rest can wait."))
    if organisation:
        clean["organisation_id"] = organisations.named(session, organisation)
    member = Member(community_id=community_id, **clean)
    session.add(member)
    session.flush()
    refresh_keys(session, [member.id])
    return member.id


def change(session: Session, ids: Iterable[UUID], values: Mapping[str, Any]) -> None:
    """Set the same values in one member or several at once."""
    touched = apply(session, Member, ids, FIELDS, values)
    if any(not (member.given_name or member.family_name) for member in touched):
        raise UserError(N_("A member needs a name. The rest can wait."))
    if any(member.joined and member.left and member.left < member.joined for member in touched):
        raise UserError(N_("Nobody leaves before joining. Check the two dates."))
    if SEARCHED & set(values):
        session.flush()
        refresh_keys(session, [member.id for member in touched])


def set_organisation(session: Session, ids: Iterable[UUID], name: str) -> None:
    """Move members to the organisation of that name, which is made when there is none."""
    change(session, ids, {"organisation_id": organisations.named(session, name)})


def leave(session: Session, ids: Iterable[UUID], on: date) -> None:
    """Members leave on a day; their roles end with them."""
    keys = list(ids)
    change(session, keys, {"left": on})
    for holding in (RoleHolding, FunctionHolding):
        running = holding.member_id.in_(keys) & or_(holding.until.is_(None), holding.until > on)
        last = case((holding.since > on, holding.since), else_=on)
        session.execute(update(holding).where(running).values(until=last))


def remove(session: Session, ids: Iterable[UUID]) -> None:
    """Delete members and what hangs on them alone; meetings stay as they were."""
    session.execute(delete(Member).where(Member.id.in_(list(ids))))


def _fitting(community_id: UUID, today: date, wanted: Filter) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [Member.community_id == community_id]
    where += [
        Member.search_key.contains(part, autoescape=True) for part in fold(wanted.text).split()
    ]
    if not wanted.with_former:
        where.append(takes_part(today))
    if wanted.persona:
        where.append(Member.persona == wanted.persona)
    if wanted.role_holders:
        holders = select(RoleHolding.member_id).where(*running(RoleHolding, today))
        where.append(Member.id.in_(holders))
    return where


def _held(
    session: Session, holding: Any, what: Any, keys: Sequence[UUID], today: date
) -> dict[UUID, list[Any]]:
    held: dict[UUID, list[Any]] = {}
    query = select(holding.member_id, what).where(
        holding.member_id.in_(keys), *running(holding, today)
    )
    for member_id, value in session.execute(query.order_by(holding.since)):
        held.setdefault(member_id, []).append(value)
    return held
