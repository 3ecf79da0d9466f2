"""One community of the overview, with everything its last package told."""

from datetime import date
from typing import Any

from sqlalchemy import Row, Table, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models.collated import collated
from cop_desktop.services import cards, collating
from cop_desktop.services.cards import CardRow
from cop_desktop.services.collating import ReceivedRow

from .rows import OverviewRow, communities
from .wanted import Wanted


@frozen
class MeetingLine:
    """A meeting as it was told."""

    day: date
    minutes: int | None
    kind: str
    state: str
    moved: int | None
    expected: int | None
    came: int | None
    topic: str | None


@frozen
class StageEntry:
    """A stage and when it was entered."""

    since: date
    stage: str
    skipped: bool | None


@frozen
class RoleLine:
    """Whether somebody holds a role."""

    role: str
    filled: bool


@frozen
class ProductLine:
    """A product that may be told."""

    published_on: date | None
    kind: str
    status: str
    recipients: int | None
    title: str | None
    where: str | None


@frozen
class HeadcountLine:
    """How many members come from a kind of organisation in a district; None for one to four."""

    organisation_kind: str
    district: str
    members: int | None


@frozen
class SurveyLine:
    """Answers to a statement in a work year; None for one to four."""

    work_year: int
    statement: str
    answers: int | None
    agree: int | None


@frozen
class SignLine:
    """A sign that the leader chose to share."""

    sign: str
    seen_on: date | None


@frozen
class Drill:
    """A community from all sides."""

    row: OverviewRow
    domain: str
    sentence: str
    founded: date | None
    leader_share: int | None  # percent of the filled roles that the leader holds
    card: CardRow
    stages: tuple[StageEntry, ...]
    meetings: tuple[MeetingLine, ...]
    roles: tuple[RoleLine, ...]
    products: tuple[ProductLine, ...]
    headcounts: tuple[HeadcountLine, ...]
    survey: tuple[SurveyLine, ...]
    signs: tuple[SignLine, ...]
    received: tuple[ReceivedRow, ...]


def one(session: Session, community_id: str, today: date) -> Drill | None:
    """A community; None as long as no package of it was taken in."""
    every = communities(session, Wanted(), today)
    row = next((it for it in every if it.id == community_id), None)
    if row is None or row.number is None:
        return None

    def lines(kind: type[Any], name: str) -> tuple[Any, ...]:
        found = _rows(session, collated[name], tuple(kind.__slots__), community_id)
        return tuple(kind(*it) for it in found)

    its = collated["community"].c
    domain, sentence, founded, leader_share = session.execute(
        select(its.domain, its.sentence, its.founded, its.leader_share).where(its.id == row.id)
    ).one()
    return Drill(
        row, domain or "", sentence or "", founded, leader_share,
        cards.one(session, community_id), lines(StageEntry, "stage"), lines(MeetingLine, "meeting"),
        lines(RoleLine, "role"), lines(ProductLine, "product"), lines(HeadcountLine, "headcount"),
        lines(SurveyLine, "survey"), lines(SignLine, "sign"),
        collating.history(session, community_id),
    )  # fmt: skip


def _rows(
    session: Session, table: Table, names: tuple[str, ...], community_id: str
) -> list[Row[Any]]:
    """The named columns in the order of the first of them, nothing last on every database."""
    first = table.c[names[0]]
    keys = list(table.primary_key)
    query = select(*(table.c[it] for it in names)).where(table.c.community_id == community_id)
    return list(session.execute(query.order_by(first.is_(None), first, *keys)))
