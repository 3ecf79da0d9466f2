"""What asks for the leader's attention today: facts with the place where each is mended."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, or_, select, table
from sqlalchemy.orm import Session

from cop_desktop.formats import work_year_of
from cop_desktop.frozen import frozen
from cop_desktop.models import Member
from cop_desktop.models.vocabulary import Consent, MeetingState, Role

from . import actions, attendance_rules, decisions, gaps, hours, meetings, plan, roles, rotation
from .people import NEW, full_name, takes_part

GAP = timedelta(days=gaps.LONG)
SUMMARY_DUE = timedelta(days=7)
ON_THE_WAY = timedelta(days=90)  # how old a missing consent may grow


@frozen
class Care:
    """A matter to see to. `kind` keys its words, `place` names the page that mends it."""

    kind: str
    place: str
    count: int = 1
    name: str = ""  # of the one matter, or of the first
    on: date | None = None
    role: Role | None = None
    id: UUID | None = None  # what the page should show
    urgent: bool = False


def matters(session: Session, community_id: UUID, today: date) -> list[Care]:
    """All matters, the urgent ones first."""
    found = [care for look in LOOKS for care in look(session, community_id, today)]
    return sorted(found, key=lambda care: not care.urgent)


def unhurried(session: Session, community_id: UUID, today: date) -> list[Care]:
    """More of them, which can wait until home is seen."""
    return [care for look in UNHURRIED for care in look(session, community_id, today)]


def _no_meeting(session: Session, community_id: UUID, today: date) -> list[Care]:
    if meetings.upcoming(session, community_id, today):
        return []
    last = meetings.latest(session, community_id, _moment(today))
    quiet = last is None or today - last.starts_at.date() > GAP
    return [
        Care("no_meeting", "meetings", on=last.starts_at.date() if last else None, urgent=quiet)
    ]


def _long_gap(session: Session, community_id: UUID, today: date) -> list[Care]:
    """The first stretch ahead in which nobody meets for more than two months."""
    found = gaps.of(meetings.every(session, community_id))
    gap = next((gap for gap in found if gap.end >= today), None)
    return [Care("long_gap", "meetings", gap.days, on=gap.start)] if gap else []


def _unsent_summary(session: Session, community_id: UUID, today: date) -> list[Care]:
    last = meetings.latest(session, community_id, _moment(today))
    if last is None or last.summary_sent_on or last.state == MeetingState.CANCELLED:
        return []
    due = last.starts_at.date() + SUMMARY_DUE
    return [
        Care(
            "summary_unsent",
            "meetings",
            last.number,
            last.topic,
            due,
            id=last.id,
            urgent=due < today,
        )
    ]


def _overdue_decisions(session: Session, community_id: UUID, today: date) -> list[Care]:
    late = decisions.overdue(session, community_id, today)
    if not late:
        return []
    first = late[0]
    return [
        Care(
            "decisions_overdue",
            "meetings",
            len(late),
            first.text,
            first.due,
            id=first.meeting_id,
            urgent=True,
        )
    ]


def _overdue_actions(session: Session, community_id: UUID, today: date) -> list[Care]:
    late = actions.overdue(session, community_id, today)
    if not late:
        return []
    first = late[0]
    return [
        Care(
            "actions_overdue", "meetings", len(late), first.text, first.due, id=first.id,
            urgent=True,
        )
    ]  # fmt: skip


def _late_activities(session: Session, community_id: UUID, today: date) -> list[Care]:
    year = plan.of_year(session, community_id, work_year_of(today))
    late = [item for item in year.items if item.late(today)]
    if not late:
        return []
    return [Care("activities_late", "plan", len(late), late[0].title, late[0].ends, id=late[0].id)]


def _empty_seats(session: Session, community_id: UUID, today: date) -> list[Care]:
    empty = [
        seat.role for seat in roles.now(session, community_id, today).seats if not seat.holders
    ]
    if not empty or len(empty) == len(Role):
        return [Care("no_roles", "roles")] if empty else []
    return [Care("seats_empty", "roles", len(empty), role=empty[0])]


def _terms_ending(session: Session, community_id: UUID, today: date) -> list[Care]:
    """Terms that end soon and for which nobody is to begin: time to ask somebody."""
    terms = roles.history(session, community_id)
    due = [it.term for it in rotation.openings(terms, today) if it.term]
    if not due:
        return []
    first = min(due, key=lambda term: term.ends or today)
    return [Care("terms_ending", "roles", len(due), first.name, first.ends, first.role, first.id)]


def _no_mentor(session: Session, community_id: UUID, today: date) -> list[Care]:
    return _members(
        "new_without_mentor", session, community_id, today,
        Member.joined > today - NEW, Member.mentor_id.is_(None),
    )  # fmt: skip


def _no_consent(session: Session, community_id: UUID, today: date) -> list[Care]:
    return _members("consent_missing", session, community_id, today, *consent_wanting(today))


def consent_wanting(today: date) -> tuple[ColumnElement[bool], ...]:
    """The condition that a manager's consent should be there by now, and is not."""
    return (
        Member.consent.in_((Consent.NOT_ASKED, Consent.ASKED)),
        or_(Member.joined.is_(None), Member.joined < today - ON_THE_WAY),
    )


def _hours_at_risk(session: Session, community_id: UUID, today: date) -> list[Care]:
    """Whoever would break the rule of attendance by missing the next meeting."""
    coming = meetings.upcoming(session, community_id, today)
    if coming is None or not attendance_rules.of(session, community_id).least_presence:
        return []
    year = work_year_of(coming.starts_at.date())
    near = hours.ledger(session, community_id, year).at_risk
    if not near:
        return []
    on = coming.starts_at.date()
    return [Care("hours_at_risk", "meetings", len(near), near[0].name, on, id=coming.id)]


def _contradictions(session: Session, _community_id: UUID, _today: date) -> list[Care]:
    """What two copies of the file said differently; of all its communities."""
    if not session.scalar(select(exists().select_from(table("merge_memory")))):
        return []  # it never met a copy: what merging knows need not be loaded
    from .merging.memory import waiting

    cells = waiting(session)
    return [Care("contradictions", "", len(cells))] if cells else []


def _charter_review(session: Session, community_id: UUID, today: date) -> list[Care]:
    from . import charter  # nothing else on home needs it

    due = charter.review_due(session, community_id, today)
    if due is None:
        return []
    return [Care("charter_review", "charter", due.number, on=due.review_on, id=due.id)]


LOOKS: tuple[Callable[[Session, UUID, date], list[Care]], ...] = (
    _contradictions,
    _no_meeting,
    _long_gap,
    _overdue_decisions,
    _overdue_actions,
    _unsent_summary,
    _late_activities,
    _hours_at_risk,
    _empty_seats,
    _terms_ending,
    _no_mentor,
    _no_consent,
)
UNHURRIED = (_charter_review,)


def _members(
    kind: str, session: Session, community_id: UUID, today: date, *where: ColumnElement[bool]
) -> list[Care]:
    """One matter for all members of whom this is true; it names the one who joined last."""
    query = select(
        Member.id, Member.given_name, Member.family_name, Member.joined, func.count().over()
    ).where(Member.community_id == community_id, takes_part(today), *where)
    last = query.order_by(Member.joined.desc(), Member.sort_key).limit(1)
    return [
        Care(kind, "members", count, full_name(given, family), joined, id=key)
        for key, given, family, joined, count in session.execute(last)
    ]


def _moment(today: date) -> datetime:
    return datetime(today.year, today.month, today.day)
