"""What contradicts after two files met stays told until a person decides."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.services.keys import refresh_keys

from .joining import Conflict, settle
from .memory import remember, remembered, waiting
from .registers import Deleted, Value
from .replica import ROW, Cell, Key, Replica, pick
from .rows import delete_rows, read_rows, sealed, tables, write_cell


def undecided(session: Session) -> tuple[Conflict, ...]:
    """The contradictions that nobody decided yet; what was written over since is decided."""
    replica = remembered(session)
    if replica is None:
        return ()
    return settle(sealed(replica, read_rows(session)), tables()).conflicts


def _kept(replica: Replica, key: Key) -> Replica:
    """The row stays, with all that had gone along with it."""
    replica = pick(replica, (*key, ROW), True)
    for other in replica.rows:
        links, needed = tables()[other[0]].links, tables()[other[0]].needed
        mine = any(links[it] == key[0] and replica.rows[other].get(it) == key[1] for it in needed)
        if mine and _deleted(replica, other):
            replica = _kept(replica, other)
    return replica


def _deleted(replica: Replica, key: Key) -> bool:
    return any(isinstance(it, Deleted) for it in replica.register((*key, ROW)).alive.values())


def decide(session: Session, cell: Cell, value: Value, at: datetime) -> None:
    """A person picks the value of a cell; of a row's own cell: True keeps it, False lets it go."""
    rows = read_rows(session)
    replica = sealed(remembered(session) or Replica(rows), rows)
    table, row, column = cell
    if column != ROW:
        write_cell(session, cell, value)
        replica = pick(replica, cell, value)
        if table == "member":
            refresh_keys(session, [UUID(row)])
            session.flush()
    elif value is True:
        replica = _kept(replica, (table, row))
    else:
        delete_rows(session, {(table, row)})
        replica = sealed(replica, read_rows(session))  # with all that went along
    remember(session, replica, at, [it for it in waiting(session) if it != cell])
