"""Who came when: a row of dots for one member, a field of them for a community."""

from cop_desktop.frozen import frozen
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, mix
from cop_desktop.ui.widgets.presence import paint_presence

from .canvas import Canvas
from .picture import Picture

LABEL, ROW, CELL, NOTE = 170, 30, 40, 64


@frozen
class DotMeeting:
    """`state`: present, late, excused, absent or ``; `words` says meeting and state."""

    key: object
    state: str
    words: str


class AttendanceDots(Picture[tuple[DotMeeting, ...]]):
    """The meetings of one member in order."""

    def least(self) -> tuple[float, float]:
        return 18 * max(len(self.data or ()), 1) + 4, 22

    def as_text(self, data: tuple[DotMeeting, ...]) -> str:
        return "; ".join(meeting.words for meeting in data)

    def draw(self, canvas: Canvas, data: tuple[DotMeeting, ...]) -> None:
        step, radius = canvas.look.px(18), canvas.look.px(5)
        for place, meeting in enumerate(data):
            at = place * step
            centre = canvas.point(at + step / 2, canvas.height / 2)
            paint_presence(canvas.painter, canvas.look, centre, radius, meeting.state)
            self.note(meeting.key, meeting.words, canvas.rect(at, 1, step, canvas.height - 2))


@frozen
class HeatMeeting:
    """A column: its number or short date, and how many came."""

    key: object
    head: str
    foot: str


@frozen
class HeatMember:
    """A row: `cells` one a meeting, `note` at its end (״4 מתוך 5״)."""

    key: object
    name: str
    cells: tuple[DotMeeting, ...]
    note: str


@frozen
class HeatData:
    """Members by meetings."""

    meetings: tuple[HeatMeeting, ...]
    members: tuple[HeatMember, ...]


class AttendanceHeat(Picture[HeatData]):
    """Each cell says its state by form on a ground of its weight; totals below."""

    def least(self) -> tuple[float, float]:
        meetings = len(self.data.meetings) if self.data else 1
        members = len(self.data.members) if self.data else 1
        head = 2 * (self.look.line(CAPTION) / self.look.scale + 8)
        return LABEL + NOTE + CELL * meetings, head + ROW * members

    def as_text(self, data: HeatData) -> str:
        members = (f"{member.name}: {member.note}" for member in data.members)
        meetings = (f"{meeting.head}: {meeting.foot}" for meeting in data.meetings)
        return "; ".join((*members, *meetings))

    def draw(self, canvas: Canvas, data: HeatData) -> None:
        px, small = canvas.look.px, canvas.look.line(CAPTION)
        wide = (canvas.width - px(LABEL + NOTE)) / max(len(data.meetings), 1)
        wide, head = min(wide, px(CELL * 1.6)), small + px(8)
        for place, meeting in enumerate(data.meetings):
            at = px(LABEL) + place * wide
            canvas.text(canvas.rect(at, 0, wide, small), meeting.head, CAPTION, BOLD, "", "center")
            foot = canvas.rect(at, head + px(ROW) * len(data.members) + px(4), wide, small)
            muted = canvas.theme.muted
            canvas.text(foot, meeting.foot, CAPTION, colour=muted, align="center")
        for place, member in enumerate(data.members):
            self._member(canvas, member, head + place * px(ROW), wide)

    def _member(self, canvas: Canvas, member: HeatMember, y: float, wide: float) -> None:
        px, t, tall = canvas.look.px, canvas.theme, canvas.look.px(ROW)
        name = canvas.rect(0, y, px(LABEL - 12), tall)
        canvas.text(name, member.name, BODY, MEDIUM)
        self.note(member.key, f"{member.name}: {member.note}", name)
        for place, cell in enumerate(member.cells):
            box = canvas.rect(px(LABEL) + place * wide, y, wide, tall).adjusted(
                1.5, 1.5, -1.5, -1.5
            )
            canvas.box(box, mix(t.surface, *_GROUNDS[cell.state](t)), radius=4)
            paint_presence(canvas.painter, canvas.look, box.center(), px(5), cell.state)
            self.note(cell.key, f"{member.name}, {cell.words}", box)
        end = px(LABEL) + len(member.cells) * wide + px(10)
        canvas.text(canvas.rect(end, y, px(NOTE - 10), tall), member.note, CAPTION, colour=t.muted)


_GROUNDS = {
    "present": lambda t: (t.accent, 0.26),
    "late": lambda t: (t.accent, 0.13),
    "excused": lambda t: (t.muted, 0.12),
    "absent": lambda t: (t.muted, 0.05),
    "": lambda t: (t.muted, 0.0),
}
