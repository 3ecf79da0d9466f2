"""What comes in, what changes and what goes, by kind and name, as part of a dialog."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cop_desktop import formats
from cop_desktop.i18n import N_, Catalog
from cop_desktop.services.merging.telling import Contradiction, Kind, Summary
from cop_desktop.ui.theme import Look
from cop_desktop.ui.widgets import Card, Label, Line, ScrollPage, Words

AHEAD = {
    "added": N_("Will be added"),
    "changed": N_("Will change"),
    "removed": N_("Will be removed"),
}
AFTER = {"added": N_("Added"), "changed": N_("Changed"), "removed": N_("Removed")}
ICONS = {"added": "ph.plus-circle", "changed": "ph.pencil-simple", "removed": "ph.minus-circle"}


class SummaryView(ScrollPage):
    """A card for each part that there is."""

    def __init__(self, look: Look, words: Catalog, told: Summary, *, after: bool = False) -> None:
        super().__init__(look)
        self.look, self._ = look, words
        self.setMinimumSize(look.px(400), look.px(160))
        self.body.setSpacing(look.px(12))
        if told.erased:
            self.add(self._erased(told.erased))
        if told.contradictions:  # first what will ask something of the reader
            self.add(self._contradictions(told.contradictions))
        for part, title in (AFTER if after else AHEAD).items():
            if kinds := getattr(told, part):
                self.add(self._part(words(title), ICONS[part], kinds))
        self.body.addStretch(1)

    def _part(self, title: str, icon: str, kinds: Sequence[Kind]) -> QWidget:
        card = Card(self.look, title)
        for kind in kinds:
            told = self._("{kind}: {n}", kind=kind.title, n=kind.count)
            card.add(Line(self.look, icon, Label(self.look, told, "medium")))
            card.add(Words(self.look, self._names(kind), "muted"))
        return card

    def _names(self, kind: Kind) -> str:
        """A name a line; of many the first, and how many more."""
        left = kind.count - len(kind.names)
        more = [self._.plural("and {n} more", "and {n} more", left)] if left else []
        return "\n".join([*map(self._.isolate, kind.names), *more])

    def _erased(self, names: Sequence[str]) -> QWidget:
        """What is to be; afterwards nobody is named any more."""
        _ = self._
        card = Card(self.look, _("Erased for good"))
        sentence = _(
            "Erased for good in the other copy, and so here, too, before anything comes "
            "in, with the older backups: {names}. This cannot be undone.",
            names=formats.listed(list(names), _.language),
        )
        card.add(Words(self.look, sentence, "brick"))
        return card

    def _contradictions(self, found: Sequence[Contradiction]) -> QWidget:
        _ = self._
        n = len(found)
        card = Card(self.look, _.plural("{n} contradiction", "{n} contradictions", n))
        card.add(
            Words(self.look, _("Both copies wrote here. Nothing is lost: both values are kept "
                               "until you decide."), "muted")
        )  # fmt: skip
        for it in found:
            card.add(Line(self.look, "ph.git-branch", Words(self.look, in_words(it, _))))
        return card


def in_words(it: Contradiction, _: Catalog) -> str:
    """A contradiction in one line."""
    if it.about_row:
        return _("{kind} “{name}”: deleted in one copy, changed in the other",
                 kind=it.kind, name=it.name)  # fmt: skip
    return _("{kind} “{name}”: {field}", kind=it.kind, name=it.name, field=it.field)
