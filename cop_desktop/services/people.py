"""What members are called, and who takes part: said once for every service."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, String, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from cop_desktop.models import Member, Organisation

from .batches import batches

NEW = timedelta(days=120)  # after joining; too early for many a question


def full_name(given: str | None, family: str | None) -> str:
    """Given name and family name; either may be missing, as both are where nobody is named."""
    return f"{given or ''} {family or ''}".strip()


def takes_part(on: date) -> ColumnElement[bool]:
    """The condition that a member has not left; `left` is the first day without them."""
    return or_(Member.left.is_(None), Member.left > on)


def all_of(community_id: UUID) -> ColumnElement[bool]:
    """The condition that a member is of a community, for questions about all of them at once.

    SQLite answers it from one end of the table to the other. Through the index, which lies in the
    order of names, it would jump to another page for each of them: five times as slow.
    """
    return func.coalesce(Member.community_id, Member.community_id) == community_id


def names(session: Session, ids: Iterable[UUID]) -> dict[UUID, str]:
    """The full names of those members; a key that is gone is left out."""
    query = select(Member.id, Member.given_name, Member.family_name)
    return {
        key: full_name(given, family)
        for some in batches(list(ids))
        for key, given, family in session.execute(query.where(Member.id.in_(some)))
    }


def told_apart(session: Session, community_id: UUID, today: date) -> dict[str, UUID]:
    """The keys of all who take part today by what they are called, sorted; no two are called alike.

    Namesakes bear their organisation, then what they do or their e-mail, at last a number.
    """
    query = (
        select(type_coerce(Member.id, String), Member.given_name, Member.family_name)
        .where(Member.community_id == community_id, takes_part(today))
        .order_by(Member.sort_key)
    )
    # by the connection, and only what a name is made of: there may be a hundred thousand
    found = session.connection().execute(query)
    called = {key: full_name(given, family) for key, given, family in found}
    for key, more in _more(session, _shared(called)).items():
        called[key] = f"{called[key]}{more}"
    shared: Counter[str] = Counter()
    for key in _shared(called):
        shared[called[key]] += 1
        called[key] = f"{called[key]} ({shared[called[key]]})"
    return {name: UUID(key) for key, name in called.items()}


def _shared(called: dict[str, str]) -> list[str]:
    """The keys of those whose name another bears, too."""
    often = Counter(called.values())
    return [key for key, name in called.items() if often[name] > 1]


def _more(session: Session, keys: list[str]) -> dict[str, str]:
    """What tells namesakes apart: ` · organisation`, and ` · job` where that does not."""
    query = select(
        type_coerce(Member.id, String), Member.given_name, Member.family_name,
        Organisation.name, Member.job_title, Member.email,
    ).outerjoin(Organisation)  # fmt: skip
    rows = [
        row
        for some in batches([UUID(key) for key in keys])
        for row in session.execute(query.where(Member.id.in_(some)))
    ]
    often = Counter((full_name(given, family), home) for _, given, family, home, _, _ in rows)
    told = {}
    for key, given, family, home, job, email in rows:
        alike = often[full_name(given, family), home] > 1
        parts = (home, (job or email) if alike else "")
        told[key] = "".join(f" · {part}" for part in parts if part)
    return told
