"""Value stories: what happened, what somebody took from it, what they did, what changed."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Member, Product, Topic, ValueStory

from .editing import Fields, apply, cleaned, day, link_to, needed, prose
from .people import full_name

PARTS = ("happened", "got", "did", "changed")  # in the order told
FIELDS: Fields = {
    "title": needed(N_("A story needs a title, so that it can be found again.")),
    "noted_on": day,
    "teller_id": link_to(Member),
    **dict.fromkeys(PARTS, prose),
    "may_leave": bool,
    "topic_id": link_to(Topic),
    "product_id": link_to(Product),
}


@frozen
class StoryRow:
    """A story, or a seed of one while nobody told what changed."""

    id: UUID
    title: str
    noted_on: date
    teller_id: UUID | None
    teller: str
    happened: str
    got: str
    did: str
    changed: str
    may_leave: bool
    topic_id: UUID | None
    topic: str
    product_id: UUID | None
    product: str

    @property
    def seed(self) -> bool:
        return not self.changed

    @property
    def told(self) -> int:
        """How many of its four parts have words."""
        return sum(bool(getattr(self, part)) for part in PARTS)


def every(session: Session, community_id: UUID) -> tuple[StoryRow, ...]:
    """Seeds first, the one that waits longest at the top; then the stories, newest first."""
    found = session.execute(
        select(ValueStory, Member.given_name, Member.family_name, Topic.title, Product.title)
        .outerjoin(Member, ValueStory.teller_id == Member.id)
        .outerjoin(Topic, ValueStory.topic_id == Topic.id)
        .outerjoin(Product, ValueStory.product_id == Product.id)
        .where(ValueStory.community_id == community_id)
        .order_by(ValueStory.noted_on, ValueStory.title)
    )
    rows = [
        StoryRow(
            it.id, it.title, it.noted_on, it.teller_id, full_name(given, family), it.happened,
            it.got, it.did, it.changed, it.may_leave, it.topic_id, topic or "",
            it.product_id, product or "",
        )
        for it, given, family, topic, product in found
    ]  # fmt: skip
    told = reversed([row for row in rows if not row.seed])
    return (*(row for row in rows if row.seed), *told)


def seeds(session: Session, community_id: UUID) -> tuple[StoryRow, ...]:
    """Stories that wait for what changed, the oldest first."""
    return tuple(row for row in every(session, community_id) if row.seed)


def add(session: Session, community_id: UUID, values: Mapping[str, Any], today: date) -> UUID:
    """Note a story or a seed of one; raises UserError without a title."""
    clean = cleaned(FIELDS, {"title": "", **values})
    clean["noted_on"] = clean.get("noted_on") or today
    story = ValueStory(community_id=community_id, **clean)
    session.add(story)
    session.flush()
    return story.id


def change(session: Session, story_id: UUID, values: Mapping[str, Any]) -> None:
    """Set fields of a story; raises UserError when no title would be left."""
    kept = {name: it for name, it in values.items() if name != "noted_on" or it}
    apply(session, ValueStory, [story_id], FIELDS, kept)


def remove(session: Session, story_id: UUID) -> None:
    """Delete a story."""
    session.delete(session.get_one(ValueStory, story_id))
