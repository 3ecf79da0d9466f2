"""The work year, September to August: meetings, free days, milestones, today."""

from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath

from cop_desktop.frozen import frozen
from cop_desktop.ui.icons import Colour
from cop_desktop.ui.theme import CAPTION, RADIUS, mix

from .canvas import Canvas
from .picture import Picture
from .timeline import Axis, Mark, Month, Span, draw_mark, draw_months


@frozen
class YearData:
    """`end` is the first day after the year."""

    months: tuple[Month, ...]
    end: date
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]
    today: date
    today_word: str


class YearRibbon(Picture[YearData]):
    """Meetings are numbered rings, milestones diamonds, free days hatched."""

    def least(self) -> tuple[float, float]:
        return 620, 4 * self.look.line(CAPTION) / self.look.scale + 54

    def as_text(self, data: YearData) -> str:
        return "; ".join(mark.words for mark in data.marks)

    def draw(self, canvas: Canvas, data: YearData) -> None:
        px, line = canvas.look.px, canvas.look.line(CAPTION)
        top, tall = 2 * line + px(6), px(40)
        axis = Axis(data.months[0].start, data.end, 0, canvas.width)
        band = QRectF(0.5, top, canvas.width - 1, tall)
        now = axis.x(data.today)
        self._ground(canvas, data, axis, band)
        draw_months(canvas, data.months, axis, data.today, (top, top + tall))
        canvas.box(band, None, canvas.theme.line, radius=RADIUS)
        canvas.row_of_words(self._words(canvas, data, axis), top + tall + px(5))
        if axis.first <= data.today < data.end:
            foot = canvas.point(now, top + tall + px(4))
            canvas.line(canvas.point(now, top - px(4)), foot, canvas.theme.accent, 2)
        for mark in data.marks:
            half = px(14)
            at = min(max(axis.x(mark.day), half), canvas.width - half)  # whole at either end
            draw_mark(canvas, mark, at, top + tall / 2)
            box = canvas.rect(at - half, top + tall / 2 - half, 2 * half, 2 * half)
            self.note(mark.key, mark.words, box)

    def _ground(self, canvas: Canvas, data: YearData, axis: Axis, band: QRectF) -> None:
        t = canvas.theme
        clip = QPainterPath()
        clip.addRoundedRect(band, RADIUS, RADIUS)
        canvas.painter.save()
        canvas.painter.setClipPath(clip)
        canvas.painter.fillRect(band, QColor(t.sunken))
        gone = canvas.rect(0, band.top(), axis.x(data.today), band.height())
        canvas.painter.fillRect(gone, mix(t.sunken, t.accent, 0.10))
        for span in data.spans:
            wide = max(axis.x(span.end) - axis.x(span.start), 3)
            canvas.hatch(canvas.rect(axis.x(span.start), band.top(), wide, band.height()), t.sunken)
        canvas.painter.restore()

    def _words(self, canvas: Canvas, data: YearData, axis: Axis) -> list[tuple[float, str, Colour]]:
        t = canvas.theme
        middle = [((axis.x(s.start) + axis.x(s.end)) / 2, s.name, t.muted) for s in data.spans]
        told: list[tuple[float, str, Colour]] = [note for note in middle if note[1]]
        told += [
            (axis.x(mark.day), mark.label, t.text)
            for mark in data.marks
            if mark.kind == "milestone"
        ]
        if axis.first <= data.today < data.end:
            told.append((axis.x(data.today), data.today_word, t.accent))
        return told
