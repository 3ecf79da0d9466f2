"""The rail: the places of the window at the reading side, icon and word."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cop_desktop.i18n import Catalog

from . import icons
from .places import Place
from .theme import BODY, BOLD, MEDIUM, RADIUS, TITLE, Look, elided
from .widgets.gutter import Gutter

WIDE, NARROW, ITEM, BAR, SIDE = 204, 68, 40, 56, 12  # px at 100 %


class RailItem(QAbstractButton):
    """One row: chosen, it is a card with an accent bar at the reading edge."""

    def __init__(self, icon: str, word: str, look: Look, *, checkable: bool = True) -> None:
        super().__init__()
        self._icon, self._look = icon, look
        self.setText(word)
        self.setAccessibleName(word)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        look = self._look
        wide = look.metrics(BODY, BOLD).horizontalAdvance(self.text()) + look.px(44 + 12)
        return QSize(round(wide), max(look.px(ITEM), look.line() + look.px(16)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(44), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self.update()
        super().enterEvent(event)

    def come_into_view(self) -> None:
        """Where the rail is higher than the window, it scrolls to this row."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self, 0, self._look.px(8))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self.come_into_view()
        super().focusInEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        self._ground(painter, chosen)
        colour = theme.accent if chosen else theme.text
        self._glyph(painter, theme.accent if chosen else theme.muted)
        if self.width() >= self._look.px(NARROW):
            self._word(painter, colour, BOLD if chosen else MEDIUM)

    def _ground(self, painter: QPainter, chosen: bool) -> None:
        theme, look = self._look.theme, self._look
        if chosen:
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.setBrush(QColor(theme.surface))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.sunken))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            bar = look.px(3)
            tall = self.height() - look.px(20)
            x = self.width() - bar if look.rtl else 0
            painter.drawRoundedRect(QRectF(x, look.px(10), bar, tall), bar / 2, bar / 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _glyph(self, painter: QPainter, colour: str) -> None:
        look = self._look
        x = look.px(23) if self.width() >= look.px(NARROW) else self.width() / 2
        centre = QPointF(self.width() - x if look.rtl else x, self.height() / 2)
        name = f"{self._icon}-fill" if self.isChecked() else self._icon
        icons.paint(painter, name, centre, look.px(20), colour, rtl=look.rtl)

    def _word(self, painter: QPainter, colour: str, weight: int) -> None:
        look = self._look
        start, end = look.px(44), look.px(8)
        room = QRectF(end if look.rtl else start, 0, self.width() - start - end, self.height())
        painter.setFont(look.font(BODY, weight))
        painter.setPen(QColor(colour))
        word = elided(look.metrics(BODY, weight), self.text(), room.width() + 1)
        side = Qt.AlignmentFlag.AlignRight if look.rtl else Qt.AlignmentFlag.AlignLeft
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(room, side | centre, word)


class Brand(QWidget):
    """The product's sign and name at the head of the rail."""

    def __init__(self, name: str, look: Look, *, inset: int = 24) -> None:
        super().__init__()
        self._name, self._look, self._inset = name, look, inset
        self.setFixedHeight(max(look.px(BAR), look.line(TITLE)))
        self.setAccessibleName(name)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        narrow = self.width() < look.px(NARROW)
        x = self.width() / 2 if narrow else look.px(self._inset)
        centre = QPointF(self.width() - x if look.rtl and not narrow else x, self.height() / 2)
        icons.paint(painter, "ph.circles-three-plus-fill", centre, look.px(24), look.theme.accent)
        if narrow:
            return
        painter.setFont(look.font(TITLE, BOLD))
        painter.setPen(QColor(look.theme.text))
        start = look.px(self._inset + 23)
        room = QRectF(0 if look.rtl else start, 0, self.width() - start, self.height())
        side = Qt.AlignmentFlag.AlignRight if look.rtl else Qt.AlignmentFlag.AlignLeft
        centre_line = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(room, side | centre_line, self._name)


class Rail(QFrame):
    """All places in their groups, then help and settings at the foot."""

    chosen = Signal(str)  # key of a place
    asked = Signal(str)  # key of a command

    def __init__(self, places: Sequence[Place], look: Look, _: Catalog) -> None:
        super().__init__()
        self._look = look
        self._items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        side = look.px(SIDE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, side)
        outer.setSpacing(0)
        brand, middle, foot = QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        for part in (brand, foot):
            part.setContentsMargins(side, 0, side, 0)
            part.setSpacing(0)
        brand.addWidget(Brand(_("Maagalim"), look))
        middle.setSpacing(0)
        middle.addSpacing(side)
        middle.addWidget(self._list(places, _))
        outer.addLayout(brand)
        outer.addLayout(middle, 1)
        outer.addLayout(foot)
        for key, icon, word in (
            ("help", "ph.question", _("Help and guide")),
            ("settings", "ph.gear", _("Settings")),
        ):
            item = RailItem(icon, word, look, checkable=False)
            item.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
            foot.addWidget(item)
            foot.addSpacing(look.px(2))
            self._items[key] = item
        self.set_narrow(False)

    def choose(self, key: str) -> None:
        """Mark a place as the present one; says nothing."""
        if item := self._items.get(key):
            item.setChecked(True)
            self._show_chosen()

    def _show_chosen(self) -> None:
        if item := self._group.checkedButton():
            assert isinstance(item, RailItem)
            item.come_into_view()

    def items(self) -> list[RailItem]:
        """Every row, from first to last."""
        return list(self._items.values())

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone where the window has little room; the words become tooltips."""
        self.setFixedWidth(self._look.px(NARROW if narrow else WIDE))
        for item in self._items.values():
            item.setToolTip(item.text() if narrow else "")

    def _list(self, places: Sequence[Place], _: Catalog) -> QScrollArea:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self._look.px(2))
        group = places[0].group if places else 0
        for place in places:
            if place.group != group:
                rows.addSpacing(self._look.px(8))
            group = place.group
            rows.addWidget(self._item(place, _))
        rows.addStretch(1)
        area = Gutter(inside, self._look.px(SIDE))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # queued: the rows stand where they belong once the layout is through
        queued = Qt.ConnectionType.QueuedConnection
        area.verticalScrollBar().rangeChanged.connect(self._show_chosen, queued)
        return area

    def _item(self, place: Place, _: Catalog) -> RailItem:
        item = RailItem(place.icon, _(place.title), self._look)
        item.clicked.connect(lambda: self.chosen.emit(place.key))
        self._group.addButton(item)
        self._items[place.key] = item
        return item
