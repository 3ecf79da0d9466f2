"""What the compass hands out: signs with figures, and what they suggest."""

from datetime import date
from enum import StrEnum

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import Stage

RULE = "compass"  # in the community's own thresholds


class Direction(StrEnum):
    """From which side a figure makes a sign."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Way(StrEnum):
    """Where the figures point from the stage recorded."""

    STAY = "stay"
    ON = "on"
    BACK = "back"
    TURN = "turn"  # into something else: the fifth stage


@frozen
class Sign:
    """A fact with its figure, and the stage that it speaks for when it holds.

    A sign that the file cannot tell has no figure; some of these are marked by hand.
    """

    fact: str  # a key of `resources/method/compass.toml`; the words are in resources/content
    speaks_for: Stage
    value: int | None
    needed: int
    stage: Stage = Stage.POTENTIAL  # in which one looks for it
    back: bool = False  # a sign of falling back; otherwise of having moved on
    by_hand: bool = False
    marked_on: date | None = None
    direction: Direction = Direction.AT_LEAST

    @property
    def key(self) -> str:
        """The name of its mark."""
        return f"{self.stage}.{self.fact}"

    @property
    def told(self) -> bool:
        """Whether anything is known: a figure, or a mark."""
        return self.marked_on is not None or self.value is not None

    @property
    def holds(self) -> bool:
        if self.by_hand:
            return self.marked_on is not None
        if self.value is None:
            return False
        if self.direction is Direction.AT_MOST:
            return self.value <= self.needed
        return self.value >= self.needed


@frozen
class Recheck:
    """So much changed since the stage was recorded that it is worth another look."""

    since: date
    left: int
    joined: int
    then: int  # members when it was recorded
    leader_changed: bool


@frozen
class Compass:
    """All signs, where they point, and the suggested stage."""

    signs: tuple[Sign, ...]
    suggested: Stage
    present: Stage | None
    way: Way = Way.STAY
    recheck: Recheck | None = None

    def toward(self, stage: Stage) -> tuple[Sign, ...]:
        """The signs of having moved on to a stage."""
        return tuple(it for it in self.signs if it.speaks_for == stage and not it.back)

    def in_stage(self, stage: Stage, back: bool) -> tuple[Sign, ...]:
        """What one looks for in a stage: signs of having moved on from it, or of falling back."""
        return tuple(it for it in self.signs if it.stage == stage and it.back == back)

    @property
    def here(self) -> Stage:
        """The stage recorded; a community without one stands at the first."""
        return self.present or Stage.POTENTIAL

    @property
    def facts_for(self) -> tuple[Sign, ...]:
        """What speaks for moving on from the present stage."""
        return self.in_stage(self.here, back=False)

    @property
    def facts_against(self) -> tuple[Sign, ...]:
        """What speaks for going back: the stage's own signs, and of earlier ones what holds."""
        earlier = lived(self.here)[:-1]
        return (
            *self.in_stage(self.here, back=True),
            *(it for it in self.signs if it.back and it.holds and it.stage in earlier),
        )


def lived(present: Stage) -> tuple[Stage, ...]:
    """The stages whose signs of falling back still count, the present one last.

    A transformation is a passage: it has only its own.
    """
    order = tuple(Stage)
    here = order.index(present)
    return order[here:] if present is Stage.TRANSFORMATION else order[: here + 1]
