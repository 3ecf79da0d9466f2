"""Tiles of which one is chosen: an icon, a title and a sentence, the whole tile is the target."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from .theme import RADIUS, Look
from .widgets.labels import Label, Words
from .widgets.rows import IconTile


class ChoiceTile(QAbstractButton):
    """One of several: chosen, it has an accent border and ground."""

    def __init__(self, look: Look, icon: str, title: str, why: str = "") -> None:
        super().__init__()
        self._look = look
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(why)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        row.setSpacing(look.px(14))
        if icon:
            row.addWidget(IconTile(look, icon, "quiet", size=36, round=True))
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(Label(look, title, "strong"))
        if why:
            words.addWidget(Words(look, why, "muted"))
        row.addLayout(words, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802
        layout = self.layout()
        return layout.totalSizeHint() if layout else super().sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.isChecked() or self.hasFocus()
        ground = theme.accent_soft if self.isChecked() else theme.surface
        if self.underMouse() and not self.isChecked():
            ground = theme.sunken
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(theme.accent if strong else theme.edge), 2 if strong else 1))
        inset = 1.0 if strong else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS, RADIUS)


class Choices(QWidget):
    """Tiles under one another (or beside), keyed; arrows move, as between radio buttons."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        rows: Sequence[tuple[str, str, str, str]],  # key, icon, title, why
        present: str,
        *,
        beside: bool = False,
    ) -> None:
        super().__init__()
        way = QBoxLayout.Direction
        layout = QBoxLayout(way.LeftToRight if beside and not look.roomy else way.TopToBottom, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        self._group = QButtonGroup(self)
        self.tiles: dict[str, ChoiceTile] = {}
        for key, icon, title, why in rows:
            tile = self.tiles[key] = ChoiceTile(look, icon, title, why)
            tile.setChecked(key == present)
            tile.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(tile)
            layout.addWidget(tile, 1)

    @property
    def present(self) -> str:
        return next((key for key, tile in self.tiles.items() if tile.isChecked()), "")
