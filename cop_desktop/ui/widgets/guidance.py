"""Places that teach: an empty page, and the help beside a page."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cop_desktop.ui.theme import Look

from .buttons import Button, IconButton
from .cards import Card, Hairline
from .labels import Label, Words
from .rows import IconTile, Line

NARROW = 220  # px at 100 %, of the lines where room is short


class EmptyState(QWidget):
    """What will be here, why (one sentence of the method), and the first step."""

    def __init__(
        self,
        look: Look,
        icon: str,
        title: str,
        why: str,
        step: Button | None = None,
        parent: QWidget | None = None,
        *,
        width: int = 400,  # px at 100 %, of the lines
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # see minimumSizeHint
        layout.setSpacing(look.px(14))
        layout.addStretch(1)
        tile = IconTile(look, icon, "accent", size=72, round=True)
        layout.addWidget(tile, 0, centre)
        self.title = Words(look, title, "title", centred=True)
        self.why = Words(look, why, "muted", centred=True)
        # at large text shorter lines, lest a page that does not even show this grows wider
        self._wide = look.px(width * 0.6 if look.roomy else width)
        self._least = min(self._wide, look.px(NARROW))
        for label in (self.title, self.why):
            layout.addWidget(label, 0, centre)
        if step:
            layout.addWidget(step, 0, centre)
            self._least = max(self._least, step.sizeHint().width())
        layout.addStretch(1)
        self._wrap(self._wide)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrower than its lines as they are now: they wrap sooner."""
        return QSize(self._least + self._beside(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._wrap(max(self._least, min(self._wide, event.size().width() - self._beside())))
        super().resizeEvent(event)

    def _beside(self) -> int:
        margins = self.contentsMargins()
        if layout := self.layout():
            margins += layout.contentsMargins()
        return margins.left() + margins.right()

    def _wrap(self, wide: int) -> None:
        for label in (self.title, self.why):
            label.setMinimumHeight(0)  # a label never asks for less than its least
            label.setFixedWidth(wide)
            # a layout asks for the height at its own width, where the lines would be fewer
            label.setMinimumHeight(label.heightForWidth(wide))


class HelpPanel(Card):
    """What the method says about this page, in our words and with its source."""

    closed = Signal()

    def __init__(self, look: Look, caption: str, close: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setFixedWidth(look.px(300))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        shut = IconButton(look, "ph.x", close)
        shut.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(Label(look, caption, "caption"))
        head.addStretch(1)
        head.addWidget(shut)
        self.body.addLayout(head)
        self.heading = Words(look, "", "title")
        self.told = Words(look)
        self.asks = Label(look, "", "strong")
        self.question = Words(look)
        self.source = Words(look, "", "caption")
        for part in (self.heading, self.told, self.asks, self.question):
            self.add(part)
        self.body.addStretch(1)
        self.add(Hairline())
        self.add(Line(look, "ph.book-open", self.source))

    def tell(self, title: str, text: str, asks: str, question: str, source: str) -> None:
        """Show an article: two sentences, a question for the next meeting, its source."""
        self.setAccessibleName(title)
        for label, words in (
            (self.heading, title),
            (self.told, text),
            (self.asks, asks),
            (self.question, question),
            (self.source, source),
        ):
            label.setText(words)
            label.setVisible(bool(words))
