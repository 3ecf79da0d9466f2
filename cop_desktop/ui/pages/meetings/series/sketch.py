"""The series as it stands on the page: what the form asks for, with what was changed by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cop_desktop.calendar import FreeDays, Layer
from cop_desktop.formats import work_year_bounds, work_year_of
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services import hosting, series
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.series import Sight, Slot

OF_THE_DAY = ("day", "wanted")  # what is chosen for a day, and means nothing for another


class Sketch:
    """Slots by their place in the rhythm; a hand's change outlives a change of the form."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._base: tuple[Slot, ...] = ()
        self._by_hand: dict[int, dict[str, Any]] = {}
        self._layers: frozenset[Layer] = frozenset()
        self._held: Mapping[date, str] = {}
        self.sights: tuple[Sight, ...] = ()

    @property
    def slots(self) -> list[Slot]:
        return [sight.slot for sight in self.sights]

    @property
    def wanted(self) -> list[Slot]:
        return [slot for slot in self.slots if slot.wanted]

    @property
    def in_the_way(self) -> list[Sight]:
        """Wanted meetings whose day is not clear."""
        return [sight for sight in self.sights if sight.slot.wanted and not sight.clear]

    def forget(self) -> None:
        """Begin anew: nothing was changed by hand."""
        self._by_hand.clear()

    def begin(self, base: Sequence[Slot]) -> None:
        """Take what the form asks for; where a day is another now, its own changes go."""
        before = {slot.id: slot.day for slot in self._base}
        for slot in base:
            if before.get(slot.id) != slot.day:
                for name in OF_THE_DAY:
                    self._by_hand.get(slot.id, {}).pop(name, None)
        self._base = tuple(base)
        self._look()

    def know(self, rows: Sequence[MeetingRow], layers: frozenset[Layer]) -> None:
        """Take in which meetings stand already, and whose days count."""
        standing = (row for row in rows if row.state != MeetingState.CANCELLED)
        self._held = {row.starts_at.date(): row.topic for row in standing}
        self._layers = layers
        self._look()

    def change(self, key: int, **values: Any) -> None:
        """Change one meeting by hand."""
        self._by_hand.setdefault(key, {}).update(values)
        self._look()

    def take_turns(self, names: Sequence[str]) -> None:
        """Hosts one after the other, among the wanted; those written by hand stay."""
        turns = iter(hosting.in_turn(names, len(self.wanted)))
        hosts = {slot.id: next(turns) for slot in self.wanted}
        self._base = tuple(replace(it, host=hosts.get(it.id, it.host)) for it in self._base)
        self._look()

    def around(self, key: int, day: date) -> FreeDays:
        """The free days about a day on which this meeting might be; none where the day is free."""
        tried = [replace(it, day=day) if it.id == key else it for it in self.slots]
        found = series.look(tried, self._layers, self._held, self._today)
        sight = next((sight for sight in found if sight.slot.id == key), None)
        return FreeDays(sight.before, sight.after) if sight else FreeDays(None, None)

    def make_way(self) -> int:
        """Move every wanted meeting that is in the way to its nearest free day; tells how many."""
        moved = 0
        for key in [sight.slot.id for sight in self.in_the_way]:
            sight = next(sight for sight in self.sights if sight.slot.id == key)
            if not sight.clear and (free := sight.nearest()):
                self.change(key, day=free)
                moved += 1
        return moved

    def _look(self) -> None:
        slots = [replace(it, **self._by_hand.get(it.id, {})) for it in self._base]
        self.sights = series.look(slots, self._layers, self._held, self._today)


def numbers(rows: Sequence[MeetingRow], days: Sequence[date]) -> list[int]:
    """What number each day's meeting has in its work year, with those that stand already."""
    standing = [row.starts_at.date() for row in rows if row.state != MeetingState.CANCELLED]
    begun = [work_year_bounds(work_year_of(day))[0] for day in days]
    return [
        sum(first <= it <= day for it in (*standing, *days))
        for first, day in zip(begun, days, strict=True)
    ]
