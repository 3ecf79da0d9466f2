"""Who may be here twice: two people side by side, until somebody says whether they are one."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.i18n import N_
from cop_desktop.services import duplicates
from cop_desktop.services.column_words import column_word
from cop_desktop.services.duplicates import Pair, Somebody
from cop_desktop.services.merging.reading import Reader, as_kept
from cop_desktop.services.merging.rows import read_named
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.dialogs.questions import Questions
from cop_desktop.ui.widgets import (
    Button,
    Card,
    Choice,
    Field,
    Label,
    Well,
    Words,
)

APART = "members.two_people"  # in the memory of this machine: keys, no names
REASONS: Mapping[str, str] = {
    "email": N_("the same e-mail"),
    "mobile": N_("the same mobile"),
    "name": N_("the same name"),
    "organisation": N_("the same organisation"),
}


def waiting(desk: Desk) -> tuple[Pair, ...]:
    """The pairs of whom nobody said yet that they are two people."""
    apart = set(desk.settings.memory.get(APART, []))
    with desk.store.read() as session:
        found = duplicates.proposals(session, desk.community_id)
    return tuple(it for it in found if _mark(it) not in apart)


class DuplicatesDialog(Questions):
    """Who may be one person."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        _ = desk.catalog
        why = _("One person keeps everything that was noted of either. Nothing happens by "
                "itself.")  # fmt: skip
        super().__init__(desk, parent, _("Here twice?"), why, "member")
        self.cards: list[PairCard] = []
        self.reload()

    def reload(self) -> None:
        """Show who waits now."""
        _ = self._
        self.cards = [PairCard(self.desk, pair) for pair in waiting(self.desk)]
        for card in self.cards:
            card.one.connect(partial(self.make_one, card.pair))
            card.two.connect(partial(self.keep_apart, card.pair))
        why = _("When two rows look like one person, they are shown here.")
        self.show_cards(self.cards, (_("Nobody seems to be here twice"), why))

    def make_one(self, pair: Pair, chosen: Mapping[str, Any]) -> None:
        """One step: two rows of a community become one, or rows of two communities one person."""
        label = self._("One person: {name}", name=pair.first.name)
        self.undo.setVisible(True)
        with self.desk.store.write(label) as session:
            if pair.in_one_community:
                duplicates.make_one(session, pair.first.id, pair.second.id, chosen)
            else:
                duplicates.same_person(session, pair.first.id, pair.second.id)

    def keep_apart(self, pair: Pair) -> None:
        """They are two people: not asked again on this computer."""
        memory = self.desk.settings.memory
        memory[APART] = [*memory.get(APART, []), _mark(pair)]
        self.desk.settings.save()
        self.reload()


class PairCard(Card):
    """Both people, why they may be one, and a choice for each field in which they differ."""

    one = Signal(object)  # {field: value} as chosen
    two = Signal()

    def __init__(self, desk: Desk, pair: Pair) -> None:
        super().__init__(desk.look)
        self.desk, self._, self.pair = desk, desk.catalog, pair
        look, _ = desk.look, self._
        self.choices: dict[str, Choice] = {}
        people = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if look.roomy else QBoxLayout.Direction.LeftToRight
        )
        people.setSpacing(look.px(12))
        for it in (pair.first, pair.second):
            people.addWidget(self._person(it), 1)
        self.body.addLayout(people)
        told = formats.listed([_(REASONS[it]) for it in pair.reasons], _.language)
        self.add(Words(look, told, "muted"))
        if pair.in_one_community:
            self._ask()
        self._deeds()

    def _person(self, it: Somebody) -> QWidget:
        look, _ = self.look, self._
        well = Well(look)
        well.add(Words(look, it.name, "strong"))
        for told in (it.job_title, it.organisation, it.mobile, it.email):
            if told:
                well.add(Words(look, _.isolate(told)))
        more = _.plural("noted for {n} meeting", "noted for {n} meetings", it.meetings)
        home = "" if self.pair.in_one_community else it.community
        well.add(Label(look, formats.dotted(home, more), "caption"))
        well.body.addStretch(1)
        return well

    def _ask(self) -> None:
        look, _ = self.look, self._
        with self.desk.store.read() as session:
            asked = duplicates.differences(session, self.pair.first.id, self.pair.second.id)
            reader = Reader(read_named(session, ("member", "organisation")), _)
        for it in asked:
            choice = Choice(look)
            for value in (it.first, it.second):
                kept = as_kept("member", it.field, value)
                choice.add(reader.value("member", it.field, kept), value)
            choice.set_value(it.first)
            self.choices[it.field] = choice
            self.add(Field(look, _(column_word("member", it.field)), choice))

    def _deeds(self) -> None:
        look, _ = self.look, self._
        words = _("One person") if self.pair.in_one_community else _("The same person")
        self.yes = Button(look, words, "ph.user")
        self.yes.clicked.connect(self._say)
        self.no = Button(look, _("Two people"), "ph.users", "quiet")
        self.no.clicked.connect(self.two)
        row = QHBoxLayout()
        row.addWidget(self.yes)
        row.addStretch(1)
        row.addWidget(self.no)
        self.body.addLayout(row)

    def _say(self) -> None:
        self.one.emit({field: it.value() for field, it in self.choices.items()})


def _mark(pair: Pair) -> str:
    return " ".join(sorted((pair.first.id.hex, pair.second.id.hex)))
