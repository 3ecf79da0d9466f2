"""To whose readers names may go: a tick for each, saved at once for all who are shown."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import consents
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Words
from cop_desktop.ui.widgets.tick import Tick


class ConsentTicks(QWidget):
    """Of one member it tells since when; of several, how many agreed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self._who = desk, ""
        self.items: tuple[UUID, ...] = ()
        look, _ = desk.look, desk.catalog
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(6))
        rows.addWidget(Words(look, _("Agreed that the name may leave"), "strong"))
        self.ticks = {level: Tick(look) for level in consents.LEVELS}
        for level, tick in self.ticks.items():
            tick.clicked.connect(partial(self._ticked, level))
            rows.addWidget(tick)

    def show_members(self, items: Sequence[UUID], who: str) -> None:
        """`who` is what Undo calls them."""
        self.items, self._who = tuple(items), who
        since, agreed = self._asked()
        for level, tick in self.ticks.items():
            tick.setChecked(bool(items) and agreed[level] == len(self.items))
            tick.setText(self._words(level, agreed[level], since))

    def _asked(self) -> tuple[Mapping[Share, date], Mapping[Share, int]]:
        """Of one member, since when; and how many agreed, for each reader."""
        desk, here = self.desk, set(self.items)
        with desk.store.read() as session:
            if len(self.items) == 1:
                since = consents.given(session, self.items[0])
                return since, {level: int(level in since) for level in self.ticks}
            return {}, {
                level: len(here & consents.agreed(session, desk.community_id, level))
                for level in self.ticks
            }

    def _words(self, level: Share, agreed: int, since: Mapping[Share, date]) -> str:
        _, word = self.desk.catalog, content(self.desk.catalog.language).word(level)
        if level in since:
            day = formats.date_short(since[level], _.language)
            return _("{who}, since {day}", who=word, day=day)
        if len(self.items) < 2:
            return word
        return _("{who}: {n} of {all}", who=word, n=agreed, all=len(self.items))

    def _ticked(self, level: Share, _checked: bool = False) -> None:
        desk = self.desk
        verb = consents.give if self.ticks[level].isChecked() else consents.withdraw
        label = desk.catalog("Change what {name} agreed to", name=self._who)
        with desk.store.write(label) as session:
            for item in self.items:
                verb(session, item, level, desk.today())
        self.show_members(self.items, self._who)
