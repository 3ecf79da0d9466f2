"""One look at a list of meetings, activities or products, in a worker."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cop_desktop.intake.forms import FormDraft, doubts, draft_form
from cop_desktop.intake.headers import lay_out
from cop_desktop.intake.lists import FORMS, form_table
from cop_desktop.intake.mapping import Wish, wish_from
from cop_desktop.intake.table import RawTable
from cop_desktop.services import list_import
from cop_desktop.services.list_import import Fate, Here, Step
from cop_desktop.services.list_kinds import Values

from .look import Outcome, Remembered, Seen, Source

OUTCOMES = {Fate.NEW: Outcome.NEW, Fate.UPDATE: Outcome.UPDATE, Fate.SAME: Outcome.SAME}


@dataclass(frozen=True)
class ListLook(Seen):
    """A list with what would become of each row."""

    draft: FormDraft
    steps: Sequence[Step] = ()

    @property
    def values(self) -> list[Values]:
        """The rows as they would be brought in."""
        return [entry.values for entry in self.draft.entries]

    @property
    def usable(self) -> bool:
        """Whether rows of it could be understood."""
        return self.draft.read > 0

    def outcome(self, row: int) -> Outcome:
        """What becomes of a row, by its number; an empty one is left out."""
        return self._outcomes.get(row, Outcome.SKIPPED)

    @cached_property
    def _outcomes(self) -> Mapping[int, Outcome]:
        refused = {one.row: Outcome.REFUSED for one in self.draft.refused}
        rows = (entry.row for entry in self.draft.entries)
        fates = (OUTCOMES[step.fate] for step in self.steps)
        return refused | dict(zip(rows, fates, strict=True))


def look_at_list(
    source: Source,
    kind: str,
    wish: Wish,
    here: Here,
    remembered: Remembered,
    progress: Callable[[int, int], None],
    table: RawTable | None = None,
) -> ListLook:
    """Read and compare; `table` spares a second reading when only the mapping has changed."""
    table = table or form_table(source, kind, wish)
    progress(0, len(table.rows))
    layout = lay_out(table, FORMS[kind], wish)
    if not wish.columns and (kept := remembered.get(layout.fingerprint)):
        known, _problems = wish_from(kept, FORMS[kind])
        wish = replace(wish, columns=known.columns)
        layout = lay_out(table, FORMS[kind], wish)
    draft = draft_form(table, layout, progress)
    steps = list_import.steps(kind, [entry.values for entry in draft.entries], here)
    told = doubts(kind, draft.entries, steps, here)
    return ListLook(source, table, layout, wish, draft, told, steps)
