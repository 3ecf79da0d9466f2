"""The coordinator's report of many communities: on paper, as a workbook, as a plain table."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.services import overview
from cop_desktop.services.overview import MissingRow, OverviewRow, Sums, Wanted

from . import papers, sheets

KEY = "rollup"
SUFFIXES = (".pdf", ".docx", ".xlsx", ".csv")
OTHER_SUFFIX = N_("The report is written as {formats}, not as {suffix}. Change the file's name.")


@frozen
class Rollup:
    """What the packages of the wanted communities told, and nothing else."""

    today: date
    told: str  # what was looked for, in words; nothing for all communities
    sums: Sums
    rows: tuple[OverviewRow, ...]
    missing: tuple[MissingRow, ...]


def gather(session: Session, wanted: Wanted, today: date, told: str = "") -> Rollup:
    """Read what the report tells."""
    rows = overview.communities(session, wanted, today)
    here = {it.id for it in rows}
    missing = tuple(it for it in overview.missing(session, today) if it.community_id in here)
    return Rollup(today, told, overview.sums(session, wanted, today), rows, missing)


def write(facts: Rollup, path: Path, _: Catalog) -> None:
    """Write the report in the format of the path's suffix, whole or not at all."""
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise UserError(OTHER_SUFFIX, formats=" ".join(SUFFIXES), suffix=path.suffix or path.name)
    writer(facts, path, _)


def _paper(facts: Rollup, path: Path, _: Catalog) -> None:
    from .reports import rollup  # reports are imported when they are asked for

    papers.write(rollup.rollup(facts, _), path, _)


def _book(facts: Rollup, path: Path, _: Catalog) -> None:
    from .reports import rollup_sheets

    sheets.write_book(rollup_sheets.sheets(facts, _), path)


def _table(facts: Rollup, path: Path, _: Catalog) -> None:
    from .reports import rollup_sheets

    sheets.write(rollup_sheets.communities(facts, _), path)


Writer = Callable[[Rollup, Path, Catalog], None]
_WRITERS: Mapping[str, Writer] = {
    ".pdf": _paper,
    ".docx": _paper,
    ".xlsx": _book,
    ".csv": _table,
}
