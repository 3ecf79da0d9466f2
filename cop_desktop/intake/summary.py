"""What an import did, under the names that scripts rely on."""

from collections.abc import Iterable
from typing import Any

from cop_desktop.i18n import Catalog
from cop_desktop.services.roster_import import ImportResult

from .findings import REASONS, Problem, Repair
from .forms import FormDraft
from .headers import Layout
from .roster import RosterDraft
from .table import RawTable


def as_json(
    table: RawTable,
    layout: Layout,
    draft: RosterDraft | FormDraft,
    result: ImportResult,
    words: Catalog,
    more: Iterable[Problem] = (),
) -> dict[str, Any]:
    """The object of `import --json`; `more` are problems found against the members here."""
    told = [*draft.problems, *(refused.reason for refused in draft.refused), *more]
    gone = [Problem(row, "", "member_gone") for row in result.gone]
    return {
        "read": draft.read,
        "added": result.added,
        "updated": result.updated,
        "unchanged": result.unchanged,
        "refused": result.refused + len(draft.refused),
        "encoding": table.encoding,
        "sheet": table.sheet,
        "header_row": layout.header_row,
        "columns": layout.mapping,
        "repairs": [_repair(repair, words) for repair in draft.repairs],
        "problems": [_problem(problem, words) for problem in [*told, *gone]],
    }


def _repair(repair: Repair, words: Catalog) -> dict[str, Any]:
    return {
        "row": repair.row,
        "column": repair.column,
        "from": repair.before,
        "to": repair.after,
        "why": repair.why,
        "message": words(REASONS[repair.why]),
    }


def _problem(problem: Problem, words: Catalog) -> dict[str, Any]:
    return {
        "row": problem.row,
        "column": problem.column,
        "code": problem.code,
        "message": problem.sentence(words),
    }
