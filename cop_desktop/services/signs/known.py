"""What was known on a day: the records as they stood then, nothing later."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any
from uuid import UUID

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services.months import later

from .records import Records
from .rows import Group, Met

Limits = Mapping[str, int]


@frozen
class Found:
    """A rule speaks: the values of its fact, what to open, and since when if that can be told."""

    values: Mapping[str, Any]
    item: UUID | None = None
    since: date | None = None


@frozen
class Known:
    """The records on a day; what lies ahead is known for today only."""

    records: Records
    on: date
    held: tuple[Met, ...] = field(init=False)  # in order
    people: tuple[Group, ...] = field(init=False)  # who takes part

    def __post_init__(self) -> None:
        held = tuple(it for it in self.records.meetings if self._took_place(it))
        object.__setattr__(self, "held", held)
        people = tuple(it for it in self.records.members.groups if it.there(self.on))
        object.__setattr__(self, "people", people)

    @property
    def past(self) -> tuple[Met, ...]:
        """All meetings whose day has come, those called off included."""
        return tuple(it for it in self.records.meetings if it.on <= self.on)

    @property
    def ahead(self) -> tuple[Met, ...]:
        """Meetings planned for this day or later; of an earlier day nobody knows any more."""
        if self.on < self.records.today:
            return ()
        held = set(self.held)
        return tuple(
            it for it in self.records.meetings
            if it.on >= self.on and it.state == MeetingState.PLANNED and it not in held
        )  # fmt: skip

    @property
    def headcount(self) -> int:
        return self.records.members.headcount(self.on)

    @property
    def noted(self) -> tuple[Met, ...]:
        """Meetings held of which the file knows who came."""
        return tuple(it for it in self.held if it.id in self.records.came)

    def over(self, day: date, months: int) -> bool:
        """So many months have passed since."""
        return later(day, months) <= self.on

    def _took_place(self, it: Met) -> bool:
        """Said so, or its day is past and nobody called it off."""
        if it.state == MeetingState.HELD:
            return it.on <= self.on
        return it.state == MeetingState.PLANNED and it.on < self.on
