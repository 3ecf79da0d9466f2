"""Tables written as HTML or as XML of Excel 2003, which many systems give out as `.xls`."""

import re
from html.parser import HTMLParser

from .table import Cell, RawTable, tidy

_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|meta|table|body|div|style|\?mso|workbook|ss:workbook)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_ROWS = frozenset(("tr", "row", "ss:row"))
_CELLS = frozenset(("td", "th", "cell", "ss:cell"))
_BREAKS = frozenset(("br", "p", "div"))
_SILENT = frozenset(("style", "script", "title", "head"))
_MAX_SPAN = 200


def is_markup(text: str) -> bool:
    """Whether a text is a web page or Excel's XML and not a list."""
    return bool(_START.match(text[:2048]))


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its head."""
    found = _CHARSET.search(data[:2048])
    return found[1].decode() if found else None


def read_markup(text: str, encoding: str) -> RawTable:
    """All rows of all tables of a page, one beneath the other."""
    page = _Page()
    page.feed(text)
    page.close()
    page.end_cell()
    rows, problems = tidy(list(enumerate(page.rows, 1)))
    return RawTable(rows, encoding, problems=problems)


class _Page(HTMLParser):
    """Collects rows; a cell over several rows or columns counts for each row, once a column."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[Cell]] = []
        self._text: list[str] | None = None
        self._span = 1, 1  # rows, columns
        self._silent = 0
        self._hanging: dict[int, tuple[int, str]] = {}  # column → rows still covered, its text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in _SILENT:
            self._silent += 1
        elif tag in _ROWS:
            self.end_cell()
            self.rows.append([])
        elif tag in _CELLS and self.rows:
            self._begin_cell(values)
        elif tag in _BREAKS and self._text:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _CELLS or tag in _ROWS:
            self.end_cell()

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._silent:
            self._text.append(data)

    def _begin_cell(self, values: dict[str, str | None]) -> None:
        self.end_cell()
        row = self.rows[-1]
        if index := _number(values.get("ss:index"), 0):
            row += [""] * (min(index, _MAX_SPAN) - 1 - len(row))
        self._take_hanging(row)
        self._text = []
        self._span = _number(values.get("rowspan"), 1), _number(values.get("colspan"), 1)

    def end_cell(self) -> None:
        """Write the open cell into its row, if there is one."""
        if self._text is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self._text).split("\n"))
        text = "\n".join(line for line in lines if line)
        row, (down, across) = self.rows[-1], self._span
        if down > 1:
            self._hanging[len(row)] = down - 1, text
        row += [text, *[""] * (across - 1)]
        self._text = None
        self._take_hanging(row)

    def _take_hanging(self, row: list[Cell]) -> None:
        while hanging := self._hanging.pop(len(row), None):
            left, text = hanging
            if left > 1:
                self._hanging[len(row)] = left - 1, text
            row.append(text)


def _number(text: str | None, default: int) -> int:
    return min(int(text), _MAX_SPAN) if text and text.isdecimal() else default
