"""Reading back what was printed: text, places, pictures."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from cop_desktop.export.document import Document
from cop_desktop.export.pdf import Report, write_pdf
from cop_desktop.i18n import catalog

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PIECE = re.compile(r"\u202a(\W*)(.*?)(\W*)\u202c")  # left-to-right inside right-to-left


@dataclass(frozen=True, slots=True)
class Letter:
    """A printed letter: where it stands (points from the left and the bottom), and its size."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


@dataclass(frozen=True, slots=True)
class Printed:
    """A file and what its writer said about it."""

    path: Path
    report: Report

    def text(self) -> str:
        """What poppler reads, line by line, in logical order, without direction marks."""
        run = subprocess.run(
            ["pdftotext", "-layout", str(self.path), "-"], capture_output=True, check=True
        )
        lines = run.stdout.decode("utf-8").splitlines()
        return "\n".join(_logical(line) for line in lines)

    def pdfium(self, page: int = 0) -> str:
        """What browsers read on a page."""
        found = pypdfium2.PdfDocument(self.path)[page]
        return str(found.get_textpage().get_text_range())

    def words(self) -> str:
        """Every word poppler finds, direction marks counting as blanks."""
        run = subprocess.run(["pdftotext", str(self.path), "-"], capture_output=True, check=True)
        return " ".join(_MARKS.sub(" ", run.stdout.decode("utf-8")).split())

    def letters(self, page: int = 0) -> list[Letter]:
        document = pypdfium2.PdfDocument(self.path)
        text = document[page].get_textpage()
        found = []
        for i in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(text, i)
            if not chr(code).isspace():
                left, bottom, right, top = text.get_charbox(i)
                size = raw.FPDFText_GetFontSize(text, i)
                found.append(Letter(chr(code), left, bottom, right, top, size))
        return found

    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of every page in points."""
        return [page.get_size() for page in pypdfium2.PdfDocument(self.path)]

    def ink(self) -> list[float]:
        """Mean darkness of every page (0 to 1), as paper would show it."""
        pages = pypdfium2.PdfDocument(self.path)
        pictures = (page.render(scale=80 / 72, grayscale=True).to_numpy() for page in pages)
        return [1 - float(picture.mean()) / 255 for picture in pictures]

    def raw(self) -> bytes:
        return self.path.read_bytes()


def _logical(line: str) -> str:
    """Poppler embeds what is not Hebrew as it is *seen*: signs at its ends change sides."""
    if "\u202b" in line:
        line = _PIECE.sub(lambda m: m[3][::-1] + m[2] + m[1][::-1], line)
    return _MARKS.sub("", line)


def printed(document: Document, folder: Path) -> Printed:
    path = folder / "paper.pdf"
    return Printed(path, write_pdf(document, path, catalog(document.language)))
