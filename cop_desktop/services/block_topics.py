"""Decisions and tasks take up the topic of the block in which they were written."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.models import Action, AgendaItem, Decision


def of_block(session: Session, item_id: UUID | str | None) -> UUID | None:
    """The topic that a block carries."""
    if not item_id:
        return None
    key = item_id if isinstance(item_id, UUID) else UUID(item_id)
    return session.scalar(select(AgendaItem.topic_id).where(AgendaItem.id == key))


def with_topic(session: Session, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of something new, with its block's topic unless they name one."""
    return {"topic_id": of_block(session, values.get("item_id")), **values}


def moved(session: Session, row: Decision | Action, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of a change: put into another block, it follows that block's topic.

    A topic that was chosen by hand stays.
    """
    if "item_id" not in values or "topic_id" in values:
        return dict(values)
    if row.topic_id not in (None, of_block(session, row.item_id)):
        return dict(values)
    return {**values, "topic_id": of_block(session, values["item_id"])}
