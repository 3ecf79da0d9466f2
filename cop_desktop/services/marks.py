"""Tasks of the method's lists that are marked by hand, where the file cannot tell."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cop_desktop.models import MethodMark
from cop_desktop.models.thread_words import MarkList


def done(session: Session, community_id: UUID, of: MarkList) -> Mapping[str, date]:
    """The marked tasks of a list by key, with the day of the mark."""
    found = select(MethodMark.key, MethodMark.done_on).where(
        MethodMark.community_id == community_id, MethodMark.list == of
    )
    return {row.key: row.done_on for row in session.execute(found)}


def mark(session: Session, community_id: UUID, of: MarkList, key: str, on: date | None) -> None:
    """Mark a task on a day, or take the mark away."""
    clear(session, community_id, of, key)
    if on is not None:
        session.add(MethodMark(community_id=community_id, list=of, key=key, done_on=on))
        session.flush()


def clear(session: Session, community_id: UUID, of: MarkList, *keys: str) -> None:
    """Take marks away: those named, or the whole list's."""
    where = [MethodMark.community_id == community_id, MethodMark.list == of]
    if keys:
        where.append(MethodMark.key.in_(keys))
    session.execute(delete(MethodMark).where(*where))
