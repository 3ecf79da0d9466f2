"""The way so far: every stay in a stage, newest first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.services.stages import StagePath, StageRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.emptying import empty
from cop_desktop.ui.widgets import Button, Card, Chip, Hairline, IconTile, Label, Words


class HistoryCard(Card):
    """Each stay with its reason; a mark where a stage was passed over or returned to."""

    take_back_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        _ = desk.catalog
        self.back = Button(desk.look, _("Take back the last record"), kind="quiet")
        super().__init__(desk.look, _("The way so far"), self.back)
        self.desk = desk
        self._stays = QVBoxLayout()
        self._stays.setSpacing(desk.look.px(8))
        self.body.addLayout(self._stays)
        self.back.clicked.connect(self.take_back_asked)
        self.told: list[str] = []

    def show_path(self, path: StagePath) -> None:
        self.setVisible(bool(path.history))
        empty(self._stays)
        self.told = []
        for row in reversed(path.history):
            if self._stays.count():
                self._stays.addWidget(Hairline())
            self._stays.addWidget(self._stay(row))

    def _stay(self, row: StageRow) -> QWidget:
        look, _ = self.look, self.desk.catalog
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(12))
        present = row.until is None
        icon, tone = ("ph.map-pin", "accent") if present else ("ph.check", "quiet")
        line.addWidget(IconTile(look, icon, tone, round=True), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(self._head(row))
        reason = "" if present else row.reason  # the present one stands on its own card
        for sentence, kind in ((stay_words(row, _), "caption"), (reason, "muted")):
            if sentence:
                words.addWidget(Words(look, sentence, kind))
        line.addLayout(words, 1)
        return box

    def _head(self, row: StageRow) -> QHBoxLayout:
        look, _ = self.look, self.desk.catalog
        name = content(_.language).word(row.stage)
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(Label(look, name, "medium"))
        told = [name]
        for marked, words, icon, tone in (
            (row.skipped, _("a stage was passed over"), "ph.skip-forward", "amber"),
            (row.back, _("moved back"), "ph.arrow-u-up-left", "quiet"),
        ):
            if marked:
                head.addWidget(Chip(look, words, icon, tone))
                told.append(words)
        head.addStretch(1)
        self.told.append(formats.dotted(*told))
        return head


def stay_words(row: StageRow, _: Catalog) -> str:
    """From when until when, and who decided."""
    lang = _.language
    since = formats.date_medium(row.since, lang)
    if row.until is None:
        told = _("since {day}", day=since)
    else:
        told = _("{first} to {last}", first=since, last=formats.date_medium(row.until, lang))
    if not row.decided_by:
        return told
    return _("{since} · decided by {who}", since=told, who=row.decided_by)
