"""The planned pause: set a day, look at every need anew, note what is new, say what was learnt."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.errors import UserError
from cop_desktop.services import pauses
from cop_desktop.services.pauses import Offered, PauseRow
from cop_desktop.ui.day_words import day_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.stack import Stack
from cop_desktop.ui.widgets import (
    Button,
    Card,
    DateField,
    Field,
    Hairline,
    IconButton,
    Label,
    TextArea,
    Words,
)

from .entry_list import LinesEdit
from .pause_rows import OfferedList
from .words import short


class PauseCard(Card):
    """Either a day to be set, or the pause that is under way."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.row: PauseRow | None = None
        self.planning, self.under_way = Planning(desk), UnderWay(desk)
        self.views = Stack()
        self.views.addWidget(self.planning)
        self.views.addWidget(self.under_way)
        self.add(self.views, 1)

    def show_pause(
        self, row: PauseRow | None, offered: tuple[Offered, ...], mapped: date | None
    ) -> None:
        self.row = row
        planned = self.planning.isAncestorOf(QApplication.focusWidget() or self)
        if row is None:
            self.planning.show_mapped(mapped)
        else:
            self.under_way.show_pause(row, offered)
        self.views.setCurrentIndex(0 if row is None else 1)
        if planned and row:  # the keyboard goes on where the work is
            (self.under_way.list if offered else self.under_way.line).setFocus()


class Planning(QWidget):
    """When needs were last asked for, and when they will be again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.mapped = Words(look, "", "muted")
        self.day = DateField(
            look, _, _("Day of the pause"), desk.today(), day_words(_, desk.layers)
        )
        self.day.entered.connect(self._plan)
        self.plan = Button(look, _("Plan the pause"), "ph.calendar-plus", "primary")
        self.plan.clicked.connect(self._plan)
        told = _(
            "Once or twice a year it is worth stopping to look at every need anew:"
            " what is still felt, what has faded, and what has come up since."
        )
        line = QHBoxLayout()
        line.addWidget(self.plan)
        line.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(12))
        for part in (Label(look, _("A pause to look again"), "title"), Words(look, told)):
            rows.addWidget(part)
        rows.addWidget(self.mapped)
        rows.addWidget(self.day)
        rows.addLayout(line)
        rows.addStretch(1)

    def show_mapped(self, mapped: date | None) -> None:
        _ = self.desk.catalog
        day = formats.date_short(mapped, _.language) if mapped else _("not yet")
        self.mapped.setText(_("Needs were last mapped: {day}", day=day))

    def _plan(self) -> None:
        """On the day that is written, today where none is; what is no day is told under it."""
        desk, _ = self.desk, self.desk.catalog
        if not self.day.right:
            self.day.edit.setFocus()
            return
        on = self.day.day() or desk.today()
        day = formats.date_short(on, _.language)
        with desk.store.write(_("Plan a pause for {day}", day=day)) as session:
            pauses.plan(session, desk.community_id, on)


class UnderWay(QWidget):
    """Every open need with four stops; a line for new ones; what was learnt; the end."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.row: PauseRow | None = None
        look, _ = desk.look, desk.catalog
        self.heading = Label(look, "", "title", elide=True)
        self.count = Label(look, "", "caption", elide=True)
        self.bin = IconButton(look, "ph.trash", _("Call the pause off"))
        self.bin.clicked.connect(self._remove)
        self.list = OfferedList(look, _, _("Needs to look at anew"))
        self.list.weighed.connect(self._weigh)
        self.list.setMinimumHeight(look.px(180))
        self.keys = Words(look, "", "caption")
        self.line = LinesEdit(look, _("What has come up since"))
        self.line.returnPressed.connect(lambda: self._note([self.line.text()]))
        self.line.pasted_lines.connect(self._note)
        self.field = Field(look, _("A need that is new"), self.line)
        self.day = DateField(
            look, _, _("Day of the pause"), desk.today(), day_words(_, desk.layers)
        )
        self.day.changed.connect(self._save_day)
        self.learnt = TextArea(look, lines=2)
        self.learnt.left.connect(self._save_learnt)
        self.end = Button(look, _("Close the pause"), "ph.check", "primary")
        self.end.clicked.connect(self._close)
        self._lay_out()

    def show_pause(self, row: PauseRow, offered: tuple[Offered, ...]) -> None:
        _ = self.desk.catalog
        other = self.row is None or self.row.id != row.id
        self.row = row
        day = formats.date_short(row.planned_on, _.language)
        self.heading.setText(_("Pause of {day}", day=day))
        self.day.set_date(row.planned_on)
        seen = sum(it.read for it in offered)
        looked = _("{n} of {all} looked at", n=seen, all=len(offered))
        self.count.setText(looked if offered else "")
        self.list.show_rows(offered)
        self.list.setVisible(bool(offered))
        self.keys.setText(
            _("Keys 0 to 3 say how heavy it is now; Enter leaves it as it was.") if offered
            else _("No need is open. Write what has come up.")
        )  # fmt: skip
        self._rows.setStretch(self._rows.count() - 1, 0 if offered else 1)
        if offered and not self.list.chosen_ids():
            self.list.choose([offered[0].need_id])
        if other or not self.learnt.hasFocus():
            self.learnt.setPlainText(row.learnt)

    def _weigh(self, need: UUID, weight: int) -> None:
        if self.row is None:
            return
        text = next(it.text for it in self.list.rows.rows if it.need_id == need)
        label = self.desk.catalog("Weight of “{text}” in the pause", text=short(text))
        with self.desk.store.write(label) as session:
            pauses.read(session, self.row.id, need, weight)

    def _note(self, lines: list[str]) -> None:
        if self.row is None:
            return
        desk, _ = self.desk, self.desk.catalog
        label = _.plural("Note {n} need", "Note {n} needs", len(lines))
        try:
            with desk.store.write(label) as session:
                for line in lines:
                    pauses.note(session, self.row.id, {"text": line}, desk.today())
        except UserError as problem:
            self.field.set_error(_.error(problem))
            return
        self.line.clear()
        self.field.set_error("")

    def _save_day(self, on: date | None) -> None:
        if self.row is None or on in (None, self.row.planned_on):
            return
        with self.desk.store.write(self.desk.catalog("Day of the pause")) as session:
            pauses.change(session, self.row.id, {"planned_on": on})

    def _save_learnt(self) -> None:
        text = self.learnt.toPlainText()
        if self.row is None or not self.row.open or text.strip() == self.row.learnt:
            return
        with self.desk.store.write(self.desk.catalog("What the pause taught")) as session:
            pauses.change(session, self.row.id, {"learnt": text})

    def _close(self) -> None:
        if self.row is None:
            return
        desk, _ = self.desk, self.desk.catalog
        with desk.store.write(_("Close the pause")) as session:
            pauses.close(session, self.row.id, self.learnt.toPlainText(), desk.today())
        desk.toast(_("The pause is closed; the needs have their new weights."), undo=True)

    def _remove(self) -> None:
        if self.row is None:
            return
        desk, _ = self.desk, self.desk.catalog
        with desk.store.write(_("Call the pause off")) as session:
            pauses.remove(session, self.row.id)
        desk.toast(_("The pause was called off."), undo=True)

    def _lay_out(self) -> None:
        look, _ = self.desk.look, self.desk.catalog
        way = QBoxLayout.Direction
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.count)
        head.addWidget(self.bin)
        end = QHBoxLayout()
        end.addWidget(self.end)
        end.addStretch(1)
        rows = self._rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(10))
        rows.addLayout(head)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.keys)
        rows.addWidget(self.field)
        rows.addWidget(Hairline())
        about = QBoxLayout(way.TopToBottom if look.roomy else way.LeftToRight)
        about.setSpacing(look.px(12))
        about.addWidget(Field(look, _("What we learnt"), self.learnt), 3)
        about.addWidget(self.day, 2)
        rows.addLayout(about)
        rows.addLayout(end)
        rows.addStretch(0)  # takes the room of the list where no need is open
        self.setTabOrder(self.list, self.line)
