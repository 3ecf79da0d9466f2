"""Which warning signs are lit today, and how all of them stand."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.content.shapes import SignShape
from cop_desktop.frozen import frozen
from cop_desktop.models.method import SignFamily
from cop_desktop.services import thresholds

from . import snoozes
from .known import Known, Limits
from .records import Records
from .snoozes import SnoozeRow
from .table import RULES

LEAST = 1  # a threshold of nothing would light a sign without a cause


@frozen
class Light:
    """A lit sign: its fact as plain values, and the one place where it is mended.

    `values` are those that its words name: counts, names, dates (or none: never), roles;
    percent as a whole number of a hundred.
    """

    key: str
    family: SignFamily
    values: Mapping[str, Any]
    page: str
    item: UUID | None = None
    since: date | None = None  # if it can be told


@frozen
class Sign:
    """A sign, lit or not, asleep or not, with the thresholds in force."""

    shape: SignShape
    light: Light | None
    asleep: SnoozeRow | None
    limits: Limits
    own: frozenset[str]  # the thresholds that the community set otherwise

    @property
    def key(self) -> str:
        return self.shape.key


def lit(session: Session, community_id: UUID, today: date) -> tuple[Light, ...]:
    """The lit signs, family by family, without those put to rest."""
    known = Known(Records(session, community_id, today, today), today)
    limits, resting = in_force(session, community_id), snoozes.asleep(session, community_id, today)
    found = (look(shape, known, limits[key]) for key, shape in _awake(resting).items())
    return tuple(light for light in found if light)


def every(session: Session, community_id: UUID, today: date) -> tuple[Sign, ...]:
    """All signs as they stand today, family by family."""
    known = Known(Records(session, community_id, today, today), today)
    limits, resting = in_force(session, community_id), snoozes.asleep(session, community_id, today)
    own = thresholds.changed(session, community_id)
    return tuple(
        Sign(
            shape, look(shape, known, limits[key]), resting.get(key), limits[key],
            frozenset(name for name in shape.thresholds if (key, name) in own),
        )
        for key, shape in shapes.signs().items()
    )  # fmt: skip


def in_force(session: Session, community_id: UUID) -> Mapping[str, Limits]:
    """The thresholds of every sign: the community's own, else the method's."""
    own = thresholds.changed(session, community_id)
    return {
        key: {name: max(LEAST, own.get((key, name), n)) for name, n in shape.thresholds.items()}
        for key, shape in shapes.signs().items()
    }


def look(shape: SignShape, known: Known, limits: Limits) -> Light | None:
    """Ask one rule what was known on a day."""
    found = RULES[shape.key].read(known, limits)
    if found is None:
        return None
    return Light(shape.key, shape.family, found.values, shape.page, found.item, found.since)


def _awake(resting: Mapping[str, SnoozeRow]) -> dict[str, SignShape]:
    return {key: shape for key, shape in shapes.signs().items() if key not in resting}
