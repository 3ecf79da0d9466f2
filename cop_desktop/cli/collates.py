"""Collate: packages of many communities into one file or shared database."""

import argparse
from collections.abc import Iterator
from datetime import datetime, time
from itertools import chain
from pathlib import Path
from typing import Any

from cop_desktop.errors import UserError
from cop_desktop.export.receipts import write_receipts
from cop_desktop.export.writing import refusals_told
from cop_desktop.i18n import N_, Catalog
from cop_desktop.intake.package_folder import files_in, in_batches, packages
from cop_desktop.models.package_words import PackageState
from cop_desktop.services import cards, collating, coordinators
from cop_desktop.services.collating import Arrival, Receipt
from cop_desktop.store import create_file

from .shell import Shell, file_or_address

NOT_THERE = N_("{name} is not there. Name the folder that holds the packages.")


def describe(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "take packages of communities in; to do it again changes nothing, and a damaged file "
        "stops none of the others"
    )
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument(
        "--into", type=file_or_address, required=True, metavar="FILE",
        help="a coordinator's file, made when it is not there, or a database: "
        "postgresql+psycopg://user@computer/database",
    )  # fmt: skip
    parser.add_argument(
        "--receipts", type=Path, metavar="FOLDER",
        help="where to write a receipt for each sender, to be sent back",
    )  # fmt: skip
    parser.set_defaults(run=collate)


def collate(shell: Shell, told: argparse.Namespace) -> None:
    for folder in told.folders:
        if not folder.exists():
            raise UserError(NOT_THERE, name=str(folder))
    if told.receipts is not None:  # before anything is taken in
        with refusals_told(told.receipts):
            told.receipts.mkdir(parents=True, exist_ok=True)
    if isinstance(told.into, Path) and not told.into.exists():
        create_file(told.into).close()
    now = datetime.combine(shell.today, time())
    receipts: list[Receipt] = []
    with shell.opened_any(told.into, to_write=True) as store:
        with store.read() as session:
            coordinators.must_be_coordinators(session, store.title)
        for batch in in_batches(_arrivals(told.folders), ahead=store.by_itself):
            with store.write(shell.words("Take packages in")) as session:
                receipts += collating.take_in(session, batch, now)
        with store.write(shell.words("Join communities of one name")) as session:
            cards.settle(session)
        with store.read() as session:
            here = coordinators.sent(session)
    if told.receipts is not None:
        write_receipts(receipts, told.receipts)
    _tell(shell, sorted(receipts, key=lambda it: it.file), here)


def _arrivals(folders: list[Path]) -> Iterator[Arrival]:
    files = [files_in(it) if it.is_dir() else [it] for it in folders]
    return packages(chain.from_iterable(files))


def _tell(shell: Shell, receipts: list[Receipt], here: int) -> None:
    _ = shell.words
    states = [it.state for it in receipts]
    counts = {it.value: states.count(it) for it in PackageState}
    shell.answer(counts | {"communities": here, "receipts": [as_shown(it, _) for it in receipts]})
    for it in receipts:
        if it.refusal is None:
            shell.say(it.sentence(_))
        for remark in it.remarks(_):
            shell.say(f"  {remark}")
        for row in it.left_out:
            shell.say(f"  {row.sentence(_)}")
    refused = [it.sentence(_) for it in receipts if it.refusal]
    if refused:
        shell.refused_in_part(refused)
    shell.say(_.plural("{n} community is here.", "{n} communities are here.", here))


def as_shown(it: Receipt, _: Catalog) -> dict[str, Any]:
    """A receipt for scripts."""
    return {
        "file": it.file, "state": it.state.value, "community": it.community_id or None,
        "name": it.name or None, "number": it.number or None, "level": it.level or None,
        "as_of": it.as_of, "digest": it.digest or None, "rows": dict(it.rows),
        "left_out": [
            {"table": row.table, "line": row.line, "column": row.column, "code": row.code,
             "message": row.sentence(_)}
            for row in it.left_out
        ],
        "skipped": it.skipped,
        "changes": {
            name: {"new": n.new, "gone": n.gone, "changed": n.changed}
            for name, n in it.changes.tables.items()
        },
        "stage": list(it.changes.stage) if it.changes.stage else None,
        "message": it.sentence(_),
    }  # fmt: skip
