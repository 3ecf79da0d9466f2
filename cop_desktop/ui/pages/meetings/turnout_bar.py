"""A proportional bar of people with its legend in numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cop_desktop.frozen import frozen
from cop_desktop.ui.drawing import Paint, Room, plate, write
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, Look


@frozen
class Share:
    """A part of the bar: how many, what they are called, in which colour."""

    count: int
    words: str
    colour: Paint


class TurnoutBar(QWidget):
    """Readable without colour: every part bears its number and its word."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self.look, self._title = look, title
        self.shares: list[Share] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Sequence[Share], title: str = "") -> None:
        self.shares, self._title = list(shares), title or self._title
        told = ", ".join(f"{share.words}: {share.count}" for share in shares)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(260), self.look.line(BODY) + self.look.px(18))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(160), self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_legend(painter, QRectF(0, 0, self.width(), look.line(BODY)))
        tall = look.px(9)
        self._paint_bar(painter, QRectF(0, self.height() - tall, self.width(), tall))

    def _paint_legend(self, painter: QPainter, box: QRectF) -> None:
        look, t = self.look, self.look.theme
        room = Room(box, look.rtl)
        wide = look.metrics(BODY, BOLD).horizontalAdvance(self._title)
        write(painter, look, room.start(wide + look.px(18)), self._title, BODY, BOLD)
        for share in self._told(room.rest.width()):
            dot = QRectF(0, 0, look.px(9), look.px(9))
            dot.moveCenter(room.start(look.px(10)).center())
            plate(painter, dot, share.colour, t.edge, 0.5, dot.width() / 2)
            room.start(look.px(5))
            number = str(share.count)
            wide = look.metrics(CAPTION, BOLD).horizontalAdvance(number) + look.px(5)
            write(painter, look, room.start(wide), number, CAPTION, BOLD)
            wide = look.metrics(CAPTION).horizontalAdvance(share.words) + look.px(12)
            words = room.start(min(wide, max(0.0, room.rest.width())))
            write(painter, look, words, share.words, CAPTION, colour=t.muted)

    def _told(self, room: float) -> list[Share]:
        """What the legend names: everything, or where room is short what is not nought."""
        caption, bold = self.look.metrics(CAPTION), self.look.metrics(CAPTION, BOLD)
        wide = sum(
            caption.horizontalAdvance(share.words) + bold.horizontalAdvance(str(share.count))
            for share in self.shares
        )
        if wide + len(self.shares) * self.look.px(32) <= room:
            return self.shares
        return [share for share in self.shares if share.count]

    def _paint_bar(self, painter: QPainter, box: QRectF) -> None:
        total = sum(share.count for share in self.shares)
        clip = QPainterPath()
        clip.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setClipPath(clip)
        painter.fillRect(box, self.look.theme.line)
        room = Room(box, self.look.rtl)
        for share in filter(lambda each: each.count, self.shares):  # nought is not a sliver
            part = room.start(box.width() * share.count / max(total, 1))
            painter.fillRect(part.adjusted(0.5, 0, -0.5, 0), share.colour)
