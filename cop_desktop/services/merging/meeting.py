"""Two files of one community meet: what each side wrote is brought together as one step.

`prepare` reads both and changes nothing; `bring_in` writes what came of it into the open file.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Community
from cop_desktop.services.keys import refresh_keys

from .forgotten import Names, erased_in, rows_without, undecided_without, without
from .joining import Conflict, join
from .memory import forget_memory, met_at, remember, remembered, waiting, without_erased
from .replica import Key, Replica, Rows
from .rows import numbered, read_rows, sealed, tables, write_rows

STRANGERS = N_(
    "This file holds no community that is in the open one, so there is nothing to bring together. "
    "Choose a copy of the same community."
)
CHANGED = N_(
    "The open file was changed since the other copy was read. Nothing was brought in. "
    "Bring them together once more."
)


@frozen
class Outcome:
    """What two files know together, before anything is written."""

    before: Rows  # of the open file
    replica: Replica  # of both
    conflicts: tuple[Conflict, ...]
    added: Mapping[str, int]  # rows by table that are new in the open file
    changed: Mapping[str, int]
    removed: Mapping[str, int]

    @property
    def erased(self) -> tuple[UUID, ...]:
        """Members of the open file who were erased in the other: to be erased here, too, first."""
        gone = (key for key in self.before if key[0] == "member")
        return tuple(UUID(row) for table, row in gone if self.replica.erased((table, row)))

    @property
    def nothing(self) -> bool:
        """Whether the open file stays as it is."""
        return not (self.added or self.changed or self.removed or self.conflicts)


def prepare(mine: Session, theirs: Session, instead: str = "…") -> Outcome:
    """Bring the knowledge of both files together; raises UserError for strangers.

    Whom the open file has forgotten stays so: `instead` stands where the other names them.
    """
    if not set(mine.scalars(select(Community.id))) & set(theirs.scalars(select(Community.id))):
        raise UserError(STRANGERS)
    ours, others = read_rows(mine), read_rows(theirs)
    one, other = _replicas(mine, ours, theirs, others, instead)
    joined = join(one, other, tables())
    after = numbered(joined.replica.rows)
    return Outcome(
        ours, Replica(after, joined.replica.registers), joined.conflicts,
        _tables(after.keys() - ours.keys()),
        _tables(key for key in after.keys() & ours.keys() if after[key] != ours[key]),
        _tables(ours.keys() - after.keys()),
    )  # fmt: skip


def bring_in(session: Session, outcome: Outcome, at: datetime) -> None:
    """Write what both know into the open file, and keep it as the base of the next meeting.

    Raises UserError when the open file is not what it was when `prepare` read it.
    """
    after = outcome.replica.rows
    if read_rows(session) != outcome.before:
        raise UserError(CHANGED)
    write_rows(session, outcome.before, after)
    remember(session, outcome.replica, at, [it.cell for it in outcome.conflicts])
    session.flush()
    touched = [key for key in after if outcome.before.get(key) != after[key]]
    refresh_keys(session, [UUID(row) for table, row in touched if table == "member"])


def share(session: Session, at: datetime) -> None:
    """Make the file ready to be copied to another laptop: both copies will know what they share."""
    rows = read_rows(session)
    base = remembered(session) or Replica(rows)
    replica = without_erased(session, sealed(base, rows))
    remember(session, replica, at, waiting(session))


def remember_now(session: Session, names: Names) -> None:
    """Bring what the file remembers up to what it holds, without whom was erased from it."""
    known = remembered(session)
    if known is None:
        forget_memory(session)  # damaged, it would still hold names
    else:
        sealed_now = sealed(undecided_without(known, names), read_rows(session))
        replica = without(without_erased(session, sealed_now), names)
        remember(session, replica, met_at(session), waiting(session))
        session.flush()


def _replicas(
    mine: Session, ours: Rows, theirs: Session, others: Rows, instead: str
) -> tuple[Replica, Replica]:
    """Both sides' knowledge; a file that never met another knows the rows that both have."""
    known, told = remembered(mine), remembered(theirs)
    common = ours.keys() & others.keys()
    one = without_erased(mine, sealed(known or Replica({it: ours[it] for it in common}), ours))
    told = told or Replica({it: others[it] for it in common})
    if names := erased_in(one, others, instead):
        told, others = without(told, names), rows_without(others, names)
    return one, without_erased(theirs, sealed(told, others))


def _tables(keys: Iterable[Key]) -> Counter[str]:
    return Counter(table for table, _ in keys)
