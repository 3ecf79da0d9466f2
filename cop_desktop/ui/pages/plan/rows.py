"""How a goal and an activity look in the list."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Progress
from cop_desktop.services.plan import GoalRow, ItemRow
from cop_desktop.ui.drawing import Room
from cop_desktop.ui.pictures import Canvas
from cop_desktop.ui.tables import Kind, State
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, PAGE, Look
from cop_desktop.ui.widgets.chips import chip_colours, chip_width, paint_chip

from .words import days, goal_whole, late, whole

SIGNS = {  # icon and tone
    Progress.NOT_STARTED: ("ph.circle-dashed", "empty"),
    Progress.UNDER_WAY: ("ph.circle-half", "accent"),
    Progress.DONE: ("ph.check-circle", "accent"),
    Progress.DROPPED: ("ph.x-circle", "quiet"),
}
INDENT = 40  # px at 100 %: activities stand under the title of their goal
CHIP, DATES = 124, 176  # room for the state, for the days
WIDE = 560  # from this width on, days have a column of their own


R = TypeVar("R", GoalRow, ItemRow)


class PlanKind(Kind[R]):
    """Heights come from the font; x is counted from the side where one begins to read."""

    drags = True
    room = 14  # px at 100 %: around two lines

    def title(self, row: R) -> str:
        return row.title

    def tip(self, row: R) -> str:
        return self.told(row)

    def height(self, row: R, width: float) -> int:  # noqa: ARG002
        return self.look.line(BODY) + self.look.line(CAPTION) + self.look.px(self.room)

    def paint(self, painter: QPainter, row: R, box: QRectF, state: State) -> None:
        self.ground(painter, box, state)
        painter.translate(box.topLeft())
        self.draw(Canvas(painter, self.look, box.width(), box.height()), row)

    def draw(self, canvas: Canvas, row: R) -> None:
        raise NotImplementedError


class Goals(PlanKind[GoalRow]):
    """A number, what is wanted, and how one will know."""

    heads = True
    room = 24

    def __init__(self, look: Look, _: Catalog) -> None:
        super().__init__(look, _)
        self.numbers: dict[UUID, int] = {}

    def told(self, row: GoalRow) -> str:
        return goal_whole(row, self._)

    def draw(self, canvas: Canvas, row: GoalRow) -> None:
        look, t = self.look, canvas.theme
        px, line, small = look.px, look.line(BODY), look.line(CAPTION)
        top = canvas.height - line - small - px(6)
        number = str(self.numbers.get(row.id, ""))
        canvas.text(
            canvas.rect(px(8), top, px(INDENT - 12), line + small), number, PAGE, BOLD, t.accent
        )
        kind = content(self._.language).word(row.horizon)
        wide = canvas.width_of(kind) + px(12)
        room = canvas.width - px(INDENT) - wide - px(16)
        canvas.text(canvas.rect(px(INDENT), top, room, line), row.title, BODY, BOLD)
        canvas.text(canvas.rect(px(INDENT), top + line, room, small), row.measure, colour=t.muted)
        end = canvas.rect(canvas.width - wide - px(8), top, wide, line)
        canvas.text(end, kind, CAPTION, colour=t.muted, align="end")


class Activities(PlanKind[ItemRow]):
    """Under the title of their goal; where there is room, the days have a column."""

    def __init__(self, look: Look, _: Catalog, today: date) -> None:
        super().__init__(look, _)
        self._today = today

    def told(self, row: ItemRow) -> str:
        return whole(row, self._today, self._)

    def body(self, row: ItemRow, box: QRectF) -> QRectF:  # noqa: ARG002
        room = Room(box, self.look.rtl)
        room.start(self.look.px(INDENT) - 8)
        return room.rest

    def draw(self, canvas: Canvas, row: ItemRow) -> None:
        look, t = self.look, canvas.theme
        px, line, small = look.px, look.line(BODY), look.line(CAPTION)
        top = (canvas.height - line - small) / 2
        chip = self._state(canvas, row)
        wide = canvas.width >= px(WIDE)
        chip = max(chip, px(CHIP)) if wide else chip
        dates = px(DATES) if wide else 0
        room = canvas.width - px(INDENT) - chip - dates - px(24)
        dropped = row.state == Progress.DROPPED
        ink = t.muted if dropped else t.text
        canvas.text(canvas.rect(px(INDENT), top, room, line), row.title, BODY, MEDIUM, ink)
        canvas.text(
            canvas.rect(px(INDENT), top + line, room, small), self._second(row, wide),
            colour=t.muted,
        )  # fmt: skip
        if wide:
            at = canvas.width - chip - px(16) - dates
            self._dates(canvas, row, canvas.rect(at, top, dates, line + small))

    def _second(self, item: ItemRow, wide: bool) -> str:
        parts = (item.owner, "" if wide else days(item, self._), item.product or item.audience)
        return formats.dotted(*parts) or self._("no one in charge yet")

    def _dates(self, canvas: Canvas, item: ItemRow, box: QRectF) -> None:
        t, undated = canvas.theme, not (item.starts or item.ends)
        if item.milestone and item.milestone_on:
            line = self.look.line(BODY)
            upper = QRectF(box.left(), box.top(), box.width(), line)
            lower = QRectF(box.left(), box.top() + line, box.width(), box.height() - line)
            canvas.text(upper, days(item, self._), CAPTION)
            canvas.text(lower, f"◇ {item.milestone}", CAPTION, colour=t.muted)
        else:
            canvas.text(box, days(item, self._), CAPTION, colour=t.muted if undated else t.text)

    def _state(self, canvas: Canvas, item: ItemRow) -> float:
        """The chip at the far end; returns its width."""
        look = self.look
        icon, tone = SIGNS[item.state]
        words = content(self._.language).word(item.state)
        if told := late(item, self._today, self._):
            words, icon, tone = told, "ph.clock", "amber"
        wide = min(chip_width(look, words, icon), canvas.width / 3)
        tall = max(look.px(24), look.line(CAPTION) + look.px(5))
        box = canvas.rect(canvas.width - wide - look.px(8), (canvas.height - tall) / 2, wide, tall)
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        colours = chip_colours(look, tone)
        paint_chip(canvas.painter, look, inner, words, icon, colours, border=tone == "empty")
        return float(wide)
