"""The circles of participation, in numbers: for the leader's eyes."""

from cop_desktop.models.vocabulary import Persona
from cop_desktop.services import participation
from cop_desktop.services.participation import Circles as Counts
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pictures import Circles, Ring
from cop_desktop.ui.widgets import Card, Words

from .columns import short_words
from .reading import OneMember

MANY = 2_000  # from here on dots say nothing


class CirclesCard(Card):
    """Counts, never names; beside them, where the chosen member stands."""

    def __init__(self, desk: Desk) -> None:
        _ = desk.catalog
        super().__init__(desk.look, _("Circles of participation"))
        self.desk = desk
        self._counts = Counts(0, 0, 0, 0)
        told = _("Suggested from the facts; the leader decides. Not shown to members.")
        self.add(Words(desk.look, told, "caption"))
        self.picture = Circles(desk.look, _("Circles of participation"))
        self.add(self.picture, 1)

    def count(self, there: int) -> None:
        """Count anew, when there are as many members as a picture can bear."""
        desk = self.desk
        self._counts = Counts(0, 0, 0, 0)
        if 0 < there <= MANY:
            with desk.store.read() as session:
                self._counts = participation.circles(session, desk.community_id, desk.today())

    @property
    def worth_showing(self) -> bool:
        """Whether anybody stands in a circle yet."""
        return any((self._counts.core, self._counts.contributors, self._counts.lurkers))

    def show_member(self, one: OneMember) -> None:
        """Mark the circle of the member shown."""
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
