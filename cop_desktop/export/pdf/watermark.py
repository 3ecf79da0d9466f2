"""A pale word from corner to corner, under everything else on the page.

It is drawn as outlines, so that it does not run through the text of whoever searches, copies or
hears the page; the foot says it in letters.
"""

import math
from functools import lru_cache
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from cop_desktop.export.text.clean import clean
from cop_desktop.formats import without_isolates

from .fontfiles import font_files

_PALE = (0.914, 0.929, 0.933)  # light enough to be read over, on screen and from any printer
_LONGEST, _LARGEST = 0.8, 130.0  # of the way between the corners; points of type
_LETTERS = 60  # a word or two; the outlines of a long text would weigh on every page
Step = tuple[str, tuple[float, ...]]


class Watermark:
    """A word across the page, rising in the direction in which it is read."""

    def __init__(self, word: str, family: str, rtl: bool) -> None:
        """`family` as in `font_files`: Heebo or Plex."""
        self.rtl, said = rtl, without_isolates(clean(word)).strip()[:_LETTERS]
        self.steps, self.length = outline(said, f"{family}-700") if said else ((), 0.0)

    def draw(self, canvas: Canvas, width: float, height: float) -> None:
        """As large as the page has room; lengths are points."""
        if not self.steps:
            return
        size = min(_LARGEST, _LONGEST * math.hypot(width, height) / self.length)
        turn = math.degrees(math.atan2(height, width))
        canvas.saveState()
        canvas.translate(width / 2, height / 2)
        canvas.rotate(-turn if self.rtl else turn)
        canvas.scale(size, size)
        canvas.translate(-self.length / 2, -0.3)  # the middle of the letters on that of the page
        canvas.setFillColorRGB(*_PALE)
        path = canvas.beginPath()
        for step, at in self.steps:
            getattr(path, step)(*at)
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.restoreState()


@lru_cache(8)
def outline(word: str, face: str) -> tuple[tuple[Step, ...], float]:
    """The shapes of a word at size 1, y upwards, and its length; Arabic letters are joined."""
    import uharfbuzz as hb  # with fontTools heavy, and only drafts need them
    from fontTools.pens.transformPen import TransformPen

    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(font_files()[face]))))
    letters = hb.Buffer()
    letters.add_str(word)
    letters.guess_segment_properties()
    hb.shape(font, letters)
    em, x, pen = font.face.upem, 0, _pen()
    for glyph, place in zip(letters.glyph_infos, letters.glyph_positions, strict=True):
        at = ((x + place.x_offset) / em, place.y_offset / em)
        font.draw_glyph_with_pen(glyph.codepoint, TransformPen(pen, (1 / em, 0, 0, 1 / em, *at)))
        x += place.x_advance
    return tuple(pen.steps), x / em


def _pen() -> Any:
    from fontTools.pens.basePen import BasePen

    class Steps(BasePen):  # type: ignore[misc]  # fontTools has no types
        """Notes outlines as the steps of a path of ReportLab."""

        def __init__(self) -> None:
            super().__init__()
            self.steps: list[Step] = []

        def _moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802 - fontTools' names
            self.steps.append(("moveTo", to))

        def _lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
            self.steps.append(("lineTo", to))

        def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
            self.steps.append(("curveTo", tuple(value for point in points for value in point)))

        def _closePath(self) -> None:  # noqa: N802
            self.steps.append(("close", ()))

    return Steps()
