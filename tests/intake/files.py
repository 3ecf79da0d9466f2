"""Ugly files, made the way they come: by Excel, by systems of the government, by hand."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

SHEETS = Path(__file__).parents[1] / "data" / "spreadsheets"


def workbook(
    rows: Sequence[Sequence[Any]], fill: Callable[[Any, Any], None] | None = None
) -> bytes:
    """A workbook of Excel; text is written as text, numbers as numbers."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "default_date_format": "dd/mm/yyyy hh:mm"}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet("חברים")
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(at, column, value)
                elif value is not None:
                    sheet.write(at, column, value)
        if fill:
            fill(book, sheet)
    return buffer.getvalue()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip of parts, packed tightly."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same zip with one part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    return zipped(parts | {name: change(parts[name])})
