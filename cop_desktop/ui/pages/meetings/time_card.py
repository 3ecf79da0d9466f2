"""The whole time of a meeting: a bar of each day, what is free or too much, how it is shared."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.services.agendas import Block, DayPicture, Picture, Track
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pictures import AgendaBar, BarBlock, BarData
from cop_desktop.ui.widgets import Button, Card, Label

from .agenda_entries import DayHead, Entry, Remark, TrackHead
from .numbers_button import NumbersButton
from .words import balance, by_kind, lengths

MINUTE = timedelta(minutes=1)
MOST = 2  # days whose bars are all shown; of more only the one that is worked at


class TimeCard(Card):
    """Amber where the agenda runs over; `part_chosen(key)` for a press in a bar."""

    part_chosen = Signal(object)
    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.bars: list[AgendaBar] = []
        self._days: tuple[DayPicture, ...] = ()
        self._day = 0
        self._crowded = False
        self.balance = Label(look, "", "strong")
        self.shares = Label(look, "", "caption", elide=True)
        self.body.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        self.body.setSpacing(look.px(2))
        self.line = QHBoxLayout()
        self.line.setSpacing(look.px(12))
        self.line.addWidget(self.balance)
        self.line.addWidget(self.shares, 1)
        self.fitting = Button(look, _("Fit to the time"), "ph.arrows-in-line-horizontal", "quiet")
        self.fitting.clicked.connect(lambda: self.asked.emit("fit"))
        self.numbers = NumbersButton(desk)
        self.line.addWidget(self.fitting)
        self.line.addWidget(self.numbers)
        self.body.addLayout(self.line)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(look.px(2))
        self.body.addLayout(self._stack)
        self._make_bars(1)

    @property
    def bar(self) -> AgendaBar:
        """Of the first day."""
        return self.bars[0]

    def show_agenda(self, meeting_id: UUID, picture: Picture) -> None:
        self.numbers.count(meeting_id)
        loose = any(day.over or day.under or day.problems for day in picture.days)
        self.fitting.setVisible(loose and bool(picture.blocks))
        self._days = picture.days
        self._make_bars(len(picture.days))
        for bar, day in zip(self.bars, picture.days, strict=True):
            bar.low = self._low
            bar.show_data(self._data(day, picture.tracks))
        self._tell(picture)
        self._reveal()

    def follow(self, chosen: Sequence[Entry]) -> None:
        """Mark what is chosen in the list; of many days the one it stands in is shown."""
        blocks = [it for it in chosen if isinstance(it, Block)]
        key = blocks[0].id if len(blocks) == len(chosen) == 1 else None
        for bar in self.bars:
            bar.choose(key)
        if chosen:
            self._day = _day_of(chosen[0])
            self._reveal()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.numbers.count(self.numbers.meeting_id)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.numbers.stop()

    def set_crowded(self, crowded: bool) -> None:
        """In a low window one thin bar is enough: of the day one works at."""
        if crowded != self._crowded:
            self._crowded = crowded
            for bar in self.bars:
                bar.low = self._low
                bar.updateGeometry()
            self._reveal()

    @property
    def _low(self) -> bool:
        return self._crowded or len(self.bars) > 1

    def _reveal(self) -> None:
        every = len(self.bars) <= (1 if self._crowded else MOST)
        for day, bar in enumerate(self.bars):
            bar.setVisible(every or day == min(self._day, len(self.bars) - 1))

    def _make_bars(self, count: int) -> None:
        _ = self.desk.catalog
        while len(self.bars) > count:
            bar = self.bars.pop()
            self._stack.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        while len(self.bars) < count:
            bar = AgendaBar(self.desk.look, _("The agenda as a bar"))
            bar.part_chosen.connect(self.part_chosen)
            self._stack.addWidget(bar)
            self.bars.append(bar)

    def _tell(self, picture: Picture) -> None:
        _ = self.desk.catalog
        outer = [block for day in picture.days for block in day.blocks]
        words, over = self._balance(picture)
        self.balance.setText(words)
        self.balance.set_kind("strong")
        if over:
            amber = self.desk.look.theme.amber
            self.balance.setStyleSheet(self.balance.styleSheet() + f"color: {amber};")
        self.shares.setText(lengths(outer, _))
        told = [
            f"{content(_.language).word(kind)}: {formats.duration_short(minutes, _.language)}"
            for kind, minutes in by_kind(outer).items()
        ]
        self.shares.setAccessibleDescription("; ".join(told))
        self.balance.setToolTip("\n".join(told))

    def _balance(self, picture: Picture) -> tuple[str, bool]:
        """What is too much on any day comes first; a gap on another does not make up for it."""
        _ = self.desk.catalog
        over = sum(day.over for day in picture.days)
        if over:
            return balance(picture.invited + over, picture.invited, _)
        return balance(picture.planned, max(picture.invited, picture.planned), _)

    # -- data ----------------------------------------------------------------------------

    def _data(self, day: DayPicture, tracks: Mapping[UUID, Sequence[Track]]) -> BarData:
        _ = self.desk.catalog
        told = tuple(self._frame(block, day, tracks.get(block.id, ())) for block in day.blocks)
        name = _("Day {n}", n=day.number + 1) if len(self._days) > 1 else ""
        return BarData(told, formats.clock(day.ends.time()), None, day.minutes, name)

    def _frame(self, block: Block, day: DayPicture, tracks: Sequence[Track]) -> BarBlock:
        lanes = tuple(tuple(self._block(it, day) for it in track.blocks) for track in tracks)
        return replace(self._block(block, day), lanes=lanes if any(lanes) else ())

    def _block(self, block: Block, day: DayPicture) -> BarBlock:
        language = self.desk.catalog.language
        words, start = content(language), formats.clock(block.starts_at.time())
        length = formats.duration_short(block.minutes, language)
        told = formats.dotted(start, block.title, words.word(block.kind), block.leader, length)
        at = (block.starts_at - day.starts_at) // MINUTE
        short = words.short(block.kind)
        return BarBlock(block.id, block.kind, block.title, block.minutes, start, short, told, at)


def _day_of(entry: Entry) -> int:
    if isinstance(entry, DayHead):
        return entry.number
    if isinstance(entry, Remark):
        return entry.problem.day
    return entry.section.day if isinstance(entry, Block | TrackHead) else 0
