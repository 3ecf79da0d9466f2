"""From a preview to paper: the system's print dialog, two sides where the printer can."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget

from cop_desktop.export.document import Cards, Document, Flip
from cop_desktop.i18n import Catalog

from .widgets.preview import Pages

FINEST = 600  # dots an inch: what a printer can do beyond it, no eye sees on these papers
STRIP = 400  # rows of dots at a time: a whole page of 600 dots would take 140 MB
WHITE = 255
Sides = QPrinter.DuplexMode
_OFFERED = (
    QAbstractPrintDialog.PrintDialogOption.PrintToFile,
    QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
    QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies,
    QAbstractPrintDialog.PrintDialogOption.PrintShowPageSize,
)


def print_pages(pages: Pages, document: Document, _: Catalog, parent: QWidget) -> bool:
    """Ask for a printer, copies, pages and sides, and print; False when nobody did."""
    printer = new_printer(pages, document.title, sides(document, pages.count))
    dialog = QPrintDialog(printer, parent)
    for option in _OFFERED:
        dialog.setOption(option, True)
    dialog.setMinMax(1, max(1, pages.count))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    return _print_with_progress(printer, pages, _, parent)


def sides(document: Document, pages: int) -> Sides:
    """Which sides of the sheet a paper is made for; the person may choose otherwise."""
    if document.one_sided or pages < 2:
        return Sides.DuplexNone
    flips = {block.flip for block in document.blocks if isinstance(block, Cards)}
    return Sides.DuplexShortSide if Flip.SHORT in flips else Sides.DuplexLongSide


def new_printer(pages: Pages, title: str, duplex: Sides = Sides.DuplexNone) -> QPrinter:
    """A4 without margins of its own, turned as the first page is."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDuplex(duplex)
    if pages.count:
        _turn(printer, pages, 0)
    return printer


def print_to(
    printer: QPrinter, pages: Pages, go_on: Callable[[int, int], bool] = lambda _done, _all: True
) -> bool:
    """The pages asked for, as often as asked, each as large as its sheet.

    `go_on(done, in all)` is asked before each page; its False stops the printing.
    """
    from pypdfium2 import PdfDocument  # heavy; nobody needs it at start

    numbers = list(order(printer, pages.count))
    if not numbers:
        return False
    _turn(printer, pages, numbers[0])
    painter = QPainter(printer)
    try:
        with PdfDocument(pages.pdf) as document:
            for done, number in enumerate(numbers):
                if not go_on(done, len(numbers)):
                    printer.abort()
                    return False
                if done:
                    _turn(printer, pages, number)
                    printer.newPage()
                _paint(painter, printer, document[number])
    finally:
        painter.end()
    return True


def order(printer: QPrinter, count: int) -> Iterator[int]:
    """Numbers of the pages to print (0 is the first), in order.

    Copies that the printer makes by itself are left to it.
    """
    asked = printer.pageRanges()
    numbers = [n for n in range(count) if asked.isEmpty() or asked.contains(n + 1)]
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return (number for _copy in range(copies) for number in numbers)
    return (number for number in numbers for _copy in range(copies))


def _turn(printer: QPrinter, pages: Pages, number: int) -> None:
    lying = pages.shape(number).width() > pages.shape(number).height()
    way = QPageLayout.Orientation
    printer.setPageOrientation(way.Landscape if lying else way.Portrait)


def _paint(painter: QPainter, printer: QPrinter, page: Any) -> None:
    """A page in strips, as fine as the printer prints."""
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    dots = min(printer.resolution(), FINEST)
    scale = dots / 72
    wide, tall = page.get_size()
    for top, bottom in _strips(tall, dots):
        crop = (0, max(0.0, tall - bottom), 0, top)
        bitmap = page.render(scale=scale, crop=crop, rev_byteorder=True, prefer_bgrx=True)
        size = bitmap.width, bitmap.height, bitmap.stride
        dots_of_strip = bytes(bitmap.buffer)
        if dots_of_strip.count(WHITE) == len(dots_of_strip):
            continue  # much of a page is empty
        image = QImage(dots_of_strip, *size, QImage.Format.Format_RGBX8888)
        place = QRectF(
            sheet.x(), sheet.y() + top / tall * sheet.height(),
            bitmap.width / scale / wide * sheet.width(),
            bitmap.height / scale / tall * sheet.height(),
        )  # fmt: skip
        painter.drawImage(place, image)


def _strips(tall: float, dots: int) -> Iterator[tuple[float, float]]:
    """Top and bottom of strips of one height, in points from the top of the page."""
    count = max(1, round(tall * dots / 72 / STRIP))
    return ((tall * n / count, tall * (n + 1) / count) for n in range(count))


def _print_with_progress(printer: QPrinter, pages: Pages, _: Catalog, parent: QWidget) -> bool:
    waiting = QProgressDialog(_("Printing"), _("Cancel"), 0, pages.count, parent)
    waiting.setWindowModality(Qt.WindowModality.WindowModal)
    waiting.setMinimumDuration(600)  # ms; a page or two need no dialog

    def go_on(done: int, in_all: int) -> bool:
        waiting.setMaximum(in_all)
        waiting.setValue(done)
        return not waiting.wasCanceled()

    try:
        return print_to(printer, pages, go_on)
    finally:
        waiting.close()
