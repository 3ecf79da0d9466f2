"""What a pause found: each need with its weight then and now, in groups one sees at a glance."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtGui import QColor

from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models.thread_words import NeedState
from cop_desktop.services.pauses import Changed, Changes
from cop_desktop.ui.pictures.canvas import Canvas
from cop_desktop.ui.pictures.picture import Picture
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, REGULAR

from .pause_rows import weight_word


@frozen
class Group:
    """Needs that went one way."""

    name: str
    icon: str
    token: str  # a colour of the theme
    rows: tuple[Changed, ...]


@frozen
class Found:
    """The groups that have anybody, and what each need says of itself."""

    groups: tuple[Group, ...]
    words: Mapping[UUID, str]


def found(changes: Changes, _: Catalog) -> Found:
    """The changes as a picture; of a first pause all is new."""
    groups = (
        Group(_.ctx("changes", "New"), "ph.plus-circle", "accent", changes.new),
        Group(_("Heavier"), "ph.arrow-up", "amber", changes.grown),
        Group(_("Lighter"), "ph.arrow-down", "muted", changes.faded),
        Group(_("Gone"), "ph.x-circle", "muted", changes.gone),
        Group(_("As before"), "ph.equals", "muted", changes.same),
    )
    rows = [row for group in groups for row in group.rows]
    told = {row.need_id: _told(row, _) for row in rows}
    return Found(tuple(group for group in groups if group.rows), told)


def _told(row: Changed, _: Catalog) -> str:
    now = _("answered") if _answered(row) else weight_word(row.now, _)
    if row.before is None:
        return _("{text}: new, {weight}", text=row.text, weight=now)
    before = weight_word(row.before, _)
    return _("{text}: was {before}, is {weight}", text=row.text, before=before, weight=now)


def _answered(row: Changed) -> bool:
    return not row.now and row.state == NeedState.ANSWERED


class ChangesPicture(Picture[Found]):
    """A heading with a count for each group; under it a line a need, from then to now."""

    def least(self) -> tuple[float, float]:
        if self.data is None:
            return 200, 0
        look, groups = self.look, self.data.groups
        scale = look.px(100) / 100
        lines = sum(len(group.rows) for group in groups)
        tall = len(groups) * (look.line(BODY) + look.px(20)) + lines * self._line()
        return 240, tall / scale

    def as_text(self, data: Found) -> str:
        return "\n".join(
            f"{group.name}: " + "; ".join(data.words[row.need_id] for row in group.rows)
            for group in data.groups
        )

    def draw(self, canvas: Canvas, data: Found) -> None:
        px, y = self.look.px, 0.0
        for group in data.groups:
            self._head(canvas, group, y)
            y += self.look.line(BODY) + px(8)
            for row in group.rows:
                self._need(canvas, row, group, y)
                box = canvas.rect(0, y, canvas.width, self._line())
                self.note(row.need_id, data.words[row.need_id], box)
                y += self._line()
            y += px(12)

    def _line(self) -> float:
        return self.look.line(BODY) + self.look.px(4)

    def _head(self, canvas: Canvas, group: Group, y: float) -> None:
        t, px, line = canvas.theme, self.look.px, self.look.line(BODY)
        colour = getattr(t, group.token)
        canvas.glyph(group.icon, canvas.point(px(9), y + line / 2), px(18), colour)
        words = canvas.rect(px(26), y, canvas.width * 0.6, line)
        canvas.text(words, group.name, BODY, BOLD, colour)
        count = canvas.rect(canvas.width - px(40), y, px(40), line)
        canvas.text(count, str(len(group.rows)), BODY, BOLD, colour, "end")

    def _need(self, canvas: Canvas, row: Changed, group: Group, y: float) -> None:
        t, px, tall = canvas.theme, self.look.px, self._line()
        wide = px(78)
        words = canvas.rect(px(26), y, canvas.width - px(26) - wide - px(6), tall)
        gone = not row.now
        canvas.text(words, row.text, BODY, REGULAR, t.muted if gone else t.text)
        start = canvas.width - wide
        if row.before is not None:
            self._beads(canvas, start, y + tall / 2, row.before, "muted")
            arrow = canvas.rect(start + px(31), y, px(14), tall)
            canvas.text(arrow, "←" if self.look.rtl else "→", CAPTION, REGULAR, t.muted, "center")
        self._beads(canvas, start + px(47), y + tall / 2, row.now, group.token)

    def _beads(self, canvas: Canvas, x: float, y: float, weight: int, token: str) -> None:
        t, px = canvas.theme, self.look.px
        for n in range(3):
            full = n < weight
            canvas.pen(getattr(t, token) if full else t.edge, 1.2)
            canvas.painter.setBrush(QColor(getattr(t, token) if full else t.surface))
            canvas.painter.drawEllipse(canvas.point(x + px(5) + n * px(10), y), px(3.5), px(3.5))
