"""How a need, a topic or a story looks in its list."""

from uuid import UUID

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cop_desktop.formats.text import isolate_ltr
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.ui.drawing import Room, glyph
from cop_desktop.ui.pictures import Canvas
from cop_desktop.ui.tables import Kind, PaintedList, State
from cop_desktop.ui.theme import BODY, CAPTION, MEDIUM, REGULAR, Look, mix

MOST_DOTS = 7  # more are told as a number


@frozen
class Entry:
    """A line of the list; `dots` are meetings that went by, those beyond `limit` amber."""

    id: UUID
    title: str
    second: str
    told: str  # the whole line for whoever cannot see it
    weight: int = 0  # 1 to 3; 0 shows none
    dots: int = 0
    limit: int = 0
    icon: str = ""  # at the far end
    word: str = ""  # beside it
    tone: str = "muted"  # a colour of the theme
    closed: bool = False


class EntryKind(Kind[Entry]):
    """Heights come from the font; everything is cut along the line of reading."""

    def title(self, row: Entry) -> str:
        return row.title

    def told(self, row: Entry) -> str:
        return row.told

    def tip(self, row: Entry) -> str:
        return row.told

    def cells(self, row: Entry) -> tuple[str, ...]:
        return (row.title, row.second, row.word)

    def height(self, row: Entry, width: float) -> int:  # noqa: ARG002
        return self.look.line(BODY) + self.look.line(CAPTION) + self.look.px(16)

    def paint(self, painter: QPainter, row: Entry, box: QRectF, state: State) -> None:
        px, t = self.look.px, self.look.theme
        self.ground(painter, box, state)
        room = Room(box, self.look.rtl)
        room.start(px(12))
        if row.weight:
            self._weight(painter, row, room.start(px(24)))
        room.end(px(10))
        if row.dots:
            self._dots(painter, row, room)
        elif row.icon or row.word:
            self._sign(painter, row, room)
        ink = t.muted if row.closed else t.text
        lines = self.look.line(BODY) + self.look.line(CAPTION)
        inner = room.rest
        canvas = Canvas(painter, self.look, inner.width(), inner.height())
        painter.translate(inner.topLeft())
        top = (inner.height() - lines) / 2
        first = canvas.rect(0, top, inner.width(), self.look.line(BODY))
        canvas.text(first, row.title, BODY, MEDIUM, ink)
        second = canvas.rect(0, top + first.height(), inner.width(), self.look.line(CAPTION))
        canvas.text(second, row.second, CAPTION, REGULAR, t.muted)

    def _weight(self, painter: QPainter, row: Entry, box: QRectF) -> None:
        """Three steps that rise; as many are full as it is heavy."""
        t, px = self.look.theme, self.look.px
        foot = box.center().y() + px(7)
        steps = Room(box, self.look.rtl)
        for step in (1, 2, 3):
            bar = steps.start(px(4))
            bar.setTop(foot - px(4 + 3 * step))
            bar.setBottom(foot)
            full = mix(t.surface, t.muted if row.closed else t.accent, 0.95)
            painter.fillRect(bar, full if step <= row.weight else mix(t.surface, t.edge, 0.55))
            steps.start(px(2))

    def _dots(self, painter: QPainter, row: Entry, room: Room) -> None:
        """A dot for each meeting that went by, in reading order."""
        t, px = self.look.theme, self.look.px
        shown = min(row.dots, MOST_DOTS)
        more = isolate_ltr(f"+{row.dots - shown}") if row.dots > shown else ""
        wide = px(11) * shown + (px(24) if more else 0)
        cells = Room(room.end(wide), self.look.rtl)
        painter.setPen(mix(t.surface, t.surface, 1))
        for place in range(shown):
            cell = cells.start(px(11))
            late = place >= row.limit
            painter.setBrush(mix(t.surface, t.amber if late else t.muted, 0.9 if late else 0.55))
            size = px(4 if late else 3.5)
            painter.drawEllipse(cell.center(), size, size)
        if more:
            canvas = Canvas(painter, self.look, 0, 0)
            canvas.text(cells.rest, more, CAPTION, MEDIUM, t.amber, "end")
        room.end(px(10))

    def _sign(self, painter: QPainter, row: Entry, room: Room) -> None:
        colour = getattr(self.look.theme, row.tone)
        if row.icon:
            glyph(painter, self.look, room.end(self.look.px(22)), row.icon, colour, 16)
        if row.word:
            wide = self.look.metrics(CAPTION, MEDIUM).horizontalAdvance(row.word) + 4
            box = room.end(min(wide, room.rest.width() * 0.4))
            painter.save()
            painter.translate(box.topLeft())
            canvas = Canvas(painter, self.look, box.width(), box.height())
            whole = canvas.rect(0, 0, box.width(), box.height())
            canvas.text(whole, row.word, CAPTION, MEDIUM, colour, "end")
            painter.restore()
        room.end(self.look.px(10))


class EntryView(PaintedList):
    """`asked("delete")` for Del, `asked("open")` for Enter, `asked("paste")` for lines."""

    deeds = {
        "Del": "delete", "Return": "open", "Enter": "open", "F2": "open", "Ctrl+V": "paste",
    }  # fmt: skip
    opens = "open"

    def __init__(self, look: Look, _: Catalog, name: str) -> None:
        super().__init__(look, name, {Entry: EntryKind(look, _)})
