"""A quiet line over the list: somebody may be in it twice."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Label, Line


class Twice(QWidget):
    """Seen only when there is somebody to look at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        self.desk = desk
        self.words = Label(look, "", "muted", elide=True)
        self.look_at = Button(look, _("Look"), kind="quiet")
        self.look_at.clicked.connect(self.open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, look.px(8))
        row.addWidget(Line(look, "ph.users", self.words), 1)
        row.addWidget(self.look_at)
        self.hide()

    def look_for(self) -> None:
        """Ask the file, and say how many may be here twice."""
        from cop_desktop.ui.dialogs.duplicates import waiting  # the list is seen without it

        n = len(waiting(self.desk))
        told = self.desk.catalog.plural(
            "{n} person may be in the list twice", "{n} people may be in the list twice", n
        )
        self.words.setText(told)
        self.look_at.setAccessibleName(f"{self.look_at.text()}: {told}")
        self.setVisible(n > 0)

    def open(self) -> None:
        from cop_desktop.ui.dialogs.duplicates import DuplicatesDialog  # as above

        dialog = DuplicatesDialog(self.desk, self.window())
        dialog.finished.connect(self.look_for)
        dialog.open()
