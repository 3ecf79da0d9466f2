"""The foot of an import: how many rows become what, and the deeds."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.services.roster_import import ImportResult
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Button, Label

from .look import Outcome


class Foot(QWidget):
    """Numbers at the reading side; saving refused rows, cancel, import at the far end."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look, _ = desk.look, desk.catalog
        self.desk = desk
        self.counts = Label(look, "", "muted", elide=True)
        self.refused = Button(look, _("Save the rows left behind"), "ph.table", "quiet")
        self.cancel = Button(look, _("Cancel"))
        self.primary = Button(look, _("Import"), "ph.check", "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(10))
        row.addWidget(self.counts, 1)
        for button in (self.refused, self.cancel, self.primary):
            row.addWidget(button)

    def tell(self, counts: Mapping[Outcome, int], taken: int, why_not: str, step: str) -> None:
        """`taken` rows would be added or updated: `step`. `why_not` says what is in the way."""
        _ = self.desk.catalog
        self.refused.setVisible(bool(counts.get(Outcome.REFUSED)))
        self.primary.set_words(step if taken else _("Import"))
        self.primary.explain(why_not)
        self.counts.setText(formats.dotted(*self._numbers(counts)))

    def _numbers(self, counts: Mapping[Outcome, int]) -> list[str]:
        _ = self.desk.catalog
        n = {each: f"{counts.get(each, 0):,}" for each in Outcome}
        told = {
            Outcome.NEW: _("{n} new", n=n[Outcome.NEW]),
            Outcome.UPDATE: _("{n} to update", n=n[Outcome.UPDATE]),
            Outcome.SAME: _("{n} already here", n=n[Outcome.SAME]),
            Outcome.DECIDE: _("{n} to decide", n=n[Outcome.DECIDE]),
            Outcome.SKIPPED: _("{n} skipped", n=n[Outcome.SKIPPED]),
            Outcome.REFUSED: _("{n} not imported", n=n[Outcome.REFUSED]),
        }
        return [words for each, words in told.items() if counts.get(each)]


def result_in_words(result: ImportResult, desk: Desk) -> str:
    """What an import did, in a sentence or two."""
    _, parts = desk.catalog, []
    if result.added:
        parts.append(_.plural("{n} member was added.", "{n} members were added.", result.added))
    if result.updated:
        parts.append(
            _.plural("{n} member was updated.", "{n} members were updated.", result.updated)
        )
    if result.gone:
        parts.append(_("Some of those to be updated were no longer here."))
    return " ".join(parts) or _("Everybody in the list was here already.")


def numbers_of(result: ImportResult, desk: Desk) -> str:
    """What an import did, in numbers."""
    _ = desk.catalog
    told = {
        _("{n} new", n=f"{result.added:,}"): result.added,
        _("{n} updated", n=f"{result.updated:,}"): result.updated,
        _("{n} already here", n=f"{result.unchanged:,}"): result.unchanged,
    }
    return formats.dotted(*(words for words, count in told.items() if count))
