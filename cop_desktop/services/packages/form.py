"""The form of a package: its tables with their fields, keys and links.

A Tabular Data Package (Frictionless). The form has a number of its own: a field is never renamed or
given another meaning; new fields come with a new number, and older packages can be read for ever.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cop_desktop.models.vocabulary import (
    MeetingKind,
    MeetingState,
    OrganisationKind,
    Presence,
    ProductKind,
    ProductStatus,
    Role,
    Share,
    Stage,
)

VERSION = 1
Cell = str | int | bool | None  # a day is its ISO text


class Kind(StrEnum):
    """The types of a Table Schema that are used."""

    STRING = "string"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name, its type, the words it may hold, and who may see it at the least."""

    name: str
    kind: Kind = Kind.STRING
    needed: bool = False
    words: tuple[str, ...] = ()
    level: Share = Share.MINISTRY


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its fields, the key that no two rows share, and the tables it points to."""

    name: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    links: Mapping[str, str] = field(default_factory=dict)  # a field: the table whose `id` it holds
    level: Share = Share.MINISTRY

    def at(self, level: Share) -> "Table":
        """The table with the fields that readers at a level may see."""
        kept = tuple(it for it in self.fields if it.level.reaches(level))
        return Table(self.name, kept, self.key, self.links, self.level)


def _key(name: str = "id") -> Field:
    return Field(name, needed=True)


def _word(name: str, kind: type[StrEnum], needed: bool = True) -> Field:
    return Field(name, needed=needed, words=tuple(it.value for it in kind))


def _number(name: str) -> Field:
    return Field(name, Kind.INTEGER)


_COMMUNITY = {"community_id": "community"}
NETWORK = Share.ORGANISATIONS

TABLES: tuple[Table, ...] = (
    Table(
        "community",
        (
            _key(), Field("name", needed=True), Field("domain"), Field("sentence"),
            Field("region"), Field("founded", Kind.DATE), Field("work_year", Kind.INTEGER, True),
            _number("members"), _number("roles_filled"), _number("leader_share"),
            _number("attendance"), Field("sample", Kind.BOOLEAN),
        ),
        ("id",),
    ),
    Table(
        "stage",
        (
            _key(), _key("community_id"), _word("stage", Stage),
            Field("since", Kind.DATE, needed=True), Field("skipped", Kind.BOOLEAN),
        ),
        ("id",),
        _COMMUNITY,
    ),
    Table(
        "meeting",
        (
            _key(), _key("community_id"), Field("day", Kind.DATE, needed=True),
            _number("minutes"), _word("kind", MeetingKind), _word("state", MeetingState),
            _number("moved"), _number("expected"), _number("came"),
            Field("topic", level=NETWORK),
        ),
        ("id",),
        _COMMUNITY,
    ),
    Table(
        "role",
        (_key("community_id"), _word("role", Role), Field("filled", Kind.BOOLEAN, needed=True)),
        ("community_id", "role"),
        _COMMUNITY,
    ),
    Table(
        "product",
        (
            _key(), _key("community_id"), _word("kind", ProductKind),
            _word("status", ProductStatus), Field("published_on", Kind.DATE),
            _number("recipients"), Field("title", level=NETWORK), Field("where", level=NETWORK),
        ),
        ("id",),
        _COMMUNITY,
    ),
    Table(
        "headcount",
        (
            _key("community_id"), _word("organisation_kind", OrganisationKind, needed=False),
            Field("district"), _number("members"),
        ),
        ("community_id", "organisation_kind", "district"),
        _COMMUNITY,
    ),
    Table(
        "survey",
        (
            _key("community_id"), _number("work_year"), Field("statement", needed=True),
            _number("answers"), _number("agree"),
        ),
        ("community_id", "work_year", "statement"),
        _COMMUNITY,
    ),
    Table(
        "sign",
        (_key("community_id"), Field("sign", needed=True), Field("seen_on", Kind.DATE)),
        ("community_id", "sign"),
        _COMMUNITY,
    ),
    Table(
        "member",
        (
            _key(), _key("community_id"),
            _word("organisation_kind", OrganisationKind, needed=False), Field("district"),
            Field("joined", Kind.DATE), Field("left", Kind.DATE),
        ),
        ("id",),
        _COMMUNITY,
        level=NETWORK,
    ),
    Table(
        "attendance",
        (_key("meeting_id"), _key("member_id"), _word("presence", Presence, needed=False)),
        ("meeting_id", "member_id"),
        {"meeting_id": "meeting", "member_id": "member"},
        level=NETWORK,
    ),
)  # fmt: skip


def tables_at(level: Share) -> tuple[Table, ...]:
    """The tables with the fields that a package of a level holds, in an order links can follow."""
    return tuple(table.at(level) for table in TABLES if table.level.reaches(level))
