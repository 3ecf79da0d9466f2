"""Minutes that nobody fills or two blocks claim: what can be done about them."""

from cop_desktop.services.agendas import ProblemKind
from cop_desktop.ui.desk import Desk

from .agenda_entries import Remark
from .agenda_words import remark
from .side_page import SidePage


class RemarkPage(SidePage):
    """Nothing is mended by itself: two offers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        _ = desk.catalog
        self.filling, self.fitting = self.add_deeds(
            ("ph.hourglass", _("Fill with a buffer"), "fill"),
            ("ph.arrows-in-line-horizontal", _("Fit to the time"), "fit"),
        )
        self.rows.addStretch(1)

    def show_remark(self, row: Remark) -> None:
        _ = self.desk.catalog
        gap = row.problem.kind == ProblemKind.GAP
        self.heading.setText(_("Free time") if gap else _("Not enough time"))
        self.sentence.setText(remark(row.problem, row.title, _))
        self.filling.setVisible(gap)
