"""What contradicts, one card each: both values side by side, until a person picks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cop_desktop.services.merging.registers import Value
from cop_desktop.services.merging.telling import Contradiction, Version
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import (
    Button,
    Card,
    EmptyState,
    Label,
    LineEdit,
    ScrollPage,
    Well,
    Words,
)

from . import work

AT_ONCE = 30  # cards; the next ones come when these are decided


class Contradictions(QDialog):
    """Stays open until it is closed; what is decided leaves the list, and can be undone."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self._ = desk, desk.catalog
        self.cards: list[ContradictionCard] = []
        look = desk.look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayoutDirection(look.direction)
        self.setWindowTitle(self._("Contradictions"))
        self.setMinimumSize(look.px(640), look.px(480))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*(look.px(24),) * 4)
        rows.setSpacing(look.px(12))
        self.title = Words(look, self._("Contradictions"), "title")
        rows.addWidget(self.title)
        why = self._("Two copies of this file said different things. Nothing was lost: choose "
                     "what stays.")  # fmt: skip
        rows.addWidget(Words(look, why, "muted"))
        self.list = ScrollPage(look)
        self.list.body.setSpacing(look.px(12))
        rows.addWidget(self.list, 1)
        rows.addLayout(self._buttons())
        self._signal = desk.history.changed.connect(self._reload)
        self.reload()

    def reload(self) -> None:
        """Read what waits; the list is made anew when that is there."""
        desk = self.desk
        self._task = desk.tasks.run(
            self._("Looking for contradictions"),
            lambda _progress: work.waiting(desk.file, self._),
            self.show_list,
        )

    def show_list(self, found: Sequence[Contradiction]) -> None:
        body = self.list.body
        while taken := body.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        self.cards = [ContradictionCard(self.desk, it) for it in found[:AT_ONCE]]
        for card in self.cards:
            card.decided.connect(partial(self.decide, card.told))
            body.addWidget(card)
        if not found:
            body.addWidget(self._done(), 1)
        n = len(found)
        told = self._.plural("{n} contradiction", "{n} contradictions", n)
        self.title.setText(told if n else self._("Contradictions"))
        body.addStretch(0 if not found else 1)

    def decide(self, told: Contradiction, value: Value) -> None:
        """Write the decision as one step of its own."""
        _ = self._
        label = (
            _("Decide about {kind} “{name}”", kind=told.kind, name=told.name)
            if told.about_row
            else _("Decide {field}: {name}", field=told.field, name=told.name)
        )
        self._enable(False)  # one decision at a time
        self.undo.setVisible(True)
        task = work.start_deciding(self.desk, label, told.cell, value, lambda _none: None)
        task.ended.connect(self._enable)  # also when it was refused

    def done(self, result: int) -> None:
        """Closed while something is still being read: nobody waits for it."""
        self._task.cancel()
        self.desk.history.changed.disconnect(self._signal)
        super().done(result)

    def _enable(self, may: bool = True) -> None:
        for card in self.cards:
            card.setEnabled(may)

    def _reload(self, tables: frozenset[str]) -> None:
        if "merge_memory" in tables:
            self.reload()

    def _done(self) -> QWidget:
        _ = self._
        why = _("Both copies will know of it when they meet again.")
        return EmptyState(self.desk.look, "ph.check-circle", _("Nothing waits for a decision"), why)

    def _buttons(self) -> QHBoxLayout:
        look, _ = self.desk.look, self._
        row = QHBoxLayout()
        self.undo = Button(look, _("Undo the last decision"), "ph.arrow-u-up-left", "quiet")
        self.undo.clicked.connect(lambda: self.desk.run("undo"))
        self.undo.setVisible(False)
        close = Button(look, _("Close"))
        close.clicked.connect(self.accept)
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(close)
        return row


class ContradictionCard(Card):
    """One contradiction; a click on a value decides for it."""

    decided = Signal(object)  # the value; True and False where a row is kept or let go

    def __init__(self, desk: Desk, told: Contradiction) -> None:
        super().__init__(desk.look)
        self._, self.told = desk.catalog, told
        look, _ = desk.look, self._
        head = Words(look, _("{kind}: {name}", kind=told.kind, name=told.name), "strong")
        self.add(head)
        self.buttons: list[Button] = []
        if told.about_row:
            self.add(Words(look, _("Deleted in one copy, and changed in the other. It is still "
                                   "here."), "muted"))  # fmt: skip
            self._choices(((_("Keep"), True), (_.ctx("a row", "Let go"), False)))
        else:
            self.add(Label(look, told.field, "muted"))
            self._versions(told.versions)
            if told.prose:
                self._another()

    def _choices(self, choices: Sequence[tuple[str, bool]]) -> None:
        row = QHBoxLayout()
        for words, value in choices:
            row.addWidget(self._button(words, value))
        row.addStretch(1)
        self.body.addLayout(row)

    def _versions(self, versions: Sequence[Version]) -> None:
        look, way = self.look, QBoxLayout.Direction
        beside = len(versions) == 2 and not look.roomy
        row = QBoxLayout(way.LeftToRight if beside else way.TopToBottom)
        row.setSpacing(look.px(12))
        for at, it in enumerate(versions):
            well = Well(look)
            caption = self._("As it stands here now") if at == 0 else self._("The other value")
            well.add(Label(look, caption, "caption"))
            well.add(Words(look, it.words, written=True), 1)
            button = self._button(self._("Choose this"), it.value)
            button.setAccessibleName(f"{button.text()}: {it.words}")
            well.add(button)
            row.addWidget(well, 1)
        self.body.addLayout(row)

    def _another(self) -> None:
        row = QHBoxLayout()
        self.line = LineEdit(self.look, self._("Or write another"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.returnPressed.connect(self._write)
        save = Button(self.look, self._("Save"))
        save.clicked.connect(self._write)
        row.addWidget(self.line, 1)
        row.addWidget(save)
        self.body.addLayout(row)

    def _write(self) -> None:
        if text := self.line.text().strip():
            self.decided.emit(text)

    def _button(self, words: str, value: Value) -> Button:
        button = Button(self.look, words)
        button.clicked.connect(lambda: self.decided.emit(value))
        self.buttons.append(button)
        return button
