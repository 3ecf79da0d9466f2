"""One story of value in its four parts, from what happened to what changed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.services.products import ProductRow
from cop_desktop.services.stories import PARTS, StoryRow
from cop_desktop.services.topics import TopicRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import Form
from cop_desktop.ui.people import People, offer
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Choice, Words
from cop_desktop.ui.widgets.tick import Tick

from . import words
from .deeds import Deeds
from .panel import Panel

FIELDS = {
    "title": N_("Title"),
    **words.PARTS,
    "teller_id": N_("Who tells it"),
    "noted_on": N_("Noted on"),
    "topic_id": N_("Topic it came from"),
    "product_id": N_("Product it came from"),
    "may_leave": N_("The teller agreed that it may leave the community"),
}


class StoryPanel(Panel):
    """Everything in it is saved where it is written."""

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        super().__init__(desk, desk.catalog("Delete the story"))
        self.deeds = deeds
        self.row: StoryRow | None = None
        self._people = People({})
        self._offered: Mapping[str, Mapping[UUID, str]] = {}
        self.way = FourParts(desk.look)
        self.asks = Words(desk.look, "", "muted")
        self.leaves = Tick(desk.look, desk.catalog(FIELDS["may_leave"]))
        self.leaves.toggled.connect(self._allow)
        self.fields = self._form()
        self.stack(self.way, self.asks, self.fields, self.leaves)

    def offer(
        self, people: People, topics: tuple[TopicRow, ...], products: tuple[ProductRow, ...]
    ) -> None:
        """What one may choose from."""
        self._people = people
        offer(self.fields, "teller_id", people)
        offered = {
            "topic_id": {row.id: row.title for row in topics},
            "product_id": {row.id: row.title for row in products},
        }
        if offered != self._offered:
            self._offered = offered
            for name, titles in offered.items():
                self._fill(self.fields.editor(name), titles)

    def _fill(self, box: Choice, titles: Mapping[UUID, str]) -> None:
        box.clear()
        box.add(self.desk.catalog("None"), None)
        for key, title in titles.items():
            box.add(title, key)

    def show_story(self, row: StoryRow) -> None:
        _ = self.desk.catalog
        self.show_head(row.title, another=self.row is None or self.row.id != row.id)
        self.row = row
        self.way.show_parts(tuple(bool(getattr(row, part)) for part in PARTS))
        self.asks.setText(_("A seed: what changed is still to be told.") if row.seed else "")
        self.asks.setVisible(row.seed)
        self.leaves.blockSignals(True)
        self.leaves.setChecked(row.may_leave)
        self.leaves.blockSignals(False)
        self.fields.fill(
            {
                **{part: getattr(row, part) for part in PARTS}, "title": row.title,
                "teller_id": row.teller, "noted_on": row.noted_on, "topic_id": row.topic_id,
                "product_id": row.product_id,
            },
            item=row.id,
        )  # fmt: skip

    def _form(self) -> Form:
        _, form = self.desk.catalog, self.form()
        form.add_line("title", _(FIELDS["title"]))
        for part in PARTS:
            form.add_text(part, _(FIELDS[part]), lines=2)
        form.add_line("teller_id", _(FIELDS["teller_id"]))
        form.add_choice("topic_id", _(FIELDS["topic_id"]), [(None, _("None"))])
        form.add_choice("product_id", _(FIELDS["product_id"]), [(None, _("None"))])
        form.add_date("noted_on", _(FIELDS["noted_on"]))
        form.edited.connect(self._save)
        return form

    def _allow(self, agreed: bool) -> None:
        if self.row:
            told = self.desk.catalog(FIELDS["may_leave"])
            self.deeds.change_story(self.row, told, {"may_leave": agreed})

    def _save(self, name: str, value: Any) -> None:
        if self.row is None:
            return
        _ = self.desk.catalog
        try:
            values = {name: self._people.find(value) if name == "teller_id" else value}
            self.deeds.change_story(self.row, _(FIELDS[name]), values)
        except UserError as problem:
            self.fields.error(name, _.error(problem))


class FourParts(QWidget):
    """Four beads on a line; those that have words are full."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._full: tuple[bool, ...] = (False,) * len(PARTS)

    def show_parts(self, full: tuple[bool, ...]) -> None:
        self._full = full
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(200), self.look.px(22))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(120), self.look.px(22))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, t, px = QPainter(self), self.look.theme, self.look.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, y = px(52), self.height() / 2
        spots = [px(9) + n * gap for n in range(4)]
        if self.look.rtl:
            spots = [self.width() - x for x in spots]
        for n in range(3):
            painter.setPen(QPen(QColor(t.accent if self._full[n + 1] else t.edge), 2))
            painter.drawLine(spots[n], round(y), spots[n + 1], round(y))
        for x, full in zip(spots, self._full, strict=True):
            painter.setPen(QPen(QColor(t.accent if full else t.edge), 2))
            painter.setBrush(QColor(t.accent if full else t.surface))
            painter.drawEllipse(QRectF(x - px(7), y - px(7), px(14), px(14)))
