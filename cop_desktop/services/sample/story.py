"""What every part of the sample refers to."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cop_desktop.paths import resources

from .year import Year

Told = Mapping[str, Any]  # a table of one of the files


@dataclass(frozen=True, slots=True)
class Story:
    """The year, the community, and the keys of those it speaks of; members are added as told."""

    year: Year
    community_id: UUID
    organisations: dict[str, UUID]
    members: dict[str, UUID]

    def member(self, told: Told, key: str) -> UUID | None:
        return self.members[told[key]] if key in told else None


def read(name: str) -> dict[str, Any]:
    """One of the sample's files."""
    return tomllib.loads((resources() / "sample" / f"{name}.toml").read_text(encoding="utf-8"))
