"""A PDF as the window shows it before anybody prints: pages under each other, drawn when seen."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from cop_desktop.ui.theme import Look

GAP = 16  # between pages, in px at 100 %


def page_image(page: Any, width: int) -> QImage:
    """A page of pypdfium2 as a picture of that many pixels across."""
    bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=True)
    size = bitmap.width, bitmap.height, bitmap.stride
    image = QImage(bytes(bitmap.buffer), *size, QImage.Format.Format_RGBX8888)
    return image.copy()  # the bytes die with the bitmap


class Preview(QScrollArea):
    """Shows a PDF file as wide as there is room, up to `widest` pixels at 100 %."""

    def __init__(self, look: Look, widest: int = 820, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages = Pages(look, look.px(widest))
        self.setWidget(self.pages)

    def show_pdf(self, path: Path) -> int:
        """Open the file and answer how many pages it has."""
        from pypdfium2 import PdfDocument  # heavy; nobody needs it at start

        self.pages.hold(PdfDocument(path.read_bytes()))
        self.verticalScrollBar().setValue(0)
        return self.pages.count


class Pages(QWidget):
    """The pages of a PDF under each other."""

    def __init__(self, look: Look, widest: int) -> None:
        super().__init__()
        self.look, self._widest = look, widest
        self._pdf: Any = None
        self._drawn: dict[int, QImage] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> int:
        return len(self._pdf) if self._pdf is not None else 0

    def hold(self, pdf: Any) -> None:
        self._pdf, self._drawn = pdf, {}
        self._lay_out()

    def shape(self, number: int) -> QSizeF:
        """Width and height of a page in points."""
        return QSizeF(*self._pdf.get_page_size(number))

    def image(self, number: int, width: int) -> QImage:
        """Page `number` (0 is first) at a width in device pixels."""
        return page_image(self._pdf[number], width)

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
        wide = max(1, min(self.width() - 2, self._widest))
        places, y = [], 0
        for number in range(self.count):
            size = self._pdf.get_page_size(number)
            tall = round(wide * size[1] / size[0])
            places.append(QRect((self.width() - wide) // 2, y, wide, tall))
            y += tall + self.look.px(GAP)
        return places

    def _lay_out(self) -> None:
        places = self._places()
        self.setFixedHeight(places[-1].bottom() + 2 if places else 0)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._widest, self.height())
