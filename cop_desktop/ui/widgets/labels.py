"""Words on the screen: plain, elided or wrapped, and never read as markup."""

import re
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cop_desktop.formats.text import FSI, isolate
from cop_desktop.ui.theme import BODY, BOLD, CAPTION, MEDIUM, PAGE, REGULAR, TITLE, Look, elided

UNBROKEN = re.compile(r"\S{28}(?=\S)")  # an address, or a word typed without spaces
MAY_BREAK = "\u200b"
KINDS = {  # size, weight, colour token
    "page": (PAGE, BOLD, "text"),
    "title": (TITLE, BOLD, "text"),
    "strong": (BODY, BOLD, "text"),
    "medium": (BODY, MEDIUM, "text"),
    "body": (BODY, REGULAR, "text"),
    "muted": (BODY, REGULAR, "muted"),
    "accent": (BODY, MEDIUM, "accent"),
    "caption": (CAPTION, REGULAR, "muted"),
    "amber": (CAPTION, REGULAR, "amber"),
    "brick": (CAPTION, REGULAR, "brick"),
}


def dress(label: QWidget, look: Look, kind: str) -> None:
    """Give a widget the font and the colour of a kind of words."""
    size, weight, token = KINDS[kind]
    label.setFont(look.font(size, weight))
    colours = label.palette()
    colours.setColor(QPalette.ColorRole.WindowText, QColor(getattr(look.theme, token)))
    label.setPalette(colours)
    # the application's style sheet would win over font and palette
    label.setStyleSheet(
        f"font-size: {look.px(size)}px; font-weight: {weight}; color: {getattr(look.theme, token)};"
    )


class Label(QLabel):
    """One line. With `elide` it gives way and tells the whole in its tooltip."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: str = "body",
        *,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._elide = look, elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_kind(kind)
        self.setText(text)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_kind(self, kind: str) -> None:
        dress(self, self.look, kind)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        hint = super().minimumSizeHint()
        return QSize(self.look.px(24), hint.height()) if self._elide else hint

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        # Qt takes the direction from the letters outside isolates; where all are inside, it is ours
        if not self._elide and not self.text().startswith(FSI):
            return super().paintEvent(event)
        room = self.contentsRect()
        metrics = QFontMetrics(self.font())
        words = elided(metrics, self.text(), room.width())
        if (tip := self.text() if words != self.text() else "") != self.toolTip():
            self.setToolTip(escape(tip))
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setFont(self.font())
        painter.drawText(room, int(self.alignment()), words)
        return None


class Words(QLabel):
    """A paragraph that wraps. Rich text inside, because plain text insets its first line in RTL.

    Sentences of the program run in the window's direction; what a person wrote (`written`) runs
    line by line in its own.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: str = "body",
        *,
        centred: bool = False,
        written: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._centred, self._written = look, centred, written
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setMinimumWidth(look.px(64))
        self.set_kind(kind)
        self.setText(text)

    def set_kind(self, kind: str) -> None:
        dress(self, self.look, kind)

    def setText(self, text: str) -> None:  # noqa: N802
        """Any text, shown as it is: `<b>` stays four characters."""
        self.setAccessibleName(text)
        lines = "<br>".join(
            isolate(line) if self._written else line for line in self.as_html(text).split("\n")
        )
        side = "center" if self._centred else "right" if self.look.rtl else "left"
        way = "rtl" if self.look.rtl else "ltr"
        super().setText(f'<p dir="{way}" align="{side}" style="margin: 0">{lines}</p>')

    def as_html(self, text: str) -> str:
        """The text as it is shown; what has no spaces may break, where it would be cut else."""
        return escape(UNBROKEN.sub(rf"\g<0>{MAY_BREAK}", text))

    def words(self) -> str:
        return self.accessibleName()
