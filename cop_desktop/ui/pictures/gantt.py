"""The plan of a work year: goals, their activities as bars, meetings and milestones above."""

from datetime import date

from PySide6.QtCore import QRectF

from cop_desktop.frozen import frozen
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, REGULAR, mix

from .canvas import Canvas
from .picture import Picture
from .timeline import Axis, Mark, Month, Span, draw_mark, draw_months

LABEL, ROW, GOAL, MARKS = 210, 36, 38, 38
SIGNS = {  # progress → icon and colour token
    "not_started": ("ph.circle-dashed", "muted"),
    "under_way": ("ph.circle-half", "accent"),
    "done": ("ph.check-circle", "accent"),
    "dropped": ("ph.x-circle", "muted"),
}


@frozen
class GanttBar:
    """An activity. `state` is a Progress; `late` when its end has passed undone."""

    key: object
    title: str
    start: date
    end: date
    words: str  # said whole: title, dates, state, who
    state: str = "not_started"
    late: bool = False
    who: str = ""


@frozen
class GanttGoal:
    """A goal and its activities."""

    key: object
    title: str
    bars: tuple[GanttBar, ...]


@frozen
class GanttData:
    """`end` is the first day after the year; `marks_word` names the row of meetings."""

    months: tuple[Month, ...]
    end: date
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]
    goals: tuple[GanttGoal, ...]
    today: date
    marks_word: str


class Gantt(Picture[GanttData]):
    """Months run in reading direction; a bar says its state by form, icon and words."""

    _names = 0.0  # px for the names of activities, as drawn last

    def least(self) -> tuple[float, float]:
        head = 2 * self.look.line(CAPTION) / self.look.scale + 10
        goals = self.data.goals if self.data else ()
        rows = sum(GOAL + ROW * len(goal.bars) for goal in goals)
        return 760, head + MARKS + rows + 8

    def as_text(self, data: GanttData) -> str:
        return ". ".join(
            f"{goal.title}: {'; '.join(bar.words for bar in goal.bars)}" for goal in data.goals
        )

    def draw(self, canvas: Canvas, data: GanttData) -> None:
        px, t = canvas.look.px, canvas.theme
        head = 2 * canvas.look.line(CAPTION) + px(8)
        self._names = self._room_for_names(canvas, data)
        axis = Axis(data.months[0].start, data.end, self._names, canvas.width)
        bottom = canvas.height - px(4)
        for span in data.spans:
            wide = max(axis.x(span.end) - axis.x(span.start), 2)
            canvas.hatch(canvas.rect(axis.x(span.start), head, wide, bottom - head), t.surface)
        draw_months(canvas, data.months, axis, data.today, (head, bottom))
        line = canvas.point(0, head), canvas.point(canvas.width, head)
        canvas.line(*line, t.line)
        y = self._marks(canvas, data, axis, head)
        now = axis.x(data.today)
        for goal in data.goals:
            y = self._goal(canvas, goal, axis, y, now)
        canvas.line(canvas.point(now, head - px(3)), canvas.point(now, bottom), t.accent, 2)

    def _room_for_names(self, canvas: Canvas, data: GanttData) -> float:
        """Up to a third of the picture, if the longest name wants as much."""
        titles = (bar.title for goal in data.goals for bar in goal.bars)
        need = max((canvas.width_of(title, BODY) for title in titles), default=0.0)
        px = canvas.look.px
        return max(px(LABEL), min(need + px(46), canvas.width / 3))

    def _marks(self, canvas: Canvas, data: GanttData, axis: Axis, y: float) -> float:
        px = canvas.look.px
        room = canvas.rect(0, y, self._names - px(12), px(MARKS))
        canvas.text(room, data.marks_word, CAPTION, MEDIUM, canvas.theme.muted)
        half, taken = px(13), list[float]()
        for mark in sorted(data.marks, key=lambda mark: mark.kind != "meeting"):
            at = axis.x(mark.day)
            while mark.kind != "meeting" and any(abs(at - other) < 2 * half for other in taken):
                at += half  # a milestone stands beside what is on the same days, not on it
            taken.append(at)
            middle = y + px(MARKS) / 2
            draw_mark(canvas, mark, at, middle)
            box = canvas.rect(at - half, middle - half, 2 * half, 2 * half)
            self.note(mark.key, mark.words, box)
        return y + px(MARKS)

    def _goal(self, canvas: Canvas, goal: GanttGoal, axis: Axis, y: float, now: float) -> float:
        px, t = canvas.look.px, canvas.theme
        band = canvas.rect(0, y + 2, canvas.width, px(GOAL) - 4)
        canvas.box(band, mix(t.surface, t.accent, 0.07))
        canvas.glyph("ph.target", canvas.point(px(14), band.center().y()), px(18), t.accent)
        room = canvas.rect(px(30), y, canvas.width - px(40), px(GOAL))
        canvas.text(room, goal.title, BODY, BOLD)
        self.note(goal.key, goal.title, band)
        y += px(GOAL)
        for bar in goal.bars:
            self._bar(canvas, bar, axis, y, now)
            y += px(ROW)
        return y

    def _bar(self, canvas: Canvas, bar: GanttBar, axis: Axis, y: float, now: float) -> None:
        px, t = canvas.look.px, canvas.theme
        icon, token = ("ph.clock", "amber") if bar.late else SIGNS[bar.state]
        colour = getattr(t, token)
        middle = y + px(ROW) / 2
        canvas.glyph(icon, canvas.point(px(14), middle), px(16), colour)
        ink = t.muted if bar.state == "dropped" else t.text
        room = canvas.rect(px(30), y, self._names - px(42), px(ROW))
        canvas.text(room, bar.title, BODY, REGULAR, ink)
        start = axis.x(bar.start)
        wide = max(axis.x(bar.end) - start, px(10))
        box = canvas.rect(start, y + px(6), wide, px(ROW - 12))
        done, hollow = bar.state == "done", bar.state in ("not_started", "dropped")
        fill = colour if done and not bar.late else mix(t.surface, colour, 0.10 if hollow else 0.34)
        dashes = (3.0, 3.0) if hollow else ()
        canvas.box(box, fill, mix(t.surface, colour, 0.85), 1.4, dashes, px(6))
        ink = t.on_accent if done and not bar.late else t.text
        self._who(canvas, bar, box, (start, start + wide, now), ink)
        whole = canvas.rect(0, y, canvas.width, px(ROW))
        self.note(bar.key, bar.words, whole.adjusted(1, 1, -1, -1))

    def _who(
        self, canvas: Canvas, bar: GanttBar, box: QRectF, x: tuple[float, float, float], ink: str
    ) -> None:
        """Who does it: in the bar, or beside it where the bar is short; not under today's line.

        `x`: where the bar begins and ends, and where today stands.
        """
        if not bar.who:
            return
        pad, wide = canvas.look.px(8), canvas.width_of(bar.who)
        begin, end, now = x
        inside = wide + 2 * pad <= box.width()
        at, limit = (begin + pad, end - pad) if inside else (end + pad, canvas.width)
        if at < now < at + wide and now + pad + wide <= limit:
            at = now + pad
        if at + wide > limit:
            return
        room = canvas.rect(at, box.top(), wide + 4, box.height())
        weight = MEDIUM if inside else REGULAR
        canvas.text(room, bar.who, CAPTION, weight, ink if inside else canvas.theme.muted)
