"""What changed from one version of the charter to another, part by part and word by word."""

import re
from collections.abc import Iterator
from datetime import time
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import Charter
from cop_desktop.models.method import Benefit, CharterPart, Norm

from . import charter
from .charter import CharterRow

Hours = tuple[time, time] | None
Told = TypeVar("Told")
_WORD = re.compile(r"\S+|\s+")


class Sort(StrEnum):
    """Whether words stood in both versions, in the later one only, or in the earlier one only."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@frozen
class Piece:
    """A stretch of a text that is new, gone, or as it was."""

    text: str
    sort: Sort


@frozen
class PartChange:
    """A part in which the two versions differ."""

    part: CharterPart
    before: str
    after: str
    pieces: tuple[Piece, ...]  # empty when the text is the same
    added: tuple[Benefit | Norm, ...] = ()
    removed: tuple[Benefit | Norm, ...] = ()
    hours: tuple[Hours, Hours] | None = None  # quiet ones, before and after, where they differ
    approver: tuple[str, str] | None = None  # before and after, where they differ


def differences(session: Session, one_id: UUID, other_id: UUID) -> tuple[PartChange, ...]:
    """The parts that differ, in the order of the charter; `one` is the earlier version."""
    community = session.get_one(Charter, one_id).community_id
    rows = {it.id: it for it in charter.versions(session, community)}
    return compare(rows[one_id], rows[other_id])


def compare(one: CharterRow, other: CharterRow) -> tuple[PartChange, ...]:
    """As `differences`, of rows at hand."""
    return tuple(it for part in CharterPart for it in _differing(part, one, other))


def changes_of(session: Session, community_id: UUID) -> dict[UUID, int]:
    """In how many parts each version differs from the one before it."""
    rows = charter.versions(session, community_id)
    return {later.id: len(compare(earlier, later)) for later, earlier in pairwise(rows)}


def words_of(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts as one: what is in both, what is gone, what is new; empty when they are alike."""
    if before == after:
        return ()
    one, other = _WORD.findall(before), _WORD.findall(after)
    head = _shared(one, other)
    tail = _shared(one[head:][::-1], other[head:][::-1])
    ends = (len(one) - tail, len(other) - tail)
    pieces = [Piece("".join(one[:head]), Sort.SAME)]
    pieces += _between(one[head : ends[0]], other[head : ends[1]])
    pieces.append(Piece("".join(one[ends[0] :]), Sort.SAME))
    return tuple(piece for piece in pieces if piece.text)


def _shared(one: list[str], other: list[str]) -> int:
    """How many words the two begin with alike."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other))


def _between(one: list[str], other: list[str]) -> Iterator[Piece]:
    # blanks are no likeness; difflib's rule of thumb for frequent words keeps long texts quick
    for how, a, b, c, d in SequenceMatcher(str.isspace, one, other).get_opcodes():
        if how == "equal":
            yield Piece("".join(one[a:b]), Sort.SAME)
        else:
            yield Piece("".join(one[a:b]), Sort.REMOVED)
            yield Piece("".join(other[c:d]), Sort.ADDED)


def _differing(part: CharterPart, one: CharterRow, other: CharterRow) -> Iterator[PartChange]:
    before, after = one.texts.get(part, ""), other.texts.get(part, "")
    chosen, later = _chosen(part, one), _chosen(part, other)
    hours = _apart(_hours(part, one), _hours(part, other))
    approver = _apart(_approver(part, one), _approver(part, other))
    if before != after or chosen != later or hours or approver:
        yield PartChange(
            part, before, after, words_of(before, after),
            tuple(it for it in later if it not in chosen),
            tuple(it for it in chosen if it not in later),
            hours, approver,
        )  # fmt: skip


def _chosen(part: CharterPart, row: CharterRow) -> tuple[Benefit | Norm, ...]:
    return row.promises if part is CharterPart.PROMISES else row.rules(part)


def _hours(part: CharterPart, row: CharterRow) -> Hours:
    if part is not CharterPart.QUIET_HOURS or not (row.quiet_from and row.quiet_until):
        return None
    return row.quiet_from, row.quiet_until


def _approver(part: CharterPart, row: CharterRow) -> str:
    return row.approver if part is CharterPart.PUBLISHING else ""


def _apart(before: Told, after: Told) -> tuple[Told, Told] | None:
    return None if before == after else (before, after)
