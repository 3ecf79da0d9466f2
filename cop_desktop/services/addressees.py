"""Whom a message of a meeting is for: everybody, those who were absent, or who did not answer."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import CAME

from . import attendance, meetings, members
from .attendance import SheetLine


class Who(StrEnum):
    """For whom."""

    EVERYBODY = "everybody"
    ABSENT = "absent"
    UNANSWERED = "unanswered"


@frozen
class Addressees:
    """Mail addresses as they were typed, and how many of these members have none."""

    addresses: tuple[str, ...]
    without: int


_MEANT: Mapping[Who, Callable[[SheetLine], bool]] = {
    Who.EVERYBODY: lambda _line: True,
    Who.ABSENT: lambda line: line.presence is not None and line.presence not in CAME,
    Who.UNANSWERED: lambda line: line.reply is None,
}


def of(session: Session, meeting_id: UUID, who: Who = Who.EVERYBODY) -> Addressees:
    """Of the members on the day of the meeting."""
    on = meetings.one(session, meeting_id).starts_at.date()
    meant = _MEANT[who]
    keys = [line.member_id for line in attendance.sheet(session, meeting_id) if meant(line)]
    told = [row.email.strip() for row in members.rows(session, keys, on)]
    return Addressees(tuple(it for it in told if it), sum(not it for it in told))
