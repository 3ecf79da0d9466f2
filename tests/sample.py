"""A small community: three members of two authorities, two meetings, a goal, a stage."""

from datetime import date, datetime
from uuid import UUID

from cop_desktop.models import (
    AgendaItem,
    Attendance,
    Community,
    Goal,
    Meeting,
    Member,
    Organisation,
    PlanItem,
    RoleHolding,
    StageRecord,
)
from cop_desktop.models.vocabulary import BlockKind, Presence, Progress, Role, Stage
from cop_desktop.store import Store


def small_community(store: Store) -> UUID:
    """Write it into an open file and give its id."""
    with store.write("set up") as session:
        it = Community(
            name="מנהלי מחלקות חינוך", domain="מעברים", work_year=2026, founded=date(2024, 9, 1)
        )
        haifa, rahat = Organisation(name="חיפה", district="חיפה"), Organisation(name="רהט")
        session.add_all([it, haifa, rahat])
        session.flush()
        noa = Member(
            community_id=it.id, given_name="נועה", family_name="אברהם", organisation_id=haifa.id,
            job_title="מנהלת אגף", mobile="052-123-4567", email="noa@example.org",
            joined=date(2025, 9, 1), sort_key="אברהם נועה", search_key="נועה אברהם",
        )  # fmt: skip
        amir = Member(
            community_id=it.id, given_name="אמיר", family_name="אבו רביעה",
            organisation_id=rahat.id, joined=date(2025, 9, 1),
            sort_key="אבו רביעה אמיר", search_key="אמיר אבו רביעה",
        )  # fmt: skip
        session.add_all([noa, amir])
        session.flush()
        dana = Member(
            community_id=it.id, given_name="דנה", family_name="לוי", mentor_id=noa.id,
            joined=date(2026, 9, 1), sort_key="לוי דנה", search_key="דנה לוי",
        )  # fmt: skip
        goal = Goal(community_id=it.id, work_year=2026, position=0, title="שפה משותפת")
        first = Meeting(
            community_id=it.id, topic="פתיחת שנה", starts_at=datetime(2026, 10, 13, 9, 30),
            host_id=haifa.id,
        )  # fmt: skip
        first.agenda.append(AgendaItem(title="סבב היכרות", minutes=20, kind=BlockKind.ROUND))
        first.agenda.append(
            AgendaItem(title="מקרה מהשטח", minutes=40, kind=BlockKind.CASE,
                       roles=(Role.CRITICAL,), leader_id=amir.id)
        )  # fmt: skip
        second = Meeting(
            community_id=it.id, topic="ביקור ברהט", starts_at=datetime(2026, 11, 17, 9, 30)
        )
        session.add_all([dana, goal, first, second])
        session.flush()
        session.add_all(
            [
                Attendance(meeting_id=first.id, member_id=noa.id, presence=Presence.PRESENT),
                Attendance(meeting_id=first.id, member_id=amir.id, presence=Presence.EXCUSED),
                RoleHolding(member_id=noa.id, role=Role.AGENDA, since=date(2026, 9, 1)),
                RoleHolding(member_id=amir.id, role=Role.CRITICAL, since=date(2026, 9, 1)),
                PlanItem(goal_id=goal.id, position=0, title="מילון מונחים", owner_id=dana.id,
                         state=Progress.UNDER_WAY),
                StageRecord(community_id=it.id, stage=Stage.POTENTIAL, since=date(2024, 9, 1),
                            turn=1),
            ]
        )  # fmt: skip
        return it.id
