"""What was found in a list, all of it on one calm surface, before anything is written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cop_desktop.services.roster_import import Action, Choice, KnownMember
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Tabs

from .decisions import Decisions
from .findings import FindingsList, findings_of
from .look import Look, Outcome, outcome
from .notices import notices
from .options import Options, with_column
from .rows import RowsPreview

TAKEN = (Outcome.NEW, Outcome.UPDATE)


class Preview(QWidget):
    """Rows, people to decide about, repairs, refused rows: four tabs, each with its number."""

    wished = Signal(object, bool)  # Wish; whether the file must be read anew
    counted = Signal()  # a decision has changed the numbers

    def __init__(
        self,
        desk: Desk,
        look: Look,
        here: Mapping[UUID, KnownMember],
        decided: Mapping[int, Action],
    ) -> None:
        super().__init__()
        self.desk, self.look = desk, look
        self.choices: list[Choice] = list(look.defaults)
        self.decided: dict[int, Action] = {}  # by the number of the row: it outlives a new mapping
        for row, action in decided.items():
            if (at := look.by_row.get(row)) in look.doubtful and at is not None:
                self._take(at, action)
        self._build(here)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """No: its lists scroll, so it takes what room there is."""
        return False

    def counts(self) -> Counter[Outcome]:
        """How many rows become what."""
        found = Counter(self._outcome(at) for at in range(len(self.choices)))
        found[Outcome.REFUSED] = len(self.look.draft.refused)
        return found

    @property
    def taken(self) -> int:
        return taken_of(self.counts())

    # -- building ------------------------------------------------------------------------

    def _build(self, here: Mapping[UUID, KnownMember]) -> None:
        px = self.desk.look.px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(10))
        self.options = Options(self.desk, self.look)
        self.options.wished.connect(self.wished)
        layout.addWidget(self.options)
        for notice in notices(self.desk, self.look):
            layout.addWidget(notice)
        self.rows = RowsPreview(self.desk, self.look, self._row_outcome)
        self.rows.mapped.connect(self._mapped)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.rows)
        names = self._add_lists(here)
        self.tabs = Tabs(self.desk.look, names)
        self.tabs.chosen.connect(self.pages.setCurrentIndex)
        layout.addWidget(self.tabs)
        layout.addWidget(self.pages, 1)

    def _add_lists(self, here: Mapping[UUID, KnownMember]) -> list[str]:
        """Tabs that have something to show, and their titles."""
        _, look, desk = self.desk.catalog, self.look, self.desk
        names = [_("Rows: {n}", n=len(look.layout.rows))]
        if look.doubtful:
            self.decisions = Decisions(desk, look, self.choices, here)
            self.decisions.decided.connect(self.decide)
            self.pages.addWidget(self.decisions)
            names.append(_("Perhaps here already: {n}", n=len(look.doubtful)))
        if found := findings_of(look):
            title = _("Repairs and doubts: {n}", n=len(found))
            self.pages.addWidget(FindingsList(desk, found, title, mended=True))
            names.append(title)
        if refused := look.draft.refused:
            title = _("Not imported: {n}", n=len(refused))
            self.pages.addWidget(FindingsList(desk, refused, title, mended=False))
            names.append(title)
        return names

    # -- deciding ------------------------------------------------------------------------

    def decide(self, at: int, action: Action) -> None:
        """A person has decided about one doubtful row, or (-1) about all of them."""
        for each in self.look.doubtful if at < 0 else [at]:
            self._take(each, action)
        self.rows.show_rows()
        self.counted.emit()

    def _take(self, at: int, action: Action) -> None:
        match = self.look.matches[at]
        self.choices[at] = replace(self.choices[at], action=action, member_id=match.member_id)
        self.decided[self.choices[at].draft.row] = action

    def _outcome(self, at: int) -> Outcome:
        decided = self.choices[at].draft.row in self.decided
        return outcome(self.look, self.choices, at, decided=decided)

    def _row_outcome(self, row: int) -> Outcome:
        at = self.look.by_row.get(row)
        return Outcome.REFUSED if at is None else self._outcome(at)

    def _mapped(self, index: int, key: str) -> None:
        self.wished.emit(with_column(self.look.wish, self.look, index, key), False)


def taken_of(counts: Counter[Outcome]) -> int:
    """How many members would be added or updated."""
    return sum(counts[each] for each in TAKEN)
