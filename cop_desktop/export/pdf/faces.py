"""Faces as reportlab knows them, with shaped Arabic and niqqud that can be searched and copied."""

import re
from functools import lru_cache
from typing import Any

from reportlab.lib.abag import ABag
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, shapeFragWord

from .fontfiles import font_files

SHAPED_SIZE = 1000  # shaping happens at this size, advances are scaled
_FEATURES = {"kern": True, "liga": True}  # no discretionary ligatures in running text
_FORM = re.compile("[\ue000-\uf8ff\ufb00-\ufeff]")  # a shape, not a letter
_CMAP_LINE = re.compile(r"^(<[0-9A-F]{2}>) <([0-9A-F]{4})>$", re.MULTILINE)


class Face(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font that says in the file which letters its shapes stand for."""

    meant: dict[int, str]

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        known = set(doc.idToObject)
        super().addObjects(doc)
        for name in set(doc.idToObject) - known:
            if name.startswith("toUnicodeCMap:"):
                stream = doc.idToObject[name]
                stream.content = _CMAP_LINE.sub(self._line, stream.content)

    def _line(self, match: re.Match[str]) -> str:
        letters = self.meant.get(int(match[2], 16))
        if letters is None:
            return match[0]
        return f"{match[1]} <{letters.encode('utf-16-be').hex().upper()}>"


@lru_cache(1)
def coverage() -> dict[str, set[int]]:
    """The letters of every face, after making the faces known to reportlab."""
    covered = {}
    for name, path in font_files().items():
        face = Face(name, str(path))
        face.meant = {}
        pdfmetrics.registerFont(face)
        covered[name] = set(face.face.charToGlyph)
    return covered


@lru_cache(16)
def advances(name: str) -> dict[int, float]:
    """Width of every letter in thousandths of an em; 0 stands for letters that are missing."""
    coverage()
    face = pdfmetrics.getFont(name).face
    return {0: face.defaultWidth, **face.charWidths}


@lru_cache(8192)
def shaped(text: str, name: str) -> str:
    """A right-to-left run in visual order, as reportlab's shaped string (see `shapeStr`)."""
    coverage()
    run = ABag(fontName=name, fontSize=SHAPED_SIZE)
    result: str = shapeFragWord([0, (run, text)], _FEATURES, force=True)[1][1]
    return result


def forget() -> None:
    """Begin a file: what its shapes stand for is told by its own text, not by papers before it."""
    for name in coverage():
        pdfmetrics.getFont(name).meant.clear()


def remember(text: str, name: str, result: str) -> None:
    """Note what every new shape that is drawn stands for: the letters from its cluster to the next.

    Letters of a ligature are named from left to right, as poppler and pdfium expect (measured:
    in logical order both turn "الأول" into "األول"; pdf.js alone wants it the other way).
    """
    glyphs = getattr(result, "__shapeData__", None)
    if not glyphs:
        return
    face = pdfmetrics.getFont(name)
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for shape, glyph in zip(result, glyphs, strict=True):
        if _FORM.match(shape):
            face.meant.setdefault(ord(shape), text[glyph.cluster : ends[glyph.cluster]][::-1])
