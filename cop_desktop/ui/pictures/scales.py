"""A row of stops on one line, with the place that something has come to."""

from cop_desktop.frozen import frozen
from cop_desktop.ui.theme import BOLD, CAPTION, REGULAR, mix

from .canvas import Canvas
from .picture import Picture


@frozen
class Stop:
    """`words` tell what it means to stand here."""

    key: str
    name: str
    words: str


@frozen
class ScaleData:
    """`at` is the stop reached, if any; `whole` the one where the whole stands, to compare."""

    stops: tuple[Stop, ...]
    at: int | None
    whole: int | None
    words: str


class Scale(Picture[ScaleData]):
    """Stops on a line; pressed, a stop is chosen."""

    def least(self) -> tuple[float, float]:
        return 320, 46

    def as_text(self, data: ScaleData) -> str:
        return data.words

    def draw(self, canvas: Canvas, data: ScaleData) -> None:
        t, px = canvas.theme, canvas.look.px
        step, y = canvas.width / len(data.stops), px(12)
        middle = [(place + 0.5) * step for place in range(len(data.stops))]
        canvas.line(canvas.point(middle[0], y), canvas.point(middle[-1], y), t.line, 2)
        if data.at:
            start, end = canvas.point(middle[0], y), canvas.point(middle[data.at], y)
            canvas.line(start, end, t.accent, 3)
        for place, stop in enumerate(data.stops):
            centre = canvas.point(middle[place], y)
            if place == data.whole:  # where the community stands as a whole
                canvas.disc(centre, px(11), None, mix(t.surface, t.muted, 0.6), 1.5)
            here, past = place == data.at, data.at is not None and place < data.at
            fill = t.accent if here or past else t.surface
            edge = t.accent if here or past else mix(t.surface, t.muted, 0.6)
            canvas.disc(centre, px(7) if here else px(5), fill, edge, 2)
            self._name(canvas, stop, place * step, step, here)
            cell = canvas.rect(place * step, 0, step, canvas.height)
            self.note(stop.key, f"{stop.name}. {stop.words}", cell.adjusted(2, 1, -2, -1))

    def _name(self, canvas: Canvas, stop: Stop, at: float, step: float, here: bool) -> None:
        t, tall = canvas.theme, canvas.look.line(CAPTION)
        weight, size = BOLD if here else REGULAR, CAPTION
        room = canvas.rect(at + 1, canvas.height - tall - canvas.look.px(2), step - 2, tall)
        ink = t.accent if here else t.muted
        canvas.text(room, stop.name, size, weight, ink, "center")
