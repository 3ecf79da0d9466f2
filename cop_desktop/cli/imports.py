"""Import: a list as people keep it, read, compared with what is here, brought in as one step."""

import argparse
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from textwrap import shorten
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.formats import work_year_of
from cop_desktop.intake import lists
from cop_desktop.intake.fields import KINDS, ROSTER
from cop_desktop.intake.findings import Problem
from cop_desktop.intake.forms import doubts
from cop_desktop.intake.lists import Reading
from cop_desktop.intake.mapping import Wish, read_mapping
from cop_desktop.intake.matching import default_choices, find_matches
from cop_desktop.intake.summary import as_json
from cop_desktop.services import list_import, roster_import
from cop_desktop.services.roster_import import ImportResult
from cop_desktop.store import Store

from .shell import Shell, add_community

SHOWN = 60  # letters of a cell
Outcome = tuple[ImportResult, list[Problem]]  # what was done, and what was found on the way


class _DryRun(Exception):  # noqa: N818 - the way back out of a write that must leave no trace
    pass


def describe(parser: argparse.ArgumentParser) -> None:
    parser.description = "bring in a list; what cannot be taken is told row by row"
    parser.add_argument("kind", choices=sorted(KINDS), metavar="KIND")
    parser.add_argument("source", type=Path, metavar="SOURCE")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--mapping", type=Path, metavar="M.toml", help="which column is which")
    parser.add_argument("--dry-run", action="store_true", help="tell what would happen")
    add_community(parser)
    parser.set_defaults(run=bring_in)


def bring_in(shell: Shell, told: argparse.Namespace) -> None:
    kind = KINDS[told.kind]
    wish, problems = read_mapping(told.mapping, kind) if told.mapping else (Wish(), ())
    reading = _read(shell, told, wish)
    with shell.opened(told.file, to_write=True) as store:
        community = shell.community(store, told.community)
        if not (told.dry_run or problems):
            store.backup(reason="import")
        untouched: Outcome = ImportResult(), []  # a mapping that was refused must not be guessed
        result, found = (
            untouched if problems else _commit(shell, store, community.id, reading, told)
        )
    answer = as_json(
        reading.table, reading.layout, reading.draft, result, shell.words, [*problems, *found]
    )
    shell.answer(answer, *_lines(shell, answer))
    told_of = [_place(shell, it, it["message"]) for it in answer["problems"]]
    if answer["refused"] or problems or not reading.layout.usable:
        shell.refused_in_part(told_of)
    for notice in [] if shell.refused else told_of:
        shell.say(notice)


def _read(shell: Shell, told: argparse.Namespace, wish: Wish) -> Reading[Any]:
    if told.kind == ROSTER.key:
        return lists.read_roster(told.source, shell.today, wish)
    return lists.read_form(told.source, told.kind, wish)


def _commit(
    shell: Shell, store: Store, community_id: UUID, reading: Reading[Any], told: argparse.Namespace
) -> Outcome:
    """One write, one step back; a dry run is rolled back."""
    outcome: Outcome = ImportResult(), []
    with suppress(_DryRun), store.write(shell.words("Import a list")) as session:
        outcome = _COMMITS[told.kind](session, community_id, reading.draft, shell)
        if told.dry_run:
            raise _DryRun
    return outcome


def _roster(session: Session, community_id: UUID, draft: Any, _shell: Shell) -> Outcome:
    known = roster_import.everyone(session, community_id)
    matches = find_matches(draft.members, known)
    choices, undecided = default_choices(draft.members, matches, known)
    return roster_import.commit(session, community_id, choices), undecided


def _form(kind: str, session: Session, community_id: UUID, draft: Any, shell: Shell) -> Outcome:
    rows, year = [entry.values for entry in draft.entries], work_year_of(shell.today)
    here = list_import.here(session, kind, community_id, year)
    found = doubts(kind, draft.entries, list_import.steps(kind, rows, here), here)
    return list_import.commit(session, kind, community_id, year, rows), found


_COMMITS: dict[str, Callable[[Session, UUID, Any, Shell], Outcome]] = {
    ROSTER.key: _roster,
    **{kind: partial(_form, kind) for kind in lists.FORMS},
}


def _lines(shell: Shell, answer: dict[str, Any]) -> list[str]:
    _ = shell.words
    counts = _(
        "{read} rows read: {added} added, {updated} updated, {unchanged} unchanged, "
        "{refused} refused.",
        **{key: answer[key] for key in ("read", "added", "updated", "unchanged", "refused")},
    )
    repairs = [
        _place(shell, it, f"{_short(it['from'])} → {_short(it['to'])} ({it['message']})")
        for it in answer["repairs"]
    ]
    return [counts, *repairs]


def _place(shell: Shell, it: dict[str, Any], sentence: str) -> str:
    """Where it is, and what: row 0 means the whole file or column."""
    _, where = shell.words, {"row": it["row"], "column": it["column"], "sentence": sentence}
    if not it["row"]:
        return _("{column}: {sentence}", **where) if it["column"] else sentence
    if not it["column"]:
        return _("Row {row}: {sentence}", **where)
    return _("Row {row}, {column}: {sentence}", **where)


def _short(value: object) -> str:
    """A cell as one line of the shell shows it."""
    return shorten(str(value), SHOWN, placeholder="…")
