"""What a community's file holds for a package, level by level: an allow-list, never a filter.

A ministry sees counts, and none of one to four people. Readers of the network of communities see
rows of members without names, too. What is and is not protected: docs/adr/0018.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.formats import work_year_of
from cop_desktop.frozen import frozen
from cop_desktop.models import (
    Feedback,
    FeedbackRating,
    Meeting,
    Member,
    Organisation,
    StageRecord,
)
from cop_desktop.models.package_form import Cell, Table, tables_at
from cop_desktop.models.vocabulary import MeetingState, Role, Share
from cop_desktop.services import communities, product_gates, products, roles
from cop_desktop.services.people import takes_part

from . import attending
from .descriptor import Contents
from .holding_back import LEAST, fives, held_back, share, small, steps, turnout
from .incoming import Row

AGREES = 4  # of five: the top two answers
SEATS, ANSWERS = 10, 5  # percent: as coarsely as the leader's share, and agreement, are told
Values = Mapping[str, Cell]


@frozen
class Asked:
    """Which community, for whom, as of which day, and the signs its leader chose to share."""

    community_id: UUID
    level: Share
    today: date
    signs: Mapping[str, date | None]

    @property
    def open(self) -> bool:
        """Whether small numbers may be told: the readers see rows of members anyhow."""
        return self.level != Share.MINISTRY


def gathered(session: Session, asked: Asked) -> Contents:
    """Everything that would leave, ready to be looked at."""
    tables = tables_at(asked.level)
    rows = {table.name: _cells(table, MAKERS[table.name](session, asked)) for table in tables}
    name = communities.one(session, asked.community_id, asked.today).name
    return Contents(str(asked.community_id), name, asked.level, asked.today, rows)


def _cells(table: Table, rows: Iterable[Values]) -> tuple[Row, ...]:
    """The allow-list itself: what the table has no field for stays here."""
    return tuple(tuple(row.get(field.name) for field in table.fields) for row in rows)


def _community(session: Session, asked: Asked) -> Iterable[Values]:
    row = communities.one(session, asked.community_id, asked.today)
    now = roles.now(session, asked.community_id, asked.today)
    _counts, members = _heads(session, asked)
    yield {
        "id": str(row.id), "name": row.name, "domain": row.domain, "sentence": row.sentence,
        "region": row.region, "founded": _day(row.founded), "work_year": row.work_year,
        "members": members, "roles_filled": now.covered,
        "leader_share": _seats(now.held_by_leader, asked) if now.covered else None,
        "attendance": attending.attendance(
            session, asked.community_id, asked.today, everything=asked.open
        ),
    }  # fmt: skip


def _seats(held: float, asked: Asked) -> int:
    return round(100 * held) if asked.open else steps(held, SEATS)


def _stages(session: Session, asked: Asked) -> Iterable[Values]:
    found = select(StageRecord).where(
        StageRecord.community_id == asked.community_id, StageRecord.since <= asked.today
    )
    for it in session.scalars(found):
        yield _mine(asked, id=str(it.id), stage=it.stage.value, since=_day(it.since),
                    skipped=it.skipped)  # fmt: skip


def _meetings(session: Session, asked: Asked) -> Iterable[Values]:
    noted = attending.by_meeting(session, asked.community_id)
    for it in session.scalars(select(Meeting).where(Meeting.community_id == asked.community_id)):
        marks = noted.get(it.id, []) if it.state == MeetingState.HELD else []
        came = attending.came(marks)
        missed = len(marks) - came
        expected, told = (len(marks), came) if asked.open else turnout(came, missed)
        yield _mine(
            asked, id=str(it.id), day=_day(it.starts_at.date()), minutes=it.minutes,
            kind=it.kind.value, state=it.state.value, moved=it.moved, topic=it.topic,
            **({"expected": expected, "came": told} if marks else {}),
        )  # fmt: skip


def _roles(session: Session, asked: Asked) -> Iterable[Values]:
    held = {it.role for it in roles.now(session, asked.community_id, asked.today).seats
            if it.holders}  # fmt: skip
    for role in Role:
        yield _mine(asked, role=role.value, filled=role in held)


def _products(session: Session, asked: Asked) -> Iterable[Values]:
    rows = products.every(session, asked.community_id)
    for it in product_gates.shown_to(rows, asked.level):
        yield _mine(
            asked, id=str(it.id), kind=it.kind.value, status=it.status.value, title=it.title,
            published_on=_day(it.published_on), where=it.where,
            recipients=None if small(it.recipients) and not asked.open else it.recipients,
        )  # fmt: skip


def _headcounts(session: Session, asked: Asked) -> Iterable[Values]:
    counts, members = _heads(session, asked)
    if members is None:
        return  # so few that the rows alone would tell
    hidden, _ = held_back(counts)
    for (kind, district), count in counts.items():
        told = asked.open or (kind, district) not in hidden
        yield _mine(asked, organisation_kind=kind, district=district,
                    members=count if told else None)  # fmt: skip


def _heads(session: Session, asked: Asked) -> tuple[Counter[tuple[str | None, str]], int | None]:
    """Members by kind of organisation and district, and all of them where that may be told."""
    counts = Counter((kind, district) for _, kind, district, _, _ in _members(session, asked))
    _hidden, told = held_back(counts)
    return counts, counts.total() if told or asked.open else None


def _surveys(session: Session, asked: Asked) -> Iterable[Values]:
    """The feedback of a work year, statement by statement; agreement in percent."""
    found = session.execute(
        select(Meeting.starts_at, FeedbackRating.statement, FeedbackRating.rating)
        .join(Feedback, Feedback.meeting_id == Meeting.id)
        .join(FeedbackRating, FeedbackRating.feedback_id == Feedback.id)
        .where(Meeting.community_id == asked.community_id)
    )
    ratings: dict[tuple[int, str], list[int]] = {}
    for starts_at, statement, rating in found:
        ratings.setdefault((work_year_of(starts_at.date()), statement), []).append(rating)
    for (year, statement), given in ratings.items():
        yield _mine(asked, work_year=year, statement=statement, **_answers(given, asked))


def _answers(given: list[int], asked: Asked) -> Values:
    agree, answers = sum(it >= AGREES for it in given), len(given)
    if answers < LEAST:
        return {}
    if asked.open:
        return {"answers": answers, "agree": round(100 * agree / answers)}
    return {"answers": fives(answers), "agree": steps(share(agree, answers), ANSWERS)}


def _signs(_: Session, asked: Asked) -> Iterable[Values]:
    for sign, since in asked.signs.items():
        yield _mine(asked, sign=sign, seen_on=_day(since))


def _people(session: Session, asked: Asked) -> Iterable[Values]:
    for key, kind, district, joined, left in _members(session, asked, former=True):
        yield _mine(asked, id=str(key), organisation_kind=kind, district=district,
                    joined=_day(joined), left=_day(left))  # fmt: skip


def _presences(session: Session, asked: Asked) -> Iterable[Values]:
    for meeting, member, presence in attending.noted(session, asked.community_id):
        yield {
            "meeting_id": str(meeting), "member_id": str(member), "presence": presence.value
        }  # fmt: skip


MAKERS: Mapping[str, Callable[[Session, Asked], Iterable[Values]]] = {
    "community": _community,
    "stage": _stages,
    "meeting": _meetings,
    "role": _roles,
    "product": _products,
    "headcount": _headcounts,
    "survey": _surveys,
    "sign": _signs,
    "member": _people,
    "attendance": _presences,
}

Person = tuple[UUID, str | None, str, date | None, date | None]


def _members(session: Session, asked: Asked, former: bool = False) -> list[Person]:
    """Key, kind and district of the organisation, joined, left: all that is read of members."""
    query = (
        select(Member.id, Organisation.kind, Organisation.district, Member.joined, Member.left)
        .outerjoin(Organisation, Member.organisation_id == Organisation.id)
        .where(Member.community_id == asked.community_id)
    )
    if not former:
        query = query.where(takes_part(asked.today))
    return [
        (key, kind.value if kind else None, district or "", joined, left)
        for key, kind, district, joined, left in session.execute(query)
    ]


def _mine(asked: Asked, **values: Cell) -> Values:
    return {"community_id": str(asked.community_id), **values}


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None
