"""Attendance: who answered, who came; all at once, and then the exceptions."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import MeetingKind, Presence, Reply
from cop_desktop.services import attendance, readiness
from cop_desktop.services.attendance import SheetLine
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.search import fold
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.drawing import Paint, write
from cop_desktop.ui.firm import Firm
from cop_desktop.ui.theme import CAPTION, mix
from cop_desktop.ui.widgets import Button, Card, Label, ScrollPage, SearchBox

from .attendance_list import AttendanceList
from .mark_editor import MarkEditor
from .turnout_bar import Share, TurnoutBar
from .words import PRESENCE_WORDS, REPLY_WORDS

PRESENCE_STEPS: dict[Presence | None, str] = {
    Presence.PRESENT: N_("Present: {who}"),
    Presence.LATE: N_("Late: {who}"),
    Presence.EXCUSED: N_("Excused: {who}"),
    Presence.ABSENT: N_("Absent: {who}"),
    None: N_("Clear attendance: {who}"),
}
REPLY_STEPS: dict[Reply | None, str] = {
    Reply.COMING: N_("Coming: {who}"),
    Reply.NOT_COMING: N_("Not coming: {who}"),
    None: N_("Clear reply: {who}"),
}


class AttendanceTab(ScrollPage):
    """Type a name, mark with a letter, go on with the arrow."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.row: MeetingRow | None = None
        self.places: list[SheetLine] = []
        look, _ = desk.look, desk.catalog
        self.replies = TurnoutBar(look, _("Expected"))
        self.presence = TurnoutBar(look, _("Attendance"))
        self.search = SearchBox(look, _("Search by name or organisation"))
        self.all = Button(look, _("All present"), "ph.checks")
        self.list = AttendanceList(look, _)
        self.heads = _Heads(self.list)
        self.none_found = Label(look, _("Nobody by that name."), "muted")
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.returnPressed.connect(self._into_list)
        self.search.went_down.connect(self._into_list)
        self.all.clicked.connect(self.mark_all)
        self.list.marked.connect(self.mark)
        self.mark_editor = MarkEditor(desk)
        self.list.chosen.connect(self._tell_times)
        self._recent: Any = {}
        self._lay_out()

    def show_meeting(self, row: MeetingRow) -> None:
        """Show the sheet of a meeting as the file has it now."""
        if self.row is None or self.row.id != row.id:
            self.search.clear()
        self.row = row
        with self.desk.store.read() as session:
            self.places = attendance.sheet(session, row.id)
            ids = [place.member_id for place in self.places]
            self._recent = attendance.recent(session, ids, row.starts_at.date())
        self._tell_turnout()
        self._fill()

    def mark(self, ids: Sequence[UUID], field: str, value: Any) -> None:
        """Note presence or reply of some members, in one step."""
        assert self.row is not None
        steps: Any = PRESENCE_STEPS if field == "presence" else REPLY_STEPS
        note: Any = attendance.mark if field == "presence" else attendance.answer
        with self.desk.store.write(self.desk.catalog(steps[value], who=self._who(ids))) as session:
            note(session, self.row.id, ids, value)
            if field == "presence" and value:
                readiness.took_place(session, self.row.id, self.desk.today())

    def mark_all(self) -> None:
        """Everybody who has no mark yet was present."""
        ids = [place.member_id for place in self.places if place.presence is None]
        if ids:
            self.mark(ids, "presence", Presence.PRESENT)
        self._into_list()

    def _who(self, ids: Sequence[UUID]) -> str:
        _, chosen = self.desk.catalog, set(ids)
        names = [place.name for place in self.places if place.member_id in chosen]
        return names[0] if len(names) == 1 else _.plural("{n} member", "{n} members", len(names))

    def _fill(self) -> None:
        wanted = fold(self.search.text()).split()
        found = [
            place
            for place in self.places
            if all(part in fold(f"{place.name} {place.organisation}") for part in wanted)
        ]
        self.list.show_places(found, self._recent)
        self.none_found.setVisible(not found)
        _ = self.desk.catalog
        nobody = _("No members yet: they are added under “Members”.")
        self.none_found.setText(_("Nobody by that name.") if self.places else nobody)
        self._tell_times()
        self.all.setEnabled(any(place.presence is None for place in self.places))

    def _tell_times(self) -> None:
        """The times of the one who is chosen, to be corrected."""
        if self.row is None:
            return
        chosen = self.list.chosen_ids()
        one = next((it for it in self.places if [it.member_id] == chosen), None)
        hybrid = self.row.kind == MeetingKind.HYBRID
        self.mark_editor.show_line(self.row.id, one, hybrid=hybrid)

    def _into_list(self) -> None:
        self.list.choose_first()
        self.list.setFocus()

    def _tell_turnout(self) -> None:
        _, t, counts = self.desk.catalog, self.desk.look.theme, attendance.turnout(self.places)
        faint, grey = mix(t.surface, t.accent, 0.35), mix(t.surface, t.muted, 0.45)
        self.replies.show_shares([
            Share(counts.coming, _(REPLY_WORDS[Reply.COMING]), t.accent),
            Share(counts.open, _("No answer yet"), faint),
            Share(counts.not_coming, _(REPLY_WORDS[Reply.NOT_COMING]), grey),
        ])  # fmt: skip
        colours: tuple[Paint, ...] = (t.accent, t.amber, grey, t.brick)
        shares = [
            Share(sum(place.presence == presence for place in self.places),
                  _(PRESENCE_WORDS[presence]), colour)
            for presence, colour in zip(Presence, colours, strict=True)
        ]  # fmt: skip
        title = _("Attendance")
        if counts.came + counts.missed:
            share = counts.came / (counts.came + counts.missed)
            title = f"{title} {formats.percent(share, _.language)}"
        unmarked = Share(counts.unmarked, _("Not noted"), t.line)
        self.presence.show_shares([*shares, unmarked], title)

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        inside = QWidget()
        page = Firm(inside)
        page.setContentsMargins(0, 0, 0, 0)
        self.list.setMinimumHeight(look.px(190))
        self.add(inside, 1)
        page.setSpacing(look.px(12))
        counts = Card(look)
        bars = QVBoxLayout() if look.roomy else QHBoxLayout()
        bars.setSpacing(look.px(12 if look.roomy else 36))
        bars.addWidget(self.presence, 3)
        bars.addWidget(self.replies, 2)
        counts.body.addLayout(bars)
        page.addWidget(counts)
        card = Card(look)
        card.body.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        line = QHBoxLayout()
        line.setSpacing(look.px(12))
        line.addWidget(self.search, 1)
        line.addStretch(0 if look.roomy else 1)
        line.addWidget(self.all)
        card.body.addLayout(line)
        card.add(self.heads)
        card.add(self.none_found)
        card.add(self.list, 1)
        card.add(self.mark_editor)
        keys = _("Space marks present; arrows walk through late, excused and absent.")
        card.add(Label(look, keys, "caption", elide=True))
        page.addWidget(card, 1)


class _Heads(QWidget):
    """Words above the columns, where the rows below put them."""

    def __init__(self, rows: AttendanceList) -> None:
        super().__init__()
        self._rows = rows
        self.setFixedHeight(rows.look.line(CAPTION) + rows.look.px(6))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, look = QPainter(self), self._rows.look
        wide = self._rows.viewport().width()
        left = self.width() - wide if look.rtl else 0
        box = QRectF(left, 0, wide, self.height())
        signs, past, _names, _worded = self._rows.kind.signs(box)
        times = self._rows.kind.times(box)
        cells = [
            times,
            QRectF(past),
            signs[4][0].united(signs[5][0]),
            signs[0][0].united(signs[3][0]),
        ]
        for cell, words in zip(cells, self._rows.kind.captions(), strict=True):
            if not cell.isEmpty():
                room = cell.adjusted(look.px(4), 0, -look.px(4), 0)
                write(painter, look, room, words, CAPTION, colour=look.theme.muted)
