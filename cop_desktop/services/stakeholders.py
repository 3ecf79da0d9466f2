"""People in the organisations who care what becomes of the community, and who keeps the tie."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Member, Organisation, Stakeholder

from .editing import Fields, apply, cleaned, day, line, link_to, needed, prose
from .looking import once
from .months import later as months_later
from .people import full_name

MONTHS = 6  # without a talk before a tie asks for one; our choice
FIELDS: Fields = {
    "name": needed(N_("A stakeholder needs a name, or at least a post.")),
    "title": line,
    "organisation_id": link_to(Organisation),
    "broker_id": link_to(Member),
    "aim": prose,
    "next_step": line,
    "met_on": day,
    "notes": prose,
}


@frozen
class StakeholderRow:
    """Somebody outside whose support counts. `notes` are the leader's own."""

    id: UUID
    name: str
    title: str
    organisation_id: UUID | None
    organisation: str
    broker_id: UUID | None
    broker: str
    aim: str  # of their organisation, that the community serves
    next_step: str
    met_on: date | None  # the last time
    notes: str

    def waits(self, today: date, months: int = MONTHS) -> bool:
        """Never met, or not for so many months."""
        return self.met_on is None or self.met_on <= months_later(today, -months)


@once
def every(session: Session, community_id: UUID) -> tuple[StakeholderRow, ...]:
    """All of them, by name."""
    found = session.execute(
        select(Stakeholder, Organisation.name, Member.given_name, Member.family_name)
        .outerjoin(Organisation, Stakeholder.organisation_id == Organisation.id)
        .outerjoin(Member, Stakeholder.broker_id == Member.id)
        .where(Stakeholder.community_id == community_id)
        .order_by(Stakeholder.name, Stakeholder.id)
    )
    return tuple(
        StakeholderRow(
            it.id, it.name, it.title, it.organisation_id, home or "", it.broker_id,
            full_name(given, family), it.aim, it.next_step, it.met_on, it.notes,
        )
        for it, home, given, family in found
    )  # fmt: skip


def not_met(
    session: Session, community_id: UUID, today: date, months: int = MONTHS
) -> tuple[StakeholderRow, ...]:
    """Whom nobody has met for so many months: those never met first, then the longest wait."""
    waiting = [row for row in every(session, community_id) if row.waits(today, months)]
    return tuple(sorted(waiting, key=lambda row: (row.met_on or date.min, row.name)))


def add(session: Session, community_id: UUID, values: Mapping[str, Any]) -> UUID:
    """A new stakeholder; raises UserError without a name."""
    row = Stakeholder(community_id=community_id, **cleaned(FIELDS, {"name": "", **values}))
    session.add(row)
    session.flush()
    return row.id


def change(session: Session, stakeholder_id: UUID, values: Mapping[str, Any]) -> None:
    """Set fields of a stakeholder; raises UserError when no name would be left."""
    apply(session, Stakeholder, [stakeholder_id], FIELDS, values)


def met(session: Session, stakeholder_id: UUID, on: date) -> None:
    """There was a talk on that day; an earlier one does not hide a later one."""
    row = session.get_one(Stakeholder, stakeholder_id)
    row.met_on = max(on, row.met_on or on)


def remove(session: Session, stakeholder_id: UUID) -> None:
    """Delete a stakeholder."""
    session.delete(session.get_one(Stakeholder, stakeholder_id))
