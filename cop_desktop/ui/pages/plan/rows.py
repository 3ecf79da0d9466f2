"""How a goal and an activity look in the list."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Progress
from cop_desktop.services.plan import GoalRow, ItemRow
from cop_desktop.ui.pictures import Canvas
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, PAGE, Look
from cop_desktop.ui.widgets.chips import chip_colours, chip_width, paint_chip

from .words import days, late

Index = QModelIndex | QPersistentModelIndex
SIGNS = {  # icon and tone
    Progress.NOT_STARTED: ("ph.circle-dashed", "empty"),
    Progress.UNDER_WAY: ("ph.circle-half", "accent"),
    Progress.DONE: ("ph.check-circle", "accent"),
    Progress.DROPPED: ("ph.x-circle", "quiet"),
}
INDENT = 40  # px at 100 %: activities stand under the title of their goal
CHIP, DATES = 124, 176  # room for the state, for the days
WIDE = 560  # from this width on, days have a column of their own


class PlanRows(QStyledItemDelegate):
    """Heights come from the font; x is counted from the side where one begins to read."""

    def __init__(self, look: Look, _: Catalog, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self.look, self._, self._today = look, _, today
        self.dragged: set[UUID] = set()
        self.numbers: dict[UUID, int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        look, row = self.look, index.data(Qt.ItemDataRole.UserRole)
        room = 24 if isinstance(row, GoalRow) else 14
        return QSize(look.px(200), look.line(BODY) + look.line(CAPTION) + look.px(room))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.topLeft())
        if row.id in self.dragged:
            painter.setOpacity(0.35)
        canvas = Canvas(painter, self.look, box.width(), box.height())
        self._ground(canvas, state)
        if isinstance(row, GoalRow):
            self._goal(canvas, row)
        else:
            self._item(canvas, row)
        painter.restore()

    def _ground(self, canvas: Canvas, state: QStyle.StateFlag) -> None:
        t, chosen = canvas.theme, bool(state & QStyle.StateFlag.State_Selected)
        box = canvas.rect(0, 1, canvas.width, canvas.height - 2)
        if chosen:
            canvas.box(box, t.accent_soft)
            canvas.painter.fillRect(canvas.rect(0, 1, 3, canvas.height - 2), t.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            canvas.box(box, t.sunken)
        if state & QStyle.StateFlag.State_HasFocus:
            canvas.box(box.adjusted(1, 0, -1, 0), None, t.accent, 1.5)

    def _goal(self, canvas: Canvas, goal: GoalRow) -> None:
        look, t = self.look, canvas.theme
        px, line, small = look.px, look.line(BODY), look.line(CAPTION)
        top = canvas.height - line - small - px(6)
        number = str(self.numbers.get(goal.id, ""))
        canvas.text(
            canvas.rect(px(8), top, px(INDENT - 12), line + small), number, PAGE, BOLD, t.accent
        )
        kind = content(self._.language).word(goal.horizon)
        wide = canvas.width_of(kind) + px(12)
        room = canvas.width - px(INDENT) - wide - px(16)
        canvas.text(canvas.rect(px(INDENT), top, room, line), goal.title, BODY, BOLD)
        canvas.text(canvas.rect(px(INDENT), top + line, room, small), goal.measure, colour=t.muted)
        end = canvas.rect(canvas.width - wide - px(8), top, wide, line)
        canvas.text(end, kind, CAPTION, colour=t.muted, align="end")

    def _item(self, canvas: Canvas, item: ItemRow) -> None:
        look, t = self.look, canvas.theme
        px, line, small = look.px, look.line(BODY), look.line(CAPTION)
        top = (canvas.height - line - small) / 2
        chip = self._state(canvas, item)
        wide = canvas.width >= px(WIDE)
        chip = max(chip, px(CHIP)) if wide else chip
        dates = px(DATES) if wide else 0
        room = canvas.width - px(INDENT) - chip - dates - px(24)
        dropped = item.state == Progress.DROPPED
        ink = t.muted if dropped else t.text
        canvas.text(canvas.rect(px(INDENT), top, room, line), item.title, BODY, MEDIUM, ink)
        canvas.text(
            canvas.rect(px(INDENT), top + line, room, small), self._second(item, wide),
            colour=t.muted,
        )  # fmt: skip
        if wide:
            at = canvas.width - chip - px(16) - dates
            self._dates(canvas, item, canvas.rect(at, top, dates, line + small))

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
