"""Fields: a label above, help or an error in words below."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cop_desktop.ui import icons
from cop_desktop.ui.theme import CAPTION, Look

from .labels import Label, Words


class Field(QWidget):
    """An editor with its name above it. An error has an icon and says what to do."""

    def __init__(
        self,
        look: Look,
        label: str,
        editor: QWidget,
        help: str = "",  # noqa: A002 - the word for it
        beside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.editor, self._help = look, editor, help
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(4))
        self.label = Label(look, label, "caption")
        self.label.setBuddy(editor)
        editor.setAccessibleName(label)
        self.note = Note(look)
        line = QHBoxLayout()
        line.setSpacing(look.px(4))
        line.addWidget(editor, 1)
        if beside:
            line.addWidget(beside)
        layout.addWidget(self.label)
        layout.addLayout(line)
        layout.addWidget(self.note)
        self.set_error("")

    def set_help(self, words: str) -> None:
        """The quiet line below; it gives way to an error."""
        self._help = words
        if not self.has_error:
            self.set_error("")

    @property
    def has_error(self) -> bool:
        return bool(self.editor.property("wrong"))

    def set_error(self, words: str) -> None:
        """Show what is wrong and what to do; empty words take it back."""
        self.editor.setProperty("wrong", bool(words))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.note.show_words(words or self._help, wrong=bool(words))
        self.editor.setAccessibleDescription(words or self._help)


class Note(QWidget):
    """The line under a field."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._wrong = look, False
        self._layout = QHBoxLayout(self)
        room = look.px(22)
        left, right = (0, room) if look.rtl else (room, 0)
        self._layout.setContentsMargins(left, 0, right, 0)
        self.words = Words(look, "", "caption")
        self._layout.addWidget(self.words)

    def show_words(self, words: str, *, wrong: bool = False) -> None:
        self._wrong = wrong
        self.words.set_kind("brick" if wrong else "caption")
        self.words.setText(words)
        self.setVisible(bool(words))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        painter, look = QPainter(self), self.look
        half = look.px(8)
        centre = QPointF(self.width() - half if look.rtl else half, look.line(CAPTION) * 0.5)
        name = "ph.warning-circle" if self._wrong else "ph.info"
        colour = look.theme.brick if self._wrong else look.theme.muted
        icons.paint(painter, name, centre, 2 * half, colour)


def paint_mark(field: QWidget, look: Look, icon: str, x: float, size: int = 18) -> None:
    """An icon inside a field, in the size of the user's text."""
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    centre = QPointF(x, field.height() / 2)
    icons.paint(painter, icon, centre, look.px(size), look.theme.muted)


LEAST = 24  # px at 100 %: Qt asks for the widest sign of the font, which Arabic has very wide


class LineEdit(QLineEdit):
    """A line of text. Digits alone stay at the reading side, where Qt would send them left."""

    def __init__(self, look: Look, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setPlaceholderText(placeholder)
        side = Qt.AlignmentFlag.AlignRight if look.rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(LEAST), super().minimumSizeHint().height())


class LatinEdit(QLineEdit):
    """Phone numbers, addresses of e-mail and of pages: always left to right."""

    def __init__(
        self, look: Look, icon: str = "", placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(left | Qt.AlignmentFlag.AlignVCenter)
        self.setPlaceholderText(placeholder)
        self.look, self._icon = look, icon
        if icon:
            self.setTextMargins(0, 0, look.px(24), 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(LEAST), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._icon:
            paint_mark(self, self.look, self._icon, self.width() - self.look.px(20))


class PhoneEdit(LatinEdit):
    """A phone number, as typed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "ph.phone", parent=parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)


class EmailEdit(LatinEdit):
    """An e-mail address, as typed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "ph.envelope-simple", parent=parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)


class SearchBox(QLineEdit):
    """Type to search; Escape empties it, the arrow down goes to the list."""

    went_down = Signal()

    def __init__(
        self,
        look: Look,
        placeholder: str,
        *,
        round: bool = True,  # noqa: A002
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        room = look.px(28)
        self.setTextMargins(0 if look.rtl else room, 0, room if look.rtl else 0, 0)
        self.look = look
        if round:
            radius = (look.line() + look.px(14)) // 2
            self.setStyleSheet(f"QLineEdit {{ border-radius: {radius}px; }}")
        muted = self.palette()
        muted.setColor(QPalette.ColorRole.PlaceholderText, look.theme.muted)
        self.setPalette(muted)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        at = self.look.px(21)
        x = self.width() - at if self.look.rtl else at
        paint_mark(self, self.look, "ph.magnifying-glass", x)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)
