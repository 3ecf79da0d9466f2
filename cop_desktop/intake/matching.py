"""Who of a list may be here already: proposals with reasons, decided by a person."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from uuid import UUID

from cop_desktop.frozen import frozen
from cop_desktop.services.authorities import same_place
from cop_desktop.services.roster_import import (
    Action,
    Choice,
    KnownMember,
    MemberDraft,
    Said,
    differences,
)
from cop_desktop.services.search import fold

from .findings import IsCancelled, Problem, Stopped, never
from .phones import digits

_SIMILAR = 80  # of 100
_STEP = 500


class Confidence(StrEnum):
    """How sure it is that two are one person, from the surest."""

    CERTAIN = "certain"  # the same address or number, under a similar name
    SAME = "same"  # the same name, and the list says nothing new
    LIKELY = "likely"  # the same name, and nothing against it
    POSSIBLE = "possible"  # the same name, from elsewhere


@frozen
class Match:
    """A draft and the member it may be; reasons are fields they share."""

    draft_index: int
    member_id: UUID
    confidence: Confidence
    reasons: tuple[str, ...]


@frozen
class Difference:
    """A field side by side."""

    field: str
    in_list: object
    here: object


def find_matches(
    drafts: Sequence[MemberDraft], members: Iterable[KnownMember], cancelled: IsCancelled = never
) -> list[Match]:
    """The best proposal for each draft that has one; a member is proposed once."""
    known = {member.id: member for member in members}
    index = _index(known.values())
    found: list[tuple[_Rank, Match]] = []
    for at, draft in enumerate(drafts):
        if at % _STEP == 0 and cancelled():
            raise Stopped
        ids = {key for mark in _marks(draft) for key in index.get(mark, ())}
        found += (
            (_rank(match, draft, known[key]), match)
            for key in ids
            if (match := _compare(at, draft, known[key]))
        )
    found.sort(key=lambda one: one[0])
    return _one_to_one(match for _, match in found)


def side_by_side(draft: MemberDraft, member: KnownMember) -> list[Difference]:
    """What an update would change, field by field."""
    return [
        Difference(name, value, getattr(member, name))
        for name, value in differences(draft, member).items()
    ]


def default_choices(
    drafts: Sequence[MemberDraft], matches: Iterable[Match], names: Iterable[KnownMember]
) -> tuple[list[Choice], list[Problem]]:
    """What is done when nobody is asked: update whom an address proves, add the new.

    A likely match is held back: two people may bear one name, so a person decides.
    """
    by_draft = {match.draft_index: match for match in matches}
    known = {member.id: member.name for member in names}
    choices, problems = [], []
    for at, draft in enumerate(drafts):
        match = by_draft.get(at)
        action, code = _DEFAULTS[match.confidence] if match else (Action.ADD, "")
        choices.append(Choice(draft, action, match.member_id if match else None))
        if match and code:
            problems.append(Problem(draft.row, "", code, {"name": known[match.member_id]}))
    return choices, problems


_Rank = tuple[int, int, int, int, int, UUID]  # the smallest takes first
_ORDER = tuple(Confidence)
_PROOF = {"email": 4, "mobile": 2, "name": 1}  # a number may be an office's
_DEFAULTS = {
    Confidence.SAME: (Action.UPDATE, ""),
    Confidence.CERTAIN: (Action.UPDATE, ""),
    Confidence.LIKELY: (Action.SKIP, "same_person"),
    Confidence.POSSIBLE: (Action.ADD, "same_name"),
}


def _rank(match: Match, draft: MemberDraft, member: KnownMember) -> _Rank:
    """The surest first; among equals the pair that differs least, or lists would take turns."""
    return (
        _ORDER.index(match.confidence),
        -sum(_PROOF.get(reason, 0) for reason in match.reasons),
        len(differences(draft, member)),
        len(differences(member, draft)),
        match.draft_index,
        match.member_id,
    )


def _compare(at: int, draft: MemberDraft, member: KnownMember) -> Match | None:
    reasons = [
        field for field in ("email", "mobile")
        if _key(draft, field) and _key(draft, field) == _key(member, field)
    ]  # fmt: skip
    same_name = fold(draft.name) == fold(member.name)
    if reasons and (same_name or _similar(draft, member)):
        reasons += ["name"] * same_name
        return Match(at, member.id, Confidence.CERTAIN, tuple(reasons))
    if not same_name:
        return None
    both = bool(draft.organisation and member.organisation)
    if both and not same_place(draft.organisation, member.organisation):
        return Match(at, member.id, Confidence.POSSIBLE, ("name",))
    same = not differences(draft, member) and bool(draft.organisation) == bool(member.organisation)
    confidence = Confidence.SAME if same else Confidence.LIKELY
    return Match(at, member.id, confidence, ("name", "organisation") if both else ("name",))


def _similar(draft: Said, member: Said) -> bool:
    # imported when used: the window starts without it
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(fold(draft.name), fold(member.name)) >= _SIMILAR


def _index(members: Iterable[KnownMember]) -> dict[tuple[str, str], list[UUID]]:
    index: dict[tuple[str, str], list[UUID]] = {}
    for member in members:
        for mark in _marks(member):
            index.setdefault(mark, []).append(member.id)
    return index


def _marks(one: Said) -> list[tuple[str, str]]:
    found = ((field, _key(one, field)) for field in ("email", "mobile", "name"))
    return [(field, key) for field, key in found if key]


def _key(one: Said, field: str) -> str:
    if field == "name":
        return fold(one.name)
    return one.email.casefold() if field == "email" else digits(one.mobile)


def _one_to_one(matches: Iterable[Match]) -> list[Match]:
    drafts: set[int] = set()
    members: set[UUID] = set()
    kept = []
    for match in matches:
        if match.draft_index not in drafts and match.member_id not in members:
            kept.append(match)
            drafts.add(match.draft_index)
            members.add(match.member_id)
    return sorted(kept, key=lambda match: match.draft_index)
