"""Rows of one list that speak of the same person."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from operator import attrgetter

from cop_desktop.frozen import frozen
from cop_desktop.services.authorities import split_name as split_place
from cop_desktop.services.roster_import import MemberDraft, Said, differences
from cop_desktop.services.search import fold

from .findings import Problem
from .phones import digits
from .table import Cell, RawRow

_COMPARED = 50  # rows of one name: more are no list of people
_all_that_is_said = attrgetter(*(one.name for one in fields(Said)))


@frozen
class Refused:
    """A row that cannot become a member, its cells as they were, and why."""

    row: int
    cells: tuple[Cell, ...]
    reason: Problem


def told_apart(
    members: list[MemberDraft], rows: dict[int, RawRow]
) -> tuple[list[MemberDraft], list[Refused], list[Problem]]:
    """Rows that add nothing are refused; rows that may mean one person are pointed out."""
    kept: list[MemberDraft] = []
    repeated: list[Refused] = []
    twice: list[Problem] = []
    same: dict[tuple[object, ...], int] = {}
    alike: dict[tuple[str, ...], int] = {}
    fuller = _fuller(members)
    for draft in members:
        other, code = same.setdefault(_all_that_is_said(draft), draft.row), "repeated"
        if other == draft.row:
            other, code = fuller.get(draft.row, draft.row), "adds_nothing"
        if other != draft.row:
            reason = Problem(draft.row, "", code, {"other": other})
            repeated.append(Refused(draft.row, rows[draft.row].cells, reason))
            continue
        kept.append(draft)
        others = {alike.setdefault(mark, draft.row) for mark in _marks(draft)} - {draft.row}
        if others:
            twice.append(Problem(draft.row, "", "twice_in_file", {"other": min(others)}))
    return kept, repeated, twice


def _fuller(members: Iterable[MemberDraft]) -> dict[int, int]:
    """Rows that say nothing which another row of the same name does not say, and that row."""
    named: dict[str, list[MemberDraft]] = {}
    for draft in members:
        named.setdefault(fold(draft.name), []).append(draft)
    found: dict[int, int] = {}
    for drafts in named.values():
        left = drafts[:_COMPARED] if len(drafts) > 1 else []
        for draft in reversed(left):  # of two that say the same the first is kept
            others = (it for it in left if it is not draft and it.row not in found)
            if other := next((it for it in others if not differences(draft, it)), None):
                found[draft.row] = other.row
    return found


def _marks(draft: MemberDraft) -> Iterator[tuple[str, ...]]:
    """What two rows of one person would share."""
    given = fold(draft.given_name)
    if draft.email:
        yield "email", draft.email.casefold(), given
    if draft.mobile:
        yield "mobile", digits(draft.mobile), given
    yield "name", given, fold(draft.family_name), split_place(draft.organisation)[1]
