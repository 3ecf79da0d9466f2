"""Everything held about a member as one file: to read (.pdf, .docx) or as data (.json)."""

from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.i18n import Catalog
from cop_desktop.services import held
from cop_desktop.services.held import Held

from . import papers
from .writing import refusals_told, replacing

KEY = "held"
SUFFIXES = (".pdf", ".docx", ".json")


def gather(session: Session, member_id: UUID, *, private: bool = False) -> Held:
    """All of it; with `private`, what the leader keeps for herself as well."""
    return held.of(session, member_id, private=private)


def write(facts: Held, today: date, path: Path, _: Catalog) -> None:
    """Write it in the format of the suffix, whole or not at all."""
    from .reports import held as report

    if path.suffix.lower() == ".json":
        data = report.as_json(facts, today)
        with refusals_told(path), replacing(path) as part:
            part.write_bytes(data)
        return
    papers.write(report.held(facts, today, _), path, _)
