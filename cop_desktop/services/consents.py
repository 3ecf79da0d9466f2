"""Members' consent that their name may leave, reader by reader; withdrawn as easily as given."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import Member, SharingConsent
from cop_desktop.models.vocabulary import Share

LEVELS = (Share.ORGANISATIONS, Share.MINISTRY)  # whose readers may be given names
NO_SUCH = N_("Names can be shared with organisations or with the ministry. Choose one of them.")
BEFORE = N_("A consent cannot be withdrawn before the day on which it was given.")


def given(session: Session, member_id: UUID) -> Mapping[Share, date]:
    """The consents in force, with the day each was given."""
    rows = session.scalars(select(SharingConsent).where(SharingConsent.member_id == member_id))
    return {row.level: row.given_on for row in rows if row.withdrawn_on is None}


def agreed(session: Session, community_id: UUID, level: Share) -> frozenset[UUID]:
    """The members whose names may leave for readers of exactly this level."""
    found = session.scalars(
        select(SharingConsent.member_id)
        .join(Member, SharingConsent.member_id == Member.id)
        .where(
            Member.community_id == community_id,
            SharingConsent.level == level,
            SharingConsent.withdrawn_on.is_(None),
        )
    )
    return frozenset(found)


def give(session: Session, member_id: UUID, level: Share, on: date) -> None:
    """Note a consent; one that is in force keeps its day."""
    if level not in LEVELS:
        raise UserError(NO_SUCH)
    row = _row(session, member_id, level)
    if row is None:
        session.add(SharingConsent(member_id=member_id, level=level, given_on=on))
    elif row.withdrawn_on is not None:
        row.given_on, row.withdrawn_on = on, None
    session.flush()


def withdraw(session: Session, member_id: UUID, level: Share, on: date) -> None:
    """From now on the name stays; what left already is in the log of exports."""
    row = _row(session, member_id, level)
    if row is None or row.withdrawn_on is not None:
        return
    if on < row.given_on:
        raise UserError(BEFORE)
    row.withdrawn_on = on
    session.flush()


def _row(session: Session, member_id: UUID, level: Share) -> SharingConsent | None:
    return session.scalar(
        select(SharingConsent).where(
            SharingConsent.member_id == member_id, SharingConsent.level == level
        )
    )
