"""A conclusion from feedback: what it says, whether it was acted on, and in which meeting."""

from collections.abc import Sequence
from uuid import UUID

from cop_desktop.content import content
from cop_desktop.models.vocabulary import Acted
from cop_desktop.services.conclusions import ConclusionRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Choice

from .saved_line import SavedLine

ACTED_ICONS = {
    Acted.NOT_YET: "ph.circle-dashed",
    Acted.PARTLY: "ph.hourglass",
    Acted.YES: "ph.check-circle",
    Acted.NO: "ph.minus-circle",
}
Named = Sequence[tuple[UUID, str]]  # meetings: key, what to call them


class ConclusionLine(SavedLine):
    """What it says needs the whole width."""

    def __init__(self, desk: Desk, key: UUID) -> None:
        look, _ = desk.look, desk.catalog
        super().__init__(desk, key, _("Conclusion"), _("Delete the conclusion"))
        self.acted, self.where = Choice(look), Choice(look)
        for acted in Acted:
            self.acted.add(content(_.language).word(acted), acted, ACTED_ICONS[acted])
        self.acted.setAccessibleName(_("Was it acted on?"))
        self.where.setAccessibleName(_("In which meeting"))
        self.acted.chosen.connect(lambda value: self._tell(acted=value))
        self.where.chosen.connect(lambda value: self._tell(acted_in_id=value))
        self._offered: Named = ()
        self.where.setFixedWidth(look.px(230))
        self.acted.setFixedWidth(look.px(156))
        self._stand((self.acted, self.where))

    def show_row(self, row: ConclusionRow, offered: Named) -> None:
        """`offered` are the meetings in which it may have been acted on."""
        self.kept.show_text(row.text)
        self.acted.set_value(row.acted)
        if offered != self._offered:
            self._offered = offered
            self.where.clear()
            self.where.add(self.desk.catalog("In which meeting?"), None)
            for key, name in offered:
                self.where.add(name, key)
        self.where.set_value(row.acted_in_id)
        self.where.setVisible(row.acted in {Acted.PARTLY, Acted.YES})
