"""What the community's data tells each role: the prompts of the method, with what stands behind.

A prompt with nothing to tell is silent. Their words are content, by role and key.
"""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.models.vocabulary import Role
from cop_desktop.services.looking import once

from . import inside, outside
from .prompt import At, Item, Prompt, Value

__all__ = ["LOOKS", "At", "Item", "Prompt", "Value", "of", "of_role"]

LOOKS: Mapping[tuple[Role, str], Callable[[At], Prompt | None]] = {
    (Role.AGENDA, "topics_waiting"): inside.topics_waiting,
    (Role.AGENDA, "needs_unanswered"): inside.needs_unanswered,
    (Role.COMMUNITY, "not_heard"): inside.not_heard,
    (Role.COMMUNITY, "newcomers"): inside.newcomers,
    (Role.REPORTERS, "not_documented"): inside.not_documented,
    (Role.REPORTERS, "digest_due"): inside.digest_due,
    (Role.CRITICAL, "conclusions_open"): inside.conclusions_open,
    (Role.CRITICAL, "lowest_rating"): inside.lowest_rating,
    (Role.VALUE, "seeds_waiting"): outside.seeds_waiting,
    (Role.VALUE, "products_in_use"): outside.products_in_use,
    (Role.EXTERNAL, "products_ripe"): outside.products_ripe,
    (Role.EXTERNAL, "audience_waiting"): outside.audience_waiting,
    (Role.BROKERS, "stakeholders_not_met"): outside.stakeholders_not_met,
    (Role.BROKERS, "consents_missing"): outside.consents_missing,
}


@once
def of(session: Session, community_id: UUID, today: date) -> Mapping[Role, tuple[Prompt, ...]]:
    """What each role is told today, in the order of the method."""
    return {role: of_role(session, community_id, today, role) for role in shapes.prompts()}


def of_role(session: Session, community_id: UUID, today: date, role: Role) -> tuple[Prompt, ...]:
    """What one role is told today."""
    at = At(session, community_id, today)
    return tuple(told for key in shapes.prompts()[role] if (told := LOOKS[role, key](at)))
