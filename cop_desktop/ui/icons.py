"""Phosphor icons, painted from the font that qtawesome carries.

qtawesome itself takes 150 ms to import and paint its first icon, this module 10.
"""

import json
from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from cop_desktop.paths import package_dir

Colour = QColor | str

_POINTING = ("arrow-", "caret-", "sign-", "paper-plane-right", "text-align", "list-bullets")


@cache
def _face() -> tuple[str, dict[str, str]]:
    """The family of the icon font and the code of every glyph; read once, at the first icon."""
    fonts = package_dir("qtawesome") / "fonts"
    face = QFontDatabase.addApplicationFont(str(next(fonts.glob("phosphor-[0-9]*.ttf"))))
    codes = json.loads(next(fonts.glob("phosphor-charmap-*.json")).read_bytes())
    return QFontDatabase.applicationFontFamilies(face)[0], codes


@cache
def character(name: str) -> str:
    """The glyph of `ph.compass`; an unknown name is a mistake of ours and raises KeyError."""
    return chr(int(_face()[1][name.removeprefix("ph.")], 16))


@cache
def points(name: str) -> bool:
    """Whether an icon points along the line of reading and is mirrored in RTL."""
    name = name.removeprefix("ph.")
    return name.startswith(_POINTING) and ("left" in name or "right" in name or "list" in name)


def paint(
    painter: QPainter,
    name: str,
    centre: QPointF,
    size: float,
    colour: Colour,
    *,
    rtl: bool = False,
) -> None:
    """Draw the icon `size` pixels wide around `centre`."""
    font = QFont(_face()[0])
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight.Normal)  # or the painter lends it the weight of its widget
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.save()
    painter.translate(centre)
    if rtl and points(name):
        painter.scale(-1, 1)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    side = 2.0 * size
    cell = QRectF(-side / 2, -side / 2, side, side)
    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, character(name))
    painter.restore()


def icon(name: str, colour: Colour, *, rtl: bool = False, faded: Colour | None = None) -> QIcon:
    """A QIcon sharp at every size; `faded` is its colour where it is disabled."""
    character(name)
    return QIcon(_Engine(name, QColor(colour), QColor(faded or colour), rtl))


class _Engine(QIconEngine):
    def __init__(self, name: str, colour: QColor, faded: QColor, rtl: bool) -> None:
        super().__init__()
        self._name, self._colour, self._faded, self._rtl = name, colour, faded, rtl

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _: QIcon.State) -> None:
        colour = self._faded if mode == QIcon.Mode.Disabled else self._colour
        size = min(rect.width(), rect.height())
        paint(painter, self._name, QRectF(rect).center(), size, colour, rtl=self._rtl)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._faded, self._rtl)
