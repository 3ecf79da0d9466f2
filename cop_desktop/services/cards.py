"""What a coordinator writes about a community: its programme, tags, a note, whether it sends.

A community that is waited for has a card before anything of it has come, under a key of its own;
once a package brings the same name, the two cards become one (`settle`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import CollatedCard
from cop_desktop.models.collated import collated

from .editing import Fields, line, needed, prose
from .search import fold

CHANGED = N_(
    "Somebody else changed this in the meantime. They wrote: {theirs}. You wrote: {mine}. "
    "Look at it again, and write what should stand."
)
NAMELESS = N_("Write the name of the community; without a name it cannot be told apart.")
KNOWN = N_("{name} is already among the communities. Look for it in the overview.")
HAS_SENT = N_(
    "{name} has sent packages, so it stays. If no more will come, clear the tick at “Expected to "
    "send packages”."
)
FIELDS: Fields = {
    "name": needed(NAMELESS),
    "programme": line,
    "tags": line,
    "note": prose,
    "expected": bool,
}


@frozen
class CardRow:
    """A card; a community of which nothing was written yet has an empty one."""

    community_id: str
    name: str = ""  # as long as nothing has come
    programme: str = ""
    tags: str = ""
    note: str = ""
    expected: bool = True
    keys: str = ""  # of senders, found right: an era a line


def one(session: Session, community_id: str) -> CardRow:
    """The card of a community."""
    found = session.execute(_QUERY.where(CollatedCard.community_id == community_id)).first()
    return CardRow(*found) if found else CardRow(community_id)


def every(session: Session) -> tuple[CardRow, ...]:
    """All that were written, by name."""
    rows = session.execute(_QUERY.order_by(CollatedCard.name, CollatedCard.community_id))
    return tuple(CardRow(*row) for row in rows)


def change(
    session: Session, community_id: str, wanted: Mapping[str, Any], seen: Mapping[str, Any]
) -> None:
    """Write fields of a card. `seen` is what stood in each when the person began to write; where
    somebody else has written in the meantime, UserError tells both values and nothing changes.
    """
    _lay(session, community_id)
    for name, value in wanted.items():
        clean = FIELDS[name](value)
        if not _swap(session, community_id, name, FIELDS[name](seen[name]), clean):
            theirs = getattr(one(session, community_id), name)
            if theirs != clean:
                raise UserError(CHANGED, theirs=theirs, mine=clean)


def expect(session: Session, community_id: str, name: str, programme: str = "") -> None:
    """A community whose key is known is to send, though nothing of it has come."""
    _lay(session, community_id)
    values = {"name": line(name), "programme": line(programme), "expected": True}
    _write(session, community_id, values)


def add(session: Session, name: str, programme: str = "", tags: str = "") -> str:
    """Wait for a community of which only the name is known; answers the key of its card."""
    if fold(FIELDS["name"](name)) in _names(session):
        raise UserError(KNOWN, name=line(name))
    key = str(uuid4())
    expect(session, key, name, programme)
    if tags:
        _write(session, key, {"tags": line(tags)})
    return key


def add_many(session: Session, rows: Iterable[Sequence[str]]) -> int:
    """Wait for communities of a list, a name and a programme each; those known stay as they are.

    Answers how many were added.
    """
    known, added = _names(session), 0
    for name, programme, *_ in ((*row, "", "") for row in rows):
        if (key := fold(line(name))) and key not in known:
            known.add(key)
            expect(session, str(uuid4()), name, programme)
            added += 1
    return added


def remove(session: Session, community_id: str) -> None:
    """Wait for it no longer, and forget what was written; one that has sent stays."""
    if name := _sent(session).get(community_id):
        raise UserError(HAS_SENT, name=name)
    session.execute(delete(CollatedCard).where(CollatedCard.community_id == community_id))


def settle(session: Session) -> dict[str, str]:
    """Communities that were waited for and have sent now: one card each, under the key they sent.

    They are the same where their names are, and where no two others share the name. What the
    coordinator wrote of both stays. Answers the key of the package by the key of the lone card.
    """
    sent = _sent(session)
    homes: dict[str, list[str]] = {}
    for community, name in sent.items():
        homes.setdefault(fold(name), []).append(community)
    joined: dict[str, str] = {}
    for card in every(session):
        there = homes.get(fold(card.name), [])
        if card.name and card.community_id not in sent and len(there) == 1:
            _join(session, card, one(session, there[0]))
            joined[card.community_id] = there[0]
    return joined


def set_keys(session: Session, community_id: str, keys: str) -> None:
    """Remember the keys found right."""
    _lay(session, community_id)
    _write(session, community_id, {"keys": keys})


_QUERY = select(
    CollatedCard.community_id, CollatedCard.name, CollatedCard.programme, CollatedCard.tags,
    CollatedCard.note, CollatedCard.expected, CollatedCard.keys,
)  # fmt: skip


def _join(session: Session, card: CardRow, into: CardRow) -> None:
    """What stands in the one goes over to the other, in whose own words nothing is lost."""
    _lay(session, into.community_id)
    tags = dict.fromkeys(
        tag for it in (into, card) for part in it.tags.split(",") if (tag := part.strip())
    )
    notes = dict.fromkeys(line for it in (into, card) for line in it.note.splitlines())
    both = replace(
        into, programme=into.programme or card.programme, tags=", ".join(tags),
        note="\n".join(notes), expected=into.expected and card.expected,
    )  # fmt: skip
    _write(session, into.community_id, asdict(both))
    session.execute(delete(CollatedCard).where(CollatedCard.community_id == card.community_id))


def _sent(session: Session) -> dict[str, str]:
    """The names of the communities whose packages are here, by key."""
    its = collated["community"].c
    return {row.id: row.name for row in session.execute(select(its.id, its.name))}


def _names(session: Session) -> set[str]:
    waited = session.scalars(select(CollatedCard.name))
    return {fold(it) for it in (*waited, *_sent(session).values()) if it}


def _lay(session: Session, community_id: str) -> None:
    """An empty card where there is none; somebody else may lay it at the same moment."""
    if session.connection().dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert  # only where there is a server
    else:
        from sqlalchemy.dialects.sqlite import insert  # type: ignore[assignment]
    values = {"id": uuid4(), **asdict(CardRow(community_id))}
    session.execute(insert(CollatedCard).values(values).on_conflict_do_nothing())


def _swap(session: Session, community_id: str, name: str, old: Any, new: Any) -> bool:
    """Compare and write in one statement: the database lets only one of two come first."""
    column = CollatedCard.__table__.c[name]
    found = session.execute(
        update(CollatedCard)
        .where(CollatedCard.community_id == community_id, column == old)
        .values({name: new})
        .execution_options(synchronize_session=False)
    )
    return bool(found.rowcount)  # type: ignore[attr-defined]


def _write(session: Session, community_id: str, values: Mapping[str, Any]) -> None:
    session.execute(
        update(CollatedCard)
        .where(CollatedCard.community_id == community_id)
        .values(values)
        .execution_options(synchronize_session=False)
    )
