"""Who held which role when: one lane a role, time runs in reading direction."""

from datetime import date

from cop_desktop.frozen import frozen
from cop_desktop.ui.theme import CAPTION, MEDIUM, ROLE_ICONS, mix

from .canvas import Canvas
from .picture import Picture
from .timeline import Axis

LABEL, WIDEST, ROW = 150, 190, 42


@frozen
class Term:
    """`end` None: to this day. `words` says it whole: who, from when, until when."""

    key: object
    holder: str
    start: date
    end: date | None
    words: str
    leader: bool = False


@frozen
class Lane:
    """`role` is a Role."""

    role: str
    name: str
    terms: tuple[Term, ...]


@frozen
class LanesData:
    """`ticks`: days along the top and their words; `empty` names a lane's free stretch."""

    lanes: tuple[Lane, ...]
    start: date
    today: date
    ticks: tuple[tuple[date, str], ...]
    empty: str


class RoleLanes(Picture[LanesData]):
    """Members' terms are filled, the leader's dashed; a free seat is an empty frame."""

    grows = True

    def least(self) -> tuple[float, float]:
        return 400, 28 + ROW * (len(self.data.lanes) if self.data else 7)

    def as_text(self, data: LanesData) -> str:
        return "; ".join(
            f"{lane.name}: {', '.join(term.words for term in lane.terms) or data.empty}"
            for lane in data.lanes
        )

    def draw(self, canvas: Canvas, data: LanesData) -> None:
        px, t = canvas.look.px, canvas.theme
        head = canvas.look.line(CAPTION) + px(8)
        names = max(canvas.width_of(lane.name, CAPTION, MEDIUM) for lane in data.lanes)
        side = min(max(names + px(34), px(LABEL)), px(WIDEST))
        axis = Axis(data.start, data.today, side, canvas.width - 2)
        row = min((canvas.height - head) / len(data.lanes), px(56))
        bottom = head + row * len(data.lanes)
        free = 0.0
        for day, words in data.ticks:
            x = axis.x(day)
            canvas.line(canvas.point(x, head - 4), canvas.point(x, bottom), t.line)
            wide = canvas.width_of(words)
            if x >= free and x + wide <= canvas.width:
                canvas.text(canvas.rect(x + 4, 0, wide + 4, head - 4), words, colour=t.muted)
                free = x + wide + px(10)
        for place, lane in enumerate(data.lanes):
            self._lane(canvas, data, lane, axis, head + place * row, row)
        now = axis.x(data.today)
        canvas.line(canvas.point(now, head - 6), canvas.point(now, bottom), t.accent, 2)

    def _lane(
        self, canvas: Canvas, data: LanesData, lane: Lane, axis: Axis, y: float, row: float
    ) -> None:
        px, t = canvas.look.px, canvas.theme
        colour = t.roles[lane.role]
        canvas.glyph(ROLE_ICONS[lane.role], canvas.point(px(9), y + row / 2), px(18), colour)
        room = canvas.rect(px(26), y, axis.begin - px(32), row)
        canvas.text(room, lane.name, CAPTION, MEDIUM)
        seen = data.start
        for term in sorted(lane.terms, key=lambda each: each.start):
            end = term.end or data.today
            if term.start > seen:
                self._free(canvas, data, lane, axis, (seen, term.start), y, row)
            self._term(canvas, term, axis, end, colour, y, row)
            seen = max(seen, end)
        if seen < data.today:
            self._free(canvas, data, lane, axis, (seen, data.today), y, row)

    def _term(
        self, canvas: Canvas, term: Term, axis: Axis, end: date, colour: str, y: float, row: float
    ) -> None:
        t, pad = canvas.theme, canvas.look.px(8)
        start = axis.x(term.start)
        box = canvas.rect(start + 1, y + 3, max(axis.x(end) - start - 2, 4), row - 6)
        ground = mix(t.surface, colour, 0.06 if term.leader else 0.20)
        dashes = (4.0, 3.0) if term.leader else ()
        canvas.box(box, ground, mix(t.surface, colour, 0.75), 1.4, dashes, 5)
        if box.width() > canvas.look.px(30):
            canvas.text(box.adjusted(pad, 0, -pad, 0), term.holder, CAPTION, MEDIUM)
        self.note(term.key, term.words, box)

    def _free(
        self,
        canvas: Canvas,
        data: LanesData,
        lane: Lane,
        axis: Axis,
        days: tuple[date, date],
        y: float,
        row: float,
    ) -> None:
        t = canvas.theme
        start, end = (axis.x(day) for day in days)
        if end - start < canvas.look.px(6):
            return
        box = canvas.rect(start + 1, y + 3, end - start - 2, row - 6)
        canvas.box(box, None, mix(t.surface, t.muted, 0.6), 1.2, (3.0, 3.0), 5)
        open_now = days[1] == data.today
        if open_now and canvas.width_of(data.empty) + canvas.look.px(12) < box.width():
            canvas.text(box, data.empty, CAPTION, MEDIUM, t.amber, "center")
        self.note(lane.role, f"{lane.name}: {data.empty}", box)
