"""From a preview to paper: the system's print dialog, two sides where the printer can."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from .widgets.preview import Pages

DOTS = 300  # an inch


def print_pages(pages: Pages, title: str, parent: QWidget) -> bool:
    """Ask for a printer and print; False when nobody did."""
    printer = new_printer(pages, title)
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return False
    print_to(printer, pages)
    return True


def new_printer(pages: Pages, title: str) -> QPrinter:
    """A4 without margins of its own, turned as the first page is."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    lying = bool(pages.count) and pages.shape(0).width() > pages.shape(0).height()
    way = QPageLayout.Orientation
    printer.setPageOrientation(way.Landscape if lying else way.Portrait)
    printer.setFullPage(True)
    if pages.count > 1:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def print_to(printer: QPrinter, pages: Pages) -> None:
    """Every page asked for, as large as the sheet."""
    painter = QPainter(printer)
    try:
        first, last = printer.fromPage() or 1, printer.toPage() or pages.count
        for number in range(first - 1, min(last, pages.count)):
            if number >= first:
                printer.newPage()
            sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
            painter.drawImage(QRectF(sheet), pages.image(number, round(sheet.width())))
    finally:
        painter.end()
