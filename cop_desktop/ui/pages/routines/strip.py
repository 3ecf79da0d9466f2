"""The last times of a routine on a line that ends a little after today."""

from datetime import date, timedelta

from cop_desktop import formats
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models.method import RoutineRhythm
from cop_desktop.services.routines import RoutineRow
from cop_desktop.ui.pictures.canvas import Canvas
from cop_desktop.ui.pictures.picture import Picture

BACK = {  # days that the line shows: some eight rounds
    RoutineRhythm.WEEKLY: 70,
    RoutineRhythm.MONTHLY: 270,
    RoutineRhythm.EACH_MEETING: 270,
    RoutineRhythm.ON_JOINING: 365,
    RoutineRhythm.QUARTERLY: 730,
    RoutineRhythm.HALF_YEARLY: 1200,
    RoutineRhythm.YEARLY: 1900,
}
AHEAD = 0.2  # of the line lies after today


@frozen
class Times:
    """The line from its first day to its last, what lies on it, and all of it in words."""

    start: date
    end: date
    today: date
    done: tuple[tuple[date, str], ...]  # with the words of each
    due: date | None
    due_words: str
    late: bool
    words: str


def times(row: RoutineRow, today: date, due_words: str, _: Catalog) -> Times:
    """A routine's line."""
    back = timedelta(days=BACK[row.rhythm])
    shown = tuple(
        (it.on, formats.dotted(formats.date_medium(it.on, _.language), it.note))
        for it in row.times
        if today - back <= it.on
    )
    told = formats.listed([formats.day_and_month(on, _.language) for on, _words in shown],
                          _.language)  # fmt: skip
    words = _("Last times: {days}", days=told) if shown else _("not done yet")
    return Times(today - back, today + back * AHEAD, today, shown, row.due, due_words,
                 row.late > 0, words)  # fmt: skip


class TimesStrip(Picture[Times]):
    """Full dots took place; the ring is where it comes round next, amber when it waits long."""

    def least(self) -> tuple[float, float]:
        return 110, 26

    def as_text(self, data: Times) -> str:
        return data.words

    def draw(self, canvas: Canvas, data: Times) -> None:
        t, px = canvas.theme, canvas.look.px
        y, side = canvas.height / 2, px(7)
        span = (data.end - data.start).days

        def at(day: date) -> float:
            share = min(max((day - data.start).days / span, 0), 1)
            return side + share * (canvas.width - 2 * side)

        now = at(data.today)
        canvas.line(canvas.point(side, y), canvas.point(now, y), t.edge, 1.5)
        canvas.pen(t.edge, 1.5, (2, 3))
        canvas.painter.drawLine(canvas.point(now, y), canvas.point(canvas.width - side, y))
        canvas.line(canvas.point(now, y - px(6)), canvas.point(now, y + px(6)), t.muted, 1.5)
        for day, words in data.done:
            canvas.disc(canvas.point(at(day), y), px(4.5), t.accent, t.surface, 1.5)
            self.note(day, words, canvas.rect(at(day) - px(7), 1, px(14), canvas.height - 2))
        if data.due is not None:
            colour = t.amber if data.late else t.accent
            canvas.disc(canvas.point(at(data.due), y), px(4.5), t.surface, colour, 2)
            box = canvas.rect(at(data.due) - px(7), 1, px(14), canvas.height - 2)
            self.note("due", data.due_words, box)
