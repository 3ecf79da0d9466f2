"""A database that several coordinators share: PostgreSQL, read and written like an open file.

What a person alone has stays away: no undo, no backups, no lock on a file (ADR 15).
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.orm import Session, sessionmaker

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import Base
from cop_desktop.models.base import KNOWN, TOUCHED

from .journal import Change
from .schema import REVISIONS
from .upgrade import migrate

SCHEME = "postgresql+psycopg"
PATIENCE = 10  # s: a computer that is switched off says nothing at all
NO_ADDRESS = N_(
    "{name} is not the address of a database. One looks like "
    "postgresql+psycopg://user@computer/database."
)
UNREACHABLE = N_(
    "The database {name} does not answer. Check the network and whether its computer is on, "
    "and try again; everything saved before is still there."
)
NOT_LET_IN = N_(
    "The server answers, but does not open {name} to this user. Check the names of the database "
    "and the user, or ask those who look after it for access."
)
FULL = N_("There is no room left for the database {name}. Tell those who look after the server.")
AT_ONCE = N_(
    "Somebody else wrote to {name} at the same moment, so nothing was changed. Try once more."
)
FOREIGN = N_("{name} holds tables of another program. Choose an empty database.")
NEWER = N_(
    "{name} was brought to a newer form by a newer version of this program. "
    "Install the newest version to open it."
)
LETTERS = N_("{name} cannot hold Hebrew: its encoding is {encoding}. Ask for a database in UTF8.")
NO_UNDO = N_("What was written to a shared database cannot be taken back. Write it anew.")
_BY_STATE = {  # beginnings of SQLSTATEs, https://www.postgresql.org/docs/15/errcodes-appendix.html
    "08": UNREACHABLE, "57P": UNREACHABLE, "28": NOT_LET_IN, "42501": NOT_LET_IN,
    "3D000": NOT_LET_IN, "53": FULL, "40": AT_ONCE, "55P03": AT_ONCE,
}  # fmt: skip
_MIGRATING = 0x434F5021  # of the lock that lets one program at a time bring the tables up to date


class ServerStore:
    """The verbs of `Store`, on a server. Threads may use it: each session has a connection."""

    read_only = False
    by_itself = True  # as `Store.by_itself`
    busy = False  # nobody waits for another's session
    warnings: tuple[UserError, ...] = ()

    def __init__(self, engine: Engine, name: str) -> None:
        self.name = name  # for people: computer and database, no user and no password
        self.on_commit: list[Callable[[Change], None]] = []
        self.on_revert: list[Callable[[Change], None]] = []
        self.closed = False
        self._engine = engine
        looking = engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self._reading = sessionmaker(looking, expire_on_commit=False)
        self._writing = sessionmaker(engine, expire_on_commit=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @property
    def title(self) -> str:
        """What a person calls it."""
        return self.name

    @property
    def address(self) -> str:
        """Where it is, so that it can be opened again; a password is never written down."""
        return self._engine.url._replace(password=None).render_as_string()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for one look; it cannot write, and what others write meanwhile is not in it."""
        with server_in_words(self.name), self._reading() as session:
            session.info[KNOWN] = {}
            yield session

    @contextmanager
    def write(self, label: str) -> Iterator[Session]:
        """Commit on success, roll back on error."""
        with server_in_words(self.name), self._writing.begin() as session:
            yield session
            session.flush()
            bulk = frozenset(session.info.get(TOUCHED, ()))
        self._tell(Change(label, bulk | _OWN, ()))

    def revert(self, _change: Change) -> Change:
        """There is no way back: others have seen it."""
        raise UserError(NO_UNDO)

    def lend(self) -> None:
        """Nothing to do: a worker may write here as well as anybody."""

    @contextmanager
    def elsewhere(self) -> Iterator[Self]:
        """This one: its sessions live in any thread."""
        yield self

    def take_back(self) -> None:
        """Nothing was lent."""

    def close(self) -> None:
        """Let go of all connections."""
        self.closed = True
        self._engine.dispose()

    def _tell(self, change: Change) -> None:
        """The commit stands whatever a listener does."""
        for listen in list(self.on_commit):
            try:
                listen(change)
            except Exception:
                sys.excepthook(*sys.exc_info())


_OWN = frozenset({"collated_card"})  # what is written there row by row


def open_server(address: str) -> ServerStore:
    """Open a shared database; an empty one is laid out, an older one brought to this version.

    Raises UserError with advice for whatever stands in the way.
    """
    url = _url(address)
    name = f"{url.host or 'localhost'}/{url.database}"
    engine = create_engine(
        url, pool_pre_ping=True, pool_size=2, connect_args={"connect_timeout": PATIENCE}
    )
    try:
        with server_in_words(name), engine.begin() as connection:
            _bring_up_to_date(connection, name)
    except BaseException:
        engine.dispose()
        raise
    return ServerStore(engine, name)


@contextmanager
def server_in_words(name: str) -> Iterator[None]:
    """Turn the server's complaints that a person can act on into sentences."""
    try:
        yield
    except DBAPIError as error:
        if sentence := _sentence(error):
            raise UserError(sentence, name=name) from error
        raise


def _sentence(error: DBAPIError) -> str | None:
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return next((it for begin, it in _BY_STATE.items() if state.startswith(begin)), None)
    if not isinstance(error, OperationalError):
        return None
    # a connection that failed has no state; in this word the server itself speaks
    return NOT_LET_IN if "FATAL:" in str(error.orig) else UNREACHABLE


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as problem:  # the second for a port that is no number
        raise UserError(NO_ADDRESS, name=address) from problem
    if url.get_backend_name() != "postgresql" or not url.database:
        raise UserError(NO_ADDRESS, name=url.render_as_string(hide_password=True))
    return url.set(drivername=SCHEME)


def _bring_up_to_date(connection: Connection, name: str) -> None:
    encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise UserError(LETTERS, name=name, encoding=encoding)
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
    tables = set(inspect(connection).get_table_names())
    revision = _revision(connection, tables)
    if revision is None and tables & set(Base.metadata.tables):
        raise UserError(FOREIGN, name=name)
    if revision is not None and revision not in REVISIONS:
        raise UserError(NEWER, name=name)
    if revision != REVISIONS[-1]:
        migrate(connection)


def _revision(connection: Connection, tables: set[str]) -> str | None:
    if "alembic_version" not in tables:
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)
