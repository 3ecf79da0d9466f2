"""Who is missing, and whom else one waits for: written by hand, or pasted from a sheet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.errors import UserError
from cop_desktop.services import cards
from cop_desktop.services.overview import MissingRow
from cop_desktop.services.search import fold
from cop_desktop.ui.beside import Beside
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.suggestions import Suggestions
from cop_desktop.ui.widgets import Button, Card, Field, IconButton, LineEdit, ScrollPage, Words

from .lists import missing_list


class Waiting(QWidget):
    """The list of those missing, with the form beside it; `opened(community id)`."""

    opened = Signal(object)  # str

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.list = missing_list(desk)
        self.list.opened.connect(self.opened)
        self.list.table.pasted.connect(self.paste)
        self.form = WaitForm(desk)
        self.form.left.connect(self.close_form)
        self.more = Button(look, _("Add a community"), "ph.plus")
        self.more.setToolTip(_("A community that is expected to send"))
        self.more.clicked.connect(self.open_form)
        self.from_sheet = Button(look, _("Paste a list"), "ph.clipboard-text")
        self.from_sheet.setToolTip(_("Copied from Excel: names, and beside them their programmes"))
        self.from_sheet.clicked.connect(lambda: self.paste(QGuiApplication.clipboard().text()))
        self._lay_out()

    def show_rows(
        self, rows: Sequence[MissingRow], programmes: Sequence[str], *, known: bool
    ) -> None:
        """`known` where there are communities at all: only then it is said that all have sent."""
        _ = self.desk.catalog
        title, why = _("Nobody is missing"), _(
            "Every community that is expected to has sent its package for this term."
        )  # fmt: skip
        if not known:
            title = _("No community is expected to send yet")
            why = _("Write down who is expected to send, and you will see here who is missing.")
        self.list.nothing.title.setText(title)
        self.list.nothing.why.setText(why)
        self.list.show_rows(rows)
        self.form.offer(programmes)

    def open_form(self) -> None:
        """Write one community after another."""
        self._make_room(roomy=False)
        self.beside.open()
        self.form.begin()

    def _make_room(self, *, roomy: bool = True) -> None:
        """Beside the form the list tells less, rather than half of everything."""
        for key in ("note", "as_of"):
            self.list.table.show_column(key, shown=roomy)

    def close_form(self) -> None:
        self.beside.close_panel()

    def paste(self, text: str) -> None:
        """All that are not known yet, as one step."""
        desk, _ = self.desk, self.desk.catalog
        heads = {fold(_("Community")), fold(_("Name"))}
        lines = [line.split("\t") for line in text.splitlines() if line.strip()]
        if lines and fold(lines[0][0]) in heads:
            lines = lines[1:]
        with desk.store.write(_("Add a list of communities")) as session:
            n = cards.add_many(session, lines)
        said = _.plural("{n} community was added.", "{n} communities were added.", n)
        if not n:
            said = _("Nothing to add: copy the names of communities in Excel, one per row.")
        desk.toast(said, undo=bool(n) and not desk.store.by_itself)

    def _lay_out(self) -> None:
        look = self.desk.look
        deeds = QHBoxLayout()
        deeds.setSpacing(look.px(10))
        deeds.addWidget(self.more)
        deeds.addWidget(self.from_sheet)
        deeds.addStretch(1)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addLayout(deeds)
        column.addWidget(self.list, 1)
        self.beside = Beside(look, main, self.form)
        self.beside.closed.connect(self._make_room)
        self.beside.closed.connect(self.more.setFocus)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.beside)


class WaitForm(ScrollPage):
    """A community that is waited for; after each the form is ready for the next. `left()`."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.called, self.programme, self.tags = (LineEdit(look) for _each in range(3))
        for edit in (self.called, self.programme, self.tags):
            edit.returnPressed.connect(self._entered)
        self.name = Field(look, _("Name"), self.called, _("As it stands on its packages"))
        self.go = Button(look, _("Add"), "ph.plus", "primary")
        self.go.clicked.connect(self.save)
        self.add(self._card())
        self.body.addStretch(1)

    def offer(self, programmes: Sequence[str]) -> None:
        """Programmes written before: one spelling each."""
        Suggestions.of(self.desk.look, self.programme).offer(programmes)

    def begin(self) -> None:
        """An empty name; the programme of the one before is likely that of the next."""
        for edit in (self.called, self.tags):
            edit.clear()
        self.name.set_error("")
        self.called.setFocus()

    def save(self) -> None:
        """Add it, and be ready for the next; what is wrong is told under the name."""
        desk, _ = self.desk, self.desk.catalog
        name = " ".join(self.called.text().split())
        try:
            with desk.store.write(_("Add {name}", name=name)) as session:
                cards.add(session, name, self.programme.text(), self.tags.text())
        except UserError as problem:
            self.name.set_error(_.error(problem))
            self.called.setFocus()
            return
        self.begin()
        said = _("{name} is now expected to send.", name=name)
        desk.toast(said, undo=not desk.store.by_itself)

    def _card(self) -> Card:
        look, _ = self.desk.look, self.desk.catalog
        shut = IconButton(look, "ph.x", _("Close"))
        shut.clicked.connect(self.left)
        card = Card(look, _("A community that is expected to send"), shut)
        why = _("It is listed as missing until a package comes under this name.")
        tags = _("Words to find it by, such as its district")
        for part in (
            Words(look, why, "muted"), self.name,
            Field(look, _("Programme"), self.programme), Field(look, _("Tags"), self.tags, tags),
        ):  # fmt: skip
            card.add(part)
        card.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _entered(self) -> None:
        if not Suggestions.of(self.desk.look, self.programme).choosing:
            self.save()
