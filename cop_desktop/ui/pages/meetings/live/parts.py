"""The parts of the live screen, laid out by the room there is."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.firm import Firm
from cop_desktop.ui.widgets import Card, Label, ScrollPage

from .arrivals import ArrivalsCard
from .bar import LiveBar
from .capture import CaptureCard
from .closing import Closing
from .head import LiveHead
from .scene import Moment
from .stage import Stage

ROOM = 1120, 740  # px at 100 %: a smaller window has smaller letters


class Parts(QWidget):
    """Two columns; large text has one, which scrolls. After the end the closing stands there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.head, self.bar = LiveHead(desk), LiveBar(desk.look, desk.catalog("The meeting"))
        self.stage, self.capture = Stage(desk), CaptureCard(desk)
        self.arrivals, self.closing = ArrivalsCard(desk), Closing(desk)
        self.keys = Label(desk.look, self._key_words(), "caption", elide=True)
        self._minute: datetime | None = None
        self._small: bool | None = None
        self._lay_out()

    def show_moment(self, moment: Moment) -> None:
        """Everything but the bar, which may show what is only proposed."""
        for part in (self.head, self.stage, self.capture, self.arrivals, self.closing):
            part.show_moment(moment)
        self.closing.setVisible(moment.over)
        self.room.setVisible(not moment.over)
        self.keys.setVisible(not moment.over)

    def tick(self, moment: Moment) -> None:
        """What runs by the second; by the minute, what comes next."""
        self.head.tick(moment)
        minute = moment.now.replace(second=0)
        if minute == self._minute:
            self.stage.tick(moment)
        else:
            self.stage.show_moment(moment)
        self._minute = minute

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        look, size = self.desk.look, event.size()
        small = size.width() < look.px(ROOM[0]) or size.height() < look.px(ROOM[1])
        if small != self._small and not look.roomy:
            self._small = small
            self.stage.set_small(small)
            self.arrivals.setFixedWidth(look.px(248 if small else 304))
            self.capture.setFixedHeight(look.px(172 if small else 236))
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        look = self.desk.look
        page = Firm(self)
        page.setContentsMargins(0, look.px(14), 0, 0)
        page.setSpacing(look.px(12))
        page.addWidget(self.head)
        whole = Card(look)
        whole.body.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(6))
        whole.add(self.bar)
        self.bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if not look.roomy:
            page.addWidget(whole)
        self.room = self._column(whole) if look.roomy else self._columns()
        page.addWidget(self.room, 1)
        page.addWidget(self.closing, 1)
        page.addWidget(self.keys)

    def _columns(self) -> QWidget:
        look, room = self.desk.look, QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        column: QVBoxLayout = Firm()
        column.setSpacing(look.px(12))
        column.addWidget(self.stage, 1)
        column.addWidget(self.capture)
        row.addLayout(column, 1)
        row.addWidget(self.arrivals)
        return room

    def _column(self, whole: QWidget) -> QWidget:
        page = ScrollPage(self.desk.look)
        for part in (self.stage, whole, self.capture, self.arrivals):
            page.add(part)
        self.arrivals.setMinimumHeight(self.desk.look.px(420))
        return page

    def _key_words(self) -> str:
        _ = self.desk.catalog
        return formats.dotted(
            _("next block: Space"), _("back: Backspace"), _("5 more minutes: +"),
            _("re-spread: R"), _("pause: P"), _("who is here: F2"), _("write down: F3"),
            _("to the block: F4"),
        )  # fmt: skip
