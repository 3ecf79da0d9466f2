"""What was found in a list of meetings, activities or products, before anything is written."""

from cop_desktop.i18n import N_

from .list_look import ListLook
from .look import Outcome
from .seen import SeenPreview
from .words import OUTCOMES


class ListPreview(SeenPreview):
    """Nobody has to decide here: what a row means is found by its title and its day."""

    look: ListLook
    chips = {**OUTCOMES, Outcome.NEW: (N_("Will be added"), "ph.plus", "accent")}

    def outcome_of(self, row: int) -> Outcome:
        """What becomes of a row, by its number."""
        return self.look.outcome(row)
