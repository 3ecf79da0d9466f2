"""Needs: what members and their organisations lack, and which topics answer it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Meeting, Member, Need, NeedsPause, Organisation, Topic, TopicNeed
from cop_desktop.models.method import Side
from cop_desktop.models.thread_words import NeedSource, NeedState, TopicState

from .editing import Fields, apply, cleaned, day, line, link_to, needed, not_ahead, whole, word
from .people import full_name

FIELDS: Fields = {
    "text": needed(N_("Describe the need: what is missing, and for whom?")),
    "noted_on": day,
    "side": word(Side),
    "source": word(NeedSource),
    "weight": whole(1, 3),
    "member_id": link_to(Member),
    "organisation_id": link_to(Organisation),
    "meeting_id": link_to(Meeting),
}
MAPPING = frozenset({NeedSource.SURVEY, NeedSource.INTERVIEW})  # asked for, not overheard


@frozen
class Answering:
    """A topic that answers a need."""

    topic_id: UUID
    title: str
    state: TopicState


@frozen
class NeedRow:
    """A need, whence it is known, and what answers it."""

    id: UUID
    text: str
    noted_on: date
    side: Side
    source: NeedSource
    weight: int  # 1 to 3
    state: NeedState
    closed_on: date | None
    member_id: UUID | None
    who: str  # for the leader alone
    organisation_id: UUID | None
    organisation: str
    meeting_id: UUID | None
    meeting: str  # its topic
    topics: tuple[Answering, ...]

    @property
    def open(self) -> bool:
        return self.state == NeedState.OPEN

    @property
    def unanswered(self) -> bool:
        """Still felt, and no topic takes it up."""
        return self.open and not self.topics


def every(session: Session, community_id: UUID) -> tuple[NeedRow, ...]:
    """All needs: those still felt first, the heaviest and the oldest of them before the others."""
    found = session.execute(
        select(Need, Member.given_name, Member.family_name, Organisation.name, Meeting.topic)
        .outerjoin(Member, Need.member_id == Member.id)
        .outerjoin(Organisation, Need.organisation_id == Organisation.id)
        .outerjoin(Meeting, Need.meeting_id == Meeting.id)
        .where(Need.community_id == community_id)
        .order_by(Need.weight.desc(), Need.noted_on, Need.text)
    ).all()
    topics = _topics(session, community_id)
    rows = [
        NeedRow(
            it.id, it.text, it.noted_on, it.side, it.source, it.weight, it.state, it.closed_on,
            it.member_id, full_name(given, family), it.organisation_id, organisation or "",
            it.meeting_id, meeting or "", tuple(topics.get(it.id, ())),
        )
        for it, given, family, organisation, meeting in found
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: not row.open))


def unanswered(session: Session, community_id: UUID) -> tuple[NeedRow, ...]:
    """Needs still felt that no topic takes up, the heaviest first."""
    return tuple(row for row in every(session, community_id) if row.unanswered)


def last_mapped(session: Session, community_id: UUID) -> date | None:
    """The last day on which needs were asked for: by a pause, a survey or an interview."""
    closed = select(func.max(NeedsPause.closed_on)).where(NeedsPause.community_id == community_id)
    asked = select(func.max(Need.noted_on)).where(
        Need.community_id == community_id, Need.source.in_(MAPPING)
    )
    days = [session.scalar(closed), session.scalar(asked)]
    return max((on for on in days if on), default=None)


def add(session: Session, community_id: UUID, values: Mapping[str, Any], today: date) -> UUID:
    """Note a need; raises UserError when it has no words."""
    clean = cleaned(FIELDS, {"text": "", **values})
    clean["noted_on"] = clean.get("noted_on") or today
    not_ahead(clean["noted_on"], today)
    need = Need(community_id=community_id, **clean)
    session.add(need)
    session.flush()
    return need.id


def add_several(
    session: Session,
    community_id: UUID,
    texts: Iterable[str],
    values: Mapping[str, Any],
    today: date,
) -> list[UUID]:
    """Note a need for each line that has words; those already felt are not written twice."""
    felt = select(Need.text).where(Need.community_id == community_id, Need.state == NeedState.OPEN)
    known = {text.casefold() for text in session.scalars(felt)}
    added = []
    for text in filter(None, map(line, texts)):
        if text.casefold() not in known:
            known.add(text.casefold())
            added.append(add(session, community_id, {**values, "text": text}, today))
    return added


def change(session: Session, need_id: UUID, values: Mapping[str, Any], today: date) -> None:
    """Set fields of a need; raises UserError when no words would be left, or a day is ahead."""
    kept = {name: value for name, value in values.items() if not _unset(name, value)}
    for need in apply(session, Need, [need_id], FIELDS, kept):
        not_ahead(need.noted_on if "noted_on" in kept else None, today)


def close(session: Session, need_id: UUID, state: NeedState, today: date) -> None:
    """The need is felt no more: it was answered, or it faded."""
    need = session.get_one(Need, need_id)
    need.state = NeedState(state)
    need.closed_on = None if need.state == NeedState.OPEN else today


def reopen(session: Session, need_id: UUID) -> None:
    """The need is felt again."""
    need = session.get_one(Need, need_id)
    need.state, need.closed_on = NeedState.OPEN, None


def remove(session: Session, need_id: UUID) -> None:
    """Delete a need; topics that answered it stay."""
    session.delete(session.get_one(Need, need_id))


def _unset(name: str, value: object) -> bool:
    """A day of noting and a weight are always there; nothing chosen leaves them as they are."""
    return name in {"noted_on", "weight"} and value in (None, "")


def _topics(session: Session, community_id: UUID) -> dict[UUID, list[Answering]]:
    found = session.execute(
        select(TopicNeed.need_id, Topic.id, Topic.title, Topic.state)
        .join(Topic, TopicNeed.topic_id == Topic.id)
        .where(Topic.community_id == community_id)
        .order_by(Topic.opened_on, Topic.title)
    )
    topics: dict[UUID, list[Answering]] = {}
    for need, topic, title, state in found:
        topics.setdefault(need, []).append(Answering(topic, title, state))
    return topics
