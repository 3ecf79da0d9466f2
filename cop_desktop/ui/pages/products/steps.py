"""The life of a product as a way of five stations; what lies behind the gate may leave."""

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import ProductStatus
from cop_desktop.services.products import OUTSIDE
from cop_desktop.ui.pictures.canvas import Canvas
from cop_desktop.ui.pictures.picture import Picture
from cop_desktop.ui.theme import BOLD, CAPTION, REGULAR, mix


@frozen
class Station:
    """A status under its name; `words` say it whole to whoever cannot see the picture."""

    status: ProductStatus
    name: str
    words: str


@frozen
class Way:
    """The five stations, the present one, and what is written at the gate."""

    stations: tuple[Station, ...]
    now: ProductStatus
    inside: str
    outside: str


class ProductWay(Picture[Way]):
    """Full and ticked is done, ringed is now, empty lies ahead; a station pressed is chosen."""

    def least(self) -> tuple[float, float]:
        return 300, 92

    def as_text(self, data: Way) -> str:
        return next(it.words for it in data.stations if it.status == data.now)

    def draw(self, canvas: Canvas, data: Way) -> None:
        wide = canvas.width / len(data.stations)
        y = canvas.height * 0.45
        self._gate(canvas, data, wide)
        here = [it.status for it in data.stations].index(data.now)
        self._rail(canvas, y, wide, len(data.stations), here)
        for place, station in enumerate(data.stations):
            self._station(canvas, station, y, wide, place, here)

    def _rail(self, canvas: Canvas, y: float, wide: float, count: int, here: int) -> None:
        t = canvas.theme
        for place in range(count - 1):
            canvas.pen(t.accent if place < here else t.edge, 2)
            at = (place + 0.5) * wide
            canvas.painter.drawLine(canvas.point(at, y), canvas.point(at + wide, y))

    def _station(
        self, canvas: Canvas, station: Station, y: float, wide: float, place: int, here: int
    ) -> None:
        t, px, p = canvas.theme, canvas.look.px, canvas.painter
        centre = canvas.point((place + 0.5) * wide, y)
        radius = px(12) if place == here else px(9)
        canvas.pen(t.edge if place > here else t.accent, 2)
        p.setBrush(mix(t.surface, t.accent, 1.0 if place < here else 0.0))
        p.drawEllipse(centre, radius, radius)
        if place < here:
            canvas.glyph("ph.check", centre, px(12), t.surface)
        elif place == here:
            p.setBrush(mix(t.surface, t.accent, 1.0))
            p.drawEllipse(centre, px(5), px(5))
        colour = t.accent if place == here else t.text if place < here else t.muted
        box = canvas.rect(place * wide, y + px(15), wide, canvas.look.line(CAPTION) + px(2))
        canvas.text(
            box, station.name, CAPTION, BOLD if place == here else REGULAR, colour, "center"
        )
        cell = canvas.rect(place * wide + 1, y - px(16), wide - 2, px(34) + box.height())
        self.note(station.status, station.words, cell)

    def _gate(self, canvas: Canvas, data: Way, wide: float) -> None:
        """A dashed line between what stays inside and what may leave."""
        t, px = canvas.theme, canvas.look.px
        first = next(n for n, it in enumerate(data.stations) if it.status in OUTSIDE)
        at, tall = first * wide, canvas.look.line(CAPTION)
        canvas.pen(t.edge, 1.4, (3, 3))
        canvas.painter.drawLine(canvas.point(at, 0), canvas.point(at, canvas.height))
        start = canvas.rect(0, 0, at - px(8), tall)
        canvas.text(start, data.inside, CAPTION, REGULAR, t.muted, "end")
        end = canvas.rect(at + px(8), 0, canvas.width - at - px(8), tall)
        canvas.text(end, data.outside, CAPTION, REGULAR, t.muted)
