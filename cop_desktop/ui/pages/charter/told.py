"""A version of the charter to be read: every part that says something, in order."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content.method import method
from cop_desktop.i18n import Catalog
from cop_desktop.models.method import CharterPart
from cop_desktop.services.charter import CharterRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.widgets import Button, Card, Hairline, IconTile, Label, Words

from .words import PART_ICONS, called, standing, title

WIDEST = 720  # px at 100 %: a line that the eye can follow


class ToldCharter(Card):
    """What the community agreed on; `begin` leads to a new version."""

    def __init__(self, desk: Desk) -> None:
        _ = desk.catalog
        self.begin = Button(desk.look, _("Begin a new version"), "ph.note-pencil")
        super().__init__(desk.look, " ", self.begin)
        self.desk = desk
        self._parts = QVBoxLayout()
        self._parts.setSpacing(desk.look.px(12))
        self.body.addLayout(self._parts)
        self._shown: CharterRow | None = None

    def show_row(self, row: CharterRow) -> None:
        if row == self._shown:
            return
        self._shown, _ = row, self.desk.catalog
        self.title.setText(formats.dotted(called(row, _), standing(row, _)))
        empty(self._parts)
        for part in CharterPart:
            if sentences := list(said(row, part, _)):
                if self._parts.count():
                    self._parts.addWidget(Hairline())
                self._parts.addWidget(self._part(part, sentences))

    def _part(self, part: CharterPart, sentences: list[str]) -> QWidget:
        look = self.look
        box = QWidget()
        box.setMaximumWidth(look.px(WIDEST))
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(12))
        line.addWidget(IconTile(look, PART_ICONS[part], "accent"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(Label(look, title(part, self.desk.catalog), "strong"))
        for sentence in sentences:
            words.addWidget(Words(look, sentence, written=True))
        line.addLayout(words, 1)
        return box


def said(row: CharterRow, part: CharterPart, _: Catalog) -> Iterator[str]:
    """What a part says: its text, then what was chosen, each a sentence."""
    texts = method(_.language)
    if text := row.texts.get(part):
        yield text
    if part is CharterPart.PROMISES:
        yield from (f"• {texts.benefit(it)}" for it in row.promises)
    if part is CharterPart.QUIET_HOURS and row.quiet_from and row.quiet_until:
        hours = formats.time_range(row.quiet_from, row.quiet_until, _.language)
        yield _("The group rests: {hours}", hours=hours)
    if part is CharterPart.PUBLISHING and row.approver:
        yield _("Approval: {who}", who=row.approver)
    yield from (f"• {texts.norm(it)}" for it in row.rules(part))
