"""What would leave for readers outside, what of it is held back, and how far it came.

Nothing leaves from here: `export/leaving.py` writes the file. Nothing is ever deleted at a step.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.frozen import frozen
from cop_desktop.models import Decision, Meeting, Member, Need, Product
from cop_desktop.models.package_form import Table, tables_at
from cop_desktop.models.package_words import ExportStep
from cop_desktop.models.vocabulary import Share

from . import exports, naming, signs
from .exports import Entry
from .packages import descriptor
from .packages.descriptor import Contents
from .packages.gathering import Asked, gathered
from .packages.incoming import Row

LEVELS = descriptor.LEVELS
PRIVATE_SIGNS = frozenset({"breaches_open"})  # made of what the leader keeps for herself
ALWAYS_COUNTED = {"survey": ("answers", "agree")}  # without a number only where too few answered

Place = tuple[str, int, str]  # table, place of the row, field


@frozen
class Look:
    """Everything that would leave, and what is missing from it."""

    contents: Contents
    hidden: frozenset[Place]  # cells without their number: it counts fewer than five people
    staying: Mapping[str, int]  # kinds of rows that do not leave, those of which there are any
    named: frozenset[Place] = frozenset()  # words that hold a member's whole name, number, address


def look(session: Session, asked: Asked) -> Look:
    """Read what would leave now, with what is held back of it."""
    contents = gathered(session, asked)
    hidden = _unanswered(contents)
    if not asked.open:
        whole = gathered(session, replace(asked, level=Share.ORGANISATIONS))
        hidden |= _missing(contents, whole)
    named = _named(session, asked, contents)
    return Look(contents, hidden, _staying(session, asked, contents), named)


def signs_offered(session: Session, asked: Asked) -> tuple[signs.Light, ...]:
    """The lit signs that may be shared if the leader so chooses; none leaves by itself."""
    lit = signs.lit(session, asked.community_id, asked.today)
    return tuple(it for it in lit if it.key not in PRIVATE_SIGNS)


def sharing(session: Session, asked: Asked, chosen: Iterable[str]) -> Asked:
    """The same question with some of the lit signs; others are passed over."""
    wanted = frozenset(chosen)
    lit = {it.key: it.since for it in signs_offered(session, asked) if it.key in wanted}
    return replace(asked, signs={key: lit[key] for key in shapes.signs() if key in lit})


def hand_over(session: Session, community_id: UUID, package: str, now: datetime) -> Entry:
    """Note that a package was given to whoever collects them."""
    return _step(session, community_id, package, ExportStep.HANDED_OVER, now)


def see_receipt(session: Session, community_id: UUID, package: str, now: datetime) -> Entry:
    """Note that its receipt came back."""
    return _step(session, community_id, package, ExportStep.RECEIPT_SEEN, now)


def _step(
    session: Session, community_id: UUID, package: str, step: ExportStep, now: datetime
) -> Entry:
    found = {it.package: it.level for it in exports.sent(session, community_id)}
    level = found.get(package, Share.MINISTRY)  # `add` refuses what never left
    return exports.add(session, community_id, step, level, package, {}, now)


def _missing(contents: Contents, whole: Contents) -> frozenset[Place]:
    """The cells that are empty for these readers, and were not before small numbers went."""
    full = {table.name: _by_key(table, whole) for table in tables_at(Share.ORGANISATIONS)}
    found = set()
    for table in tables_at(contents.level):
        for place, row in enumerate(contents.rows[table.name]):
            values = _values(table, row)
            other = full[table.name].get(_key(table, values), {})
            found |= {
                (table.name, place, name) for name, cell in values.items()
                if cell is None and other.get(name) is not None
            }  # fmt: skip
    return frozenset(found)


def _named(session: Session, asked: Asked, contents: Contents) -> frozenset[Place]:
    """Where free words that leave name a member: nobody else can know that they do."""
    marks = (Member.given_name, Member.family_name, Member.mobile, Member.phone, Member.email)
    people = session.execute(select(*marks).where(Member.community_id == asked.community_id))
    names = naming.whole([tuple(it) for it in people])
    return frozenset(
        (table.name, place, field.name)
        for table in tables_at(contents.level)
        for place, row in enumerate(contents.rows[table.name])
        for field, cell in zip(table.fields, row, strict=True)
        if isinstance(cell, str) and field.free and names.search(cell)
    )


def _unanswered(contents: Contents) -> frozenset[Place]:
    return frozenset(
        (table.name, place, name)
        for table in tables_at(contents.level)
        for place, row in enumerate(contents.rows[table.name])
        for name in ALWAYS_COUNTED.get(table.name, ())
        if _values(table, row)[name] is None
    )


def _values(table: Table, row: Row) -> dict[str, object]:
    return dict(zip([field.name for field in table.fields], row, strict=True))


def _key(table: Table, values: Mapping[str, object]) -> tuple[object, ...]:
    return tuple(values[name] for name in table.key)


def _by_key(table: Table, contents: Contents) -> dict[tuple[object, ...], dict[str, object]]:
    rows = (_values(table, row) for row in contents.rows[table.name])
    return {_key(table, values): values for values in rows}


def _staying(session: Session, asked: Asked, contents: Contents) -> Mapping[str, int]:
    found = {kind: count(session, asked.community_id) for kind, count in _STAYING.items()}
    found["products"] -= len(contents.rows["product"])
    return {kind: n for kind, n in found.items() if n}


def _of_community(model: type[Member] | type[Need] | type[Product]) -> Callable[..., int]:
    def count(session: Session, community_id: UUID) -> int:
        query = select(func.count(model.id)).where(model.community_id == community_id)
        return session.scalar(query) or 0

    return count


def _decisions(session: Session, community_id: UUID) -> int:
    query = select(func.count(Decision.id)).join(Meeting, Decision.meeting_id == Meeting.id)
    return session.scalar(query.where(Meeting.community_id == community_id)) or 0


_STAYING: Mapping[str, Callable[[Session, UUID], int]] = {
    "names": _of_community(Member),
    "decisions": _decisions,
    "needs": _of_community(Need),
    "products": _of_community(Product),
}
