"""The program's own blocks and whole meetings: what is the same in every language.

Read from `resources/library/*.toml` when first asked for; the words of each are in `content`.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import time
from functools import cache
from math import gcd
from typing import Any

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import (
    AgendaPart,
    BlockKind,
    Depth,
    LearningActivity,
    MeetingKind,
    Purpose,
    Role,
    Stage,
)
from cop_desktop.paths import resources


@frozen
class BlockShape:
    """A building block: how long, for how many, at which stage, and the minutes of its steps."""

    key: str
    kind: BlockKind
    purpose: Purpose
    minutes: int
    least: int  # minutes; shorter than this it is not worth beginning
    steps: tuple[int, ...]  # minutes of each line of the method
    roles: tuple[Role, ...]
    stages: tuple[Stage, ...]
    people: tuple[int, int]  # from, to
    places: tuple[MeetingKind, ...]  # in person, online, hybrid
    activity: LearningActivity | None = None
    depth: Depth | None = None
    group_size: int | None = None
    part: AgendaPart = AgendaPart.MEETING


@frozen
class Entry:
    """A block's place in a template; with `tracks` it stands for what runs side by side."""

    block: str
    minutes: int
    part: AgendaPart = AgendaPart.MEETING
    day: int = 0
    pinned: time | None = None
    name: str = ""  # under which the template keeps a title of its own, and those of tracks
    tracks: int = 0
    track: int | None = None  # of the last entry that has tracks


@frozen
class TemplateShape:
    """A whole meeting: its days and the blocks that stand in them."""

    key: str
    kind: MeetingKind
    starts: tuple[time, ...]  # of each day
    minutes: tuple[int, ...]  # of each day
    stages: tuple[Stage, ...]
    people: tuple[int, int]
    entries: tuple[Entry, ...]


_WORDS: Mapping[str, Callable[[Any], Any]] = {  # how a value is read from the file
    "kind": BlockKind,
    "purpose": Purpose,
    "activity": LearningActivity,
    "depth": Depth,
    "part": AgendaPart,
    "pinned": time.fromisoformat,
}
_LISTS: Mapping[str, Callable[[Any], Any]] = {
    "roles": Role,
    "stages": Stage,
    "places": MeetingKind,
    "people": int,
    "steps": int,
    "minutes": int,
    "starts": time.fromisoformat,
}


@cache
def blocks() -> Mapping[str, BlockShape]:
    """The program's blocks by key, in the order of a meeting."""
    return {key: BlockShape(key=key, **_read(table)) for key, table in _file("blocks").items()}


@cache
def templates() -> Mapping[str, TemplateShape]:
    """The program's meetings by key, in the order of a year."""
    return {key: _template(key, table) for key, table in _file("templates").items()}


def within(steps: Sequence[int], minutes: int) -> tuple[int, ...]:
    """The minutes of steps when all of them have to fit into other `minutes`, in proportion.

    Steps that were equally long stay so, as the turns of several people should. What cannot be
    shared out like that goes to the longest step that has no equal.
    """
    total = sum(steps)
    if total in (0, minutes):
        return tuple(steps)
    unit = gcd(minutes, *steps)  # five minutes stay five or ten: nobody keeps time by seventeen
    shares = _shared([step // unit for step in steps], minutes // unit)
    return tuple(share * unit for share in shares)


def _shared(steps: Sequence[int], whole: int) -> Sequence[int]:
    total = sum(steps)
    lengths = [step * whole // total for step in steps]
    for step in sorted(set(steps), key=lambda step: step * whole % total, reverse=True):
        alike = [place for place, other in enumerate(steps) if other == step]
        if step and len(alike) <= whole - sum(lengths):
            for place in alike:
                lengths[place] += 1
    alone = max(range(len(steps)), key=lambda at: (steps.count(steps[at]) == 1, steps[at]))
    lengths[alone] += whole - sum(lengths)
    return lengths


def _template(key: str, table: dict[str, Any]) -> TemplateShape:
    entries = tuple(Entry(**_read(entry)) for entry in table.pop("entries"))
    kind = MeetingKind(table.pop("kind"))
    return TemplateShape(key=key, kind=kind, entries=entries, **_read(table))


def _read(table: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(name, told) for name, told in table.items()}


def _value(name: str, told: Any) -> Any:
    if isinstance(told, list):
        return tuple(_LISTS[name](each) for each in told)
    return _WORDS[name](told) if name in _WORDS else told


def _file(name: str) -> dict[str, Any]:
    path = resources() / "library" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
