"""What a coordinator writes about a community: its programme, tags, a note, whether it sends."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import CollatedCard

from .editing import Fields, line, prose

CHANGED = N_(
    "Somebody else changed this in the meantime. They wrote: {theirs}. You wrote: {mine}. "
    "Look at it again, and write what should stand."
)
FIELDS: Fields = {"name": line, "programme": line, "tags": line, "note": prose, "expected": bool}


@dataclass(frozen=True, slots=True)
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
    """A community is to send, though nothing of it has come."""
    _lay(session, community_id)
    values = {"name": line(name), "programme": line(programme), "expected": True}
    _write(session, community_id, values)


def set_keys(session: Session, community_id: str, keys: str) -> None:
    """Remember the keys found right."""
    _lay(session, community_id)
    _write(session, community_id, {"keys": keys})


_QUERY = select(
    CollatedCard.community_id, CollatedCard.name, CollatedCard.programme, CollatedCard.tags,
    CollatedCard.note, CollatedCard.expected, CollatedCard.keys,
)  # fmt: skip


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
