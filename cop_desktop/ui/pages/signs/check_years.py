"""The parts of the self-check over the years: a dot a check between 1 and 5, the latest full."""

from collections.abc import Sequence

from cop_desktop import formats
from cop_desktop.content import shapes
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.services import self_check
from cop_desktop.services.self_check import CheckRow
from cop_desktop.ui.pictures.canvas import Canvas
from cop_desktop.ui.pictures.picture import Picture
from cop_desktop.ui.theme import BODY, CAPTION, MEDIUM

from .check_words import mean_words, part_text

NAME, ROW, HEAD, SCALE = 200, 32, 30, 260  # px at 100 %
MOST = 4  # checks shown


@frozen
class Dot:
    """A check's mean of a part, 1–5; `age` 0 is the latest."""

    value: float
    age: int
    words: str


@frozen
class PartRow:
    """A part with its dots, the oldest first; a row without dots and words heads a group."""

    name: str
    dots: tuple[Dot, ...] = ()
    weak: bool = False
    words: str = ""
    heading: bool = False


@frozen
class Years:
    """The rows, and from where on a mean reads as low and as high."""

    rows: tuple[PartRow, ...]
    low: float
    high: float


def years(checks: Sequence[CheckRow], _: Catalog) -> Years:
    """Checks, the latest first, as the data of their picture."""
    shown = list(checks[:MOST])
    rows = [_row(place, shown, _) for place in range(len(self_check.parts()))]
    threats = next(n for n, part in enumerate(self_check.parts()) if part.threat)
    shape = shapes.check()
    return Years(
        (
            PartRow(_("What carries us"), heading=True), *rows[:threats],
            PartRow(_("What may endanger us"), heading=True), *rows[threats:],
        ),
        shape.low, shape.high,
    )  # fmt: skip


def _row(place: int, checks: Sequence[CheckRow], _: Catalog) -> PartRow:
    part = self_check.parts()[place]
    name = part_text(part, _).title
    told = [self_check.read(it, earlier)[place] for it, earlier in _with_earlier(checks)]
    dots = tuple(
        Dot(reading.mean, age, _("{part}, {day}: {told}", part=name,
            day=formats.date_medium(check.on, _.language), told=mean_words(reading, _)))
        for age, (reading, check) in enumerate(zip(told, checks, strict=True))
        if reading.mean is not None
    )  # fmt: skip
    latest = mean_words(told[0], _) if told else ""
    words = _("{part}: {told}", part=name, told=latest)
    return PartRow(name, tuple(reversed(dots)), bool(told) and told[0].weak, words)


def _with_earlier(checks: Sequence[CheckRow]) -> list[tuple[CheckRow, CheckRow | None]]:
    return list(zip(checks, [*checks[1:], None], strict=False))


class YearsPicture(Picture[Years]):
    """Older dots are pale; amber is what asks for care: a low component, a high threat."""

    def least(self) -> tuple[float, float]:
        rows = len(self.data.rows) if self.data else 1
        name, scale = (150, 150) if self.look.roomy else (NAME, SCALE)
        return name + scale, HEAD + rows * ROW

    def as_text(self, data: Years) -> str:
        return "\n".join(row.words for row in data.rows if not row.heading)

    def draw(self, canvas: Canvas, data: Years) -> None:
        px = self.look.px
        name = min(px(NAME), canvas.width * 0.45)
        start, wide = name + px(16), canvas.width - name - px(40)
        self._scale(canvas, data, start, wide)
        for place, row in enumerate(data.rows):
            y = px(HEAD) + place * px(ROW)
            box = canvas.rect(0, y, name, px(ROW))
            if row.heading:
                canvas.text(box, row.name, CAPTION, MEDIUM, canvas.theme.muted)
                continue
            canvas.text(box, row.name, BODY)
            self._dots(canvas, row, y + px(ROW) / 2, start, wide)

    def _scale(self, canvas: Canvas, data: Years, start: float, wide: float) -> None:
        px, t = self.look.px, canvas.theme
        bottom = px(HEAD) + len(data.rows) * px(ROW)
        for n in range(1, 6):
            at = start + wide * (n - 1) / 4
            canvas.line(canvas.point(at, px(HEAD)), canvas.point(at, bottom), t.line)
            box = canvas.rect(at - px(14), 0, px(28), px(HEAD))
            canvas.text(box, str(n), CAPTION, MEDIUM, t.muted, "center")

    def _dots(self, canvas: Canvas, row: PartRow, y: float, start: float, wide: float) -> None:
        px, t = self.look.px, canvas.theme
        points = [(start + wide * (dot.value - 1) / 4, dot) for dot in row.dots]
        if len(points) > 1:
            first, last = points[0][0], points[-1][0]
            canvas.line(canvas.point(first, y), canvas.point(last, y), t.edge, 1.5)
        colour = t.amber if row.weak else t.accent
        for at, dot in points:
            latest = dot.age == 0
            ground = colour if latest else t.surface
            canvas.disc(canvas.point(at, y), px(6 if latest else 4.5), ground,
                        colour if latest else t.edge, 1.5)  # fmt: skip
            box = canvas.rect(at - px(9), y - px(12), px(18), px(24))
            self.note((row.name, dot.age), dot.words, box)
