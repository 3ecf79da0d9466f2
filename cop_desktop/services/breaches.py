"""Broken rules: a private log for the leader, to mend and not to blame. No paper ever reads it."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import RuleBreach
from cop_desktop.models.method import Norm

from .editing import Fields, apply, cleaned, day, prose, word

NO_WORDS = N_("A few words are needed: what happened?")
BEFORE = N_("It cannot be settled before it happened. Check the two dates.")
NO_DAY = N_("The day on which it happened is needed.")


def _happened(value: object) -> str:
    if text := prose(value):
        return text
    raise UserError(NO_WORDS)


def _day(value: object) -> date:
    if found := day(value):
        return found
    raise UserError(NO_DAY)


FIELDS: Fields = {
    "noted_on": _day,
    "text": _happened,
    "norm": word(Norm, optional=True),
    "agreed": prose,
    "settled_on": day,
}


@frozen
class BreachRow:
    """Something that happened, and how it was mended."""

    id: UUID
    noted_on: date
    text: str
    norm: Norm | None
    agreed: str
    settled_on: date | None


def every(session: Session, community_id: UUID) -> tuple[BreachRow, ...]:
    """The whole log: what is not settled first, then the newest."""
    found = session.scalars(
        select(RuleBreach)
        .where(RuleBreach.community_id == community_id)
        .order_by(
            RuleBreach.settled_on.is_not(None), RuleBreach.noted_on.desc(), RuleBreach.id.desc()
        )
    )
    return tuple(
        BreachRow(it.id, it.noted_on, it.text, it.norm, it.agreed, it.settled_on) for it in found
    )


def add(session: Session, community_id: UUID, values: Mapping[str, Any]) -> UUID:
    """Note what happened; raises UserError without words or a day."""
    clean = cleaned(FIELDS, {"text": "", "noted_on": None, **values})
    it = RuleBreach(community_id=community_id, **clean)
    session.add(it)
    session.flush()
    return it.id


def change(session: Session, breach_id: UUID, values: Mapping[str, Any]) -> None:
    """Set fields of an entry."""
    for it in apply(session, RuleBreach, [breach_id], FIELDS, values):
        if it.settled_on and it.settled_on < it.noted_on:
            raise UserError(BEFORE)


def settle(session: Session, breach_id: UUID, on: date | None, agreed: str | None = None) -> None:
    """It was mended on a day, or (without one) is open again; `agreed` says how."""
    told = {} if agreed is None else {"agreed": agreed}
    change(session, breach_id, {"settled_on": on, **told})


def remove(session: Session, breach_id: UUID) -> None:
    """Forget an entry."""
    session.delete(session.get_one(RuleBreach, breach_id))
