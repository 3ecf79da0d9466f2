"""The declarative base: one place for naming, typing, identity and sharing rules."""

from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Enum, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from .vocabulary import Share

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}

KNOWN = "known"  # the key in `Session.info` of what one look has asked already

# What a column carries as `info`: how far it may travel (see `Share`).
ME: dict[str, Any] = {"share": Share.ME}
COMMUNITY: dict[str, Any] = {"share": Share.COMMUNITY}
ORGANISATIONS: dict[str, Any] = {"share": Share.ORGANISATIONS}
MINISTRY: dict[str, Any] = {"share": Share.MINISTRY}
PUBLIC: dict[str, Any] = {"share": Share.PUBLIC}


def _values(kind: type[Any]) -> list[str]:
    return [member.value for member in kind]


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """Typed, keyword-only constructors; identity equality, as the ORM expects.

    Rows travel between machines, so each is born with an identity of its own.
    """

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {
        # no CHECK constraint: a new word of the method must not rebuild a table
        StrEnum: Enum(
            StrEnum, native_enum=False, create_constraint=False, length=40,
            validate_strings=True, values_callable=_values,
        ),
    }  # fmt: skip

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=uuid4, info=MINISTRY)
