"""The method at work, as far as it is the same in every language: keys, rules, sources.

Read from `resources/method/*.toml` when first asked for; the words of each are in `method`.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from cop_desktop.frozen import frozen
from cop_desktop.models.method import (
    Channel,
    CharterPart,
    Component,
    Norm,
    RitualStep,
    RoutineRhythm,
    SetupStep,
    SignFamily,
    Source,
    Threat,
)
from cop_desktop.models.vocabulary import LearningActivity, ProductKind, Role, Stage
from cop_desktop.paths import resources


@frozen
class Task:
    """Something to do in a step of setting up, and the page where it is done."""

    key: str
    computed: bool  # the file tells whether it is done; otherwise marked by hand
    page: str


@frozen
class StepShape:
    """A step of setting up."""

    source: Source
    tasks: tuple[Task, ...]


@frozen
class Mark:
    """A sign of a stage."""

    key: str
    computed: bool  # told by the file; otherwise marked by hand


@frozen
class StageShape:
    """A stage on the compass: its signs, and what of the library fits."""

    moved_on: tuple[Mark, ...]
    falling_back: tuple[Mark, ...]
    activities: tuple[LearningActivity, ...]
    templates: tuple[str, ...]  # keys of `library.templates`


@frozen
class SignShape:
    """A warning sign: its rule's default thresholds by name, and the page that mends it."""

    key: str
    family: SignFamily
    page: str
    source: Source
    values: tuple[str, ...]  # the placeholders of its fact
    thresholds: Mapping[str, int]  # months, days, percent, points of a hundred, or counts


@frozen
class RoutineShape:
    """A ready routine."""

    key: str
    rhythm: RoutineRhythm
    channel: Channel
    role: Role  # that usually looks after it
    source: Source


@frozen
class Band:
    """From how much to how much is to be expected, in percent."""

    low: int
    high: int


@frozen
class CheckShape:
    """The self-check: statements by part; a mean of 1 to 5 reads as low or as high from here on."""

    low: float
    high: float
    components: Mapping[Component, tuple[str, ...]]
    threats: Mapping[Threat, tuple[str, ...]]


@cache
def charter_sources() -> Mapping[CharterPart, Source]:
    """Where the idea of each part comes from, in the order of the charter."""
    return {CharterPart(key): Source(told) for key, told in _file("charter")["parts"].items()}


@cache
def norms() -> Mapping[Norm, CharterPart]:
    """The part of the charter that each rule of trust belongs to."""
    return {Norm(key): CharterPart(part) for key, part in _file("charter")["norms"].items()}


@cache
def steps() -> Mapping[SetupStep, StepShape]:
    """The steps of setting up, in order."""
    return {
        SetupStep(key): StepShape(Source(told["source"]), tuple(Task(**it) for it in told["tasks"]))
        for key, told in _file("setup").items()
    }


@cache
def stages() -> Mapping[Stage, StageShape]:
    """The stages on the compass, in order."""
    return {Stage(key): _stage(told) for key, told in _file("compass")["stages"].items()}


@cache
def compass_thresholds() -> Mapping[str, int]:
    """From how much on each computed sign of a stage holds, and turnover asks for another look."""
    return dict(_file("compass")["thresholds"])


@cache
def ritual() -> Mapping[RitualStep, tuple[str, ...]]:
    """The tasks of each step of a transformation, in order."""
    return {RitualStep(key): tuple(told) for key, told in _file("compass")["ritual"].items()}


@cache
def prompts() -> Mapping[Role, Mapping[str, tuple[str, ...]]]:
    """What each role is told from the data: the values that each prompt names."""
    return {
        Role(role): {key: tuple(values) for key, values in told.items()}
        for role, told in _file("roles")["prompts"].items()
    }


@cache
def bands() -> Mapping[Stage, Band]:
    """What others than the leader may be expected to carry, stage by stage."""
    told = _file("roles")["bands"]
    return {stage: Band(*told[stage]) for stage in Stage}


@cache
def signs() -> Mapping[str, SignShape]:
    """The warning signs by key, family by family."""
    return {key: _sign(key, told) for key, told in _file("signs").items()}


@cache
def routines() -> Mapping[str, RoutineShape]:
    """The ready routines by key, from the most frequent on."""
    return {key: _routine(key, told) for key, told in _file("routines").items()}


@cache
def check() -> CheckShape:
    """The self-check."""
    told = _file("check")
    return CheckShape(
        told["low"],
        told["high"],
        {Component(key): tuple(keys) for key, keys in told["components"].items()},
        {Threat(key): tuple(keys) for key, keys in told["threats"].items()},
    )


@cache
def outlines() -> Mapping[ProductKind, tuple[str, ...]]:
    """The sections of the products that have an outline."""
    return {ProductKind(key): tuple(keys) for key, keys in _file("outlines")["sections"].items()}


@cache
def sources() -> Mapping[str, Source]:
    """Of what has one source as a whole: stages, dimensions, axes, ritual, components, threats …"""
    whole = {**_file("compass")["sources"], **_file("check")["sources"]}
    whole |= {"prompts": _file("roles")["source"], "outlines": _file("outlines")["source"]}
    whole["bands"] = _file("roles")["bands"]["source"]
    return {key: Source(told) for key, told in whole.items()}


def _stage(told: Mapping[str, Any]) -> StageShape:
    return StageShape(
        tuple(Mark(**it) for it in told["moved_on"]),
        tuple(Mark(**it) for it in told["falling_back"]),
        tuple(LearningActivity(it) for it in told["activities"]),
        tuple(told["templates"]),
    )


def _sign(key: str, told: Mapping[str, Any]) -> SignShape:
    return SignShape(
        key,
        SignFamily(told["family"]),
        told["page"],
        Source(told["source"]),
        tuple(told["values"]),
        told["thresholds"],
    )


def _routine(key: str, told: Mapping[str, Any]) -> RoutineShape:
    return RoutineShape(
        key,
        RoutineRhythm(told["rhythm"]),
        Channel(told["channel"]),
        Role(told["role"]),
        Source(told["source"]),
    )


@cache
def _file(name: str) -> dict[str, Any]:
    path = resources() / "method" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
