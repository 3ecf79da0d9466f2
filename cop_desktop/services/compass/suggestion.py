"""What the signs suggest: one step from the stage recorded, back, on or into something else."""

from collections.abc import Sequence
from datetime import date

from cop_desktop.models.vocabulary import Stage

from .facts import TurningFacts
from .signs import Sign, Way, lived

ORDER = tuple(Stage)
FEW = 2  # signs; fewer suggest nothing


def suggest(
    signs: Sequence[Sign],
    present: Stage | None,
    turning: TurningFacts | None,
    coming: Sequence[date],
) -> tuple[Way, Stage]:
    """Where the figures point. Both ways at once, or neither: the community stays where it is.

    `turning` is the latest transformation, `coming` are the days of planned meetings.
    """
    if present is None:
        return Way.STAY, _from_the_start(signs)
    if _turns(signs, present, turning, coming):
        return Way.TURN, Stage.TRANSFORMATION
    on, back = _moved_on(signs, present), _falls_back(signs, present)
    here = ORDER.index(present)
    if on and not back and present is not Stage.STEWARDSHIP:
        return Way.ON, ORDER[(here + 1) % len(ORDER)]  # a new beginning follows a transformation
    if back and not on and 0 < here < ORDER.index(Stage.TRANSFORMATION):
        return Way.BACK, ORDER[here - 1]
    return Way.STAY, present


def _from_the_start(signs: Sequence[Sign]) -> Stage:
    """The stage that a community without a record has come to by its figures."""
    for stage in ORDER[: ORDER.index(Stage.STEWARDSHIP)]:
        if not _moved_on(signs, stage):
            return stage
    return Stage.STEWARDSHIP


def _moved_on(signs: Sequence[Sign], stage: Stage) -> bool:
    """Most of what is known speaks for having moved on."""
    told = [it for it in signs if it.stage == stage and not it.back and it.told]
    holding = sum(it.holds for it in told)
    return holding >= FEW and 2 * holding > len(told)


def _falls_back(signs: Sequence[Sign], present: Stage) -> bool:
    """Half of what is known of this stage, or of an earlier one, speaks for falling back."""
    return any(_half(signs, stage) for stage in lived(present))


def _half(signs: Sequence[Sign], stage: Stage) -> bool:
    told = [it for it in signs if it.stage == stage and it.back and it.told]
    holding = sum(it.holds for it in told)
    return holding >= FEW and 2 * holding >= len(told)


def _turns(
    signs: Sequence[Sign], present: Stage, turning: TurningFacts | None, coming: Sequence[date]
) -> bool:
    """A transformation was decided, is talked of at the height, or meetings have faded away."""
    if present is Stage.TRANSFORMATION:
        return False
    if turning is not None and turning.decided_on and not turning.ended_on:
        return True
    if present is Stage.STEWARDSHIP and _holds(signs, "change_discussed"):
        return _moved_on(signs, present)
    return present is not Stage.POTENTIAL and not coming and _holds(signs, "quiet_fade")


def _holds(signs: Sequence[Sign], fact: str) -> bool:
    return any(it.fact == fact and it.holds for it in signs)
