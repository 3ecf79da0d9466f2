"""The top bar: the community, the search box, undo and redo by name, and that all is saved."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cop_desktop.i18n import Catalog

from .bar_button import CONTROL, BarButton
from .theme import BODY, BOLD, CAPTION, MEDIUM, RADIUS_SMALL, Look

BAR = 56  # px at 100 %
STEP = 210  # widest name of a step


class CommunityButton(BarButton):
    """Name and count of the open community; pressed, it offers the others and the file."""

    def __init__(self, name: str, caption: str, look: Look) -> None:
        super().__init__(look)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.tell(name, caption)

    def tell(self, name: str, caption: str) -> None:
        self._name, self._caption = name, caption
        self.setAccessibleName(name)
        self.setAccessibleDescription(caption)
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        look = self.look
        wide = max(
            look.metrics(BODY, BOLD).horizontalAdvance(self._name),
            look.metrics(CAPTION).horizontalAdvance(self._caption),
        )
        tall = look.line(BODY, BOLD) + look.line(CAPTION) + look.px(4)
        return QSize(round(min(wide, look.px(260))) + look.px(32 + 34), tall)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(150), self.sizeHint().height())

    def content(self, painter: QPainter) -> None:
        look, theme = self.look, self.look.theme
        self.glyph(painter, "ph.users-four-fill", look.px(11), 20, theme.accent)
        start, end = look.px(32), look.px(28)
        first, second = look.line(BODY, BOLD), look.line(CAPTION)
        top = (self.height() - first - second) / 2
        wide = self.width() - start - end
        self.words(painter, self.box(start, wide, top, first), self._name, BODY, BOLD, theme.text)
        caption = self.box(start, wide, top + first, second)
        self.words(painter, caption, self._caption, CAPTION, 400, theme.muted)
        self.glyph(painter, "ph.caret-down", self.width() - look.px(13), 14, theme.muted)


class SearchButton(BarButton):
    """Looks like a field, says what can be found, and opens the search list."""

    def __init__(self, hint: str, keys: str, look: Look) -> None:
        super().__init__(look)
        self._keys = keys
        self.tell(hint)
        self.setToolTip(keys)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(look.px(560))

    def tell(self, hint: str) -> None:
        """What can be found here."""
        self._hint = hint
        self.setAccessibleName(hint)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(455), max(self.look.px(CONTROL), self.look.line() + 12))

    def ground(self, painter: QPainter) -> None:
        theme = self.look.theme
        lit = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if lit else theme.edge), 2 if lit else 1))
        painter.setBrush(QColor(theme.surface))
        inset = 1 if lit else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)

    def content(self, painter: QPainter) -> None:
        look, theme = self.look, self.look.theme
        self.glyph(painter, "ph.magnifying-glass", look.px(21), 16, theme.muted)
        wide = look.metrics(CAPTION).horizontalAdvance(self._keys) + look.px(24)
        keys_fit = self.width() > wide + look.px(140)
        start, end = look.px(37), (wide + look.px(16)) if keys_fit else look.px(8)
        room = self.box(start, self.width() - start - end)
        self.words(painter, room, self._hint, BODY, 400, theme.muted)
        if keys_fit:
            self._keycap(painter, wide)

    def _keycap(self, painter: QPainter, wide: float) -> None:
        look, theme = self.look, self.look.theme
        tall = look.line(CAPTION) + look.px(4)
        cap = self.box(self.width() - wide - look.px(8), wide, (self.height() - tall) / 2, tall)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.sunken))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(look.font(CAPTION))
        painter.setPen(QColor(theme.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)


class StepButton(BarButton):
    """Undo or redo: the icon, and for undo the name of the step."""

    def __init__(
        self, icon: str, action: QAction, say: Callable[[str], str], look: Look, *, named: bool
    ) -> None:
        super().__init__(look)
        self._icon, self._action, self._say, self._named = icon, action, say, named
        self._label = ""
        self.clicked.connect(action.trigger)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.name_step("")

    def name_step(self, step: str) -> None:
        """Show what pressing would do; an empty name means that there is nothing to do."""
        words = self._say(step) if step else self._action.text()
        self._label = words if step and self._named else ""
        self.setEnabled(bool(step))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        look, side = self.look, self.look.px(CONTROL)
        if not self._label:
            return QSize(side, side)
        wide = look.metrics(CAPTION, MEDIUM).horizontalAdvance(self._label)
        return QSize(round(min(wide, look.px(STEP))) + look.px(40), side)

    def content(self, painter: QPainter) -> None:
        look, theme = self.look, self.look.theme
        colour = theme.text if self.isEnabled() else theme.edge
        self.glyph(painter, self._icon, look.px(18), 16, colour)
        if self._label and self.width() > look.px(90):
            start = look.px(30)
            room = self.box(start, self.width() - start - look.px(6))
            self.words(painter, room, self._label, CAPTION, MEDIUM, colour)


class Saved(BarButton):
    """Everything is saved as soon as it is done; this says so."""

    def __init__(self, word: str, why: str, look: Look) -> None:
        super().__init__(look)
        self._word = word
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(word)
        self.setToolTip(why)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = self.look.metrics(CAPTION).horizontalAdvance(self._word)
        return QSize(round(wide) + self.look.px(28), self.look.px(CONTROL))

    def ground(self, painter: QPainter) -> None:
        """None: this is a word, not a button."""

    def content(self, painter: QPainter) -> None:
        look, theme = self.look, self.look.theme
        self.glyph(painter, "ph.check-circle", look.px(10), 16, theme.accent)
        start = look.px(26)
        room = self.box(start, self.width() - start)
        self.words(painter, room, self._word, CAPTION, 400, theme.muted)


class TopBar(QWidget):
    """One line over the page; what does not fit shrinks, nothing is cut."""

    switcher_asked = Signal()
    search_asked = Signal()

    def __init__(
        self, name: str, caption: str, undo: QAction, redo: QAction, look: Look, _: Catalog
    ) -> None:
        super().__init__()
        self.community = CommunityButton(name, caption, look)
        hint = _("Search people, meetings, decisions, commands")
        self.search = SearchButton(hint, "Ctrl K", look)
        self.undo, self.redo = _steps(undo, redo, look, _)
        here = _("Every change is saved on this computer as it is made.")
        self.saved = Saved(_("Saved"), here, look)
        self.parts = (self.community, self.search, self.undo, self.redo, self.saved)
        self.community.clicked.connect(self.switcher_asked)
        self.search.clicked.connect(self.search_asked)
        self._lay_out(look)

    def _lay_out(self, look: Look) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(8), 0, look.px(8))
        row.setSpacing(look.px(8))
        row.addWidget(self.community)
        row.addSpacing(look.px(4))
        row.addWidget(self.search, 100)
        row.addSpacing(look.px(4))
        row.addStretch(1)  # what the search box cannot use: undo and redo stay together
        for widget in (self.undo, self.redo, self.saved):
            row.addWidget(widget)
        self.setMinimumHeight(look.px(BAR))


def _steps(undo: QAction, redo: QAction, look: Look, _: Catalog) -> tuple[StepButton, StepButton]:
    """One step back, named, and one forward."""
    back, on = "ph.arrow-u-up-left", "ph.arrow-u-up-right"
    return (
        StepButton(back, undo, lambda it: _("Undo: {step}", step=it), look, named=True),
        StepButton(on, redo, lambda it: _("Redo: {step}", step=it), look, named=False),
    )
