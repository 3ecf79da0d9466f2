"""A stretch of days along the line of reading: months, free days, marks."""

from datetime import date

from cop_desktop.frozen import frozen
from cop_desktop.ui.theme import BOLD, CAPTION, MEDIUM

from .canvas import Canvas


@frozen
class Month:
    """A civil month, its Hebrew months below; short names where room is short."""

    start: date
    name: str
    other: str
    short: str = ""


@frozen
class Span:
    """Days that are not free for a meeting; named where there is room."""

    start: date
    end: date
    name: str = ""


@frozen
class Mark:
    """A meeting (`label` its number) or a milestone (`label` its words); `words` says it whole."""

    key: object
    day: date
    kind: str  # meeting | milestone
    label: str
    words: str
    state: str = "coming"  # past | next | coming | odd (would come, on a day that is not free)


@frozen
class Axis:
    """Days to reading x, between two x."""

    first: date
    last: date
    begin: float
    end: float

    def x(self, day: date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.begin + min(max(share, 0.0), 1.0) * (self.end - self.begin)


def draw_months(
    canvas: Canvas, months: tuple[Month, ...], axis: Axis, today: date, band: tuple[float, float]
) -> None:
    """Names over the band, a hairline between months through it."""
    t, line = canvas.theme, canvas.look.line(CAPTION)
    ends = [*(month.start for month in months[1:]), axis.last]
    gap = canvas.look.px(8)
    short = any(  # all or none: never into a neighbour
        canvas.width_of(month.other) + gap > axis.x(last) - axis.x(month.start)
        for month, last in zip(months, ends, strict=True)
    )
    for month, last in zip(months, ends, strict=True):
        x, wide = axis.x(month.start), axis.x(last) - axis.x(month.start)
        here = month.start <= today < last
        if month is not months[0]:
            canvas.line(canvas.point(x, band[0]), canvas.point(x, band[1]), t.line)
        weight = BOLD if here else MEDIUM
        fits = canvas.width_of(month.name, CAPTION, weight) <= wide - 2
        name = month.name if fits else month.short or month.name
        ink = t.accent if here else t.text
        canvas.text(canvas.rect(x, 0, wide, line), name, CAPTION, weight, ink, "center")
        other, below = month.other, canvas.rect(x, line, wide, line)
        if short:
            other = other.rpartition("–")[2]  # the Hebrew month that begins in this one
        canvas.text(below, other, CAPTION, colour=t.muted, align="center")


def draw_mark(canvas: Canvas, mark: Mark, at: float, y: float) -> None:
    """A numbered ring for a meeting, a diamond for a milestone."""
    t, px = canvas.theme, canvas.look.px
    centre = canvas.point(at, y)
    if mark.kind == "milestone":
        canvas.diamond(centre, px(8), t.text, t.surface)
        return
    coming, following = mark.state == "coming", mark.state == "next"
    radius = px(13 if following else 11)
    if following:
        halo = canvas.theme.accent_soft
        canvas.disc(centre, radius + px(4), halo, t.accent, 1)
    fill, ink = (t.surface, t.accent) if coming else (t.accent, t.on_accent)
    if mark.state == "odd":
        fill, ink = t.amber_soft, t.amber
    canvas.badge(centre, mark.label, radius, fill, ink)
