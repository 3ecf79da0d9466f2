"""The block that is on: its name, the time left, what is said about it, and what comes next."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.services.agendas import Block
from cop_desktop.services.fitting import Proposal
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.theme import BOLD, KIND_ICONS
from cop_desktop.ui.widgets import Button, Card, IconTile, Label, ScrollPage

from . import words
from .large import HUGE, LARGE, LESS_HUGE, LESS_LARGE, READ, Countdown, Large
from .preview import Preview
from .scene import Moment
from .track_strip import TrackStrip

DEEDS = ("next", "back", "more", "respread", "pause", "jump")
SHORT = 24  # letters of a title on a button


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
        self.texts = {
            name: Said(desk, icon, caption)
            for name, icon, caption in (
                ("purpose", "ph.target", desk.catalog("Purpose")),
                ("questions", "ph.question", desk.catalog("Questions")),
                ("method", "ph.list-numbers", desk.catalog("How it goes")),
                ("materials", "ph.package", desk.catalog("Materials")),
                ("notes", "ph.lock", desk.catalog("For me only")),
            )
        }
        self.following = Large(look, READ, colour="muted")
        self.buttons: dict[str, Button] = {}
        self._lay_out()

    def show_moment(self, moment: Moment) -> None:
        """Everything but the running time."""
        _, block = self.desk.catalog, moment.shown
        self._name(moment, block)
        self.strip.show_moment(moment)
        self.plan.setText(words.planned(moment.current, _) if moment.current else "")
        self.plan.setVisible(bool(moment.current) and not (self._small and moment.tracks))
        for name, said in self.texts.items():
            said.show_text(_purpose(moment, block) if name == "purpose" else _told(block, name))
        self.following.show_words(self._next(moment))
        self._tell_deeds(moment)
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
            told = _("until the beginning at {time}", time=formats.clock(starts.time()))
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
        if block is None:
            return _("This is the last block.") if moment.current else ""
        at = moment.stand.times.get(block.id)
        starts = inner.until if inner and inner.following else at.starts_at if at else None
        length = formats.duration_short(block.minutes, _.language)
        first = _("Next at {time}", time=formats.clock(starts.time())) if starts else _("Next")
        return formats.dotted(first, block.title, length, block.leader)

    def _tell_deeds(self, moment: Moment) -> None:
        _, on = self.desk.catalog, moment.current is not None
        first = _("End the meeting") if on and not moment.following else _("Next block")
        if not on:
            first = _("Go on") if moment.began else _("Start the meeting")
        self.buttons["next"].set_words(first)
        why = "" if on or moment.following else _("The agenda has no blocks yet.")
        self.buttons["next"].explain(why)
        for deed in DEEDS[1:]:
            self.buttons[deed].setVisible(on or (deed == "back" and moment.began))
        self._offer_jump(moment)
        self.buttons["pause"].set_words(_("Go on") if moment.paused else _("Pause"))
        self.buttons["pause"].set_icon("ph.play" if moment.paused else "ph.pause")
        self.buttons["respread"].explain("" if moment.following else _("Nothing is ahead."))

    def _offer_jump(self, moment: Moment) -> None:
        """A block further on, pressed in the bar, can be begun at once."""
        block, jump = moment.further, self.buttons["jump"]
        jump.setVisible(block is not None)
        if block:
            jump.set_words(self.desk.catalog("Go to “{title}”", title=short(block.title)))

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
        self.deeds = self._deeds()
        if look.roomy:  # large text scrolls: what one presses comes before what one reads
            for urgent in (self.countdown, self.deeds, self.following):
                column.addWidget(urgent)
        column.addSpacing(look.px(4))
        self.said = self._texts()
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

    def _texts(self) -> QWidget:
        """What is read out; it scrolls by itself unless the whole screen does."""
        look = self.desk.look
        page = QWidget() if look.roomy else ScrollPage(look)
        rows = page.body if isinstance(page, ScrollPage) else QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(10))
        for said in self.texts.values():
            rows.addWidget(said)
        rows.addStretch(1)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setMinimumHeight(look.px(52))
        return page

    def _deeds(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        box = QWidget()
        flow = Flow(box, look.px(8))
        for deed, icon, name, keys in (
            ("next", "ph.arrow-right", _("Next block"), _("Space")),
            ("back", "ph.arrow-left", _("Back"), _("Backspace")),
            ("more", "ph.plus", _("5 more minutes"), "+"),
            ("respread", "ph.arrows-in-line-horizontal", _("Re-spread"), "R"),
            ("pause", "ph.pause", _("Pause"), "P"),
            ("jump", "ph.skip-forward", "", ""),
        ):
            button = Button(look, name, icon, "primary" if deed == "next" else "secondary")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not catch the space bar
            button.setToolTip(keys)
            button.clicked.connect(partial(self._ask, deed))
            self.buttons[deed] = button
            flow.add(button)
        return box

    def _ask(self, deed: str, _checked: bool = False) -> None:
        self.asked.emit(deed)


class Said(QWidget):
    """A text of the agenda, to be read out: an icon, what it is, and the words."""

    def __init__(self, desk: Desk, icon: str, caption: str) -> None:
        super().__init__()
        look = desk.look
        self.words = Large(look, READ, written=True)
        tile = IconTile(look, icon, "quiet", size=28, round=True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(look, caption, "caption"))
        column.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_text(self, text: str) -> None:
        self.words.show_words(text)
        self.setVisible(bool(text))


def short(title: str) -> str:
    return title if len(title) <= SHORT else title[: SHORT - 1].rstrip() + "…"


def _told(block: Block | None, name: str) -> str:
    return str(getattr(block, name)).strip() if block else ""


def _purpose(moment: Moment, block: Block | None) -> str:
    return _told(block, "purpose") if block else moment.scene.row.purpose
