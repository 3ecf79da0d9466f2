"""Reading the compass: every sign weighed, the way they point, and whether to look again."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.content.shapes import Mark
from cop_desktop.models.thread_words import MarkList
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services import marks, stages, thresholds

from .figures import AT_MOST, FIGURES
from .gathering import Facts
from .signs import RULE, Compass, Direction, Sign
from .suggestion import ORDER, suggest
from .turnover import recheck


def of(session: Session, community_id: UUID, today: date) -> Compass:
    """Read the file and weigh the signs of all stages; mostly figures of the last year."""
    facts, needed = Facts(session, community_id, today), _needed(session, community_id)
    marked = marks.done(session, community_id, MarkList.COMPASS)
    signs = tuple(
        _sign(stage, mark, back, facts, needed, marked)
        for stage, shape in shapes.stages().items()
        for back, found in ((False, shape.moved_on), (True, shape.falling_back))
        for mark in found
    )
    now = stages.path(session, community_id).now
    present = now.stage if now else None
    way, stage = suggest(signs, present, facts.turning, facts.coming)
    changed = recheck(facts, now.since, needed) if now else None
    return Compass(signs, stage, present, way, changed)


def ahead(session: Session, community_id: UUID, today: date) -> tuple[Sign, ...]:
    """What speaks for moving on from the present stage, as `Compass.facts_for`, and no more."""
    facts, needed = Facts(session, community_id, today), _needed(session, community_id)
    marked = marks.done(session, community_id, MarkList.COMPASS)
    now = stages.path(session, community_id).now
    stage = now.stage if now else Stage.POTENTIAL
    found = shapes.stages()[stage].moved_on
    return tuple(_sign(stage, mark, False, facts, needed, marked) for mark in found)


def _needed(session: Session, community_id: UUID) -> Mapping[str, int]:
    """The thresholds in force: the community's own, else the method's."""
    own = thresholds.changed(session, community_id)
    return {key: own.get((RULE, key), told) for key, told in shapes.compass_thresholds().items()}


def _sign(
    stage: Stage,
    mark: Mark,
    back: bool,
    facts: Facts,
    needed: Mapping[str, int],
    marked: Mapping[str, date],
) -> Sign:
    speaks_for = _neighbour(stage, back)
    if not mark.computed:
        on = marked.get(f"{stage}.{mark.key}")
        return Sign(mark.key, speaks_for, None, 0, stage, back, by_hand=True, marked_on=on)
    direction = Direction.AT_MOST if mark.key in AT_MOST else Direction.AT_LEAST
    value = FIGURES[mark.key](facts, needed)
    return Sign(mark.key, speaks_for, value, needed[mark.key], stage, back, direction=direction)


def _neighbour(stage: Stage, back: bool) -> Stage:
    """The stage before, or the one after; a new life follows the last."""
    here = ORDER.index(stage)
    return ORDER[max(0, here - 1)] if back else ORDER[(here + 1) % len(ORDER)]
