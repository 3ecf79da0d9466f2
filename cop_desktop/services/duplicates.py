"""One person twice: proposals with reasons, and what becomes of the two when somebody agrees."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, func, or_, select, update
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Attendance, Community, Member, Organisation
from cop_desktop.models.vocabulary import Consent, FormOfAddress

from .authorities import same_place
from .keys import refresh_keys
from .one_row import become_one
from .people import full_name
from .search import fold

SIMILAR = 80  # of 100, as lists are compared with members
SHOWN = 50  # proposals at once
_MEMBER: Table = Member.__table__  # type: ignore[assignment]
_KEYS = frozenset({"id", "community_id", "person", "sort_key", "search_key", "left"})
_PROSE = frozenset({"needs", "notes"})  # nobody is asked: both stay, one under the other
_NOTHING: Mapping[str, object] = {"address": FormOfAddress.NEUTRAL, "consent": Consent.NOT_ASKED}
STRANGERS = N_(
    "These two are members of different communities: they can be the same person, "
    "but not the same member."
)
MANY = 12  # who share one number: an office, not a person


@frozen
class Somebody:
    """A member as far as one compares two."""

    id: UUID
    community_id: UUID
    community: str
    person: UUID
    name: str
    organisation: str
    job_title: str
    mobile: str
    email: str
    meetings: int  # noted for them, whatever was noted


@frozen
class Pair:
    """Two rows that may be one person; reasons are the fields they share."""

    first: Somebody  # whoever more was noted of
    second: Somebody
    reasons: tuple[str, ...]

    @property
    def in_one_community(self) -> bool:
        return self.first.community_id == self.second.community_id


@frozen
class Difference:
    """A field in which both say something else."""

    field: str
    first: Any
    second: Any


def proposals(session: Session, community_id: UUID) -> tuple[Pair, ...]:
    """Who of a community may be here twice, or in another community of the file under two persons.

    The surest first.
    """
    found: dict[tuple[UUID, UUID], Pair] = {}
    for group in _groups(_alike(session)):
        for one, other in combinations(group, 2):
            if community_id in (one.community_id, other.community_id) and (
                pair := _compared(one, other)
            ):
                found[pair.first.id, pair.second.id] = pair
    return tuple(sorted(found.values(), key=_order)[:SHOWN])


def differences(session: Session, first: UUID, second: UUID) -> tuple[Difference, ...]:
    """What somebody must choose before two become one; what only one says is taken as it is."""
    one, other = _member(session, first), _member(session, second)
    return tuple(
        Difference(name, one[name], other[name])
        for name in one
        if name not in _KEYS | _PROSE
        and not _empty(name, one[name]) and not _empty(name, other[name])
        and one[name] != other[name] and other[name] != first and one[name] != second
    )  # fmt: skip


def make_one(
    session: Session, first: UUID, second: UUID, chosen: Mapping[str, Any] | None = None
) -> None:
    """Two members of one community become the first; `chosen` tells the fields they differ in.

    All that was noted of either is noted of the one. Where nothing is chosen the first stands.
    """
    one, other = _member(session, first), _member(session, second)
    if one["community_id"] != other["community_id"]:
        raise UserError(STRANGERS)
    session.flush()
    values = {**_together(one, other), **(chosen or {})}
    if values.get("mentor_id") in (first, second):
        values["mentor_id"] = None
    become_one(session, _MEMBER, first, second, values)
    _one_person(session, one["person"], other["person"])
    session.expire_all()
    refresh_keys(session, [first])


def same_person(session: Session, first: UUID, second: UUID) -> None:
    """Members of two communities are one person; both rows stay."""
    one, other = _member(session, first), _member(session, second)
    _one_person(session, one["person"], other["person"])
    session.expire_all()


def _one_person(session: Session, kept: UUID, lost: UUID) -> None:
    session.execute(update(Member).where(Member.person == lost).values(person=kept))


def _alike(session: Session) -> list[Somebody]:
    """Those who share a name, a number or an address with somebody: asked of the indexes."""
    marks: Iterable[ColumnElement[str]] = (
        Member.sort_key, func.lower(Member.email), Member.mobile  # type: ignore[assignment]
    )  # fmt: skip
    shared = []
    for mark in marks:
        often = select(mark).where(mark != "").group_by(mark).having(func.count() > 1)
        shared.append(mark.in_(often))
    noted = (
        select(func.count()).where(Attendance.member_id == Member.id).correlate(Member)
    ).scalar_subquery()
    query = (
        select(Member.id, Member.community_id, Community.name, Member.person, Member.given_name,
               Member.family_name, func.coalesce(Organisation.name, ""), Member.job_title,
               Member.mobile, Member.email, noted)
        .join(Community, Community.id == Member.community_id)
        .outerjoin(Organisation, Organisation.id == Member.organisation_id)
        .where(or_(*shared))
    )  # fmt: skip
    return [
        Somebody(key, home, community, person, full_name(given, family), *rest)
        for key, home, community, person, given, family, *rest in session.execute(query)
    ]


def _groups(people: Iterable[Somebody]) -> Iterator[list[Somebody]]:
    """People who share a mark."""
    by_mark: dict[tuple[str, str], list[Somebody]] = {}
    for it in people:
        for mark in (
            ("name", fold(it.name)),
            ("email", it.email.casefold()),
            ("mobile", it.mobile),
        ):
            if mark[1]:
                by_mark.setdefault(mark, []).append(it)
    yield from (group for group in by_mark.values() if len(group) <= MANY)


def _compared(one: Somebody, other: Somebody) -> Pair | None:
    here = one.community_id == other.community_id
    if not here and one.person == other.person:
        return None  # known to be one
    reasons = [field for field in ("email", "mobile") if _same(field, one, other)]
    same_name = fold(one.name) == fold(other.name)
    at_home = bool(one.organisation and same_place(one.organisation, other.organisation))
    if not ((reasons and _similar(one.name, other.name)) or (same_name and at_home)):
        return None
    reasons += ["name"] * same_name + ["organisation"] * at_home
    first, second = sorted((one, other), key=lambda it: (-it.meetings, it.id.hex))
    return Pair(first, second, tuple(reasons))


def _same(field: str, one: Somebody, other: Somebody) -> bool:
    value = getattr(one, field).casefold()
    return bool(value) and value == getattr(other, field).casefold()


def _similar(one: str, other: str) -> bool:
    # imported when used: the window starts without it
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(fold(one), fold(other)) >= SIMILAR


def _order(pair: Pair) -> tuple[int, str, str]:
    return -len(pair.reasons), pair.first.name, pair.second.id.hex


def _member(session: Session, key: UUID) -> dict[str, Any]:
    found = session.execute(select(_MEMBER).where(_MEMBER.c.id == key)).mappings().first()
    if found is None:
        raise UserError(N_("This member is no longer here."))
    return dict(found)


def _together(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """What the first takes over: all it does not say itself."""
    taken = {
        name: other[name]
        for name in one
        if name not in _KEYS and _empty(name, one[name]) and not _empty(name, other[name])
    }
    for name in _PROSE:
        if one[name] and other[name] and one[name] != other[name]:
            taken[name] = f"{one[name]}\n{other[name]}"
    taken["left"] = (
        None if None in (one["left"], other["left"]) else max(one["left"], other["left"])
    )
    return taken


def _empty(name: str, value: object) -> bool:
    return value in (None, "", _NOTHING.get(name, ""))
