"""What the texts of the method at work are made of: charter, compass, signs, routines, self-check.

A mapping is keyed as the shape of the same thing in `shapes`.
"""

from collections.abc import Mapping

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import Stage


@frozen
class PartText:
    """A part of the charter: one question to answer, and how an answer may look."""

    title: str
    question: str
    hint: str
    example: str
    why: str


@frozen
class StepText:
    """One of the six steps of setting up."""

    title: str
    questions: tuple[str, ...]  # three or four
    done_when: str
    tasks: Mapping[str, str]


@frozen
class RoleWorkText:
    """A role at work, beside its card: in the room, at its end, and from the community's data."""

    during: tuple[str, ...]
    handing_over: tuple[str, ...]
    prompts: Mapping[str, str]  # with {placeholders}; read right for any number


@frozen
class ApprenticeshipText:
    """A way of learning a role."""

    title: str
    meaning: str


@frozen
class StageSignsText:
    """A stage on the compass: its tension, and what speaks for and against it."""

    tension: tuple[str, ...]  # two sentences
    moved_on: Mapping[str, str]
    falling_back: Mapping[str, str]


@frozen
class DimensionText:
    """Domain, community or practice: how it looks in each stage."""

    title: str
    question: str
    stages: Mapping[Stage, str]


@frozen
class AxisText:
    """An axis of maturity with its levels, from the first to the fifth."""

    title: str
    question: str
    levels: tuple[str, ...]


@frozen
class TransformationText:
    """What a community may turn into, and when that fits."""

    title: str
    meaning: str
    fits: str


@frozen
class RitualText:
    """A step of the transformation."""

    title: str
    why: str
    tasks: Mapping[str, str]


@frozen
class SignText:
    """A warning sign: the fact with {placeholders}, why it matters, one thing to do."""

    title: str
    fact: str
    why: tuple[str, ...]  # two sentences
    action: str
    thresholds: Mapping[str, str]  # what each number means


@frozen
class RoutineText:
    """A ready routine: what is done, who usually does it, and what for."""

    title: str
    what: str
    who: str
    why: str


@frozen
class CheckText:
    """How the self-check is introduced, and the ends of its scale."""

    intro: str
    scale_low: str  # what 1 means
    scale_high: str  # what 5 means


@frozen
class CheckPartText:
    """A component or a threat: statements, how a low and a high answer read, what helps."""

    title: str
    gives: str  # what a component gives; what a threat is
    low: str
    high: str
    remedies: tuple[str, ...]
    statements: Mapping[str, str]


@frozen
class SectionText:
    """A section of a product's outline, with a sentence that guides its writing."""

    heading: str
    guide: str
