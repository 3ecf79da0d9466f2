"""What contradicts, one card each: both values side by side, until a person picks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from cop_desktop.services.merging.registers import Value
from cop_desktop.services.merging.rules import how
from cop_desktop.services.merging.telling import Contradiction, Version
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.dialogs.questions import Questions
from cop_desktop.ui.widgets import Button, Card, Label, Well, Words

from . import work
from .another import Another

AT_ONCE = 30  # cards; the next ones come when these are decided


class Contradictions(Questions):
    """What two copies said differently."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        _ = desk.catalog
        why = _("Two copies of this file said different things. Nothing was lost: choose "
                "what stays.")  # fmt: skip
        super().__init__(desk, parent, _("Contradictions"), why, "merge_memory")
        self.cards: list[ContradictionCard] = []
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
        _, n = self._, len(found)
        self.cards = [ContradictionCard(self.desk, it) for it in found[:AT_ONCE]]
        for card in self.cards:
            card.decided.connect(partial(self.decide, card.told))
        why = _("Both copies will know of it when they meet again.")
        self.show_cards(self.cards, (_("Nothing waits for a decision"), why))
        told = _.plural("{n} contradiction", "{n} contradictions", n)
        self.title.setText(told if n else _("Contradictions"))

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
        super().done(result)

    def _enable(self, may: bool = True) -> None:
        for card in self.cards:
            card.setEnabled(may)


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
            if kind := how(told.cell):
                texts = [it.words for it in told.versions if it.value]
                self.another = Another(desk, told.cell, kind, texts)
                self.another.written.connect(self.decided)
                self.add(self.another)

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

    def _button(self, words: str, value: Value) -> Button:
        button = Button(self.look, words)
        button.clicked.connect(lambda: self.decided.emit(value))
        self.buttons.append(button)
        return button
