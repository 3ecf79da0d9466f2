"""Makes the files of tests/data/spreadsheets anew: `python -m tests.intake.regenerate`."""

from datetime import date
from typing import Any

from tests.intake.files import SHEETS, ods, workbook, xls

TITLES = ["מס'", "שם מלא", "ת.ז.", "תפקיד ברשות", "רשות מקומית", "טל' נייד", 'דוא"ל', "הצטרפות"]
PEOPLE = [
    ["1", "ד״ר דנה בן־דוד", "123456782", "מנהלת אגף חינוך", "עיריית רמת אלה", "521234567",
     "dana@elah.muni.il", "01/09/2024"],
    ["2", "סמיר אבו חמדאן", "", "ראש אגף", "כפר א־זיתון", "052-1234568", "samir@zaytun.muni.ilץ",
     "1.9.24"],
    ["3", "כהן, רות", "", "רכזת", 'מ"א עמק הברוש', "5.21E+08", "ruth@brosh.org.il", "31/02/2024"],
    ["4", "ג'ורג' נאסר", "", "מנהל מחלקה", "כפר א-זיתון", "+972-54-7654321", "", "ספטמבר 2023"],
]  # fmt: skip


def ugly_workbook() -> bytes:
    """Title rows, an instructions sheet, merged authorities, numbers that lost their zero."""
    rows: list[list[Any]] = [["רשימת חברי הקהילה"], ["נכון לספטמבר"], [], TITLES]
    rows += [[int(person[0]), *person[1:]] for person in PEOPLE]
    rows[4][5], rows[4][7] = 521234567, date(2024, 9, 1)

    def fill(_book: Any, sheet: Any) -> None:
        sheet.merge_range("A1:H1", "רשימת חברי הקהילה")

    return workbook(rows, fill)


def text(delimiter: str) -> str:
    """The same people as text, with quoting only where it is needed."""
    lines = [TITLES, *PEOPLE]
    quoted = [[f'"{cell}"' if delimiter in cell else cell for cell in line] for line in lines]
    return "\r\n".join(delimiter.join(line) for line in quoted) + "\r\n"


def page() -> str:
    """The same people as a web page that calls itself a workbook."""
    cells = ("".join(f"<td>{cell}</td>" for cell in line) for line in [TITLES, *PEOPLE])
    rows = "".join(f"<tr>{line}</tr>" for line in cells)
    return f'<html><head><meta charset="utf-8"></head><body><table>{rows}</table></body></html>'


FILES = {
    "titles-above.xlsx": ugly_workbook,
    "excel-97.xls": lambda: xls([TITLES, *PEOPLE]),
    "libreoffice.ods": lambda: ods([TITLES, *PEOPLE]),
    "utf-8.csv": lambda: text(",").encode(),
    "excel-unicode.txt": lambda: text("\t").encode("utf-16"),
    "windows.csv": lambda: text(";").replace("־", "-").encode("cp1255"),
    "dos.csv": lambda: text(",").replace("־", "-").replace("״", '"').encode("cp862"),
    "web-page.xls": lambda: page().encode(),
}

if __name__ == "__main__":
    SHEETS.mkdir(parents=True, exist_ok=True)
    for name, make in FILES.items():
        (SHEETS / name).write_bytes(make())
