"""Saving the roll-up: read here, written by a worker."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cop_desktop.i18n import N_
from cop_desktop.services.overview import Wanted
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.saving import ask_where, save_in_worker

FORMATS: Mapping[str, str] = {
    ".pdf": N_("As PDF"),
    ".docx": N_("As a Word document"),
    ".xlsx": N_("As an Excel workbook"),
    ".csv": N_("As a CSV table"),
}


def save_report(parent: QWidget, desk: Desk, wanted: Wanted, told: str, suffix: str) -> None:
    """Ask where to, write, and say so."""
    if path := ask_where(parent, desk, desk.catalog("Report of communities"), suffix):
        write_report(desk, wanted, told, path)


def write_report(desk: Desk, wanted: Wanted, told: str, path: Path) -> None:
    """Write the report of what is wanted; `told` says it in words."""
    from cop_desktop.export.rollup import gather, write  # only when somebody reports

    with desk.store.read() as session:
        facts = gather(session, wanted, desk.today(), told)
    save_in_worker(desk, path, lambda _progress: write(facts, path, desk.catalog))
