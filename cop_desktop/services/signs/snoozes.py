"""Signs put to rest for a reason, until a day on which they speak again by themselves."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import SignSnooze
from cop_desktop.services.editing import day, line
from cop_desktop.services.looking import once


@frozen
class SnoozeRow:
    """A rest of a sign: from a day until the first day on which it spoke, or speaks, again."""

    id: UUID
    sign: str
    since: date
    until: date
    reason: str
    woken: date | None  # when it was woken before its time

    @property
    def end(self) -> date:
        return min(self.woken or self.until, self.until)

    def rests(self, on: date) -> bool:
        return self.since <= on < self.end


@once
def every(session: Session, community_id: UUID) -> tuple[SnoozeRow, ...]:
    """All rests there ever were, the latest first."""
    found = session.scalars(
        select(SignSnooze)
        .where(SignSnooze.community_id == community_id)
        .order_by(SignSnooze.since.desc(), SignSnooze.until.desc())
    )
    return tuple(
        SnoozeRow(it.id, it.sign, it.since, it.until, it.reason, it.woken_on) for it in found
    )


def asleep(session: Session, community_id: UUID, today: date) -> Mapping[str, SnoozeRow]:
    """The signs that rest today, by key."""
    return {it.sign: it for it in every(session, community_id) if it.rests(today)}


def rest(
    session: Session, community_id: UUID, sign: str, until: date | None, reason: str, today: date
) -> UUID:
    """Put a sign to rest until a day; a rest that runs gives way to the new one.

    Raises UserError without a reason, or for a day that is not ahead.
    """
    if sign not in shapes.signs():
        raise UserError(N_("There is no warning sign {name}."), name=sign)
    ends = day(until)
    if ends is None or ends <= today:
        raise UserError(N_("Choose a day ahead, on which the sign may speak again."))
    if not line(reason):
        raise UserError(N_("Write in a few words why the sign may rest. You will be glad later."))
    wake(session, community_id, sign, today)
    row = SignSnooze(
        community_id=community_id, sign=sign, since=today, until=ends, reason=line(reason)
    )
    session.add(row)
    session.flush()
    return row.id


def wake(session: Session, community_id: UUID, sign: str, today: date) -> None:
    """Let a sign speak again at once; a rest that began today is forgotten."""
    running = select(SignSnooze).where(
        SignSnooze.community_id == community_id, SignSnooze.sign == sign,
        SignSnooze.until > today, SignSnooze.woken_on.is_(None),
    )  # fmt: skip
    for row in session.scalars(running).all():
        if row.since >= today:
            session.delete(row)
        else:
            row.woken_on = today
    session.flush()
