"""Catching what is said without leaving the screen: one line, a kind, Enter."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from cop_desktop.errors import UserError
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.flow import Flow
from cop_desktop.ui.pages.meetings.line_steps import NOTES, add_row, change_row, remove_row
from cop_desktop.ui.pages.meetings.words import named
from cop_desktop.ui.widgets import Button, Card, FilterChip, IconButton, Label, LineEdit
from cop_desktop.ui.widgets.fields import Note

from .asked import Asked
from .catches import CATCHES, ORDER, SIGNS, Caught
from .caught_list import CaughtList
from .scene import Moment


class CatchLine(LineEdit):
    """In an empty line a sign chooses the kind; arrows walk through the kinds."""

    signed = Signal(str)  # the key of a kind
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if not self.text() and (key := SIGNS.get(event.text())):
            self.signed.emit(key)
        elif event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class CaptureCard(Card):
    """Everything is saved at once, in a step of its own; `left` when one goes back to the stage."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        look, _ = desk.look, desk.catalog
        self.key = ORDER[0]
        self.editing: Caught | None = None
        self.everything = False  # what other blocks caught is listed too
        self._moment: Moment | None = None
        self.chips = {key: FilterChip(look, _(it.title), it.icon) for key, it in CATCHES.items()}
        self.line = CatchLine(look)
        self.asked = Asked(desk)
        self.who, self.due = self.asked.who, self.asked.due
        self.add_button = Button(look, _("Add"), "ph.plus")
        self.cancel = IconButton(look, "ph.x", _("Leave it as it was"))
        self.note = Note(look)
        self.count = Label(look, "", "caption", elide=True)
        self.all = Button(look, "", kind="quiet")
        self.list = CaughtList(look, _)
        self._connect()
        self._lay_out()
        self.choose(self.key)

    def show_moment(self, moment: Moment) -> None:
        """Offer the people of the scene, list what the block caught."""
        self._moment = moment
        self.asked.offer(moment.scene.who)
        if self.editing and self.editing.id not in {it.id for it in moment.scene.caught}:
            self.leave_editing()  # an undo took it
        self._list()

    def choose(self, key: str) -> None:
        """What the line catches from now on."""
        _, self.key = self.desk.catalog, key
        for other, chip in self.chips.items():
            chip.setChecked(other == key)
        it = CATCHES[key]
        self.line.setPlaceholderText(_(it.hint))
        self.line.setAccessibleName(_(it.title))
        self.asked.show_for(it)

    def begin(self, key: str = "") -> None:
        """The caret goes into the line."""
        if key:
            self.choose(key)
        self.line.setFocus()

    def save(self) -> None:
        """Write the line down; the caret stays for the next one."""
        text, moment = self.line.text().strip(), self._moment
        if not text or moment is None:
            return
        try:
            it = CATCHES[self.key]
            self._write(moment, {"text": text, **it.values, **self.asked.values(it)})
        except UserError as problem:
            self.note.show_words(self.desk.catalog.error(problem), wrong=True)
            return
        self.leave_editing()
        self.line.setFocus()

    def edit(self, it: Caught) -> None:
        """Its words go into the line; Enter saves them, Escape leaves it as it was."""
        self.editing = it
        self.choose(it.key)
        self.line.setText(it.row.text)
        self.asked.fill(it)
        self.cancel.show()
        self.add_button.set_words(self.desk.catalog("Save"))
        self.line.setFocus()

    def leave_editing(self) -> None:
        """An empty line again."""
        self.editing = None
        self.line.clear()
        self.asked.fill(None)
        self.note.show_words("")
        self.cancel.hide()
        self.add_button.set_words(self.desk.catalog("Add"))

    # -- deeds -----------------------------------------------------------------------------

    def _write(self, moment: Moment, values: dict[str, Any]) -> None:
        steps, old = CATCHES[self.key].steps, self.editing
        if old and old.catch.steps is steps:
            change_row(self.desk, steps, old.row, values)
            return
        values["item_id"] = old.item_id if old else moment.shown and moment.shown.id
        if steps is NOTES:
            values["noted_at"] = self.desk.now()
        if old is None:
            add_row(self.desk, steps, moment.scene.row.id, values)
            return
        label = named(steps.added, values["text"], self.desk.catalog)
        with self.desk.store.write(label) as session:  # another kind: one step all the same
            old.catch.steps.remove(session, old.id)
            steps.add(session, self.desk, moment.scene.row.id, values)

    def _act(self, deed: str) -> None:
        key = self.list.current_id()
        it = next((it for it in self._shown() if it.id == key), None)
        if it is None:
            return
        if deed == "edit":
            self.edit(it)
        else:
            remove_row(self.desk, it.catch.steps, it.row)

    def _escape(self) -> None:
        if self.editing or self.line.text():
            self.leave_editing()
        else:
            self.left.emit()

    def _step(self, step: int) -> None:
        place = (ORDER.index(self.key) + step) % len(ORDER)
        self.choose(ORDER[place])

    def _pick(self, key: str, _checked: bool = False) -> None:
        self.begin(key)

    def _turn(self) -> None:
        self.everything = not self.everything
        self._list()

    # -- the list --------------------------------------------------------------------------

    def _shown(self) -> list[Caught]:
        if self._moment is None:
            return []
        here, caught = self._moment.blocks_here, self._moment.scene.caught
        return [it for it in caught if self.everything or it.item_id in here]

    def _list(self) -> None:
        _, shown = self.desk.catalog, self._shown()
        whole = len(self._moment.scene.caught) if self._moment else 0
        self.list.show_rows(shown)
        self.list.setVisible(bool(shown))
        n = len(shown)
        told = _.plural("{n} caught in this block", "{n} caught in this block", n)
        if self.everything:
            told = _.plural("{n} caught in the meeting", "{n} caught in the meeting", n)
        self.count.setText(told if shown else _("Nothing caught in this block yet."))
        every = _.plural("All {n}", "All {n}", whole)
        self.all.set_words(_("This block only") if self.everything else every)
        self.all.setVisible(self.everything or whole > len(shown))

    # -- looks -----------------------------------------------------------------------------

    def _connect(self) -> None:
        for key, chip in self.chips.items():
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            signs = CATCHES[key].signs
            chip.setToolTip(self.desk.catalog("Begin a line with {sign}", sign=signs[0]))
            chip.clicked.connect(partial(self._pick, key))
        self.line.signed.connect(self.choose)
        self.line.stepped.connect(self._step)
        escape = QShortcut(Qt.Key.Key_Escape, self, self._escape)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for field in (self.line, self.who, self.due):
            field.returnPressed.connect(self.save)
        self.add_button.clicked.connect(self.save)
        self.cancel.clicked.connect(self.leave_editing)
        self.all.clicked.connect(self._turn)
        self.list.asked.connect(self._act)

    def _lay_out(self) -> None:
        look = self.desk.look
        way = QBoxLayout.Direction
        self.body.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(10))
        box = QWidget()
        flow = Flow(box, look.px(6))
        for chip in self.chips.values():
            flow.add(chip)
        self.add(box)
        line = QBoxLayout(way.TopToBottom if look.roomy else way.LeftToRight)
        line.setSpacing(look.px(8))
        line.addWidget(self.line, 1)
        ends = QHBoxLayout()
        ends.setSpacing(look.px(8))
        for part in (self.asked, self.add_button, self.cancel):
            ends.addWidget(part)
        line.addLayout(ends)
        self.body.addLayout(line)
        self.add(self.note)
        self.note.hide()
        self.cancel.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.all)
        self.body.addLayout(foot)
        self.list.setMinimumHeight(look.px(32))
        self.add(self.list, 100)
        self.body.addStretch(1)
