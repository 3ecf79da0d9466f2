"""The table of communities: one row each, everything a coordinator compares.

A community that is waited for has a row, too: with its name, and nothing told.
"""

from datetime import date
from typing import Any

from sqlalchemy import Float, Row, and_, case, cast, exists, func, select
from sqlalchemy.orm import Session

from cop_desktop.formats import work_year_bounds, work_year_of
from cop_desktop.frozen import frozen
from cop_desktop.models import CollatedCard
from cop_desktop.models.collated import collated, received
from cop_desktop.models.vocabulary import MeetingState, ProductStatus
from cop_desktop.services.looking import once
from cop_desktop.services.search import fold, search_key, terms

from .sending import Sending, sending
from .wanted import Wanted, at_home

COMMUNITY, MEETING, PRODUCT = collated["community"], collated["meeting"], collated["product"]
STAGE, SURVEY, SIGN = collated["stage"], collated["survey"], collated["sign"]
EXACT = ("programme", "stage", "level", "sending")  # fields of a row and of `Wanted`
_SILENT = select(
    CollatedCard.community_id, CollatedCard.name, CollatedCard.programme, CollatedCard.tags,
    CollatedCard.expected,
).where(
    CollatedCard.name != "",
    ~exists().where(COMMUNITY.c.id == CollatedCard.community_id),
)  # fmt: skip


@frozen
class OverviewRow:
    """A community as its last package tells it; what it did not tell is None."""

    id: str
    name: str
    programme: str
    region: str
    level: str
    stage: str  # nothing before the first
    stage_since: date | None
    last_meeting: date | None
    next_meeting: date | None
    held: int  # meetings of this work year
    rhythm: int | None  # days from one to the next, on average
    attendance: int | None  # percent
    members: int | None
    roles_filled: int | None  # of seven
    products: int
    published: int
    answers: int  # of the last year with a survey
    agree: int | None  # percent of them
    signs: tuple[str, ...]
    as_of: date | None
    number: int | None
    sending: Sending
    tags: str = ""


@frozen
class Count:
    """Of how many communities the coordinator knows, and how many of them have sent."""

    communities: int
    sent: int


@frozen
class Met:
    """When a community met and will meet."""

    last: date | None = None
    next: date | None = None
    held: int = 0
    rhythm: int | None = None


def communities(session: Session, wanted: Wanted, today: date) -> tuple[OverviewRow, ...]:
    """Those that are wanted, by name."""
    rows = _every(session, today)
    if wanted.district is not None or wanted.kind is not None:
        there = set(session.scalars(at_home(wanted)))
        rows = tuple(it for it in rows if it.id in there)
    exact = {it: value for it in EXACT if (value := getattr(wanted, it)) is not None}
    words = terms(wanted.text)
    return tuple(
        it for it in rows
        if all(getattr(it, name) == value for name, value in exact.items())
        and (not words or _has(it, words))
    )  # fmt: skip


def counted(session: Session) -> Count:
    """How many there are, in one quick look."""
    sent = session.scalar(select(func.count()).select_from(COMMUNITY)) or 0
    silent = session.scalar(select(func.count()).select_from(_SILENT.subquery())) or 0
    return Count(sent + silent, sent)


def _has(row: OverviewRow, words: list[str]) -> bool:
    key = search_key(row.name, row.programme, row.tags)
    return all(it in key for it in words)


@once
def _every(session: Session, today: date) -> tuple[OverviewRow, ...]:
    stages, met, products = _stages(session, today), _met(session, today), _products(session)
    surveys, signs = _surveys(session), _signs(session)
    rows = []
    for it in _heads(session):
        stage, since = stages.get(it.id, ("", None))
        when, (made, published) = met.get(it.id, Met()), products.get(it.id, (0, 0))
        answers, agree = surveys.get(it.id, (0, None))
        rows.append(OverviewRow(
            it.id, it.name, it.programme or "", it.region or "", it.level or "", stage, since,
            when.last, when.next, when.held, when.rhythm, it.attendance, it.members,
            it.roles_filled, made, published, answers, agree, tuple(signs.get(it.id, ())),
            it.as_of, it.number, sending(it.as_of, it.expected, today), it.tags or "",
        ))  # fmt: skip
    rows += (_silent(*it, today) for it in session.execute(_SILENT))
    return tuple(sorted(rows, key=lambda it: (fold(it.name), it.id)))


def _silent(
    key: str, name: str, programme: str, tags: str, expected: bool, today: date
) -> OverviewRow:
    """Of what nothing has come, only what the coordinator wrote is known."""
    return OverviewRow(
        key, name, programme, region="", level="", stage="", stage_since=None, last_meeting=None,
        next_meeting=None, held=0, rhythm=None, attendance=None, members=None, roles_filled=None,
        products=0, published=0, answers=0, agree=None, signs=(), as_of=None, number=None,
        sending=sending(None, expected, today), tags=tags,
    )  # fmt: skip


def _heads(session: Session) -> list[Row[Any]]:
    its = COMMUNITY.c
    shown = and_(received.c.community_id == its.id, received.c.shown)
    return list(session.execute(
        select(
            its.id, its.name, its.region, its.attendance, its.members, its.roles_filled,
            received.c.level, received.c.as_of, received.c.number,
            CollatedCard.programme, CollatedCard.expected, CollatedCard.tags,
        )
        .outerjoin(received, shown)
        .outerjoin(CollatedCard, CollatedCard.community_id == its.id)
    ))  # fmt: skip


def _stages(session: Session, today: date) -> dict[str, tuple[str, date]]:
    """The last stage of each."""
    its = STAGE.c
    found = select(its.community_id, its.stage, its.since).where(its.since <= today)
    rows = session.execute(found.order_by(its.community_id, its.since, its.id))
    return {key: (stage, since) for key, stage, since in rows}


def _met(session: Session, today: date) -> dict[str, Met]:
    its = MEETING.c
    begins, ends = work_year_bounds(work_year_of(today))
    held = and_(its.state == MeetingState.HELD.value, its.day <= today)
    this_year = case((and_(held, its.day.between(begins, ends)), its.day))
    ahead = and_(its.state == MeetingState.PLANNED.value, its.day >= today)
    found = session.execute(
        select(
            its.community_id, func.max(case((held, its.day))), func.min(case((ahead, its.day))),
            func.count(this_year), func.min(this_year), func.max(this_year),
        ).group_by(its.community_id)
    )  # fmt: skip
    return {
        key: Met(last, coming, count, round((to - since).days / (count - 1)) if count > 1 else None)
        for key, last, coming, count, since, to in found
    }


def _products(session: Session) -> dict[str, tuple[int, int]]:
    """How many there are, and how many of them are published."""
    its = PRODUCT.c
    out = func.count(case((its.status == ProductStatus.PUBLISHED.value, 1)))
    found = select(its.community_id, func.count(), out).group_by(its.community_id)
    return {key: (made, published) for key, made, published in session.execute(found)}


def _surveys(session: Session) -> dict[str, tuple[int, int]]:
    """Answers of the last year told, and how many percent agree; None was told for a few.

    Multiplied as Float: whole numbers that a package may hold are too large together.
    """
    its = SURVEY.c
    agreeing = func.sum(cast(its.agree, Float) * its.answers)
    found = (
        select(its.community_id, agreeing, func.sum(its.answers))
        .where(its.agree.is_not(None), its.answers > 0)
        .group_by(its.community_id, its.work_year)
        .order_by(its.community_id, its.work_year)
    )
    return {
        key: (int(answers), round(agree / answers))
        for key, agree, answers in session.execute(found)
    }


def _signs(session: Session) -> dict[str, list[str]]:
    its = SIGN.c
    lit: dict[str, list[str]] = {}
    for key, sign in session.execute(select(its.community_id, its.sign).order_by(*its)):
        lit.setdefault(key, []).append(sign)
    return lit
