"""Bringing a roster in: what a list says of people, against who is here, in one step."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import Member, Organisation
from cop_desktop.models.vocabulary import Consent, FormOfAddress, OrganisationKind

from .authorities import Places, same_place
from .batches import add_rows
from .keys import refresh_keys
from .people import full_name
from .search import fold, search_key, sort_key

# a hyphen for a maqaf, other quotes: no news, or two lists would take turns
_SPELT = frozenset({"given_name", "family_name", "manager_name", "district"})
_CHUNK = 500  # keys in one question to the database, rows in one step
_MEMBER = Member.metadata.tables[Member.__tablename__]

Step = Callable[[int, int], None]  # (done, of how many); what it raises ends the import


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a list or the file says of somebody; empty is: nothing."""

    given_name: str = ""
    family_name: str = ""
    address: FormOfAddress | None = None
    organisation: str = ""
    organisation_kind: OrganisationKind | None = None
    district: str = ""
    job_title: str = ""
    grade: str = ""
    in_post_since: int | None = None
    mobile: str = ""
    phone: str = ""
    email: str = ""
    expertise: str = ""
    manager_name: str = ""
    consent: Consent | None = None
    joined: date | None = None
    left: date | None = None
    notes: str = ""

    @property
    def name(self) -> str:
        return full_name(self.given_name, self.family_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberDraft(Said):
    """A row of a list, not yet a member."""

    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMember(Said):
    """A member who is here."""

    id: UUID


class Action(StrEnum):
    """What is to be done with a row."""

    ADD = "add"
    UPDATE = "update"
    SKIP = "skip"


@frozen
class Choice:
    """A row and the decision about it; `member_id` is who an update is meant for."""

    draft: MemberDraft
    action: Action
    member_id: UUID | None = None


@frozen
class ImportResult:
    """How many rows became what; `gone` are rows whose member was no longer there."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    gone: tuple[int, ...] = ()


_OF_MEMBER = [
    one.name for one in fields(Said)
    if one.name not in {"organisation", "organisation_kind", "district"}
]  # fmt: skip
_said_of_member = attrgetter(*_OF_MEMBER)


def everyone(session: Session, community_id: UUID) -> list[KnownMember]:
    """All members of a community, former ones too, as lists are compared with them."""
    columns = [getattr(Member, name) for name in _OF_MEMBER]
    found = session.execute(
        select(Member.id, Organisation.name, Organisation.kind, Organisation.district, *columns)
        .outerjoin(Organisation)
        .where(Member.community_id == community_id)
        .order_by(Member.sort_key, Member.id)
    )
    return [
        KnownMember(
            id=key,
            organisation=name or "",
            organisation_kind=kind,
            district=district or "",
            **dict(zip(_OF_MEMBER, values, strict=True)),
        )
        for key, name, kind, district, *values in found
    ]


def differences(draft: Said, member: Said) -> dict[str, Any]:
    """What an update would set: only what the list says, and the member does not say already."""
    changed = {}
    for name in (one.name for one in fields(Said)):
        said, known = getattr(draft, name), getattr(member, name)
        if name == "notes":
            said = _with_lines(known, said)
        if said and not _same(name, said, known):
            changed[name] = said
    if "organisation" not in changed:  # the place is known; its kind was settled when it was made
        changed.pop("organisation_kind", None)
    if draft.district and member.district:
        changed.pop("district", None)
    return changed


def _unwatched(_done: int, _total: int) -> None:
    """Nobody watches."""


def commit(
    session: Session, community_id: UUID, choices: Sequence[Choice], step: Step = _unwatched
) -> ImportResult:
    """Add and update members as chosen; organisations are found by name or made."""
    wanted = [choice for choice in choices if choice.action is not Action.SKIP]
    places = Places(session, (choice.draft for choice in wanted))
    new = [choice.draft for choice in wanted if choice.action is Action.ADD]
    for at in range(0, len(new), _CHUNK):
        step(at, len(wanted))
        rows = [_row(draft, community_id, places) for draft in new[at : at + _CHUNK]]
        add_rows(session, _MEMBER, rows)
    step(len(new), len(wanted))
    kept = [choice for choice in wanted if choice.action is Action.UPDATE]
    updated, gone = _update(
        session, community_id, kept, places, lambda at, _: step(len(new) + at, len(wanted))
    )
    refused = len(choices) - len(wanted) + len(gone)
    unchanged = len(kept) - updated - len(gone)
    return ImportResult(len(new), updated, unchanged, refused, gone)


def _row(draft: MemberDraft, community_id: UUID, places: Places) -> dict[str, Any]:
    return {
        **dict(zip(_OF_MEMBER, _said_of_member(draft), strict=True)),
        # in bulk no defaults are filled in, so every column is named
        "id": uuid4(),
        "person": uuid4(),
        "community_id": community_id,
        "organisation_id": places.of(draft),
        "address": draft.address or FormOfAddress.NEUTRAL,
        "consent": draft.consent or Consent.NOT_ASKED,
        "consent_on": None,
        "mentor_id": None,
        "persona": None,
        "needs": "",
        "sort_key": sort_key(draft.family_name, draft.given_name),
        "search_key": search_key(
            draft.given_name, draft.family_name, places.name(draft), draft.job_title,
            draft.mobile, draft.phone, draft.email, draft.expertise,
        ),
    }  # fmt: skip


def _update(
    session: Session, community_id: UUID, choices: Sequence[Choice], places: Places, step: Step
) -> tuple[int, tuple[int, ...]]:
    known = {member.id: member for member in everyone(session, community_id)} if choices else {}
    gone = tuple(choice.draft.row for choice in choices if choice.member_id not in known)
    wishes: dict[UUID, Choice] = {}
    for choice in choices:
        member = known.get(choice.member_id) if choice.member_id else None
        if member and differences(choice.draft, member):
            wishes[member.id] = choice
    for at, keys in enumerate(_chunks(list(wishes))):
        step(at * _CHUNK, len(wishes))
        for row in session.scalars(select(Member).where(Member.id.in_(keys))):
            _apply(row, wishes[row.id].draft, known[row.id], places)
        session.flush()
        refresh_keys(session, keys)
        session.flush()
    return len(wishes), gone


def _apply(member: Member, draft: MemberDraft, known: KnownMember, places: Places) -> None:
    changed = differences(draft, known)
    if changed.keys() & {"organisation", "district"}:
        member.organisation_id = places.of(draft) or member.organisation_id
    for name in _OF_MEMBER:
        if name in changed:
            setattr(member, name, changed[name])


def _chunks(keys: list[UUID]) -> Iterator[list[UUID]]:
    for start in range(0, len(keys), _CHUNK):
        yield keys[start : start + _CHUNK]


def _same(name: str, said: Any, known: Any) -> bool:
    if name in {"mobile", "phone"}:
        return search_key(said) == search_key(known)
    if name == "email":
        return bool(said.casefold() == known.casefold())
    if name == "organisation":
        return same_place(said, known)
    if name in _SPELT:
        return fold(said) == fold(known)
    return bool(said == known)


def _with_lines(known: str, said: str) -> str:
    """Notes grow by the lines they do not have yet."""
    there = {fold(line) for line in known.splitlines()}
    missing = [line for line in said.splitlines() if fold(line) not in there]
    return "\n".join([known, *missing] if known else missing) if missing else ""
