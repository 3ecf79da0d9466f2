"""The surface of an import: title, what was found, progress, and the foot."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Card, EmptyState, Label, ProgressStrip, ScrollPage

from .foot import Foot
from .listed import Listed
from .seen import SeenPreview


class Surface:
    """Lays out a dialog; what its buttons do is the dialog's affair."""

    def __init__(self, dialog: QDialog, desk: Desk, listed: Listed) -> None:
        self.desk, self.listed = desk, listed
        look, _ = desk.look, desk.catalog
        self.name = Label(look, "", "muted", elide=True)
        self.other = Button(look, _("Another file"), "ph.folder-open", "quiet")
        self.choose = Button(look, _("Choose a file"), "ph.folder-open", "primary")
        self.start: QWidget = self._start()
        self.preview: SeenPreview | None = None
        self.place = ScrollPage(look)  # large text in a small window scrolls
        self.place.add(self.start, 1)
        self.progress = ProgressStrip(look, _("Reading the list"), _("Cancel"))
        self.progress.hide()
        self.foot = Foot(desk)
        card = Card(look)
        card.add(self.place, 1)
        card.add(self.progress)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(20))
        column.setSpacing(look.px(14))
        column.addLayout(self._head())
        column.addWidget(card, 1)
        column.addWidget(self.foot)

    def show_preview(self, preview: SeenPreview) -> None:
        """In the place of what was shown before; the keyboard is in its rows."""
        old, self.preview = self.preview, preview
        self.place.add(preview, 1)
        preview.show()  # a layout would only do so later, and what is hidden takes no focus
        self.start.hide()
        if old is not None:
            old.hide()
            old.deleteLater()
        preview.rows.take_focus()

    def _head(self) -> QHBoxLayout:
        head, look = QHBoxLayout(), self.desk.look
        head.setSpacing(look.px(12))
        head.addWidget(Label(look, self.desk.catalog(self.listed.title), "page"))
        head.addWidget(self.name, 1)
        head.addWidget(self.other)
        return head

    def _start(self) -> EmptyState:
        look, _ = self.desk.look, self.desk.catalog
        why = _("Excel, OpenDocument or text, as it is, in any order of columns. Or copy rows in "
                "Excel and paste them here with {keys}. Nothing is written before you have "
                "seen it.", keys="Ctrl+V")  # fmt: skip
        return EmptyState(look, self.listed.icon, _(self.listed.what), why, self.choose)
