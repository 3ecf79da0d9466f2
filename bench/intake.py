"""A list of 10,000 rows, from the spreadsheet to the committed file: python -m bench.intake"""

import argparse
import gc
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from bench.roster import FAMILY, GIVEN, JOBS
from bench.table import Line, median, show
from cop_desktop.intake.fields import ROSTER
from cop_desktop.intake.headers import lay_out
from cop_desktop.intake.matching import default_choices, find_matches
from cop_desktop.intake.reading import read_table
from cop_desktop.intake.roster import RosterDraft, draft_roster
from cop_desktop.services import communities, roster_import
from cop_desktop.store import Store, create_file

TODAY = date(2026, 11, 22)


def spreadsheet(folder: Path, count: int) -> Path:
    """A roster as people keep it: a title row, gershayim, telephones that lost their zero."""
    path, book = folder / "list.xlsx", Workbook(write_only=True)
    sheet = book.create_sheet("חברים")
    sheet.append(["רשימת חברי הקהילה"])
    sheet.append(["שם פרטי", "שם משפחה", "רשות", "תפקיד", "נייד", 'דוא"ל', "הצטרפות"])
    for n in range(count):
        sheet.append(
            [GIVEN[n % 10], f"{FAMILY[n % 11]} {n}", f"עיריית {n % 40}", JOBS[n % 4],
             501000000 + n, f"member{n}@example.org", "01/09/2025"]
        )  # fmt: skip
    book.save(path)
    return path


def read(path: Path) -> RosterDraft:
    table = read_table(path)
    return draft_roster(table, lay_out(table, ROSTER), TODAY)


def bring_in(path: Path, store: Store) -> None:
    """From the list on disk to the commit."""
    draft = read(path)
    with store.write("import") as session:
        key = communities.found(session, "קהילה", 2026)
        known = roster_import.everyone(session, key)
        matches = find_matches(draft.members, known)
        choices, _undecided = default_choices(draft.members, matches, known)
        result = roster_import.commit(session, key, choices)
    assert result.added == len(draft.members)


def timed_imports(path: Path, folder: Path, runs: int = 5) -> float:
    """Median seconds of an import into a new file each time; making the file is not counted."""
    times = []
    for run in range(runs + 1):
        store = create_file(folder / f"new-{run}.cop")
        start = time.perf_counter()
        bring_in(path, store)
        times.append(time.perf_counter() - start)
        store.close()
    return statistics.median(times[1:])


def by_openpyxl(path: Path) -> int:
    book = load_workbook(path, read_only=True, data_only=True)
    return sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))


def by_pandas(path: Path) -> int:
    import pandas as pd

    return len(pd.read_excel(path, header=1, engine="openpyxl"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    told = parser.parse_args()
    gc.disable()  # as in the program, where ui/tidy.py collects between two events
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = spreadsheet(folder, told.rows)
        lines = [
            Line(
                "cells by calamine",
                median(lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()),
            ),
            Line("read, recognised, repaired", median(lambda: read(path), 3)),
            Line("the same, to the commit", timed_imports(path, folder), "≤ 1 s"),
            Line("peer: cells by openpyxl", median(lambda: by_openpyxl(path), 3)),
            Line("peer: cells by pandas", median(lambda: by_pandas(path), 3)),
        ]
    show(f"Import of {told.rows:,} rows", lines)


if __name__ == "__main__":
    main()
