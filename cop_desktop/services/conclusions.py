"""What a community learns from feedback, and whether it was acted on."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Conclusion, Meeting
from cop_desktop.models.vocabulary import Acted

from .editing import Fields, apply, behind, cleaned, line, link_to, needed, word

WAITING = frozenset({Acted.NOT_YET, Acted.PARTLY})
FIELDS: Fields = {
    "text": needed(N_("A conclusion needs words: what will be done differently?")),
    "acted": word(Acted),
    "acted_in_id": link_to(Meeting),
    "note": line,
}


@frozen
class ConclusionRow:
    """A conclusion, the meeting it came from, and the meeting in which it was acted on."""

    id: UUID
    text: str
    meeting_id: UUID | None
    topic: str
    on: date | None
    acted: Acted
    acted_in_id: UUID | None
    acted_in: str  # the topic of that meeting
    note: str


def of(session: Session, meeting_id: UUID) -> list[ConclusionRow]:
    """What was concluded from a meeting's feedback, in the order written."""
    return _rows(session, _query().where(Conclusion.meeting_id == meeting_id))


def every(session: Session, community_id: UUID) -> list[ConclusionRow]:
    """All conclusions, oldest meeting first."""
    return _rows(session, _query().where(Conclusion.community_id == community_id))


def waiting(session: Session, community_id: UUID) -> list[ConclusionRow]:
    """Conclusions not acted on yet, or in part."""
    return [row for row in every(session, community_id) if row.acted in WAITING]


def add(
    session: Session, community_id: UUID, values: Mapping[str, Any], meeting_id: UUID | None = None
) -> UUID:
    """Write a conclusion down; raises UserError when it has no words."""
    clean = cleaned(FIELDS, {"text": "", **values})
    place = behind(session, Conclusion.position, Conclusion.community_id == community_id)
    row = Conclusion(community_id=community_id, meeting_id=meeting_id, position=place, **clean)
    session.add(row)
    session.flush()
    return row.id


def change(session: Session, conclusion_id: UUID, values: Mapping[str, Any]) -> None:
    """Set fields of a conclusion; what was not acted on names no meeting."""
    for row in apply(session, Conclusion, [conclusion_id], FIELDS, values):
        if row.acted in {Acted.NOT_YET, Acted.NO}:
            row.acted_in_id = None


def remove(session: Session, conclusion_id: UUID) -> None:
    """Delete a conclusion."""
    session.delete(session.get_one(Conclusion, conclusion_id))


_ACTED_IN = aliased(Meeting)


def _query() -> Select[*tuple[Any, ...]]:
    return (
        select(Conclusion, Meeting.topic, Meeting.starts_at, _ACTED_IN.topic)
        .outerjoin(Meeting, Conclusion.meeting_id == Meeting.id)
        .outerjoin(_ACTED_IN, Conclusion.acted_in_id == _ACTED_IN.id)
        .order_by(Meeting.starts_at.asc().nulls_last(), Conclusion.position)
    )


def _rows(session: Session, query: Select[*tuple[Any, ...]]) -> list[ConclusionRow]:
    return [
        ConclusionRow(
            it.id, it.text, it.meeting_id, topic or "", starts_at.date() if starts_at else None,
            it.acted, it.acted_in_id, acted_in or "", it.note,
        )
        for it, topic, starts_at, acted_in in session.execute(query)
    ]  # fmt: skip
