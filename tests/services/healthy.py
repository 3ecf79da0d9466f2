"""A community in which no warning sign is lit, and what a hand may change in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.models import (
    AgendaItem,
    Attendance,
    Base,
    Charter,
    Community,
    FunctionHolding,
    Meeting,
    Member,
    NeedsPause,
    Organisation,
    Product,
    RoleHolding,
    Routine,
    RuleBreach,
    Topic,
)
from cop_desktop.models.method import Norm, RoutineRhythm
from cop_desktop.models.vocabulary import (
    BlockKind,
    Consent,
    Function,
    MeetingState,
    Persona,
    Presence,
    ProductStatus,
    Role,
)
from cop_desktop.services.months import later

TODAY = date(2026, 11, 22)
YEAR_AGO, LATELY = date(2025, 9, 1), date(2026, 5, 3)
HELD = (
    date(2025, 12, 8), date(2026, 1, 12), date(2026, 2, 9), date(2026, 3, 9), date(2026, 5, 11),
    date(2026, 6, 15), date(2026, 9, 14), date(2026, 10, 19), date(2026, 11, 16),
)  # fmt: skip
NEXT = date(2026, 12, 14)
MEMBERS, HOMES, CORE = 10, 5, 3
Row = TypeVar("Row", bound=Base)


@dataclass
class Life:
    """The healthy community, with a hand's verbs."""

    session: Session
    id: UUID
    homes: list[Organisation]
    members: list[Member]
    meetings: list[Meeting]
    coming: Meeting
    charter: Charter
    pause: NeedsPause
    terms: list[RoleHolding]
    product: Product

    def breach(self, on: date = TODAY) -> RuleBreach:
        return self._add(RuleBreach(community_id=self.id, noted_on=on, text="שותף צילום מסך"))

    def topic(self, opened: date) -> Topic:
        return self._add(Topic(community_id=self.id, title="מעברים בין כיתות", opened_on=opened))

    def routine(self, since: date, rhythm: RoutineRhythm = RoutineRhythm.MONTHLY) -> Routine:
        return self._add(
            Routine(community_id=self.id, name="מכתב חודשי", rhythm=rhythm, since=since)
        )

    def member(self, joined: date) -> Member:
        return self._add(
            Member(community_id=self.id, given_name="טל", joined=joined, consent=Consent.GIVEN)
        )

    def meeting(self, on: date, state: MeetingState = MeetingState.HELD) -> Meeting:
        at = datetime(on.year, on.month, on.day, 9)
        return self._add(
            Meeting(community_id=self.id, topic="מפגש", starts_at=at, state=state,
                    summary_sent_on=on if on <= TODAY else None)
        )  # fmt: skip

    def hold(self, member: Member, role: Role, since: date) -> RoleHolding:
        return self._add(RoleHolding(member_id=member.id, role=role, since=since))

    def missed(self, meeting: Meeting, *members: Member) -> None:
        """They did not come after all."""
        self._mark(meeting, members, Presence.EXCUSED)

    def seen(self, meeting: Meeting, *members: Member) -> None:
        """They did come."""
        self._mark(meeting, members, Presence.PRESENT)

    def taught(self, minutes: int) -> None:
        """So many of the hundred minutes of each meeting are a lecture."""
        for meeting in self.meetings:
            meeting.agenda[0].minutes, meeting.agenda[1].minutes = 100 - minutes, minutes

    def _mark(self, meeting: Meeting, members: Iterable[Member], presence: Presence) -> None:
        keys = [it.id for it in members]
        for row in self.session.scalars(
            select(Attendance).where(
                Attendance.meeting_id == meeting.id, Attendance.member_id.in_(keys)
            )
        ):
            row.presence = presence

    def _add(self, row: Row) -> Row:
        self.session.add(row)
        self.session.flush()
        return row


def healthy(session: Session) -> Life:
    """Write it down."""
    home = Community(name="קהילה", work_year=2026, founded=YEAR_AGO)
    homes = [Organisation(name=f"רשות {n}") for n in range(HOMES)]
    session.add_all([home, *homes])
    session.flush()
    members = [_member(home.id, homes[n % HOMES].id, n) for n in range(MEMBERS)]
    pause = NeedsPause(community_id=home.id, planned_on=LATELY, closed_on=date(2026, 9, 6))
    charter = Charter(
        community_id=home.id, number=1, adopted_on=date(2026, 2, 9), norms=(Norm.STAYS_HERE,)
    )
    product = Product(community_id=home.id, title="מדריך", owner_id=None)
    session.add_all([*members, pause, charter, product])
    session.flush()
    product.owner_id, product.status = members[4].id, ProductStatus.DRAFT
    product.moved_on = date(2026, 10, 1)
    session.add(FunctionHolding(member_id=members[0].id, function=Function.LEADER, since=YEAR_AGO))
    terms = [
        RoleHolding(member_id=members[n].id, role=role, since=date(2026, 1, 12))
        for n, role in enumerate(Role)
    ]
    meetings = [_meeting(home.id, on) for on in HELD]
    coming = Meeting(
        community_id=home.id, topic="הבא", starts_at=datetime(NEXT.year, NEXT.month, NEXT.day, 9)
    )
    session.add_all([*terms, *meetings, coming])
    session.flush()
    session.add_all(
        Attendance(meeting_id=meeting.id, member_id=it.id, presence=Presence.PRESENT)
        for meeting in meetings for it in members
    )  # fmt: skip
    session.flush()
    return Life(session, home.id, homes, members, meetings, coming, charter, pause, terms, product)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def months_ago(months: int) -> date:
    """The latest day since which so many months have passed."""
    return later(TODAY, -months)


def _member(community: UUID, home: UUID, n: int) -> Member:
    return Member(
        community_id=community, given_name=f"חבר {n}", organisation_id=home, sort_key=f"{n}",
        joined=LATELY if n == MEMBERS - 1 else YEAR_AGO, consent=Consent.GIVEN,
        persona=Persona.CORE if n < CORE else Persona.CONTRIBUTOR,
    )  # fmt: skip


def _meeting(community: UUID, on: date) -> Meeting:
    meeting = Meeting(
        community_id=community, topic="מפגש", starts_at=datetime(on.year, on.month, on.day, 9),
        state=MeetingState.HELD, summary_sent_on=on + timedelta(days=3),
    )  # fmt: skip
    meeting.agenda.append(AgendaItem(title="מקרה", minutes=80, kind=BlockKind.CASE))
    meeting.agenda.append(AgendaItem(title="הרצאה", minutes=20, kind=BlockKind.CONTENT))
    return meeting
