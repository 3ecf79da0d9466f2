"""The tables of a package in the reader's words; what is sent are the keys of the vocabulary."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.package_form import Cell, Field, Kind
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

TABLES: Mapping[str, tuple[str, str]] = {  # icon, title
    "community": ("ph.circles-three", N_("The community")),
    "stage": ("ph.path", N_("Stages")),
    "meeting": ("ph.calendar-blank", N_("Meetings")),
    "role": ("ph.users-three", N_("Roles")),
    "product": ("ph.cube", N_("Products")),
    "headcount": ("ph.chart-bar", N_("Members, counted")),
    "survey": ("ph.star", N_("Feedback")),
    "sign": ("ph.warning", N_("Signs")),
    "member": ("ph.users", N_("Members, without names")),
    "attendance": ("ph.check-square", N_("Who came, without names")),
}
FIELDS: Mapping[str, str] = {
    "name": N_("Name"), "domain": N_("Domain"), "sentence": N_("In a sentence"),
    "region": N_("Region"), "founded": N_("Founded"), "work_year": N_("Work year"),
    "members": N_("Members"), "roles_filled": N_("Roles filled"),
    "leader_share": N_("Held by the leader, percent"), "attendance": N_("Attendance, percent"),
    "stage": N_("Stage"), "since": N_("Since"), "skipped": N_("A stage was passed over"),
    "day": N_("Day"),
    "minutes": N_("Minutes"), "kind": N_("Kind"), "state": N_("State"),
    "moved": N_("Times moved"), "expected": N_("Expected"), "came": N_("Came"),
    "topic": N_("Topic"), "role": N_("Role"), "filled": N_("Filled"), "status": N_("Status"),
    "published_on": N_("Published on"), "recipients": N_("Recipients"), "title": N_("Title"),
    "where": N_("Where it is"), "organisation_kind": N_("Kind of organisation"),
    "district": N_("District"), "statement": N_("Statement"), "answers": N_("Answers given"),
    "agree": N_("Agree, percent"), "sign": N_("Sign"), "seen_on": N_("Seen since"),
    "joined": N_("Joined"), "left": N_("Left"), "presence": N_("Presence"),
}  # fmt: skip
MEANING = {
    Share.MINISTRY: N_(
        "Figures only: no names, no telephones, nothing that was said inside. Numbers of one to "
        "four people are held back."
    ),
    Share.ORGANISATIONS: N_(
        "Small numbers, topics of meetings and titles of released products, too, and a row for "
        "each member: without a name, with the kind of organisation."
    ),
}
KEYS = frozenset({"id", "community_id", "meeting_id", "member_id"})  # mean nothing elsewhere
VOCABULARY: Mapping[tuple[str, str], type[StrEnum]] = {
    ("stage", "stage"): Stage, ("meeting", "kind"): MeetingKind,
    ("meeting", "state"): MeetingState, ("role", "role"): Role, ("product", "kind"): ProductKind,
    ("product", "status"): ProductStatus, ("headcount", "organisation_kind"): OrganisationKind,
    ("member", "organisation_kind"): OrganisationKind, ("attendance", "presence"): Presence,
}  # fmt: skip


def cell_words(table: str, field: Field, cell: Cell, _: Catalog) -> str:
    """A cell as a person reads it."""
    if cell is None or cell == "":
        return ""
    if kind := VOCABULARY.get((table, field.name)):
        return content(_.language).word(kind(str(cell)))
    told = _BY_NAME.get(field.name) or _BY_KIND.get(field.kind)
    return told(cell, _) if told else str(cell)


def _statement(cell: Cell, _: Catalog) -> str:
    return content(_.language).feedback().statements.get(str(cell), str(cell))


_BY_NAME: Mapping[str, Callable[[Cell, Catalog], str]] = {
    "work_year": lambda cell, _: formats.work_year_name(int(cell or 0), _.language),
    "statement": _statement,
    "sign": lambda cell, _: method(_.language).sign(str(cell)).title,
}
_BY_KIND: Mapping[Kind, Callable[[Cell, Catalog], str]] = {
    Kind.BOOLEAN: lambda cell, _: _("Yes") if cell else _("No"),
    Kind.DATE: lambda cell, _: formats.date_short(date.fromisoformat(str(cell)), _.language),
}


def staying_words(staying: Mapping[str, int], _: Catalog) -> str:
    """What does not leave, counted."""
    told = [STAYING[kind](n, _) for kind, n in staying.items()]
    return formats.listed([*told, _("all notes and what was said")], _.language)


STAYING: Mapping[str, Callable[[int, Catalog], str]] = {
    "names": lambda n, _: _.plural(
        "{n} name with telephone and address", "{n} names with telephones and addresses", n
    ),
    "decisions": lambda n, _: _.plural("{n} decision", "{n} decisions", n),
    "needs": lambda n, _: _.plural("{n} need", "{n} needs", n),
    "products": lambda n, _: _.plural("{n} product not released", "{n} products not released", n),
}
