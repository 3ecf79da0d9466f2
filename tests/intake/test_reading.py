"""Whatever a file claims to be, its list is read, or a sentence says what to do."""

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_desktop.i18n import catalog
from cop_desktop.intake import table as tables
from cop_desktop.intake.reading import read_table
from cop_desktop.intake.table import RawTable
from tests.intake.files import with_part, workbook, zipped

ROWS = [("שם מלא", "טלפון", 'דוא"ל'), ("דנה כהן", "0521234567", "dana@haifa.muni.il")]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1255", "cp862"]


def cells(table: RawTable) -> list[tuple[object, ...]]:
    return [row.cells for row in table.rows]


def codes(table: RawTable) -> list[str]:
    return [problem.code for problem in table.problems]


@pytest.mark.parametrize("delimiter", list("\t;,"))
@pytest.mark.parametrize("encoding", [*ENCODINGS, "iso-8859-8"])
def test_text_in_any_encoding_and_delimiter_is_read(encoding: str, delimiter: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(ROWS)

    table = read_table(text.getvalue().encode(encoding))

    assert cells(table) == ROWS
    assert table.delimiter == delimiter
    assert not table.problems
    if encoding != "iso-8859-8":  # its letters are those of windows-1255
        assert table.encoding == encoding


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_single_hebrew_word_is_enough_to_tell_the_encoding(encoding: str) -> None:
    assert cells(read_table("שלום\n".encode(encoding))) == [("שלום",)]


def test_arabic_from_windows_is_not_taken_for_hebrew() -> None:
    text = "الاسم الكامل,الهاتف\nسمير نصر,0521234567\n"

    table = read_table(text.encode("cp1256"))

    assert table.encoding == "cp1256"
    assert cells(table)[1] == ("سمير نصر", "0521234567")


def test_an_unclear_encoding_is_asked_about_and_another_can_be_chosen() -> None:
    data = "Zoë,Müller\n".encode("cp1252")

    assert codes(read_table(data)) == ["encoding_unsure"]
    assert cells(read_table(data, encoding="cp1252")) == [("Zoë", "Müller")]
    assert codes(read_table(data, encoding="cp1252")) == []


def test_a_wrong_or_unknown_encoding_is_said() -> None:
    data = "שם\n".encode("cp1255")

    assert codes(read_table(data, encoding="utf-8")) == ["encoding_wrong"]
    assert codes(read_table(data, encoding="klingon")) == ["encoding_unknown"]
    assert codes(read_table(data, encoding="base64")) == ["encoding_unknown"]


def test_what_is_pasted_from_excel_keeps_line_breaks_inside_cells() -> None:
    table = read_table('שם\tהערות\r\nדנה\t"שורה\nועוד ""שורה"""\r\n')

    assert cells(table) == [("שם", "הערות"), ("דנה", 'שורה\nועוד "שורה"')]
    assert [row.number for row in table.rows] == [1, 2]


def test_gershayim_without_quoting_are_letters() -> None:
    table = read_table('שם,בי"ס\nדנה,בי"ס הדר\n'.encode())

    assert cells(table) == [("שם", 'בי"ס'), ("דנה", 'בי"ס הדר')]


def test_a_stray_quotation_mark_does_not_swallow_the_rows_beneath() -> None:
    text = 'שם,רשות\nדנה,"חיפה\n' + "".join(f"חבר {n},עכו\n" for n in range(40))

    table = read_table(text.encode())

    assert len(table.rows) == 42
    assert codes(table) == ["broken_quotes"]
    assert table.problems[0].row == 2


def test_excels_own_first_line_names_the_delimiter() -> None:
    table = read_table("sep=;\nשם;רשות, מחוז\nדנה;חיפה\n".encode())

    assert cells(table) == [("שם", "רשות, מחוז"), ("דנה", "חיפה")]
    assert table.rows[0].number == 2


def test_text_stays_text_and_whole_numbers_have_no_point() -> None:
    rows = [("0521234567", 521234567, 1.5, "5.01E+08", date(2024, 9, 1), True)]

    table = read_table(workbook(rows + rows))

    assert cells(table)[0] == rows[0]
    assert [type(cell) for cell in cells(table)[0]][:3] == [str, int, float]


def test_rows_keep_the_numbers_they_have_in_the_sheet() -> None:
    table = read_table(workbook([("כותרת",), (), ("שם", "רשות"), (), ("דנה", "חיפה")]))

    assert [row.number for row in table.rows] == [1, 3, 5]


def test_a_cell_merged_over_rows_says_the_same_of_each() -> None:
    def fill(_book: Any, sheet: Any) -> None:
        sheet.merge_range("A2:A4", "חיפה")
        sheet.merge_range("A5:A1048576", "עכו")

    rows = [("רשות", "שם"), (None, "דנה"), (None, "יוסי"), (None, "רות"), (None, "סמיר")]
    table = read_table(workbook(rows, fill))

    assert [row.cells for row in table.rows] == [
        ("רשות", "שם"), ("חיפה", "דנה"), ("חיפה", "יוסי"), ("חיפה", "רות"), ("עכו", "סמיר"),
    ]  # fmt: skip


def test_formulas_without_results_and_errors_are_pointed_at() -> None:
    def fill(_book: Any, sheet: Any) -> None:
        sheet.write_formula("B2", '="א"&"ב"', None, "")
        sheet.write_formula("B3", "=1/0", None, "#DIV/0!")
        sheet.write_formula("B4", "=1+1", None, 2)

    table = read_table(workbook([("שם", "סכום"), ("דנה",), ("יוסי",), ("רות",)], fill))

    found = {(problem.row, problem.column, problem.code) for problem in table.problems}
    assert found == {(2, "B", "formula_without_value"), (3, "B", "error_value")}
    assert cells(table)[3] == ("רות", 2)


def test_the_first_sheet_that_looks_like_a_list_is_read_unless_one_is_named() -> None:
    def fill(book: Any, _sheet: Any) -> None:
        other = book.add_worksheet("רשימה")
        other.write_row(0, 0, ["שם", "רשות"])
        other.write_row(1, 0, ["דנה", "חיפה"])
        book.add_worksheet("סתר").hide()

    data = workbook([("הוראות למילוי",)], fill)

    assert read_table(data).sheet == "רשימה"
    assert read_table(data).sheets == ("חברים", "רשימה")
    assert cells(read_table(data, sheet="חברים")) == [("הוראות למילוי",)]
    assert codes(read_table(data, sheet="אין")) == ["no_sheet"]


def test_a_web_page_saved_as_xls_is_read() -> None:
    page = """<html><head><meta charset="windows-1255"><style>td {}</style></head><body>
    <table><tr><th rowspan=2>שם</th><th colspan=2>קשר</th></tr><tr><th>נייד<th>מייל</tr>
    <tr><td>דנה&nbsp;כהן</td><td>052<br>054</td><td>a@b.il</td></tr></table></body></html>"""

    table = read_table(page.encode("cp1255"))

    assert cells(table) == [
        ("שם", "קשר", ""), ("שם", "נייד", "מייל"), ("דנה כהן", "052\n054", "a@b.il"),
    ]  # fmt: skip


def test_excel_2003_xml_is_read() -> None:
    xml = """<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>
    <Row><Cell><Data ss:Type="String">שם</Data></Cell><Cell><Data>רשות</Data></Cell></Row>
    <Row><Cell ss:Index="2"><Data ss:Type="String">חיפה</Data></Cell></Row>
    </Table></Worksheet></Workbook>"""

    assert cells(read_table(xml.encode())) == [("שם", "רשות"), ("", "חיפה")]


OLE = bytes.fromhex("D0CF11E0A1B11AE1")
WORD = zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
FOREIGN = {
    "empty": b"",
    "blank": b"\r\n \r\n",
    "foreign": b"%PDF-1.7\n%\xe2\xe3",
    "damaged": bytes(range(256)) * 40,
    "own_file": b"SQLite format 3\0" + bytes(100),
    "encrypted": OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"),
}  # fmt: skip


@pytest.mark.parametrize(("code", "data"), FOREIGN.items())
def test_what_is_no_list_gets_advice(code: str, data: bytes) -> None:
    table = read_table(data)

    assert codes(table) == [code if code != "blank" else "empty"]
    assert table.problems[0].sentence(catalog("en")).endswith((".", "”."))


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04 and then nothing", OLE + bytes(600),
     workbook(ROWS)[:-300], zipped({"xl/workbook.xml": b"<workbook"})],
)  # fmt: skip
def test_a_damaged_workbook_gets_advice(data: bytes) -> None:
    assert codes(read_table(data)) == ["damaged"]


def test_other_office_files_are_named() -> None:
    assert read_table(WORD).problems[0].values == {"kind": "Word"}
    assert codes(read_table(zipped({"xl/workbook.bin": b"x"}))) == ["binary_workbook"]
    assert read_table(zipped({"a.txt": b"x"})).problems[0].values == {"kind": "ZIP"}


def test_a_file_that_is_gone_gets_advice(tmp_path: Path) -> None:
    assert codes(read_table(tmp_path / "אין.xlsx")) == ["unreadable"]
    assert codes(read_table(tmp_path)) == ["unreadable"]


SHEET = "xl/worksheets/sheet1.xml"


def _far_cell(xml: bytes) -> bytes:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return xml.replace(b"</sheetData>", far)


HOSTILE = {
    "a part of 300 MB": zipped({"xl/workbook.xml": b"<w/>", "xl/a.xml": bytes(101 * 2**20)}),
    "a part packed 1,000 to 1": zipped({"xl/workbook.xml": b"<w/>", "xl/a.xml": bytes(2**22)}),
    "3,000 parts": zipped({"xl/workbook.xml": b"<w/>", **{f"{n}": b"" for n in range(3000)}}),
    "a cell at the far corner": with_part(workbook(ROWS), SHEET, _far_cell),
    "equal rows a million times": zipped({
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": b'<a><table:table-row table:number-rows-repeated="1048576">'
        b'<table:table-cell table:number-columns-repeated="16384" office:value="1"/>',
    }),
    "one long text in every cell": zipped({
        "xl/workbook.xml": b"<w/>",
        "xl/sharedStrings.xml": b"<sst><si><t>" + bytes(range(97, 123)) * 4000 + b"</t></si></sst>",
        "xl/worksheets/sheet1.xml": b"".join(
            b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(1, 20000)
        ),
    }),
}  # fmt: skip


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_bomb_is_not_unpacked(data: bytes) -> None:
    assert codes(read_table(data)) == ["swollen"]


def test_a_zip_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(workbook(ROWS))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        part = archive.getinfo(SHEET)
    at = data.rindex(SHEET.encode()) - 46 + 24  # the unpacked size, in the directory
    data[at : at + 4] = (part.file_size // 2).to_bytes(4, "little")

    assert codes(read_table(bytes(data))) == ["damaged"]


def test_formatting_of_a_whole_column_is_no_bomb() -> None:
    def hollow(xml: bytes) -> bytes:
        row = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
        return xml.replace(b"</sheetData>", row)

    assert cells(read_table(with_part(workbook(ROWS), SHEET, hollow))) == ROWS


def test_too_many_rows_are_cut_and_said() -> None:
    table = read_table("".join(f"חבר {n},עכו\n" for n in range(tables.MAX_ROWS + 7)).encode())

    assert len(table.rows) == tables.MAX_ROWS
    assert table.problems[0].code == "too_many_rows"
    assert table.problems[0].values == {"limit": tables.MAX_ROWS, "total": tables.MAX_ROWS + 7}


@given(data=st.binary(max_size=400))
def test_any_bytes_become_a_table_or_a_problem(data: bytes) -> None:
    table = read_table(data)
    assert table.rows or table.problems


@given(text=st.text(max_size=300))
def test_any_pasted_text_becomes_a_table_or_a_problem(text: str) -> None:
    table = read_table(text)
    assert table.rows or table.problems


@settings(max_examples=60)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=8))
def test_a_workbook_with_flipped_bytes_never_breaks_the_program(at: int, noise: bytes) -> None:
    data = bytearray(workbook(ROWS))
    at %= len(data)
    data[at : at + len(noise)] = noise
    table = read_table(bytes(data))
    assert table.rows or table.problems


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=20),
                 min_size=3, max_size=3),
        min_size=2, max_size=8,
    )
)  # fmt: skip
def test_what_a_writer_quotes_is_read_back(rows: list[list[str]]) -> None:
    rows = [["שם", "רשות", "מייל"], *rows]
    text = io.StringIO()
    csv.writer(text, delimiter="\t", quoting=csv.QUOTE_ALL).writerows(rows)

    table = read_table(text.getvalue())

    wanted = [tuple(cell.strip() for cell in row) for row in rows]
    assert cells(table) == [row for row in wanted if any(row)]


def test_times_and_midnights_are_read_as_people_write_them() -> None:
    table = read_table(workbook([("א", "ב"), (datetime(2024, 9, 1, 9, 30), date(2024, 9, 1))]))

    assert table.rows[1].cells == (datetime(2024, 9, 1, 9, 30), date(2024, 9, 1))
