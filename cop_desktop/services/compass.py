"""Signs of the stage a community is in, computed from its data: a suggestion, never a verdict."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.models import Member, Product
from cop_desktop.models.vocabulary import MeetingState, ProductStatus, Stage

from . import meetings, roles, stages
from .participation import core

RHYTHM = timedelta(days=75)  # a gap longer than this between meetings breaks the rhythm
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Sign:
    """A fact with its figure, and the stage that it speaks for when it holds."""

    fact: str  # a key of `SIGNS`; the words are in resources/content
    speaks_for: Stage
    value: int
    needed: int

    @property
    def holds(self) -> bool:
        return self.value >= self.needed


@dataclass(frozen=True, slots=True)
class Compass:
    """All signs, how many of those toward the next stage hold, and the suggested stage."""

    signs: tuple[Sign, ...]
    suggested: Stage
    present: Stage | None

    def toward(self, stage: Stage) -> tuple[Sign, ...]:
        return tuple(sign for sign in self.signs if sign.speaks_for == stage)


@dataclass(frozen=True, slots=True)
class _Data:
    held: list[date]
    roles: roles.RolesNow
    core: int  # members
    joined: int
    published: int
    made: int
    led_by_others: int  # percent of seats not held by the leader


# (fact, the stage it speaks for, figure, how much is needed)
SIGNS: tuple[tuple[str, Stage, Callable[[_Data], int], int], ...] = (
    ("core_formed", Stage.COALESCING, lambda d: d.core, 3),
    ("first_meetings", Stage.COALESCING, lambda d: len(d.held), 2),
    ("roles_taken", Stage.COALESCING, lambda d: d.roles.covered, 2),
    ("steady_rhythm", Stage.MATURING, lambda d: _in_rhythm(d.held), 3),
    ("roles_beyond_leader", Stage.MATURING, lambda d: d.led_by_others, 50),
    ("first_products", Stage.MATURING, lambda d: d.made, 2),
    ("members_join", Stage.STEWARDSHIP, lambda d: d.joined, 3),
    ("reach_outside", Stage.STEWARDSHIP, lambda d: d.published, 2),
    ("all_roles", Stage.STEWARDSHIP, lambda d: d.roles.covered, 6),
)


def of(session: Session, community_id: UUID, today: date) -> Compass:
    """Read the file and weigh the signs; two of three move the suggestion on by a stage."""
    data = _gather(session, community_id, today)
    signs = tuple(Sign(fact, stage, value(data), need) for fact, stage, value, need in SIGNS)
    now = stages.path(session, community_id).now
    return Compass(signs, _suggest(signs), now.stage if now else None)


def _suggest(signs: tuple[Sign, ...]) -> Stage:
    suggested = Stage.POTENTIAL
    for stage in (Stage.COALESCING, Stage.MATURING, Stage.STEWARDSHIP):
        if sum(sign.holds for sign in signs if sign.speaks_for == stage) < 2:
            break
        suggested = stage
    return suggested


def _in_rhythm(held: list[date]) -> int:
    """Meetings in the latest unbroken run."""
    run = min(len(held), 1)
    for earlier, later in zip(held[-2::-1], held[:0:-1], strict=True):
        if later - earlier > RHYTHM:
            break
        run += 1
    return run


def _gather(session: Session, community_id: UUID, today: date) -> _Data:
    now = roles.now(session, community_id, today)
    rows = [
        row
        for row in meetings.every(session, community_id)
        if row.state == MeetingState.HELD and today - YEAR < row.starts_at.date() <= today
    ]
    return _Data(
        held=[row.starts_at.date() for row in rows],
        roles=now,
        core=core(session, community_id, today),
        joined=_count(
            session, Member, Member.community_id == community_id, Member.joined > today - YEAR
        ),
        published=_products(session, community_id, ProductStatus.PUBLISHED),
        made=_products(session, community_id, ProductStatus.APPROVED, ProductStatus.PUBLISHED),
        led_by_others=round(100 * (1 - now.held_by_leader)) if now.covered else 0,
    )


def _products(session: Session, community_id: UUID, *states: ProductStatus) -> int:
    return _count(
        session, Product, Product.community_id == community_id, Product.status.in_(states)
    )


def _count(session: Session, model: type[Member | Product], *where: object) -> int:
    return session.scalar(select(func.count(model.id)).where(*where)) or 0  # type: ignore[arg-type]
