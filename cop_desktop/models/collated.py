"""What a coordinator has of many communities: the tables of their packages, side by side.

Written by collating only, in bulk, so all but the coordinator's cards are plain tables. Each row
names its community; a newer package of a community takes the place of all its rows.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
)
from sqlalchemy.orm import Mapped, mapped_column

from .base import COMMUNITY, Base
from .package_form import TABLES, Field, Kind

TYPES = {
    Kind.STRING: String,
    Kind.INTEGER: Integer,
    Kind.BOOLEAN: Boolean,
    Kind.DATE: Date,
}
PREFIX = "collated_"
BULK = {"bulk": True}  # not for the undo journal: collating again makes them anew


def _column(field: Field, key: tuple[str, ...]) -> Column[object]:
    """A field of a package; part of a key, nothing is an empty text, as it is in the package."""
    return Column(
        field.name, TYPES[field.kind](), nullable=not (field.needed or field.name in key),
        info=COMMUNITY,
    )  # fmt: skip


def _table(name: str, fields: tuple[Field, ...], key: tuple[str, ...], metadata: MetaData) -> Table:
    columns = [_column(field, key) for field in fields]
    if not any(it.name == "community_id" for it in fields) and name != "community":
        columns.append(Column("community_id", String(), nullable=False, info=COMMUNITY))
    at_home = (
        [] if name == "community" else [Index(f"ix_{PREFIX}{name}_community_id", "community_id")]
    )
    return Table(
        PREFIX + name, metadata, *columns,
        PrimaryKeyConstraint(*key, name=f"pk_{PREFIX}{name}"), *at_home, info=BULK,
    )  # fmt: skip


collated = {it.name: _table(it.name, it.fields, it.key, Base.metadata) for it in TABLES}

received = Table(
    "received_package",
    Base.metadata,
    Column("digest", String(), primary_key=True, info=COMMUNITY),  # of the package's description
    Column("community_id", String(), nullable=False, index=True, info=COMMUNITY),
    Column("name", String(), nullable=False, info=COMMUNITY),
    Column("key", String(), nullable=False, info=COMMUNITY),  # public key of the sender
    Column("number", Integer(), nullable=False, info=COMMUNITY),
    Column("previous", String(), nullable=False, info=COMMUNITY),
    Column("level", String(length=40), nullable=False, info=COMMUNITY),
    Column("as_of", Date(), nullable=False, info=COMMUNITY),
    Column("file", String(), nullable=False, info=COMMUNITY),
    Column("received_at", DateTime(), nullable=False, info=COMMUNITY),
    Column("state", String(length=40), nullable=False, info=COMMUNITY),
    Column("rows", Integer(), nullable=False, info=COMMUNITY),
    Column("problems", String(), nullable=False, info=COMMUNITY),  # JSON, one entry a row left out
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
