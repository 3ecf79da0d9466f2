"""What the page shows of members, read in one look each; frozen rows, no session kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import Persona, Presence
from cop_desktop.services import (
    attendance,
    communities,
    member_details,
    members,
    organisations,
    participation,
)
from cop_desktop.services.member_details import MemberDetail
from cop_desktop.services.members import Filter, MemberRow
from cop_desktop.services.participation import Facts

MEETINGS = 5  # shown as dots


@frozen
class ListLine:
    """A row of the list: the member, the last meetings (oldest first), the circle."""

    row: MemberRow
    marks: tuple[Presence | None, ...]
    circle: Persona | None  # decided, else suggested; None while new

    @property
    def id(self) -> str:
        """As `members.find` names it."""
        return self.row.id.hex


@frozen
class OneMember:
    """Everything the detail shows."""

    detail: MemberDetail
    facts: Facts
    marks: tuple[Presence | None, ...]

    @property
    def row(self) -> MemberRow:
        return self.detail.row


def lines(
    session: Session, community_id: UUID, keys: Sequence[str | UUID], today: date
) -> list[ListLine]:
    """The rows of one page of the list, in a fixed number of queries."""
    rows = members.rows(session, keys, today)
    ids = [row.id for row in rows]
    marks = attendance.recent(session, ids, today, MEETINGS)
    facts = participation.facts(session, community_id, today, ids)
    return [
        ListLine(row, marks.get(row.id, ()), row.persona or facts[row.id].suggested) for row in rows
    ]


def find(
    session: Session,
    community_id: UUID,
    today: date,
    wanted: Filter,
    order: str = "name",
    descending: bool = False,
) -> list[str]:
    """As `members.find`, with circles as they are shown: decided where decided, else suggested."""
    everybody = replace(wanted, persona=None)
    keys = members.find(session, community_id, today, everybody, order, descending)
    if wanted.persona is None:
        return keys
    decided = {
        key: persona
        for persona in Persona
        for key in members.find(session, community_id, today, replace(wanted, persona=persona))
    }
    facts = participation.facts(session, community_id, today)
    suggested = {it.member_id.hex: it.suggested for it in facts.values()}
    return [key for key in keys if decided.get(key, suggested.get(key)) == wanted.persona]


def one(session: Session, community_id: UUID, member_id: UUID, today: date) -> OneMember | None:
    """A member's detail, or nothing when the member is gone."""
    found = member_details.of(session, [member_id], today)
    if not found:
        return None
    marks = attendance.recent(session, [member_id], today, MEETINGS)[member_id]
    facts = participation.facts(session, community_id, today, [member_id])[member_id]
    return OneMember(found[0], facts, marks)


def counted(session: Session, community_id: UUID, today: date) -> tuple[int, int]:
    """How many take part today, and from how many organisations."""
    there = communities.one(session, community_id, today).members
    return there, organisations.represented(session, community_id, today)
