"""Planning a year: a rhythm or last year once more, seen whole before anything is made."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import calendar, formats
from cop_desktop.services import hosting, meetings, series
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.series import Slot
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pages.meetings.ribbon_card import RibbonCard
from cop_desktop.ui.widgets import Button, Card, Label, PageHead, SplitDetail, Tabs

from .again import AgainForm
from .cards import SlotCard, TurnsCard
from .form import SeriesForm
from .lists import AFTER, BEFORE, EDIT, TOGGLE, SeriesList
from .rows import Line
from .sketch import Sketch, numbers

RHYTHM, AGAIN = 0, 1  # the tabs


class SeriesView(QWidget):
    """`made(work year)` once the meetings are in the file; `left` when one goes without."""

    made = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.work_year = formats.work_year_of(desk.today())
        self.sketch = Sketch(desk.today())
        self.rows: Sequence[MeetingRow] = ()
        look, _ = desk.look, desk.catalog
        self.tabs = Tabs(look, [_("In a rhythm"), _("As in another year")])
        self.form = SeriesForm(desk)
        self.again = AgainForm(desk)
        self.list = SeriesList(look, _)
        self.card = SlotCard(desk, self.sketch.around)
        self.turns = TurnsCard(desk)
        self.ribbon = RibbonCard(desk)
        self._lay_out()
        self._listen()

    # -- what is planned -----------------------------------------------------------------

    def start(self, first: date) -> None:
        """Begin a series on a day or the next free one; in the summer, with the coming year."""
        summer = calendar.school_year(formats.work_year_of(first)).vacations.get("summer")
        if summer and summer[0] <= first <= summer[1]:
            first = summer[1] + timedelta(days=1)
        self.work_year = formats.work_year_of(first)
        self.sketch.forget()
        self.refresh()
        free = calendar.nearest_free(first, self.desk.layers(), not_before=first)
        self.form.start(free or first)
        self.again.start(self.work_year, self.rows)
        with self.desk.store.read() as session:
            hosts = hosting.balance(session, self.desk.community_id)
        self.turns.start(hosts, on=self.tabs.index == RHYTHM)
        self._build()
        self.form.first.edit.setFocus()

    def refresh(self) -> None:
        """Take in what the file holds now; the series stays as it was sketched."""
        with self.desk.store.read() as session:
            self.rows = meetings.every(session, self.desk.community_id)
        self.sketch.know(self.rows, self.desk.layers())
        self._show()

    def make(self) -> None:
        """Put the wanted meetings into the file, as one step; a wrong hour is mended first."""
        if self.tabs.index == RHYTHM and self.form.clock_field.has_error:
            self.form.clock.setFocus()
            return
        _, wanted = self.desk.catalog, self.sketch.wanted
        label = _.plural("Plan {n} meeting", "Plan {n} meetings", len(wanted))
        with self.desk.store.write(label) as session:
            series.make(session, self.desk.community_id, wanted)
        told = _.plural("{n} meeting was planned.", "{n} meetings were planned.", len(wanted))
        self.made.emit(formats.work_year_of(min(slot.day for slot in wanted)))
        self.desk.toast(told, undo=True)

    def make_way(self) -> None:
        """Take the nearest free day for every meeting that is in the way."""
        self.sketch.make_way()
        self._show()

    def _build(self) -> None:
        self.sketch.begin(self.again.slots() if self.tabs.index == AGAIN else self._in_rhythm())
        if names := self.turns.names():
            self.sketch.take_turns(names)
        self._show()

    def _in_rhythm(self) -> list[Slot]:
        _, days = self.desk.catalog, self.form.days()
        return self.form.slots([_("Meeting {n}", n=n) for n in numbers(self.rows, days)])

    # -- what is seen --------------------------------------------------------------------

    def _show(self) -> None:
        _, layers = self.desk.catalog, self.desk.layers()
        number, lines = 0, []
        for sight in self.sketch.sights:
            number += sight.slot.wanted
            lines.append(Line(sight, number if sight.slot.wanted else 0, layers))
        self.list.show_rows(lines)
        if lines and not self.list.chosen_ids():
            self.list.choose([lines[0].id])
        self._show_chosen()
        self._show_sum()
        wanted = [line.sight for line in lines if line.number]
        year = formats.work_year_of(wanted[0].slot.day) if wanted else self.work_year
        self.ribbon.show_series(year, self.rows, wanted)

    def _show_chosen(self) -> None:
        key = self.list.current_id()
        line = next((row for row in self.list.rows.rows if row.id == key), None)
        self.card.setVisible(line is not None)
        if line:
            self.card.show_line(line, len(self.sketch.wanted))

    def _show_sum(self) -> None:
        """How many, how many of them are in the way, and what can be done about it."""
        _, wanted, odd = self.desk.catalog, self.sketch.wanted, self.sketch.in_the_way
        words = _.plural("{n} meeting", "{n} meetings", len(wanted))
        clear = _("all on free days")
        told = _.plural("{n} on a day to avoid", "{n} on days to avoid", len(odd))
        self.head.subtitle.setText(formats.dotted(words, told if odd else clear) if wanted else "")
        free = sum(sight.nearest() is not None for sight in odd)
        self.way.setVisible(free > 0)
        self.way.set_words(
            _.plural(
                "Move {n} to its nearest free day", "Move {n} to their nearest free days", free
            )
        )
        self.done.set_words(_.plural("Plan {n} meeting", "Plan {n} meetings", len(wanted)))
        self.done.setEnabled(bool(wanted))

    def _show_tab(self, index: int) -> None:
        self.form.setVisible(index == RHYTHM)
        self.again.setVisible(index == AGAIN)
        self.sketch.forget()
        self.turns.on.setChecked(index == RHYTHM)
        self._build()

    # -- what is done --------------------------------------------------------------------

    def _listen(self) -> None:
        self.tabs.chosen.connect(self._show_tab)
        self.form.changed.connect(self._build)
        self.again.changed.connect(self._build)
        self.turns.changed.connect(self._build)
        self.list.chosen.connect(self._show_chosen)
        self.list.asked.connect(self._do)
        self.card.edited.connect(self._edit)
        self.ribbon.ribbon.part_chosen.connect(self._choose)
        self.way.clicked.connect(self.make_way)
        self.done.clicked.connect(self.make)
        self.cancel.clicked.connect(self.left)

    def _choose(self, key: object) -> None:
        if isinstance(key, int):
            self.list.choose([key])
            self.list.setFocus()

    def _edit(self, key: int, name: str, value: object) -> None:
        """A change by hand; a new choice of meetings may pass the turns on."""
        self.sketch.change(key, **{name: value})
        self._build() if name == "wanted" else self._show()

    def _do(self, deed: str) -> None:
        deed = self.list.side(deed) if deed in ("left", "right") else deed
        chosen = [s for s in self.sketch.sights if s.slot.id in set(self.list.chosen_ids())]
        if deed == EDIT:
            self.card.take_focus()
        elif deed == TOGGLE:
            for sight in chosen:
                self.sketch.change(sight.slot.id, wanted=not sight.slot.wanted)
            self._build()
        elif deed in (BEFORE, AFTER):
            for sight in chosen:
                if free := sight.before if deed == BEFORE else sight.after:
                    self.sketch.change(sight.slot.id, day=free)
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- looks ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        self.cancel = Button(look, _("Cancel"))
        self.way = Button(look, "", "ph.calendar-check")
        self.done = Button(look, "", "ph.check", "primary")
        self.head = PageHead(look, _("Series of meetings"), "", [self.cancel, self.way, self.done])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(SplitDetail(look, self._whole(), self._beside(), width=320), 1)

    def _whole(self) -> QWidget:
        """What is asked, the year, and every meeting of it."""
        return self._column(self._asking(), self.ribbon, self._listing())

    def _asking(self) -> Card:
        card = Card(self.desk.look)
        self.again.hide()
        for part in (self.tabs, self.form, self.again):
            card.add(part)
        return card

    def _listing(self) -> Card:
        look, _ = self.desk.look, self.desk.catalog
        card = Card(look)
        card.body.setContentsMargins(*(look.px(12),) * 4)
        keys = _("Space leaves out, Enter edits, a side arrow moves to the free day on that side")
        card.add(self.list, 1)
        card.add(Label(look, keys, "caption", elide=True))
        self.list.setMinimumHeight(look.px(150))
        return card

    def _beside(self) -> QWidget:
        return self._column(self.card, self.turns)

    def _column(self, *cards: QWidget) -> QWidget:
        """Cards one under the other; the last takes what room there is."""
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.desk.look.px(12))
        for card in cards:
            layout.addWidget(card, card is cards[-1])
        return column
