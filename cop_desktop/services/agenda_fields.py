"""What may be edited in a block of an agenda, and how long a new one lasts."""

from datetime import datetime, time
from typing import Any

from cop_desktop.i18n import N_
from cop_desktop.models import Member, Topic
from cop_desktop.models.vocabulary import BlockKind, Depth, LearningActivity, Role

from .editing import Fields, line, link_to, minutes, needed, prose, whole, word, words

LARGEST_GROUP = 500  # people


def hour(value: Any) -> time | None:
    """A time of day to the minute, or nothing."""
    if value in (None, ""):
        return None
    found = time.fromisoformat(value) if isinstance(value, str) else value
    found = found.time() if isinstance(found, datetime) else found
    return time(found.hour, found.minute)


FIELDS: Fields = {
    "title": needed(N_("A block needs a title.")),
    "minutes": minutes,
    "kind": word(BlockKind),
    "activity": word(LearningActivity, optional=True),
    "depth": word(Depth, optional=True),
    "roles": words(Role),
    "leader_id": link_to(Member),
    "guest": line,
    "purpose": prose,
    "method": prose,
    "materials": prose,
    "questions": prose,
    "outcome": line,
    "notes": prose,
    "pinned_at": hour,
    "group_size": whole(2, LARGEST_GROUP),
    "topic_id": link_to(Topic),
}
DEFAULT_MINUTES = {
    BlockKind.OPENING: 15,
    BlockKind.ROUND: 20,
    BlockKind.CASE: 40,
    BlockKind.CONTENT: 30,
    BlockKind.EXPERT: 30,
    BlockKind.DISCUSSION: 30,
    BlockKind.PRODUCTS: 25,
    BlockKind.BREAK: 10,
    BlockKind.BUFFER: 10,
}
