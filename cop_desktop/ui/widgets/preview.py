"""A PDF as the window shows it before anybody prints: pages under each other, drawn when seen."""

from typing import Any

from PySide6.QtCore import QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from cop_desktop.ui.theme import Look

GAP = 16  # around and between pages, in px at 100 %
WIDEST = 820  # a page, in px at 100 %
LEAST = 320  # height, in px at 100 %


class Preview(QScrollArea):
    """Shows a PDF as wide as there is room, or each page whole."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole = False
        self.setProperty("kind", "well")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setMinimumHeight(look.px(LEAST))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages = Pages(look)
        self.setWidget(self.pages)
        self.viewport().setAutoFillBackground(False)
        self.pages.setAutoFillBackground(False)

    def show_pdf(self, pdf: bytes, *, stay: bool = False) -> int:
        """Show a file and answer how many pages it has; `stay` keeps the place in it."""
        at = self.verticalScrollBar().value() if stay else 0
        self.pages.hold(pdf)
        self.verticalScrollBar().setValue(at)
        return self.pages.count

    def show_whole(self, whole: bool) -> None:
        """Pages no taller than the room, or as wide as it."""
        self.whole = whole
        self._tell_room()
        self.verticalScrollBar().setValue(0)

    def go_to(self, number: int) -> None:
        """Bring the top of a page (0 is the first) into view."""
        self.verticalScrollBar().setValue(self.pages.top_of(number))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._tell_room()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Modest: a page around it is not to grow for pages that scroll by themselves."""
        return QSize(self.pages.look.px(LEAST), self.pages.look.px(LEAST))

    def _tell_room(self) -> None:
        self.pages.fit(self.viewport().height() if self.whole else None)


class Pages(QWidget):
    """The pages of a PDF under each other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.pdf = b""
        self._shapes: list[QSizeF] = []
        self._tallest: int | None = None
        self._drawn: dict[int, QImage] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> int:
        return len(self._shapes)

    def hold(self, pdf: bytes) -> None:
        self.pdf, self._drawn = pdf, {}
        with _opened(pdf) as document:
            self._shapes = [QSizeF(*page.get_size()) for page in document]
        self._lay_out()

    def fit(self, tallest: int | None) -> None:
        """Pages no taller than this, in px; None: as wide as the room."""
        if tallest != self._tallest:
            self._tallest, self._drawn = tallest, {}
            self._lay_out()

    def top_of(self, number: int) -> int:
        """Where a page begins, with the gap above it, in px."""
        return self._places()[number].top() - self.look.px(GAP)

    def shape(self, number: int) -> QSizeF:
        """Width and height of a page in points."""
        return self._shapes[number]

    def image(self, number: int, width: int) -> QImage:
        """Page `number` (0 is first) at a width in device pixels."""
        with _opened(self.pdf) as document:
            page = document[number]
            bitmap = page.render(
                scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=True
            )
            size = bitmap.width, bitmap.height, bitmap.stride
            image = QImage(bytes(bitmap.buffer), *size, QImage.Format.Format_RGBX8888)
            return image.copy()  # the bytes die with the bitmap

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        if event.size().width() != event.oldSize().width():
            self._drawn = {}
            self._lay_out()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self.look.theme.line), 1))
        for number, place in enumerate(self._places()):
            if place.intersects(event.rect()):
                painter.fillRect(place, QColor("white"))  # paper is white in every theme
                painter.drawImage(place, self._page(number, place.width()))
                painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _page(self, number: int, width: int) -> QImage:
        if number not in self._drawn:
            self._drawn[number] = self.image(number, round(width * self.devicePixelRatioF()))
        return self._drawn[number]

    def _places(self) -> list[QRect]:
        """Where each page stands, top to bottom, in the middle of the room."""
        gap = self.look.px(GAP)
        places, y = [], gap
        for shape in self._shapes:
            wide = max(1, min(self.width() - 2 * gap, self.look.px(WIDEST)))
            if self._tallest:
                wide = max(1, min(wide, int((self._tallest - 2 * gap) * _ratio(shape))))
            tall = round(wide / _ratio(shape))
            places.append(QRect((self.width() - wide) // 2, y, wide, tall))
            y += tall + gap
        return places

    def _lay_out(self) -> None:
        places = self._places()
        self.setFixedHeight(places[-1].bottom() + 1 + self.look.px(GAP) if places else 0)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(WIDEST), self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(200), 0)


def _ratio(shape: QSizeF) -> float:
    return shape.width() / shape.height()


def _opened(pdf: bytes) -> Any:
    from pypdfium2 import PdfDocument  # heavy; nobody needs it at start

    return PdfDocument(pdf)
