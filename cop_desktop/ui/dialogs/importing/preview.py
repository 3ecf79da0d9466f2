"""What was found in a list of members, and who of them may be here already."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from cop_desktop.services.roster_import import Action, Choice
from cop_desktop.ui.desk import Desk

from .decisions import Decisions
from .look import Look, Outcome, outcome
from .seen import SeenPreview, Tab


class Preview(SeenPreview):
    """With a tab for people to decide about: side by side, one press each."""

    look: Look

    def __init__(self, desk: Desk, look: Look, decided: Mapping[int, Action]) -> None:
        self.choices: list[Choice] = list(look.defaults)
        self.decided: dict[int, Action] = {}  # by the number of the row: it outlives a new mapping
        for row, action in decided.items():
            if (at := look.by_row.get(row)) in look.doubtful and at is not None:
                self._take(look, at, action)
        super().__init__(desk, look)

    def counts(self) -> Counter[Outcome]:
        """How many rows become what."""
        found = Counter(self._outcome(at) for at in range(len(self.choices)))
        found[Outcome.REFUSED] = len(self.look.draft.refused)
        return found

    def outcome_of(self, row: int) -> Outcome:
        """What becomes of a row, by its number."""
        at = self.look.by_row.get(row)
        return Outcome.REFUSED if at is None else self._outcome(at)

    def decide(self, at: int, action: Action) -> None:
        """A person has decided about one doubtful row, or (-1) about all of them."""
        for each in self.look.doubtful if at < 0 else [at]:
            self._take(self.look, each, action)
        self.rows.show_rows()
        self.counted.emit()

    def _doubtful(self) -> Iterator[Tab]:
        if doubtful := self.look.doubtful:
            here = {member.id: member for member in self.look.members}
            self.decisions = Decisions(self.desk, self.look, self.choices, here)
            self.decisions.decided.connect(self.decide)
            title = self.desk.catalog("Possible duplicates: {n}", n=len(doubtful))
            yield title, self.decisions

    def _take(self, look: Look, at: int, action: Action) -> None:
        match = look.matches[at]
        self.choices[at] = replace(self.choices[at], action=action, member_id=match.member_id)
        self.decided[self.choices[at].draft.row] = action

    def _outcome(self, at: int) -> Outcome:
        decided = self.choices[at].draft.row in self.decided
        return outcome(self.look, self.choices, at, decided=decided)
