"""Two copies of one file: bringing them together, and what contradicts."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from cop_desktop.errors import UserError
from cop_desktop.export import remains
from cop_desktop.i18n import N_
from cop_desktop.paths import settings_file
from cop_desktop.services import erasing
from cop_desktop.services.merging.deciding import undecided
from cop_desktop.services.merging.meeting import Outcome, bring_in, prepare
from cop_desktop.services.merging.rows import read_rows
from cop_desktop.services.merging.telling import (
    Contradiction,
    Kind,
    Summary,
    contradictions,
    summary,
)
from cop_desktop.settings import load
from cop_desktop.store import Store, borrowed

from .shell import Shell

SAME = N_("{name} cannot be brought together with itself.")
FORGOTTEN = N_(
    "In the other copy somebody was erased for good: {names}. With --forget they are erased "
    "here, too, with the older backups; that cannot be undone."
)
PARTS = {
    "added": N_("New: {kind}: {n}"),
    "changed": N_("Changed: {kind}: {n}"),
    "removed": N_("Gone: {kind}: {n}"),
}


def describe(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "bring another copy of a file into FILE, or tell what contradicts in a file"
    )
    parser.add_argument("other", type=Path, metavar="OTHER", help="the copy; it is never changed")
    deed = parser.add_mutually_exclusive_group(required=True)
    deed.add_argument("--into", type=Path, metavar="FILE", help="the file that takes it in")
    deed.add_argument(
        "--undecided", action="store_true",
        help="tell what waits for a decision in OTHER; ends with 1 while anything does",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="tell what would happen")
    parser.add_argument(
        "--forget", action="store_true", help="forget here, too, who was forgotten in OTHER"
    )
    parser.set_defaults(run=merge)


def merge(shell: Shell, told: argparse.Namespace) -> None:
    if told.undecided:
        _tell_undecided(shell, told.other)
        return
    if told.into.exists() and told.other.exists() and told.into.samefile(told.other):
        raise UserError(SAME, name=told.other.name)
    with shell.opened(told.into, to_write=not told.dry_run) as store:
        outcome = _read(shell, store, told.other)
        found = summary(outcome, shell.words)
        _tell_remains(shell, store, outcome)
        if not told.dry_run:
            _bring(shell, store, told, outcome, found)
    answer = {part: _counts(getattr(found, part)) for part in PARTS}
    told_of = [_as_json(it) for it in found.contradictions]
    shell.answer({**answer, "contradictions": told_of, "forgotten": list(found.erased)})
    for line in _lines(shell, found):
        shell.say(line)


def _read(shell: Shell, store: Store, other: Path) -> Outcome:
    with borrowed(other) as theirs, theirs.read() as others, store.read() as ours:
        return prepare(ours, others, shell.words("a former member"))


def _tell_remains(shell: Shell, store: Store, outcome: Outcome) -> None:
    """What names those who are to be forgotten, and stays for people to look into."""
    if not outcome.erased:
        return
    folders = remains.folders(load(settings_file()).memory)
    with store.read() as session:
        left = remains.told(session, outcome.erased, folders, shell.words)
    shell.answer({"remains": list(left)}, *left)


def _bring(
    shell: Shell, store: Store, told: argparse.Namespace, outcome: Outcome, found: Summary
) -> None:
    """Forget whom the other side forgot; then a backup, and one step."""
    _ = shell.words
    if outcome.erased:
        if not told.forget:
            raise UserError(FORGOTTEN, names=", ".join(found.erased))
        with store.write(_("Erase for good")) as session:
            for key in outcome.erased:
                erasing.erase(session, key, _("a former member"), shell.today)
        store.forget()
        outcome = _read(shell, store, told.other)
    store.backup(reason="together")
    with store.write(_("Bring together with {file}", file=told.other.name)) as session:
        bring_in(session, outcome, datetime.now())


def _tell_undecided(shell: Shell, file: Path) -> None:
    with shell.opened(file) as store, store.read() as session:
        found = undecided(session)
        waits = contradictions(found, read_rows(session), shell.words) if found else ()
    shell.answer({"contradictions": [_as_json(it) for it in waits]})
    if waits:
        shell.refused_in_part([])
    else:
        shell.say(shell.words("Nothing waits for a decision"))
    for it in waits:
        shell.say(_in_words(shell, it))


def _counts(kinds: tuple[Kind, ...]) -> dict[str, int]:
    return {it.table: it.count for it in kinds}


def _as_json(it: Contradiction) -> dict[str, Any]:
    told = asdict(it)
    table, row, column = told.pop("cell")
    values = [one["words"] for one in told.pop("versions")]
    return {"table": table, "row": row, "column": column, **told, "values": values}


def _lines(shell: Shell, found: Summary) -> Iterator[str]:
    _ = shell.words
    if found.nothing:
        yield _("Both copies hold the same: there is nothing to bring in.")
    for part, sentence in PARTS.items():
        for kind in getattr(found, part):
            yield _(sentence, kind=kind.title, n=kind.count)
    if n := len(found.contradictions):
        yield _.plural(
            "{n} contradiction waits for a decision.", "{n} contradictions wait for a decision.", n
        )
    for it in found.contradictions:
        yield _in_words(shell, it)


def _in_words(shell: Shell, it: Contradiction) -> str:
    _ = shell.words
    if it.about_row:
        return _("{kind} “{name}”: deleted in one copy, changed in the other",
                 kind=it.kind, name=it.name)  # fmt: skip
    values = " | ".join(_.isolate(" ".join(one.words.split())) for one in it.versions)
    return _("{kind} “{name}”, {field}: {values}",
             kind=it.kind, name=it.name, field=it.field, values=values)  # fmt: skip
