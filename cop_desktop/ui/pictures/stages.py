"""The five stages of a community's life as one curve of energy, with today's place on it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QLinearGradient, QPainterPath

from cop_desktop.frozen import frozen
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, mix

from .canvas import Canvas
from .picture import Picture

HEIGHTS = (0.18, 0.56, 0.96, 0.80, 0.38)  # energy and visibility at the middle of each stage
STEPS = 24  # of the curve between two stages


@frozen
class ArcStage:
    """`note`: since when (past and present), or what the stage is about (still to come)."""

    key: str
    name: str
    note: str


@frozen
class ArcData:
    """`progress` 0..1 is the share of signs of moving on; `today` says it in words."""

    stages: tuple[ArcStage, ...]
    current: int
    progress: float
    today: str


class StageArc(Picture[ArcData]):
    """Past stages are ticked, today stands on the curve."""

    grows = True

    def least(self) -> tuple[float, float]:
        return 420, 190

    def as_text(self, data: ArcData) -> str:
        here = data.stages[data.current]
        told = (f"{stage.name}: {stage.note}" for stage in data.stages)
        return f"{here.name}. {data.today}. " + "; ".join(told)

    def draw(self, canvas: Canvas, data: ArcData) -> None:
        points, base = _curve(canvas)
        step = canvas.width / len(data.stages)
        today = (data.current + 0.12 + 0.76 * data.progress) * step
        _wash(canvas, points, today, base)
        _strokes(canvas, points, today, base)
        for place, stage in enumerate(data.stages):
            self._stage(canvas, data, place, _at(points, (place + 0.5) * step))
            cell = canvas.rect(place * step, 0, step, canvas.height)
            self.note(stage.key, f"{stage.name}. {stage.note}", cell.adjusted(2, 2, -2, -2))
        _tag(canvas, data.today, canvas.point(today, _at(points, today)[1]))

    def _stage(self, canvas: Canvas, data: ArcData, place: int, at: tuple[float, float]) -> None:
        t, px = canvas.theme, canvas.look.px
        stage, here, past = data.stages[place], place == data.current, place < data.current
        centre = canvas.point(*at)
        if past:
            canvas.disc(centre, px(9), t.accent)
            canvas.glyph("ph.check-bold", centre, px(12), t.on_accent)
        elif not here:
            canvas.disc(centre, px(6), t.surface, mix(t.surface, t.muted, 0.7), 2)
        line, small = canvas.look.line(BODY), canvas.look.line(CAPTION)
        step = canvas.width / len(data.stages)
        top = canvas.height - line - small - px(4)
        name = canvas.rect(place * step + 3, top, step - 6, line)
        weight = BOLD if here else MEDIUM
        ink = t.accent if here else t.text if past else t.muted
        size = BODY
        while size > CAPTION and canvas.width_of(stage.name, size, weight) > name.width():
            size -= 1
        canvas.text(name, stage.name, size, weight, ink, "center")
        note = canvas.rect(place * step + 3, top + line, step - 6, small)
        canvas.text(note, stage.note, CAPTION, colour=t.muted, align="center")


def _curve(canvas: Canvas) -> tuple[list[tuple[float, float]], float]:
    """A smooth curve through the stages (Catmull-Rom), in reading order, and its ground."""
    look = canvas.look
    top = look.line(CAPTION) + look.px(24)
    base = canvas.height - look.line(BODY) - look.line(CAPTION) - look.px(12)
    step = canvas.width / len(HEIGHTS)
    ends = ((0.0, 0.0), *(((i + 0.5) * step, h) for i, h in enumerate(HEIGHTS)))
    knots = [(x, base - h * (base - top)) for x, h in (*ends, (len(HEIGHTS) * step, 0.16))]
    points = []
    for i in range(len(knots) - 1):
        four = knots[max(i - 1, 0)], knots[i], knots[i + 1], knots[min(i + 2, len(knots) - 1)]
        points += [_spline(four, k / STEPS) for k in range(STEPS)]
    return [*points, knots[-1]], base


def _spline(four: tuple[tuple[float, float], ...], u: float) -> tuple[float, float]:
    x, y = (
        0.5
        * (
            2 * b
            + (c - a) * u
            + (2 * a - 5 * b + 4 * c - d) * u * u
            + (3 * b - a - 3 * c + d) * u**3
        )
        for a, b, c, d in zip(*four, strict=True)
    )
    return x, y


def _at(points: list[tuple[float, float]], x: float) -> tuple[float, float]:
    return min(points, key=lambda point: abs(point[0] - x))


def _wash(canvas: Canvas, points: list[tuple[float, float]], today: float, base: float) -> None:
    t = canvas.theme
    done = QPainterPath(canvas.point(0, base))
    for x, y in points:
        if x <= today:
            done.lineTo(canvas.point(x, y))
    done.lineTo(canvas.point(today, _at(points, today)[1]))
    done.lineTo(canvas.point(today, base))
    wash = QLinearGradient(0, 30, 0, base)
    wash.setColorAt(0, mix(t.surface, t.accent, 0.30))
    wash.setColorAt(1, mix(t.surface, t.accent, 0.04))
    canvas.painter.fillPath(done, wash)


def _strokes(canvas: Canvas, points: list[tuple[float, float]], today: float, base: float) -> None:
    t = canvas.theme
    canvas.line(QPointF(0, base), QPointF(canvas.width, base), t.line)
    ahead = [point for point in points if point[0] >= today - 2]
    behind = [point for point in points if point[0] <= today]
    for part, colour, width in (
        (ahead, mix(t.surface, t.muted, 0.45), 2),
        (behind, t.accent, 4),
    ):
        if not part:
            continue
        path = QPainterPath(canvas.point(*part[0]))
        for point in part[1:]:
            path.lineTo(canvas.point(*point))
        canvas.pen(colour, width)
        canvas.fill(None)
        canvas.painter.drawPath(path)


def _tag(canvas: Canvas, words: str, centre: QPointF) -> None:
    t, px = canvas.theme, canvas.look.px
    tall = canvas.look.line(CAPTION) + px(6)
    wide = min(canvas.width_of(words, CAPTION, BOLD) + px(20), canvas.width)
    left = min(max(centre.x() - wide / 2, 0), canvas.width - wide)
    tag = QRectF(left, max(centre.y() - tall - px(14), 0), wide, tall)
    canvas.line(QPointF(centre.x(), tag.bottom()), centre, t.accent, 1.5)
    canvas.box(tag, t.accent, radius=tall / 2)
    canvas.text(tag, words, CAPTION, BOLD, t.on_accent, "center")
    canvas.disc(centre, px(9), t.surface, t.accent, px(4))
