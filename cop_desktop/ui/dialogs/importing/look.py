"""One look at a list, in a worker: what it holds, and what would become of each row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from cop_desktop.intake.fields import ROSTER
from cop_desktop.intake.findings import Problem, Repair
from cop_desktop.intake.forms import FormDraft
from cop_desktop.intake.headers import Layout, lay_out
from cop_desktop.intake.mapping import Wish, wish_from
from cop_desktop.intake.matching import Confidence, Match, default_choices, find_matches
from cop_desktop.intake.reading import read_table
from cop_desktop.intake.roster import RosterDraft, draft_roster
from cop_desktop.intake.table import RawTable
from cop_desktop.services.roster_import import Action, Choice, KnownMember

Source = Path | str  # a file, or what was pasted
Remembered = Mapping[str, Mapping[str, Any]]  # mappings by the fingerprint of the titles


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    DECIDE = "decide"
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(frozen=True)
class Seen:
    """A list of any kind, read and compared; nothing is written."""

    source: Source
    table: RawTable
    layout: Layout
    wish: Wish
    draft: RosterDraft | FormDraft
    doubts: Sequence[Problem] = ()  # against what is here

    @property
    def usable(self) -> bool:
        """Whether it is known which columns hold what cannot be missed."""
        return bool(self.layout.rows) and self.layout.usable

    @cached_property
    def problems_by_row(self) -> Mapping[int, Sequence[Problem]]:
        found: dict[int, list[Problem]] = {}
        refused = (one.reason for one in self.draft.refused)
        for problem in (*self.draft.problems, *refused, *self.doubts):
            found.setdefault(problem.row, []).append(problem)
        return found

    @cached_property
    def repairs_by_row(self) -> Mapping[int, Sequence[Repair]]:
        found: dict[int, list[Repair]] = {}
        for repair in self.draft.repairs:
            found.setdefault(repair.row, []).append(repair)
        return found


@dataclass(frozen=True)
class Look(Seen):
    """A list of members."""

    draft: RosterDraft
    matches: Mapping[int, Match] = field(default_factory=dict)  # by place among the drafts
    defaults: Sequence[Choice] = ()
    members: Sequence[KnownMember] = ()  # it was compared with

    @cached_property
    def by_row(self) -> Mapping[int, int]:
        """The place among the drafts, by the number of the row."""
        return {draft.row: at for at, draft in enumerate(self.draft.members)}

    @cached_property
    def doubtful(self) -> Sequence[int]:
        """Places of drafts that may be somebody who is here, but need not be."""
        sure = {Confidence.SAME, Confidence.CERTAIN}
        return [at for at, match in self.matches.items() if match.confidence not in sure]


def look_at(
    source: Source,
    wish: Wish,
    members: Sequence[KnownMember],
    today: date,
    remembered: Remembered,
    progress: Callable[[int, int], None],
    table: RawTable | None = None,
) -> Look:
    """Read and compare; `table` spares a second reading when only the mapping has changed."""
    table = table or read_table(source, wish.encoding, wish.sheet)
    progress(0, len(table.rows))
    layout = lay_out(table, ROSTER, wish)
    if not wish.columns and (kept := remembered.get(layout.fingerprint)):
        known, _problems = wish_from(kept, ROSTER)
        wish = replace(wish, columns=known.columns, name_order=known.name_order)
        layout = lay_out(table, ROSTER, wish)
    draft = draft_roster(table, layout, today, wish.name_order, progress)
    matches = find_matches(draft.members, members)
    progress(len(table.rows), len(table.rows))
    choices, doubts = default_choices(draft.members, matches, members)
    by_draft = {match.draft_index: match for match in matches}
    return Look(source, table, layout, wish, draft, doubts, by_draft, choices, members)


def outcome(look: Look, choices: Sequence[Choice], at: int, *, decided: bool) -> Outcome:
    """What becomes of the draft at a place, as things are chosen now."""
    match, choice = look.matches.get(at), choices[at]
    if choice.action is Action.SKIP:
        return Outcome.SKIPPED if decided or not match else Outcome.DECIDE
    if choice.action is Action.ADD:
        return Outcome.NEW
    same = match and match.confidence is Confidence.SAME
    return Outcome.SAME if same else Outcome.UPDATE
