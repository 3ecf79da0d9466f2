"""What members are called, and who takes part: said once for every service."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from cop_desktop.models import Member

from .batches import batches

NEW = timedelta(days=120)  # after joining; too early for many a question


def full_name(given: str | None, family: str | None) -> str:
    """Given name and family name; either may be missing, as both are where nobody is named."""
    return f"{given or ''} {family or ''}".strip()


def takes_part(on: date) -> ColumnElement[bool]:
    """The condition that a member has not left; `left` is the first day without them."""
    return or_(Member.left.is_(None), Member.left > on)


def names(session: Session, ids: Iterable[UUID]) -> dict[UUID, str]:
    """The full names of those members; a key that is gone is left out."""
    query = select(Member.id, Member.given_name, Member.family_name)
    return {
        key: full_name(given, family)
        for some in batches(list(ids))
        for key, given, family in session.execute(query.where(Member.id.in_(some)))
    }
