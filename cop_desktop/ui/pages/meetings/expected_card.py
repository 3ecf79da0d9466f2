"""Who is expected, under the agenda: groups are reckoned with them."""

from cop_desktop.services.attendance import Turnout
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.theme import mix
from cop_desktop.ui.widgets import Card

from .turnout_bar import Share, TurnoutBar


class ExpectedCard(Card):
    """Coming, not answered yet, not coming."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        px = desk.look.px
        self.bar = TurnoutBar(desk.look, desk.catalog("Expected"))
        self.body.setContentsMargins(px(16), px(10), px(16), px(12))
        self.add(self.bar)

    def show_turnout(self, told: Turnout) -> None:
        _, t = self.desk.catalog, self.desk.look.theme
        self.bar.show_shares(
            (
                Share(told.coming, _("Coming"), t.accent),
                Share(told.open, _("No answer yet"), mix(t.surface, t.accent, 0.35)),
                Share(told.not_coming, _("Not coming"), mix(t.surface, t.muted, 0.45)),
            )
        )
