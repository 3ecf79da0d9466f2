"""What every part of the sample refers to."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import Any
from uuid import UUID

from cop_desktop.frozen import frozen
from cop_desktop.paths import resources

from .year import Year

Told = Mapping[str, Any]  # a table of one of the files


@frozen
class Story:
    """The year, the community, and the keys of all it speaks of; most are added as told."""

    year: Year
    community_id: UUID
    organisations: dict[str, UUID]
    members: dict[str, UUID]
    meetings: dict[str, UUID] = field(default_factory=dict)  # by "last 09-14"; held ones
    topics: dict[str, UUID] = field(default_factory=dict)
    products: dict[str, UUID] = field(default_factory=dict)

    def member(self, told: Told, key: str) -> UUID | None:
        return self.members[told[key]] if key in told else None

    def organisation(self, told: Told, key: str) -> UUID | None:
        return self.organisations[told[key]] if key in told else None

    def topic(self, told: Told) -> UUID | None:
        """The topic it names, if that was opened by today."""
        return self.topics.get(told.get("topic", ""))

    def by_today(self, rows: Iterable[Told], key: str) -> Iterator[tuple[Told, date]]:
        """The rows whose day under that key has come, each with its day."""
        for told in rows:
            if (day := self.year.when(told[key])) <= self.year.today:
                yield told, day

    def day(self, told: Told, key: str) -> date | None:
        """The day under that key, if it is told and has come."""
        day = self.year.when(told[key]) if key in told else None
        return day if day and day <= self.year.today else None


def read(name: str) -> dict[str, Any]:
    """One of the sample's files."""
    return tomllib.loads((resources() / "sample" / f"{name}.toml").read_text(encoding="utf-8"))
