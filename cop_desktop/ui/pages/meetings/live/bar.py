"""The whole meeting as it really goes, with a line where one is now."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.services.agendas import Block, Track
from cop_desktop.services.live import MINUTE
from cop_desktop.services.timing import Times
from cop_desktop.ui.pictures import AgendaBar, BarBlock, BarData
from cop_desktop.ui.pictures.canvas import Canvas

from .scene import Moment


class LiveBar(AgendaBar):
    """An agenda bar; `now` is a minute of the day, None outside it."""

    now: float | None = None

    def show_moment(self, moment: Moment, _: Catalog) -> None:
        data = _data(moment, _)
        self.now = moment.minute if moment.today and data.blocks else None
        if data != self.data:
            self.show_data(data)
        else:
            self.update()

    def draw(self, canvas: Canvas, data: BarData) -> None:
        super().draw(canvas, data)
        if self.now is None or not data.first <= self.now <= data.first + data.total:
            return
        at = (self.now - data.first) / data.total * canvas.width
        at = min(max(at, 2.0), canvas.width - 2)
        rim, line = (
            canvas.rect(at - 3, 0, 6, self.tall + 8),
            canvas.rect(at - 1.5, 0, 3, self.tall + 8),
        )
        canvas.box(rim, canvas.theme.surface, radius=3)
        canvas.box(line, canvas.theme.text, radius=1.5)


@frozen
class _Telling:
    """Blocks as parts of the bar, at their real and expected times."""

    moment: Moment
    times: Mapping[UUID, Times]
    _: Catalog

    def frame(self, block: Block) -> BarBlock:
        tracks = self.moment.scene.picture.tracks.get(block.id, ())
        lanes = tuple(self.lane(track) for track in tracks)
        return replace(self.part(block), lanes=lanes if any(lanes) else ())

    def lane(self, track: Track) -> tuple[BarBlock, ...]:
        return tuple(self.told(it, formats.clock(it.starts_at.time())) for it in track.blocks)

    def part(self, block: Block) -> BarBlock:
        at = self.times[block.id]
        told = self.told(block, formats.clock(at.starts_at.time()))
        start = (at.starts_at - self.moment.day.starts_at) // MINUTE
        return replace(told, minutes=at.minutes, at=start)

    def told(self, block: Block, start: str) -> BarBlock:
        language = self._.language
        words = content(language)
        length = formats.duration_short(block.minutes, language)
        told = formats.dotted(start, block.title, words.word(block.kind), block.leader, length)
        short = words.short(block.kind)
        return BarBlock(block.id, block.kind, block.title, block.minutes, start, short, told)


def _data(moment: Moment, _: Catalog) -> BarData:
    times = moment.stand.times
    telling = _Telling(moment, times, _)
    parts = tuple(telling.frame(it) for it in moment.day.blocks if it.id in times)
    end = formats.clock(moment.stand.ends_at.time())
    return BarData(parts, end, moment.stand.current, moment.day.minutes)
