"""The block that is on: its name, the time left, what is said about it, and what comes next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.services.agendas import Block
from cop_desktop.services.fitting import Proposal
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.theme import BOLD, KIND_ICONS
from cop_desktop.ui.widgets import Card, IconTile, Label, ScrollPage

from . import words
from .large import HUGE, LARGE, LESS_HUGE, LESS_LARGE, READ, Countdown, Large
from .preview import Preview
from .read_out import ReadOut
from .scene import Moment
from .stage_deeds import StageDeeds
from .track_strip import TrackStrip


class Stage(Card):
    """`asked(deed)` for a button; `followed(place)` for a track."""

    asked = Signal(str)
    followed = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk, self._small = desk, False
        look = desk.look
        self.tile = IconTile(look, "ph.hand-waving", "accent", size=44)
        self.heading = Large(look, LARGE, BOLD, written=True)
        self.facts = Label(look, "", "muted", elide=True)
        self.plan = Label(look, "", "muted", elide=True)
        self.countdown = Countdown(look)
        self.strip = TrackStrip(desk)
        self.strip.chosen.connect(self.followed)
        self.preview = Preview(desk)
        self.preview.asked.connect(self.asked)
        self.read_out = ReadOut(desk)
        self.following = Large(look, READ, colour="muted")
        self.deeds = StageDeeds(desk)
        self.deeds.asked.connect(self.asked)
        self.buttons = self.deeds.buttons
        self._lay_out()

    def show_moment(self, moment: Moment) -> None:
        """Everything but the running time."""
        _, block = self.desk.catalog, moment.shown
        self._name(moment, block)
        self.strip.show_moment(moment)
        self.plan.setText(words.planned(moment.current, _) if moment.current else "")
        self.plan.setVisible(bool(moment.current) and not (self._small and moment.tracks))
        self.read_out.show_moment(moment)
        self.following.show_words(self._next(moment))
        self.deeds.show_moment(moment)
        self.tick(moment)

    def set_small(self, small: bool) -> None:
        """Smaller letters where the window is small."""
        self._small = small
        self.countdown.size_of_digits = LESS_HUGE if small else HUGE
        self.countdown.updateGeometry()
        self.heading.set_size(LESS_LARGE if small else LARGE)

    def show_proposal(self, proposal: Proposal | None, ends: str) -> None:
        """While it waits for an answer, nothing else is asked."""
        self.preview.show_proposal(proposal, ends)
        self.said.setVisible(proposal is None)
        self.deeds.setVisible(proposal is None)

    def tick(self, moment: Moment) -> None:
        """The running time."""
        _, seconds = self.desk.catalog, moment.left
        if seconds is None:
            self._wait(moment)
            return
        self.countdown.show()
        block = moment.shown
        whole = (block.minutes if block else 1) * 60 or 1
        over = seconds < 0 and moment.paused is None
        told = words.digits(seconds)
        self.countdown.show_time(told, words.left(moment, _), 1 - seconds / whole, over=over)
        if moment.tracks:
            self.strip.tick(moment)

    def _wait(self, moment: Moment) -> None:
        """Until the meeting begins; nothing on another day, or once it has."""
        _, starts = self.desk.catalog, moment.day.starts_at
        seconds = int((starts - moment.now).total_seconds())
        waiting = not moment.began and moment.today
        self.countdown.setVisible(waiting)
        if waiting and seconds >= 0:
            told = _("until the start at {time}", time=formats.clock(starts.time()))
            self.countdown.show_time(words.digits(seconds), told, 0)
        elif waiting:
            n = -seconds // 60
            late = _.plural("{n} minute after the hour", "{n} minutes after the hour", n)
            self.countdown.show_time(words.digits(seconds), late, 0, over=True)

    def _name(self, moment: Moment, block: Block | None) -> None:
        _, look = self.desk.catalog, self.desk.look
        if block is None:
            self.heading.show_words(moment.scene.row.topic)
            self.facts.setText(self._waiting_facts(moment))
            self.tile.show_icon("ph.users-three", look.theme.accent)
            return
        self.heading.show_words(block.title)
        self.facts.setText(words.facts(block, _))
        self.tile.show_icon(KIND_ICONS[block.kind], look.theme.kinds[block.kind])

    def _waiting_facts(self, moment: Moment) -> str:
        _ = self.desk.catalog
        if not moment.today:
            day = formats.date_long(moment.day.starts_at.date(), _.language)
            return _("planned for {day}", day=day)
        return _("between two blocks") if moment.began else _("ready to begin")

    def _next(self, moment: Moment) -> str:
        _, inner = self.desk.catalog, moment.inner
        block = inner.following if inner and inner.following else moment.following
        if block is None and moment.current:
            return _("This is the last block.")
        if block is None:
            return "" if moment.began else _("The agenda has no blocks yet.")
        at = moment.stand.times.get(block.id)
        starts = inner.until if inner and inner.following else at.starts_at if at else None
        length = formats.duration_short(block.minutes, _.language)
        first = _("Next at {time}", time=formats.clock(starts.time())) if starts else _("Next")
        return formats.dotted(first, block.title, length, block.leader)

    # -- looks -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look = self.desk.look
        way = QBoxLayout.Direction
        self.body.setContentsMargins(look.px(24), look.px(18), look.px(24), look.px(16))
        self.body.setSpacing(look.px(12))
        top = QBoxLayout(way.TopToBottom if look.roomy else way.LeftToRight)
        top.setSpacing(look.px(24))
        names = QHBoxLayout()
        names.setSpacing(look.px(14))
        names.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(look.px(4))
        for part in (self.heading, self.facts, self.plan):
            column.addWidget(part)
        if look.roomy:  # large text scrolls: what one presses comes before what one reads
            for urgent in (self.countdown, self.deeds, self.following):
                column.addWidget(urgent)
        column.addSpacing(look.px(4))
        self.said = self._scrolled()
        column.addWidget(self.said, 100)
        column.addWidget(self.preview)
        column.addStretch(1)
        names.addLayout(column, 1)
        top.addLayout(names, 1)
        if not look.roomy:
            top.addWidget(self.countdown, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top, 1)
        self.add(self.strip)
        if not look.roomy:
            self.add(self.following)
            self.add(self.deeds)

    def _scrolled(self) -> QWidget:
        """What is read out; it scrolls by itself unless the whole screen does."""
        look = self.desk.look
        if look.roomy:
            self.read_out.setMinimumHeight(look.px(52))
            return self.read_out
        page = ScrollPage(look)
        page.add(self.read_out)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setMinimumHeight(look.px(52))
        return page
