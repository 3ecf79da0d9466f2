"""The method at work in words: each file of a language is read when it is first asked for.

A sentence with {placeholders} is filled by the catalogue of its language, which isolates values of
the other direction: `catalog("he")(sign.fact, n=3)`.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from cop_desktop.frozen import frozen
from cop_desktop.models.method import (
    Apprenticeship,
    Benefit,
    CharterPart,
    Component,
    Dimension,
    MaturityAxis,
    Norm,
    RitualStep,
    SetupStep,
    Threat,
    Transformation,
)
from cop_desktop.models.vocabulary import ProductKind, Role, Stage

from .method_texts import (
    ApprenticeshipText,
    AxisText,
    CheckPartText,
    CheckText,
    DimensionText,
    PartText,
    RitualText,
    RoleWorkText,
    RoutineText,
    SectionText,
    SignText,
    StageSignsText,
    StepText,
    TransformationText,
)
from .reading import as_values, read


@frozen
class Method:
    """The method in one language; a missing key is a KeyError, a defect of ours."""

    language: str

    def part(self, part: CharterPart) -> PartText:
        """A part of the charter."""
        return PartText(**self._at("charter", "parts", part))

    def benefit(self, benefit: Benefit) -> str:
        """A promise of value, in a sentence."""
        return self._said("charter", "benefits", benefit)

    def norm(self, norm: Norm) -> str:
        """A rule of trust to take over."""
        return self._said("charter", "norms", norm)

    def step(self, step: SetupStep) -> StepText:
        """A step of setting up."""
        return StepText(**self._at("setup", step))

    def role(self, role: Role) -> RoleWorkText:
        """What a role asks in the room, hands over, and is told from the data."""
        prompts = self._at("engine", "prompts", role)
        return RoleWorkText(**self._at("engine", "roles", role), prompts=prompts)

    def apprenticeship(self, way: Apprenticeship) -> ApprenticeshipText:
        """A way of learning a role."""
        return ApprenticeshipText(**self._at("engine", "apprenticeship", way))

    def band(self, stage: Stage) -> str:
        """Why others than the leader carry as much as they do in a stage."""
        return self._said("engine", "bands", stage)

    def stage(self, stage: Stage) -> StageSignsText:
        """The signs of a stage and its tension; focus and activities are in `Content.stage`."""
        return StageSignsText(**self._at("compass", "stages", stage))

    def dimension(self, dimension: Dimension) -> DimensionText:
        """Domain, community or practice, through the stages."""
        told = self._at("compass", "dimensions", dimension)
        stages = {stage: told[stage] for stage in Stage}
        return DimensionText(told["title"], told["question"], stages)

    def axis(self, axis: MaturityAxis) -> AxisText:
        """An axis of maturity."""
        return AxisText(**self._at("compass", "axes", axis))

    def transformation(self, kind: Transformation) -> TransformationText:
        """What a community may turn into."""
        return TransformationText(**self._at("compass", "kinds", kind))

    def ritual(self, step: RitualStep) -> RitualText:
        """A step of the transformation."""
        return RitualText(**self._at("compass", "ritual", step))

    def sign(self, key: str) -> SignText:
        """A warning sign of `shapes.signs`."""
        return SignText(**self._at("signs", key))

    def routine(self, key: str) -> RoutineText:
        """A ready routine of `shapes.routines`."""
        return RoutineText(**self._at("routines", key))

    def check(self) -> CheckText:
        """The introduction of the self-check."""
        told = read(self.language, "check")
        return CheckText(told["intro"], told["scale_low"], told["scale_high"])

    def component(self, component: Component) -> CheckPartText:
        """A component of sustainability: a high answer is strength."""
        return CheckPartText(**self._at("check", "components", component))

    def threat(self, threat: Threat) -> CheckPartText:
        """A threat to sustainability: a high answer is danger."""
        return CheckPartText(**self._at("check", "threats", threat))

    def outline(self, kind: ProductKind) -> Mapping[str, SectionText]:
        """The sections of a product in order, by key; a KeyError for kinds without an outline."""
        told = read(self.language, "outlines")[kind]
        return {key: SectionText(*said) for key, said in told.items()}

    def _at(self, name: str, *keys: str) -> dict[str, Any]:
        table = read(self.language, name)
        for key in keys:
            table = table[key]
        return as_values(table)

    def _said(self, name: str, table: str, key: str) -> str:
        said: str = read(self.language, name)[table][key]
        return said


@cache
def method(language: str) -> Method:
    """The method in `he`, `en` or `ar`."""
    return Method(language)
