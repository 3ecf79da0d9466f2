"""A new member in one line, with how it is understood told while it is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.errors import UserError
from cop_desktop.services import members, organisations
from cop_desktop.services.search import fold
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Field, IconButton, LineEdit

from .fields import NAMES
from .quick_add import OneLine, read_line


class AddLine(QWidget):
    """Stays open for the next member; Escape closes it."""

    added = Signal(object)  # UUID
    pasted = Signal(str)  # a table that was pasted here

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        self.desk, self._known = desk, frozenset[str]()
        example = _("Dana Cohen, Nof Yam municipality, head of department, 052-000-0000")
        self.edit = _Edit(look, example)
        self.edit.left.connect(self.hide)
        self.edit.table_pasted.connect(self.pasted)
        self.edit.textChanged.connect(self._tell)
        self.edit.returnPressed.connect(self.add)
        self.field = Field(look, _("New member in one line"), self.edit, beside=self._buttons())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, look.px(10))
        layout.addWidget(self.field)
        self._tell("")

    def add(self) -> None:
        """Save what the line says, and be ready for the next."""
        _, line = self.desk.catalog, self._line()
        name = f"{line.values.get('given_name', '')} {line.values.get('family_name', '')}".strip()
        try:
            with self.desk.store.write(_("Add {name}", name=name)) as session:
                values = {**line.values, "joined": self.desk.today()}
                key = members.add(session, self.desk.community_id, values, line.organisation)
        except UserError as problem:
            self.field.set_error(_.error(problem))
            return
        self.edit.clear()
        self.desk.toast(_("{name} was added.", name=name), undo=True)
        self.added.emit(key)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        with self.desk.store.read() as session:
            self._known = frozenset(fold(row.name) for row in organisations.every(session))
        super().showEvent(event)

    def _buttons(self) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        save = Button(look, _("Add"), "ph.plus")
        save.clicked.connect(self.add)
        shut = IconButton(look, "ph.x", _("Close"))
        shut.clicked.connect(self.hide)
        row.addWidget(save)
        row.addWidget(shut)
        return box

    def _line(self) -> OneLine:
        return read_line(self.edit.text(), self._known)

    def _tell(self, text: str) -> None:
        """How the line is understood so far."""
        _ = self.desk.catalog
        self.field.set_error("")
        if not text.strip():
            self.field.set_help(_("Name, authority, job, number: commas between. Enter adds."))
            return
        line = self._line()
        said = {**line.values, "organisation": line.organisation}
        said.pop("address", None)
        shown = [name for name in NAMES if said.get(name)]
        parts = [_("{field}: {value}", field=_(NAMES[name]), value=said[name]) for name in shown]
        self.field.set_help(formats.dotted(*parts))


class _Edit(LineEdit):
    """Rows pasted from Excel are a table, not one line."""

    left = Signal()
    table_pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QApplication.clipboard().text()
            if len(text.strip().splitlines()) > 1:
                self.table_pasted.emit(text)
                return
        super().keyPressEvent(event)
