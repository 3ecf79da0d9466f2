"""The circles of participation: where a member is suggested to stand, and what the leader says."""

from PySide6.QtCore import Signal

from cop_desktop.models.vocabulary import Persona
from cop_desktop.services import participation
from cop_desktop.services.participation import Circles as Counts
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pictures import Circles, Ring
from cop_desktop.ui.widgets import Button, Card, Choice, Words

from .columns import short_words
from .movement import MovementDialog
from .reading import OneMember
from .words import suggestion

MANY = 2_000  # from here on dots say nothing


class CirclesCard(Card):
    """Counts, never names; beside them, where the chosen member stands."""

    decided = Signal(object)  # Persona, or None: as suggested

    def __init__(self, desk: Desk) -> None:
        _ = desk.catalog
        self.choice = Choice(desk.look)
        super().__init__(desk.look, _("Circle"), self.choice)
        self.desk = desk
        self._counts = Counts(0, 0, 0, 0)
        self.choice.setAccessibleName(_("Circle"))
        self.choice.add(_("As suggested"), None)
        for persona, words in short_words(_).items():
            self.choice.add(words, persona)
        self.choice.chosen.connect(self.decided)
        self.suggested = Words(desk.look, "", "caption")
        self.add(self.suggested)
        self.picture = Circles(desk.look, _("Circles of participation"))
        self.add(self.picture, 1)
        self.moves = Button(desk.look, _("Movement between the circles"), kind="quiet")
        self.moves.clicked.connect(self.open_movement)
        self.add(self.moves)

    def open_movement(self) -> None:
        """How many came closer or went further, and why."""
        MovementDialog(self.desk, self.window()).open()

    def count(self, there: int) -> None:
        """Count anew, when there are as many members as a picture can bear."""
        desk = self.desk
        self._counts = Counts(0, 0, 0, 0)
        if 0 < there <= MANY:
            with desk.store.read() as session:
                self._counts = participation.circles(session, desk.community_id, desk.today())
        known = self._counts
        self.picture.setVisible(any((known.core, known.contributors, known.lurkers)))
        self.moves.setVisible(not self.picture.isHidden())

    def show_member(self, one: OneMember) -> None:
        """Mark the circle of the member shown."""
        _ = self.desk.catalog
        self.choice.set_value(one.row.persona)
        told = [suggestion(one, _), _("Not shown to members.")]
        self.suggested.setText(" ".join(told))
        circle = one.row.persona or one.facts.suggested
        self.picture.show_data(tuple(self._ring(each, circle is each) for each in Persona))

    def _ring(self, persona: Persona, here: bool) -> Ring:
        _, counts = self.desk.catalog, self._counts
        n = {
            Persona.CORE: counts.core,
            Persona.CONTRIBUTOR: counts.contributors,
            Persona.LURKER: counts.lurkers,
        }[persona]
        note = _("{n} · they gain too", n=n) if persona is Persona.LURKER else str(n)
        if persona is Persona.CORE and counts.new:
            note = _("{n} · and {new} new", n=n, new=counts.new)
        name = short_words(_)[persona]
        return Ring(persona, name, n, note, 0 if here and n else -1)
