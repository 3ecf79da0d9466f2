"""The form of a package: its tables with their fields, keys and links.

A Tabular Data Package (Frictionless). The form has a number of its own: a field is never renamed or
given another meaning; new fields come with a new number, and older packages can be read for ever.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from cop_desktop.frozen import frozen

from .vocabulary import (
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


@frozen
class Field:
    """A column: its name, its type, the words it may hold, and who may see it at the least.

    `of` names the columns of the file it is made of; those of a number that counts people or
    answers may be less shared than the number.
    """

    name: str
    kind: Kind = Kind.STRING
    needed: bool = False
    words: tuple[str, ...] = ()
    level: Share = Share.MINISTRY
    of: tuple[str, ...] = ()
    counts: bool = False

    @property
    def free(self) -> bool:
        """Whether somebody's own words may stand in it: it is no number, word of a list or key."""
        keys = ("id", "_id")
        return self.kind == Kind.STRING and not self.words and not self.name.endswith(keys)


@frozen
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


def _text(name: str, of: str, level: Share = Share.MINISTRY, needed: bool = False) -> Field:
    return Field(name, needed=needed, level=level, of=(of,))


def _key(of: str, name: str = "id") -> Field:
    return _text(name, of, needed=True)


def _word(name: str, kind: type[StrEnum], of: str, needed: bool = True) -> Field:
    return Field(name, needed=needed, words=tuple(it.value for it in kind), of=(of,))


def _typed(name: str, kind: Kind, of: str, needed: bool = False) -> Field:
    return Field(name, kind, needed, of=(of,))


def _count(name: str, *of: str) -> Field:
    return Field(name, Kind.INTEGER, of=of, counts=True)


NETWORK = Share.ORGANISATIONS
WHOLE, FLAG, DAY = Kind.INTEGER, Kind.BOOLEAN, Kind.DATE
_ITS = _key("community.id", "community_id")
_COMMUNITY = {"community_id": "community"}
_PLACE = (
    _word("organisation_kind", OrganisationKind, "organisation.kind", needed=False),
    _text("district", "organisation.district"),
)

TABLES: tuple[Table, ...] = (
    Table(
        "community",
        (
            _key("community.id"), _text("name", "community.name", needed=True),
            _text("domain", "community.domain"), _text("sentence", "community.sentence"),
            _text("region", "community.region"), _typed("founded", DAY, "community.founded"),
            _typed("work_year", WHOLE, "community.work_year", True),
            _count("members", "member.joined", "member.left"),
            _count("roles_filled", "role_holding.role", "role_holding.since"),
            _count("leader_share", "role_holding.member_id", "function_holding.member_id"),
            _count("attendance", "attendance.presence"),
        ),
        ("id",),
    ),
    Table(
        "stage",
        (
            _key("stage_record.id"), _ITS, _word("stage", Stage, "stage_record.stage"),
            _typed("since", DAY, "stage_record.since", True),
            _typed("skipped", FLAG, "stage_record.skipped"),
        ),
        ("id",),
        _COMMUNITY,
    ),
    Table(
        "meeting",
        (
            _key("meeting.id"), _ITS, _typed("day", DAY, "meeting.starts_at", True),
            _typed("minutes", WHOLE, "meeting.minutes"),
            _word("kind", MeetingKind, "meeting.kind"),
            _word("state", MeetingState, "meeting.state"), _typed("moved", WHOLE, "meeting.moved"),
            _count("expected", "attendance.meeting_id"), _count("came", "attendance.presence"),
            _text("topic", "meeting.topic", NETWORK),
        ),
        ("id",),
        _COMMUNITY,
    ),
    Table(
        "role",
        (
            _ITS, _word("role", Role, "role_holding.role"),
            _typed("filled", FLAG, "role_holding.since", True),
        ),
        ("community_id", "role"),
        _COMMUNITY,
    ),
    Table(
        "product",
        (
            _key("product.id"), _ITS, _word("kind", ProductKind, "product.kind"),
            _word("status", ProductStatus, "product.status"),
            _typed("published_on", DAY, "product.published_on"),
            _typed("recipients", WHOLE, "product.recipients"),
            _text("title", "product.title", NETWORK), _text("where", "product.where", NETWORK),
        ),
        ("id",),
        _COMMUNITY,
    ),
    Table(
        "headcount",
        (_ITS, *_PLACE, _count("members", "member.organisation_id")),
        ("community_id", "organisation_kind", "district"),
        _COMMUNITY,
    ),
    Table(
        "survey",
        (
            _ITS, _typed("work_year", WHOLE, "meeting.starts_at"),
            Field("statement", needed=True, of=("feedback_rating.statement",), counts=True),
            _count("answers", "feedback_rating.rating"), _count("agree", "feedback_rating.rating"),
        ),
        ("community_id", "work_year", "statement"),
        _COMMUNITY,
    ),
    Table(
        "sign",
        (_ITS, Field("sign", needed=True), Field("seen_on", Kind.DATE)),
        ("community_id", "sign"),
        _COMMUNITY,
    ),
    Table(
        "member",
        (
            _key("member.id"), _ITS, *_PLACE, _typed("joined", DAY, "member.joined"),
            _typed("left", DAY, "member.left"),
        ),
        ("id",),
        _COMMUNITY,
        level=NETWORK,
    ),
    Table(
        "attendance",
        (
            _key("attendance.meeting_id", "meeting_id"), _key("member.id", "member_id"),
            _word("presence", Presence, "attendance.presence", needed=False),
        ),
        ("meeting_id", "member_id"),
        {"meeting_id": "meeting", "member_id": "member"},
        level=NETWORK,
    ),
)  # fmt: skip


def tables_at(level: Share) -> tuple[Table, ...]:
    """The tables with the fields that a package of a level holds, in an order links can follow."""
    return tuple(table.at(level) for table in TABLES if table.level.reaches(level))
