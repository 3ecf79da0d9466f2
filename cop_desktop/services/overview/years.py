"""The map of time: the stages of all communities over the years."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen

from .rows import STAGE, communities
from .wanted import Wanted


@frozen
class StageSpan:
    """A stage and its time; the last one has no end."""

    stage: str
    since: date
    until: date | None  # the day on which the next one begins
    skipped: bool


@frozen
class StageLine:
    """A community's way through the stages; empty as long as none was entered."""

    id: str
    name: str
    spans: tuple[StageSpan, ...]


def stages_over_years(session: Session, wanted: Wanted, today: date) -> tuple[StageLine, ...]:
    """Every wanted community, by name, with its stages in the order of time."""
    its = STAGE.c
    entered: dict[str, list[tuple[str, date, bool]]] = {}
    found = (
        select(its.community_id, its.stage, its.since, its.skipped)
        .where(its.since <= today)  # as in the table: what lies ahead is not the present stage
        .order_by(its.community_id, its.since, its.id)
    )
    for key, stage, since, skipped in session.execute(found):
        entered.setdefault(key, []).append((stage, since, bool(skipped)))
    return tuple(
        StageLine(it.id, it.name, _spans(entered.get(it.id, [])))
        for it in communities(session, wanted, today)
    )


def _spans(entered: list[tuple[str, date, bool]]) -> tuple[StageSpan, ...]:
    ends = [*(since for _, since, _ in entered[1:]), None]
    return tuple(
        StageSpan(stage, since, until, skipped)
        for (stage, since, skipped), until in zip(entered, ends, strict=False)
    )
