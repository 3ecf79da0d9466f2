"""What was mended and what could not be taken, one line each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cop_desktop import formats
from cop_desktop.intake.findings import REASONS
from cop_desktop.intake.table import text_of
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tables import Column, Lead, PagedTable, RowList

from .look import Look


@dataclass(frozen=True, slots=True)
class Finding:
    """A line: where, what about it, from what to what."""

    id: int
    row: int
    column: str
    before: str
    after: str
    sentence: str
    wrong: bool  # needs a look, as against: was mended


def findings_of(look: Look, desk: Desk) -> list[Finding]:
    """Problems of rows first, then repairs; each group in the order of the list."""
    _ = desk.catalog
    problems = [one for one in (*look.draft.problems, *look.doubts) if one.row]
    lines = [
        (one.row, one.column, "", "", one.sentence(_), True)
        for one in sorted(problems, key=lambda one: one.row)
    ]
    lines += [
        (
            one.row,
            one.column,
            one.before,
            as_read(one.after, _.language),
            _(REASONS[one.why]),
            False,
        )
        for one in look.draft.repairs
    ]
    return [Finding(at, *line) for at, line in enumerate(lines)]


def refused_of(look: Look, desk: Desk) -> list[Finding]:
    """Rows that become nobody, with the reason."""
    _ = desk.catalog
    return [
        Finding(
            at, one.row, "", " · ".join(text_of(cell) for cell in one.cells if cell != "")[:200],
            "", one.reason.sentence(_), True,
        )
        for at, one in enumerate(look.draft.refused)
    ]  # fmt: skip


def findings_list(desk: Desk, found: Sequence[Finding], name: str, *, mended: bool) -> RowList:
    """A table of them; `mended` shows from what to what."""
    _, look = desk.catalog, desk.look

    def sign(one: Finding) -> Lead:
        if one.wrong:
            return Lead("ph.warning", look.theme.amber)
        return Lead("ph.wrench", look.theme.accent)

    columns: list[Column[Finding]] = [
        Column(_("Row"), lambda one: str(one.row), "", sign, 84, 0),
        Column(_("What"), lambda one: one.sentence, "", None, 300, 4, strong=True),
    ]
    if mended:
        columns += [
            Column(_("Column"), lambda one: one.column, "", None, 110, 1),
            Column(_("In the list"), lambda one: one.before, "", None, 120, 1),
            Column(_("As read"), lambda one: one.after, "", None, 120, 1),
        ]
    else:
        columns.append(Column(_("In the list"), lambda one: one.before, "", None, 300, 4))
    table = PagedTable[Finding](columns, lambda ids: [found[at] for at in ids])
    shown = RowList(look, table, name)
    shown.show_rows(list(range(len(found))))
    return shown


def as_read(text: str, language: str) -> str:
    """A value after its repair; dates as people write them."""
    try:
        return formats.date_short(date.fromisoformat(text), language)
    except ValueError:
        return text
