"""What a coordinator has of many communities: the tables of their packages, side by side.

Written by collating only, in bulk, so all but the coordinator's cards are plain tables. A newer
package of a community takes the place of all its rows. Every key begins with the community: what
one community sends can never meet the rows of another, and its rows lie side by side.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
)
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, Base
from .package_form import TABLES, Field, Kind

# Keys and words are compared, never sorted for a reader: PostgreSQL need not ask for a language.
TEXT = String().with_variant(String(collation="C"), "postgresql")
TYPES: dict[Kind, Any] = {
    Kind.STRING: TEXT,
    Kind.INTEGER: Integer(),
    Kind.BOOLEAN: Boolean(),
    Kind.DATE: Date(),
}
PREFIX = "collated_"
BULK = {"bulk": True}  # not for the undo journal: collating again makes them anew


def _column(field: Field, key: tuple[str, ...]) -> Column[object]:
    """A field of a package; part of a key, nothing is an empty text, as it is in the package."""
    return Column(
        field.name, TYPES[field.kind], nullable=not (field.needed or field.name in key),
        info=COMMUNITY,
    )  # fmt: skip


def _table(name: str, fields: tuple[Field, ...], key: tuple[str, ...], metadata: MetaData) -> Table:
    columns = [_column(field, key) for field in fields]
    if name != "community":
        key = ("community_id", *(it for it in key if it != "community_id"))
        if not any(it.name == "community_id" for it in fields):
            columns.append(Column("community_id", TEXT, nullable=False, info=COMMUNITY))
    return Table(
        PREFIX + name, metadata, *columns,
        PrimaryKeyConstraint(*key, name=f"pk_{PREFIX}{name}"),
        info=BULK, sqlite_with_rowid=False,
    )  # fmt: skip


collated = {it.name: _table(it.name, it.fields, it.key, Base.metadata) for it in TABLES}

received = Table(
    "received_package",
    Base.metadata,
    Column("digest", TEXT, primary_key=True, info=COMMUNITY),  # of the package's description
    Column("community_id", TEXT, nullable=False, index=True, info=COMMUNITY),
    Column("name", String(), nullable=False, info=COMMUNITY),
    Column("key", String(), nullable=False, info=COMMUNITY),  # public key of the sender
    Column("number", Integer(), nullable=False, info=COMMUNITY),
    Column("previous", String(), nullable=False, info=COMMUNITY),
    Column("level", String(length=40), nullable=False, info=COMMUNITY),
    Column("as_of", Date(), nullable=False, info=COMMUNITY),
    Column("file", String(), nullable=False, info=COMMUNITY),
    Column("received_at", DateTime(), nullable=False, info=COMMUNITY),
    Column("state", String(length=40), nullable=False, info=COMMUNITY),
    Column("shown", Boolean(), nullable=False, info=COMMUNITY),  # its rows are those side by side
    Column("rows", Integer(), nullable=False, info=COMMUNITY),
    Column("problems", String(), nullable=False, info=COMMUNITY),  # JSON, one entry a row left out
    Column("changes", String(), nullable=False, info=COMMUNITY),  # JSON: `services/collating`
    Column("skipped", Integer(), nullable=False, info=COMMUNITY),  # packages that came not before
    info=BULK,
)


class CollatedCard(Base):
    """What a coordinator writes about a community, and whether it is expected to send."""

    __tablename__ = "collated_card"

    community_id: Mapped[str] = mapped_column(unique=True, info=COMMUNITY)
    name: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # as long as nothing has come
    programme: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    tags: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    note: Mapped[str] = mapped_column(default="", info=COMMUNITY)
    expected: Mapped[bool] = mapped_column(default=True, info=COMMUNITY)
    keys: Mapped[str] = mapped_column(default="", info=COMMUNITY)  # found right, the newest last
