"""All that the compass knows of a community on a day, each fact asked for once it is wanted."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.models.vocabulary import MeetingState, Stage
from cop_desktop.services import meetings, participation, roles, routines, stages
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.roles import Led, RolesNow, led_on

from . import asking, asking_meetings
from .facts import (
    HALF_YEAR,
    YEAR,
    CharterFacts,
    Gathering,
    Minutes,
    Owned,
    People,
    TurningFacts,
)


class Facts:
    """What the figures are made of: a few questions, none of them per row.

    It lasts as long as its session: who weighs one stage asks for what its signs need.
    """

    def __init__(self, session: Session, community_id: UUID, today: date) -> None:
        self.today = today
        self._session, self._community_id = session, community_id

    @property
    def begun(self) -> date | None:
        """The day of the founding, or of the first thing noted."""
        return self._counts.founded or self._first()

    @cached_property
    def held(self) -> tuple[Gathering, ...]:
        """All meetings that took place until today, in order."""
        return tuple(_gathering(row) for row in self._meetings if _took_place(row, self.today))

    @cached_property
    def coming(self) -> tuple[date, ...]:
        """Of planned meetings, from today on."""
        return tuple(_ahead(row) for row in self._meetings if _comes(row, self.today))

    @property
    def roles(self) -> RolesNow:
        return roles.now(self._session, self._community_id, self.today)

    @property
    def last_term(self) -> date | None:
        """When a role last changed hands."""
        terms = roles.history(self._session, self._community_id)
        return max((it.since for it in terms if it.since <= self.today), default=None)

    @property
    def holders(self) -> frozenset[UUID]:
        """Of roles today."""
        terms = roles.history(self._session, self._community_id)
        return frozenset(it.member_id for it in terms if it.runs(self.today))

    @property
    def core(self) -> int:
        return participation.core(self._session, self._community_id, self.today)

    @cached_property
    def people(self) -> People:
        since = self._stage.since if self._stage else None
        return asking.people(self._session, self._community_id, self.today, self.held, since)

    @cached_property
    def products(self) -> tuple[Owned, ...]:
        return asking.products(self._session, self._community_id, self.today)

    @cached_property
    def charter(self) -> CharterFacts | None:
        return asking.charter(self._session, self._community_id, self.today)

    @property
    def leaks(self) -> int:
        """Breaches of confidence noted in the last half year."""
        return self._counts.leaks

    @cached_property
    def led(self) -> tuple[Minutes, ...]:
        """Of the last year."""
        return asking_meetings.led(self._session, self._community_id, self.today)

    @cached_property
    def leading(self) -> Led:
        """Who led the community, in order."""
        led = roles.leading(self._session, self._community_id)
        return tuple(sorted(led, key=lambda it: it[1]))

    @cached_property
    def ratings(self) -> Mapping[bool, float]:
        """Means of feedback: True the last year, False the one before."""
        return asking_meetings.ratings(self._session, self._community_id, self.today)

    @property
    def topics(self) -> int:
        """Opened in the last year."""
        return self._counts.topics

    @cached_property
    def routines(self) -> int:
        """Those that have run for half a year, took place, and are not overdue."""
        return sum(
            bool(row.times) and not row.late and row.since <= self.today - HALF_YEAR
            for row in routines.every(self._session, self._community_id, self.today)
        )

    @cached_property
    def goals(self) -> tuple[int, int]:
        """Those whose time has come; of these reached."""
        return asking.goals(self._session, self._community_id, self.today)

    @property
    def mapped(self) -> date | None:
        """When needs were last looked at."""
        return self._counts.mapped

    @cached_property
    def turning(self) -> TurningFacts | None:
        return asking.turning(self._session, self._community_id)

    @property
    def changing_since(self) -> date | None:
        """The day on which the stage of transformation was recorded."""
        now = self._stage
        return now.since if now and now.stage is Stage.TRANSFORMATION else None

    @property
    def this_year(self) -> tuple[Gathering, ...]:
        """Meetings of the last twelve months."""
        return tuple(it for it in self.held if it.on > self.today - YEAR)

    @property
    def year_before(self) -> tuple[Gathering, ...]:
        first = self.today - 2 * YEAR
        return tuple(it for it in self.held if first < it.on <= self.today - YEAR)

    def leads(self, member: UUID, on: date) -> bool:
        """Whether somebody led the community on a day."""
        return led_on(self.leading, member, on)

    def new_leader(self, since: date) -> int:
        """How often the leader changed after a day."""
        return sum(since < begun <= self.today for _member, begun, _until in self.leading[1:])

    @property
    def _meetings(self) -> tuple[MeetingRow, ...]:
        return meetings.every(self._session, self._community_id)

    @property
    def _stage(self) -> stages.StageRow | None:
        return stages.path(self._session, self._community_id).now

    @cached_property
    def _counts(self) -> asking.Counts:
        return asking.counts(self._session, self._community_id, self.today)

    def _first(self) -> date | None:
        days = [self.people.first_joined, *(it.on for it in self.held[:1])]
        history = stages.path(self._session, self._community_id).history
        days += [row.since for row in history[:1]]
        return min((day for day in days if day), default=None)


def _gathering(row: MeetingRow) -> Gathering:
    return Gathering(row.starts_at.date(), row.present, row.marked)


def _took_place(row: MeetingRow, today: date) -> bool:
    return row.state == MeetingState.HELD and row.starts_at.date() <= today


def _comes(row: MeetingRow, today: date) -> bool:
    return row.state == MeetingState.PLANNED and _ahead(row) >= today


def _ahead(row: MeetingRow) -> date:
    return row.starts_at.date()
