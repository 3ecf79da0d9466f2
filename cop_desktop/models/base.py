"""The declarative base: one place for naming, typing, identity and sharing rules."""

from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Dialect, Enum, MetaData, String, TypeDecorator
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
TOUCHED = "touched"  # the same of the tables that were written in bulk, past the undo journal

# What a column carries as `info`: how far it may travel (see `Share`).
ME: dict[str, Any] = {"share": Share.ME}
COMMUNITY: dict[str, Any] = {"share": Share.COMMUNITY}
ORGANISATIONS: dict[str, Any] = {"share": Share.ORGANISATIONS}
MINISTRY: dict[str, Any] = {"share": Share.MINISTRY}
PUBLIC: dict[str, Any] = {"share": Share.PUBLIC}


class Several(TypeDecorator[tuple[StrEnum, ...]]):
    """Several words of one vocabulary, kept in its order as one text with spaces between."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: tuple[StrEnum, ...] | None, _: Dialect) -> str | None:
        return None if value is None else " ".join(it.value for it in self.kind if it in value)

    def process_result_value(self, value: str | None, _: Dialect) -> tuple[StrEnum, ...]:
        return tuple(self.kind(word) for word in (value or "").split())


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
