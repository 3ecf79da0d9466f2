"""Communities told month by month, with the verbs that a leader has."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.models.method import Norm, RoutineRhythm
from cop_desktop.models.thread_words import MarkList
from cop_desktop.models.vocabulary import Function, Presence, Role, Stage
from cop_desktop.services import (
    agendas,
    attendance,
    breaches,
    charter,
    charter_approvals,
    communities,
    compass,
    feedback,
    functions,
    marks,
    meetings,
    members,
    pauses,
    plan,
    products,
    roles,
    routines,
    stages,
    topics,
)
from cop_desktop.services.compass import Compass
from cop_desktop.services.months import later
from cop_desktop.store import Store


@dataclass
class Life:
    """One community from its first month on; `m` are its members in the order they joined."""

    session: Session
    id: UUID
    m: list[UUID] = field(default_factory=list)
    gone: set[UUID] = field(default_factory=set)

    @property
    def here(self) -> list[UUID]:
        return [it for it in self.m if it not in self.gone]

    def join(self, n: int, on: date) -> None:
        for _ in range(n):
            values = {"given_name": f"חבר {len(self.m) + 1}", "joined": on}
            self.m.append(members.add(self.session, self.id, values))

    def leave(self, who: Sequence[UUID], on: date) -> None:
        members.leave(self.session, who, on)
        self.gone |= set(who)

    def lead(self, who: UUID, on: date) -> None:
        functions.appoint(self.session, who, Function.LEADER, on)

    def take(self, role: Role, who: UUID, on: date) -> None:
        """Somebody takes a role, from whoever held it."""
        for seat in roles.now(self.session, self.id, on).seats:
            for holding in seat.holders if seat.role is role else ():
                roles.end(self.session, holding.id, on)
        roles.appoint(self.session, who, role, on)

    def meet(
        self, on: date, led: Sequence[UUID], share: float = 1.0, rated: int | None = None
    ) -> UUID:
        """A meeting took place: an hour led by each, so great a share of all came."""
        meeting = self.set_date(on)
        for who in led:
            agendas.add(self.session, meeting, {"title": "מקרה", "minutes": 60, "leader_id": who})
        came = max(1, round(share * len(self.here)))
        attendance.mark(self.session, meeting, self.here[:came], Presence.PRESENT)
        attendance.mark(self.session, meeting, self.here[came:], Presence.ABSENT)
        meetings.change(self.session, meeting, {"state": "held"})
        if rated:
            for _ in range(6):
                feedback.add(self.session, meeting, {"useful": rated})
        return meeting

    def set_date(self, on: date) -> UUID:
        """A meeting is planned."""
        values = {"topic": "מפגש", "starts_at": datetime.combine(on, time(9, 30))}
        return meetings.schedule(self.session, self.id, values)

    def meet_monthly(self, first: date, n: int, led: Sequence[UUID], share: float = 1.0) -> None:
        for month in range(n):
            self.meet(later(first, month), led, share)

    def agree(self, on: date, rules: bool = True) -> None:
        """A charter is adopted, and all who are there agree."""
        key = charter.begin_draft(self.session, self.id)
        norms = (Norm.STAYS_HERE, Norm.EVERY_VOICE) if rules else ()
        charter.change(self.session, key, {"domain_in": "מעברים", "norms": norms})
        charter.adopt(self.session, key, on, None, on)
        charter_approvals.approve(self.session, key, self.here, on)

    def make(self, title: str, status: str, owner: UUID, on: date) -> UUID:
        values = {"title": title, "status": status, "owner_id": owner}
        return products.add(self.session, self.id, values, on)

    def open_topics(self, n: int, on: date) -> None:
        for number in range(n):
            topics.add(self.session, self.id, {"title": f"נושא {number} {on}"}, on)

    def look_at_needs(self, on: date) -> None:
        pauses.close(self.session, pauses.plan(self.session, self.id, on), "", on)

    def leak(self, on: date) -> None:
        values = {"text": "צילום מסך יצא", "noted_on": on, "norm": Norm.STAYS_HERE}
        breaches.add(self.session, self.id, values)

    def keep_routine(self, name: str, since: date, until: date) -> None:
        """Done every month in between."""
        values = {"name": name, "rhythm": RoutineRhythm.MONTHLY, "since": since}
        key = routines.add(self.session, self.id, values, since)
        day = since
        while day <= until:
            routines.done(self.session, key, day, until)
            day += timedelta(days=28)

    def reach(self, year: int, reached: int, missed: int) -> None:
        """Goals of a work year, each with one activity."""
        for number in range(reached + missed):
            goal = plan.add_goal(self.session, self.id, year, {"title": f"מטרה {number}"})
            state = "done" if number < reached else "not_started"
            plan.add_item(self.session, goal, {"title": "פעולה", "state": state})

    def record(self, stage: Stage, on: date, reason: str = "") -> None:
        stages.record(self.session, self.id, stage, on, reason)

    def mark(self, key: str, on: date) -> None:
        """A sign that the file cannot tell."""
        marks.mark(self.session, self.id, MarkList.COMPASS, key, on)

    def compass(self, on: date) -> Compass:
        return compass.of(self.session, self.id, on)


@contextmanager
def a_life(store: Store, founded: date, members: int) -> Iterator[Life]:
    """A community is founded; its first member leads it, and the first stage is recorded."""
    with store.write("a life") as session:
        life = Life(session, communities.found(session, "קהילה", founded.year))
        communities.change(session, life.id, {"founded": founded})
        life.join(members, founded)
        life.lead(life.m[0], founded)
        life.record(Stage.POTENTIAL, founded)
        yield life


def holding(signs: Sequence[compass.Sign]) -> set[str]:
    """The keys of those that hold."""
    return {sign.fact for sign in signs if sign.holds}
