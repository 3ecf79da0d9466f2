"""Where the community is in its life: the arc of five stages with today's place."""

from cop_desktop.ui.desk import Desk
from cop_desktop.ui.life_arc import arc_data
from cop_desktop.ui.pictures import StageArc
from cop_desktop.ui.widgets import Button, Card, EmptyState

from .reading import Glance


class LowArc(StageArc):
    """The whole of home fits a small screen: here the arc may be low."""

    def least(self) -> tuple[float, float]:
        return 420, 160


class LifeCard(Card):
    """The arc, or the question which stage it is; both lead to the community's own page."""

    def __init__(self, desk: Desk) -> None:
        look, _ = desk.look, desk.catalog
        self.signs = Button(look, _("Ready for the next stage?"), kind="quiet")
        super().__init__(look, _("Where the community is in its life"), self.signs)
        self._ = _
        self.arc = LowArc(look, _("Where the community is in its life"))
        note = Button(look, _("Note the stage"), "ph.note-pencil")
        self.empty = EmptyState(
            look, "ph.path", _("The stage has not been noted yet"),
            _("Each of the five stages asks for something else from those who lead."), note,
        )  # fmt: skip
        for widget in (self.arc, self.empty):
            self.add(widget, 1)
        self.signs.clicked.connect(lambda: desk.open_place("community"))
        note.clicked.connect(lambda: desk.open_place("community"))
        self.arc.part_chosen.connect(lambda _key: desk.open_place("community"))

    def show_glance(self, glance: Glance) -> None:
        known = glance.path.now is not None
        self.arc.setVisible(known)
        self.signs.setVisible(known)
        self.empty.setVisible(not known)
        if known:
            self.arc.show_data(arc_data(glance.path, glance.ahead, self._))
