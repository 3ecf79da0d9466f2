"""Live mode: what is on, how long still, who is here, and what is caught on the way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from cop_desktop import formats
from cop_desktop.services import agendas, fitting
from cop_desktop.services.agendas import Block
from cop_desktop.services.fitting import Proposal
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.firm import Firm
from cop_desktop.ui.pages.meetings.live_memory import Memory

from . import keys, saving, scene
from .catches import SIGNS
from .parts import Parts
from .scene import Moment, Scene

FIVE, SECOND, MINUTE = 5, 1000, timedelta(minutes=1)


class LiveView(QWidget):
    """`left` when one goes back to the meeting; `side_asked(name)` for its summary or feedback.

    What is on and since when stands in the file: the screen can be left, or crash, at any time.
    """

    left = Signal()
    side_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.meeting_id, self.memory = desk, UUID(int=0), Memory(desk.settings)
        self.scene: Scene | None = None
        self.proposal: Proposal | None = None
        self.chosen: UUID | None = None  # a block pressed in the bar
        self.parts = parts = Parts(desk)
        self.head, self.bar, self.stage = parts.head, parts.bar, parts.stage
        self.capture, self.arrivals, self.closing = parts.capture, parts.arrivals, parts.closing
        self.clock = QTimer(self, interval=SECOND)
        self.clock.timeout.connect(self.tick)
        self._deeds: dict[str, Callable[[], None]] = {
            "next": self.go_on, "back": self.go_back, "more": partial(self.lengthen, FIVE),
            "less": partial(self.lengthen, -FIVE), "respread": self.propose, "pause": self.pause,
            "agree": self.agree, "leave-proposal": self.leave_proposal, "end": self.end,
            "leave": self.leave, "undo": partial(desk.run, "undo"), "held": self.note_held,
            "summary": partial(self._side, "summary"), "resume": self.go_back,
            "feedback": partial(self._side, "feedback"), "arrivals": self.arrivals.take_focus,
            "jump": self.jump, "capture": self.capture.begin, "stage": self.setFocus,
        }  # fmt: skip
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page = Firm(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(parts)
        self._connect()

    # -- what is shown ---------------------------------------------------------------------

    def show_meeting(self, meeting_id: UUID) -> None:
        """Show a meeting as the file has it now."""
        if meeting_id != self.meeting_id:
            self.meeting_id, self.proposal = meeting_id, None
            self.capture.leave_editing()
        with self.desk.store.read() as session:
            self.scene = scene.read(session, self.desk, meeting_id)
        self._show()

    def take_focus(self) -> None:
        """The keyboard goes to the stage; after the end, to what one does next."""
        if (moment := self.moment()) and moment.over:
            self.closing.take_focus()
        else:
            self.setFocus()

    def moment(self, told: Scene | None = None) -> Moment | None:
        """How it stands now, or would with another agenda."""
        told = told or self.scene
        if told is None:
            return None
        paused = self.memory.paused(self.meeting_id)
        return scene.at(told, self._now(), paused, self.memory.track, self.chosen)

    def tick(self) -> None:
        """A second has passed: only what runs is painted anew."""
        moment = self.moment()
        if moment is None:
            return
        self.parts.tick(moment)
        if not self.proposal:
            self.bar.show_moment(moment, self.desk.catalog)

    def _show(self) -> None:
        moment = self.moment()
        if moment is None:
            return
        if moment.current is None:
            self.memory.go_on()
            self.proposal = None
            moment = self.moment()
            assert moment is not None
        self.parts.show_moment(moment)
        self._show_proposal(moment)

    def _show_proposal(self, moment: Moment) -> None:
        if self.proposal and self.scene:
            with self.desk.store.read() as session:
                picture = agendas.picture(session, self.meeting_id, self.proposal.minutes)
            told = replace(self.scene, picture=picture)
            moment = self.moment(told) or moment
        self.bar.show_moment(moment, self.desk.catalog)
        ends = formats.clock(moment.stand.ends_at.time())
        self.stage.show_proposal(self.proposal, ends)

    # -- deeds: each a step of its own -----------------------------------------------------

    def go_on(self) -> None:
        """Begin, or go on to the next block; behind the last one the meeting ends."""
        if self.proposal:
            self.agree()
            return
        moment = self.moment()
        if moment is None or moment.over:
            return
        if block := moment.following:
            self._begin(block)
        elif moment.current:
            self.end()

    def jump(self) -> None:
        """Begin the block that was pressed; those between are passed over."""
        moment = self.moment()
        if moment and moment.further:
            self._begin(moment.further)

    def _begin(self, block: Block) -> None:
        self.memory.go_on()
        self.chosen = None
        saving.begin(self.desk, block, self._now())

    def go_back(self) -> None:
        """The block before goes on, as if this one had not begun."""
        moment = self.moment()
        if moment is None or not moment.began:
            return
        self.memory.go_on()
        saving.back(self.desk, self.meeting_id)
        self.setFocus()

    def lengthen(self, minutes: int) -> None:
        """More time, or less, for the block that is on."""
        moment = self.moment()
        if moment and moment.current:
            saving.lengthen(self.desk, moment.current, minutes)

    def pause(self) -> None:
        """Stop the clock of the block; going on gives it the time that has passed."""
        moment = self.moment()
        if moment is None or moment.current is None:
            return
        if moment.paused is None:
            self.memory.pause(self.meeting_id, self._now())
            self._show()
            return
        minutes = round((self._now() - moment.paused) / MINUTE)
        self.memory.go_on()
        if minutes > 0:
            saving.add_pause(self.desk, moment.current, minutes)
        else:
            self._show()

    def propose(self) -> None:
        """Show how what is ahead could fit the time that is left."""
        moment = self.moment()
        if moment is None or moment.current is None or moment.following is None:
            return
        with self.desk.store.read() as session:
            told = fitting.respread(session, self.meeting_id, moment.current.id, self._now())
        if not told:
            self.desk.toast(self.desk.catalog("What is ahead fits the time that is left."))
        self.proposal = told or None
        self._show()

    def agree(self) -> None:
        """Take what is proposed, in one step."""
        proposal, self.proposal = self.proposal, None
        if proposal:
            saving.respread(self.desk, proposal)
            self.setFocus()

    def leave_proposal(self) -> None:
        self.proposal = None
        self._show()
        self.setFocus()

    def end(self) -> None:
        """The meeting is over; what comes then has the keyboard."""
        self.memory.go_on()
        saving.end(self.desk, self.meeting_id, self._now())
        self.take_focus()

    def note_held(self) -> None:
        saving.note_held(self.desk, self.meeting_id)

    def leave(self) -> None:
        """Back to the meeting's page; what is on goes on."""
        self.memory.close()
        self.left.emit()

    def follow(self, place: int) -> None:
        """Which track this screen follows."""
        self.memory.follow(place)
        self._show()

    def choose(self, key: UUID) -> None:
        """A block of the bar: one that is further on can be begun at once."""
        self.chosen = key
        self._show()

    # -- keys and the clock ----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not self.hasFocus():  # a field let it through: it means nothing to the stage
            super().keyPressEvent(event)
        elif deed := keys.deed(event):
            self._do(deed)
        elif event.text() in SIGNS:  # a sign begins a line of its kind
            self.capture.begin(SIGNS[event.text()])
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        self.clock.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.clock.stop()
        super().hideEvent(event)

    def _now(self) -> datetime:
        return self.desk.now().replace(microsecond=0)

    def _do(self, deed: str) -> None:
        self._deeds[deed]()

    def _side(self, name: str) -> None:
        self.memory.close()
        self.side_asked.emit(name)

    def _connect(self) -> None:
        for part in (self.head, self.stage, self.closing):
            part.asked.connect(self._do)
        self.stage.followed.connect(self.follow)
        self.bar.part_chosen.connect(self.choose)
        for card in (self.arrivals, self.capture):
            card.left.connect(self.setFocus)
        for sequence, deed in keys.ANYWHERE.items():
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(partial(self._do, deed))
