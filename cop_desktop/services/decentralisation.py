"""How leadership moves from one to many, month by month, beside what the stage lets one expect."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from cop_desktop.content import shapes
from cop_desktop.content.shapes import Band
from cop_desktop.frozen import frozen
from cop_desktop.models import Action, AgendaItem, Meeting
from cop_desktop.models.vocabulary import AgendaPart, MeetingState, Role, Stage

from . import roles, stages
from .readiness import UNLED
from .roles import Holding, Led

WINDOW = timedelta(days=92)  # a month alone has one meeting or none
# when, a member (or GUEST, or nobody), and how many minutes or tasks
_Share = tuple[date, UUID | str | None, int]
GUEST = "guest"


@frozen
class Spread:
    """Coverage and the leader's share on a day, both 0–1."""

    on: date
    covered: float
    held_by_leader: float


@frozen
class Point:
    """What others than the leader carry, 0–1 each; nothing where there was nothing to carry."""

    on: date
    led: float | None  # of the agenda's minutes that somebody led, in three months
    held: float | None  # of the seats, on the day
    owned: float | None  # of the tasks a member took, in three months
    stage: Stage | None
    band: Band | None  # what that stage lets one expect, in percent
    unled: float = 0.0  # of those minutes, what bears no name and is left out

    @property
    def shared(self) -> float | None:
        """The mean of what is known."""
        known = [it for it in (self.led, self.held, self.owned) if it is not None]
        return sum(known) / len(known) if known else None

    @property
    def against(self) -> int:
        """-1 below the band, 1 above it, 0 within it or where one cannot say."""
        if self.shared is None or self.band is None:
            return 0
        percent = round(100 * self.shared)
        return (percent > self.band.high) - (percent < self.band.low)


def coverage(session: Session, community_id: UUID, days: Sequence[date]) -> list[Spread]:
    """Coverage of the seats and the leader's share on each of those days."""
    terms, led = roles.history(session, community_id), roles.leading(session, community_id)
    return [_spread(terms, led, on) for on in days]


def trend(session: Session, community_id: UUID, days: Sequence[date]) -> tuple[Point, ...]:
    """What others than the leader of the time carried, on each of those days."""
    terms, led = roles.history(session, community_id), roles.leading(session, community_id)
    minutes, tasks = _minutes(session, community_id), _tasks(session, community_id)
    path = stages.path(session, community_id).history
    points = []
    for on in days:
        stage = next((row.stage for row in reversed(path) if row.since <= on), None)
        spread = _spread(terms, led, on)
        points.append(
            Point(
                on, _others(minutes, led, on),
                1 - spread.held_by_leader if spread.covered else None,
                _others(tasks, led, on), stage, shapes.bands()[stage] if stage else None,
                _nobodys(minutes, on),
            )
        )  # fmt: skip
    return tuple(points)


def month_starts(first: date, last: date) -> list[date]:
    """The first day of every month from `first` to `last`, and `last` itself."""
    days, on = [], first.replace(day=1)
    while on <= last:
        days.append(max(on, first))
        on = (on + timedelta(days=32)).replace(day=1)
    return days if days and days[-1] == last else [*days, last]


def _spread(terms: Sequence[Holding], led: Led, on: date) -> Spread:
    running = [term for term in terms if term.runs(on)]
    leaders = {member for member, since, until in led if roles.runs(since, until, on)}
    covered = len({term.role for term in running}) / len(Role)
    return Spread(on, covered, roles.share(running, leaders))


def _others(shares: Iterable[_Share], led: Led, on: date) -> float | None:
    """The part of those in the window before a day that was not the leader's."""
    known = [it for it in _recent(shares, on) if it[1]]
    total = sum(size for _, _, size in known)
    others = sum(size for day, who, size in known if not roles.led_on(led, who, day))
    return others / total if total else None


def _nobodys(shares: Iterable[_Share], on: date) -> float:
    """The part of those in the window before a day that nobody is named for."""
    recent = _recent(shares, on)
    total = sum(size for _, _, size in recent)
    return sum(size for _, who, size in recent if not who) / total if total else 0.0


def _recent(shares: Iterable[_Share], on: date) -> list[_Share]:
    return [it for it in shares if on - WINDOW < it[0] <= on]


def _minutes(session: Session, community_id: UUID) -> list[_Share]:
    """Working minutes of meetings held, by who led them; breaks and preparation left out."""
    inner, guest = aliased(AgendaItem), AgendaItem.guest != ""
    query = (
        select(Meeting.starts_at, AgendaItem.leader_id, guest, func.sum(AgendaItem.minutes))
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(
            Meeting.community_id == community_id,
            Meeting.state == MeetingState.HELD,
            AgendaItem.part == AgendaPart.MEETING,
            AgendaItem.kind.not_in(UNLED),
            # a block with tracks only stands for those in them
            ~select(inner.id).where(inner.parent_id == AgendaItem.id).exists(),
        )
        .group_by(Meeting.id, AgendaItem.leader_id, guest)
    )
    return [
        (at.date(), who or (GUEST if visited else None), total)
        for at, who, visited, total in session.execute(query)
    ]


def _tasks(session: Session, community_id: UUID) -> list[_Share]:
    """Tasks with a member who took them, by the day of their meeting; others have no day."""
    query = (
        select(Meeting.starts_at, Action.owner_id, func.count())
        .join(Action, Action.meeting_id == Meeting.id)
        .where(Meeting.community_id == community_id, Action.owner_id.is_not(None))
        .group_by(Meeting.id, Action.owner_id)
    )
    return [(at.date(), who, count) for at, who, count in session.execute(query) if who]
