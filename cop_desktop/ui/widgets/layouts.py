"""How a page is laid out: a head, a list with its detail beside it, a page that scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cop_desktop.ui.theme import CAPTION, Look

from .buttons import Button, IconButton
from .cards import Card
from .gutter import Gutter
from .labels import Label


class PageHead(QWidget):
    """The title of a page, what it counts, and its deeds at the far end (one primary)."""

    def __init__(
        self,
        look: Look,
        title: str,
        subtitle: str = "",
        buttons: Sequence[Button | IconButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.title = Label(look, title, "page", elide=True)
        self.subtitle = Label(look, subtitle, "muted", elide=True)
        words = QHBoxLayout()
        words.setSpacing(look.px(12))
        words.addWidget(self.title)
        words.addWidget(self.subtitle, 1)
        self._deeds = QHBoxLayout()
        self._deeds.setSpacing(look.px(10))
        for button in buttons:
            self._deeds.addWidget(button)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, look.px(12))  # the gap to the page's cards
        self._layout.setSpacing(look.px(12))
        self._layout.addLayout(words, 1)
        self._layout.addLayout(self._deeds)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as its deeds: the title can stand over them."""
        wide = max(self.title.minimumSizeHint().width(), self._deeds.minimumSize().width())
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        way, side = QBoxLayout.Direction, Qt.AlignmentFlag
        need = self.title.sizeHint().width() + self._deeds.sizeHint().width() + self.look.px(40)
        beside = not self.look.roomy and self.width() >= need
        self._layout.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._layout.setAlignment(self._deeds, side(0) if beside else side.AlignLeft)
        super().resizeEvent(event)


class ScrollPage(Gutter):
    """A page that is as tall as it needs. `body` is its layout; `margin` px hold its bar."""

    def __init__(self, look: Look, margin: int = 0) -> None:
        self.inner = QWidget()
        super().__init__(self.inner, margin)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # what it holds is a stop; it has no name
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner.setProperty("kind", "page")
        self.body = QVBoxLayout(self.inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(look.px(16))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self.body.addWidget(widget, stretch)


class ScrollCard(Card):
    """A card whose content, the `page`, scrolls; the bar stands in the card's margin."""

    def __init__(self, look: Look, least: int = 260) -> None:
        super().__init__(look)
        px = look.px
        self.page = ScrollPage(look, px(18))
        self.page.setMinimumHeight(px(least))
        self.page.body.setSpacing(px(10))
        near, far = px(20), px(2)
        left, right = (far, near) if look.rtl else (near, far)
        self.body.setContentsMargins(left, px(14), right, px(16))
        self.add(self.page, 1)


class SplitDetail(QWidget):
    """A list, and beside it the detail of what is chosen; or below where room is short."""

    def __init__(
        self,
        look: Look,
        main: QWidget,
        detail: QWidget,
        *,
        width: int = 330,
        least: int = 0,  # the detail gives way down to this, where it is not 0
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._list, self._least = look.px(420), look.px(least or width)
        self.main, self.detail, self._width = main, detail, look.px(width)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.px(16))
        self._layout.addWidget(main, 1)
        self._layout.addWidget(detail)
        detail.setFixedWidth(self._width)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as the wider of the two: the detail can go below."""
        hints = [part.minimumSizeHint() for part in (self.main, self.detail)]
        tall = super().minimumSizeHint().height()
        return QSize(max(hint.width() for hint in hints), tall)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        spare = event.size().width() - self._list
        beside, wide = spare >= self._least, min(max(spare, self._least), self._width)
        way = QBoxLayout.Direction
        self._layout.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self.detail.setMinimumWidth(wide if beside else 0)
        self.detail.setMaximumWidth(wide if beside else 16777215)
        super().resizeEvent(event)


class ProgressStrip(QWidget):
    """Long work: what it does, how far it is, and a way to stop it."""

    def __init__(self, look: Look, words: str, cancel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._share = look, 0.0
        self.words = Label(look, words, "caption", elide=True)
        self.cancel = Button(look, cancel, kind="quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, look.px(6))
        layout.addWidget(self.words, 1)
        layout.addWidget(self.cancel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(look.line(CAPTION) + look.px(24))

    def show_progress(self, done: int, total: int, words: str) -> None:
        """`words` bring the numbers (״1,200 מתוך 5,000״)."""
        self._share = done / total if total else 0.0
        self.words.setText(words)
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, t, tall = QPainter(self), self.look.theme, self.look.px(4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rail = QRectF(0, self.height() - tall, self.width(), tall)
        done = rail.width() * self._share
        start = rail.right() - done if self.look.rtl else rail.left()
        for box, colour in ((rail, t.line), (QRectF(start, rail.top(), done, tall), t.accent)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(box, tall / 2, tall / 2)
