"""Who sends in time, who is late, who never sent; and what came with the last packages."""

from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.formats import work_year_bounds, work_year_of
from cop_desktop.frozen import frozen
from cop_desktop.models.collated import received
from cop_desktop.services import cards
from cop_desktop.services.cards import CardRow
from cop_desktop.services.collating import Changes
from cop_desktop.services.search import fold

HALF = 2  # the month in which the second term begins


class Sending(StrEnum):
    """Whether a community's package of this term is here."""

    IN_TIME = "in_time"
    LATE = "late"  # an earlier one is
    NEVER = "never"
    NOT_EXPECTED = "not_expected"


@frozen
class MissingRow:
    """A community whose package of this term has not come; with the one before, if any."""

    community_id: str
    name: str
    programme: str
    sending: Sending  # LATE or NEVER
    as_of: date | None
    number: int | None
    note: str = ""  # the coordinator's own, such as whom to call


@frozen
class ChangeRow:
    """What a community's last package says otherwise than the one before it."""

    community_id: str
    name: str
    as_of: date
    number: int
    changes: Changes
    skipped: int  # packages between that have not come
    left_out: bool  # whether rows of it could not be taken in


def term_start(today: date) -> date:
    """The first day of the term: 1 September or 1 February."""
    begins, _ = work_year_bounds(work_year_of(today))
    half = date(begins.year + 1, HALF, 1)
    return half if today >= half else begins


def sending(as_of: date | None, expected: bool | None, today: date) -> Sending:
    """Where a community stands whose last package, if any, is as of that day."""
    if as_of is not None and as_of >= term_start(today):
        return Sending.IN_TIME
    if expected is False:
        return Sending.NOT_EXPECTED
    return Sending.NEVER if as_of is None else Sending.LATE


def missing(session: Session, today: date) -> tuple[MissingRow, ...]:
    """Communities that are expected, or sent before, without a package of this term; by name."""
    last = {
        key: (name, as_of, number)
        for key, name, as_of, number in session.execute(
            select(_ITS.community_id, _ITS.name, _ITS.as_of, _ITS.number).where(_ITS.shown)
        )
    }
    own = {it.community_id: it for it in cards.every(session)}
    rows = []
    for key in last.keys() | own.keys():
        told, as_of, number = last.get(key, ("", None, None))
        card = own.get(key, CardRow(key))
        how, name = sending(as_of, card.expected, today), told or card.name
        if name and how in (Sending.LATE, Sending.NEVER):
            rows.append(MissingRow(key, name, card.programme, how, as_of, number, card.note))
    return tuple(sorted(rows, key=lambda it: (fold(it.name), it.community_id)))


def changes(session: Session) -> tuple[ChangeRow, ...]:
    """What the last packages changed, the newest first; first packages change nothing."""
    found = session.execute(
        select(
            _ITS.community_id, _ITS.name, _ITS.as_of, _ITS.number, _ITS.changes, _ITS.skipped,
            _ITS.problems != "[]",
        )
        .where(_ITS.shown, _ITS.changes != "")
        .order_by(_ITS.received_at.desc(), _ITS.name, _ITS.community_id)
    )  # fmt: skip
    return tuple(
        ChangeRow(key, name, as_of, number, Changes.of_json(told), skipped, bool(left_out))
        for key, name, as_of, number, told, skipped, left_out in found
    )


_ITS = received.c
