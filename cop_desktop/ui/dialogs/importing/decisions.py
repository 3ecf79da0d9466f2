"""People of the list who may be here already, side by side, with the choice left to a person."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QWidget

from cop_desktop.i18n import N_
from cop_desktop.intake.matching import side_by_side
from cop_desktop.services.roster_import import Action, Choice, KnownMember
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.widgets import Choice as Chooser
from cop_desktop.ui.widgets import FilterChip, Label, ScrollPage, Well, Words

from .look import Look
from .words import FIELD_LABELS, MATCHED_BY, shown

MOST = 40  # pairs shown; for more there is one choice for all
AT_ONCE = 2  # the others follow one by one, or the window would stand still
ACTIONS: Mapping[Action, tuple[str, str]] = {
    Action.UPDATE: (N_("Same person: update"), "ph.arrows-clockwise"),
    Action.ADD: (N_("Somebody else: add"), "ph.user-plus"),
    Action.SKIP: (N_("Skip"), "ph.minus"),
}


class Decisions(ScrollPage):
    """`decided(place, action)`, the place among the drafts; -1 is all of them."""

    decided = Signal(int, object)

    def __init__(
        self, desk: Desk, look: Look, choices: Sequence[Choice], here: Mapping[UUID, KnownMember]
    ) -> None:
        super().__init__(desk.look)
        self.desk, self._look, self._here = desk, look, here
        self.pairs: dict[int, dict[Action, FilterChip]] = {}
        doubtful = look.doubtful
        if len(doubtful) > 1:
            self.body.addLayout(self._for_all())
        self._coming = list(reversed(doubtful[:MOST]))
        self._choices = choices
        for _at in doubtful[:AT_ONCE]:
            self._add_next()
        self._clock = QTimer(self, interval=0)
        self._clock.timeout.connect(self._add_next)
        self._clock.start()

    def _add_next(self) -> None:
        """One more pair; after the last one, how many there are besides."""
        if self._coming:
            at = self._coming.pop()
            self.add(self._pair(at, self._choices[at]))
            return
        self._clock.stop()
        if (more := len(self._look.doubtful) - MOST) > 0:
            told = self.desk.catalog.plural(
                "{n} more pair follows the choice for all.",
                "{n} more pairs follow the choice for all.", more,
            )  # fmt: skip
            self.add(Words(self.desk.look, told, "muted"))
        self.body.addStretch(1)

    def show_all(self, action: Action) -> None:
        """Mark one choice in every pair, telling nobody."""
        for chips in self.pairs.values():
            chips[action].setChecked(True)

    def _for_all(self) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        self.all = Chooser(look)
        self.all.add(_("Each by itself"), None)
        for action, (words, icon) in ACTIONS.items():
            self.all.add(_(words), action, icon)
        self.all.setAccessibleName(_("One choice for all"))
        self.all.chosen.connect(self._decide_all)
        row = QHBoxLayout()
        row.addWidget(Label(look, _("For all of them"), "muted"))
        row.addWidget(self.all)
        row.addStretch(1)
        return row

    def _decide_all(self, action: Action | None) -> None:
        if action is not None:
            self.show_all(action)
            self.decided.emit(-1, action)

    def _pair(self, at: int, choice: Choice) -> QWidget:
        look, _ = self.desk.look, self.desk.catalog
        match, draft = self._look.matches[at], choice.draft
        member = self._here[match.member_id]
        well = Well(look)
        well.body.setSpacing(look.px(8))
        by = ", ".join(_(MATCHED_BY[reason]) for reason in match.reasons)
        head = QHBoxLayout()
        head.addWidget(Label(look, draft.name, "strong", elide=True), 1)
        told = _("Row {row} · the same: {fields}", row=draft.row, fields=by)
        head.addWidget(Label(look, told, "caption"))
        well.body.addLayout(head)
        well.body.addLayout(self._table(draft, member))
        well.body.addLayout(self._chips(at, choice, draft.name))
        return well

    def _table(self, draft: object, member: KnownMember) -> QGridLayout:
        look, _ = self.desk.look, self.desk.catalog
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(4))
        for column, words in enumerate(("", _("In the list"), _("Here now"))):
            grid.addWidget(Label(look, words, "caption"), 0, column)
            grid.setColumnStretch(column, 2 if column else 1)
        rows = [(one.field, one.in_list, one.here) for one in side_by_side(draft, member)]  # type: ignore[arg-type]
        if not any(field == "organisation" for field, *_rest in rows):
            organisation = getattr(draft, "organisation", "")
            rows.insert(0, ("organisation", organisation, member.organisation))
        for line, (field, in_list, here) in enumerate(rows, 1):
            label = _(FIELD_LABELS.get(field, field))
            grid.addWidget(Label(look, label, "caption"), line, 0)
            grid.addWidget(Words(look, shown(in_list, _) or "—"), line, 1)
            grid.addWidget(Words(look, shown(here, _) or "—", "muted"), line, 2)
        return grid

    def _chips(self, at: int, choice: Choice, name: str) -> QHBoxLayout:
        look, _ = self.desk.look, self.desk.catalog
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(look.px(8))
        self.pairs[at] = {}
        for action, (words, icon) in ACTIONS.items():
            chip = FilterChip(look, _(words), icon)
            chip.setAccessibleDescription(name)
            chip.setChecked(action is choice.action)
            chip.clicked.connect(lambda _=False, action=action: self.decided.emit(at, action))
            group.addButton(chip)
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeading)
            self.pairs[at][action] = chip
        row.addStretch(1)
        return row
