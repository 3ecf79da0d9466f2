"""The plan on its way out: printed, or saved as a table; seen before it leaves."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cop_desktop import formats
from cop_desktop.export.papers import Subject
from cop_desktop.ui.desk import Desk


def print_plan(desk: Desk, work_year: int, parent: QWidget) -> None:
    """Preview the year's plan as a paper."""
    from cop_desktop.ui.dialogs.paper import PaperDialog  # previewing loads the PDF writer

    dialog = PaperDialog(desk, "work-plan", None, parent.window())
    if work_year != formats.work_year_of(desk.today()):
        dialog.view.show_paper("work-plan", _subject(desk, work_year))
    dialog.open()


def ask_sheet(desk: Desk, work_year: int, parent: QWidget) -> None:
    """Ask where the table goes, and write it."""
    _ = desk.catalog
    folder = desk.settings.memory.get("papers.folder", str(Path.home()))
    year = formats.work_year_name(work_year, _.language).replace("/", "-")
    start = str(Path(folder) / f"{_('Work plan {year}', year=year)}.xlsx")
    kinds = "Excel (*.xlsx);;CSV (*.csv)"
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Save as"), start, kinds)
    if chosen:
        path = Path(chosen)
        save_sheet(desk, work_year, path if path.suffix else path.with_suffix(".xlsx"))


def save_sheet(desk: Desk, work_year: int, path: Path) -> None:
    """Write the year's plan as .xlsx or .csv."""
    from cop_desktop.export import sheets  # what writes tables waits until one is written

    with desk.store.read() as session:
        sheet = sheets.SHEETS["work-plan"](session, _subject(desk, work_year), desk.catalog)
    sheets.write(sheet, path)
    desk.toast(desk.catalog("{file} was saved.", file=path.name))


def _subject(desk: Desk, work_year: int) -> Subject:
    return Subject(desk.community_id, desk.today(), work_year=work_year)
