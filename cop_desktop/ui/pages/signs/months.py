"""The signs of the months behind as a picture: a row a sign, a light on the first of each month."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent

from cop_desktop import formats
from cop_desktop.content.method import method
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.services.signs import History, Past
from cop_desktop.services.signs.telling import fact
from cop_desktop.ui.pictures.canvas import Canvas
from cop_desktop.ui.pictures.picture import Picture
from cop_desktop.ui.theme import BODY, CAPTION, MEDIUM

NAME, ROW, HEAD, LEAST_STEP, WIDEST_STEP = 236, 34, 30, 22, 56  # px at 100 %
LIT, DARK, UNKNOWN, RESTING = "lit", "dark", "unknown", "resting"


@frozen
class Spot:
    """A sign on a day: how it stood, and the sentence that says it."""

    key: tuple[str, int]
    state: str
    words: str


@frozen
class SignRow:
    """A sign through the months."""

    name: str
    spots: tuple[Spot, ...]
    words: str  # the whole row in a sentence


@frozen
class Months:
    """The heads of the columns in reading order, the last being today, and the rows."""

    heads: tuple[str, ...]
    rows: tuple[SignRow, ...]


def months(told: History, shown: Sequence[Past], _: Catalog) -> Months:
    """The history as the data of its picture."""
    lang = _.language
    heads = [formats.month_short(day.month, lang) for day in told.days]
    return Months((*heads[:-1], _("today")), tuple(_row(told, past, _) for past in shown))


def _row(told: History, past: Past, _: Catalog) -> SignRow:
    title = method(_.language).sign(past.key).title
    spots = tuple(_spot(told, past, place, _) for place in range(len(told.days)))
    lit = [
        formats.date_medium(day, _.language)
        for day, light in zip(told.days, past.lights, strict=True) if light
    ]  # fmt: skip
    if not lit:
        return SignRow(title, spots, _("{sign}: not lit", sign=title))
    days = formats.listed(lit, _.language)
    return SignRow(title, spots, _("{sign}: lit on {days}", sign=title, days=days))


def _spot(told: History, past: Past, place: int, _: Catalog) -> Spot:
    day, light = told.days[place], past.lights[place]
    last = place == len(told.days) - 1
    state = LIT if light else DARK if past.dated or last else UNKNOWN
    if light and any(rest.rests(day) for rest in past.rests):
        state = RESTING
    title = method(_.language).sign(past.key).title
    told_fact = fact(light, _) if light else ""
    if light and not (past.dated or last):  # what ended since is not known of
        told_fact = _("at least this: {fact}", fact=told_fact)
    said = {
        LIT: told_fact,
        RESTING: _("put to rest; {fact}", fact=told_fact),
        DARK: _("not lit"),
        UNKNOWN: _("the file tells this of today only"),
    }[state]
    told_day = formats.date_medium(day, _.language)
    return Spot(
        (past.key, place), state, _("{sign}, {day}: {told}", sign=title, day=told_day, told=said)
    )


class MonthsPicture(Picture[Months]):
    """Full amber: lit; a pale one rested; a ring: not lit; a small dot: nobody knows."""

    def least(self) -> tuple[float, float]:
        rows = len(self.data.rows) if self.data else 1
        columns = len(self.data.heads) if self.data else 13
        name = NAME * (0.75 if self.look.roomy else 1)
        return name + columns * LEAST_STEP, HEAD + rows * ROW

    def as_text(self, data: Months) -> str:
        return "\n".join(row.words for row in data.rows)

    def draw(self, canvas: Canvas, data: Months) -> None:
        px, t = self.look.px, canvas.theme
        columns = len(data.heads)
        name = min(px(NAME), canvas.width - columns * px(LEAST_STEP))
        step = min((canvas.width - name) / columns, px(WIDEST_STEP))
        self._heads(canvas, data, name, step)
        for place, row in enumerate(data.rows):
            y = px(HEAD) + place * px(ROW)
            canvas.line(canvas.point(0, y), canvas.point(name + columns * step, y), t.line)
            canvas.text(canvas.rect(0, y, name - px(8), px(ROW)), row.name, BODY)
            for column, spot in enumerate(row.spots):
                box = canvas.rect(name + column * step, y, step, px(ROW))
                self._light(canvas, spot.state, box)
                self.note(spot.key, spot.words, box.adjusted(2, 3, -2, -3))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and down stay in the month; to the sides the days of a sign are walked."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()), 0) * (len(self.data.heads) if self.data else 0)
        if step and self.parts:
            there = self._at + step if self._at >= 0 else 0
            if 0 <= there < len(self.parts):
                self._go(there)
        else:
            super().keyPressEvent(event)

    def _heads(self, canvas: Canvas, data: Months, name: float, step: float) -> None:
        t, every = canvas.theme, 1
        widest = max(canvas.width_of(head, CAPTION, MEDIUM) for head in data.heads)
        every = max(1, -(-int(widest + 4) // max(int(step), 1)))
        last = len(data.heads) - 1
        for column, head in enumerate(data.heads):
            if (last - column) % every:
                continue
            wide = step * every
            room = canvas.width - canvas.width_of(head, CAPTION, MEDIUM) / 2 - 2
            middle = min(name + (column + 0.5) * step, room)  # today's word is wider than a step
            box = canvas.rect(middle - wide / 2, 0, wide, self.look.px(HEAD))
            weight, colour = (MEDIUM, t.text) if column == last else (400, t.muted)
            canvas.text(box, head, CAPTION, weight, colour, "center")

    def _light(self, canvas: Canvas, state: str, box: QRectF) -> None:
        t, px = canvas.theme, self.look.px
        looks: Mapping[str, tuple[float, str, str]] = {
            LIT: (6.5, t.amber, t.amber),
            RESTING: (6.5, t.amber_soft, t.amber),
            DARK: (5, t.surface, t.edge),
            UNKNOWN: (1.5, t.edge, t.edge),
        }
        radius, ground, edge = looks[state]
        canvas.disc(box.center(), px(radius), ground, edge, 1.5)
