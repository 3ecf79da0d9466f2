"""Sentences about meetings: when, where, how long, what a day falls on."""

from collections.abc import Sequence
from typing import Any

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import BlockKind, Presence, Reply
from cop_desktop.services.agendas import Block
from cop_desktop.services.meetings import MeetingRow

KIND_ICONS = {
    "in_person": "ph.users-three",
    "online": "ph.monitor",
    "hybrid": "ph.broadcast",
    "visit": "ph.map-pin",
    "seminar": "ph.bed",
    "open": "ph.users-four",
}
CHECK_WORDS = {
    "place": N_("Place"),
    "purpose": N_("Purpose"),
    "agenda": N_("Agenda within the time"),
    "leaders": N_("Someone leads every block"),
    "invitation": N_("Invitation sent"),
    "materials": N_("Background materials sent"),
    "reminder": N_("Reminder sent"),
}
PRESENCE_WORDS = {
    Presence.PRESENT: N_("Present"),
    Presence.LATE: N_("Late"),
    Presence.EXCUSED: N_("Excused"),
    Presence.ABSENT: N_("Absent"),
}
REPLY_WORDS = {Reply.COMING: N_("Coming"), Reply.NOT_COMING: N_("Not coming")}
TOGETHER = (BlockKind.ROUND, BlockKind.CASE, BlockKind.DISCUSSION)
LEARNING = (BlockKind.CONTENT, BlockKind.EXPERT, BlockKind.PRODUCTS)
GROUPS = (
    (N_("{minutes} together"), TOGETHER),
    (N_("{minutes} of content and products"), LEARNING),
    (N_("{minutes} of frame"), (BlockKind.OPENING, BlockKind.BREAK)),
)


def when(row: MeetingRow, _: Catalog) -> str:
    """Both dates and the hours."""
    on, language = row.starts_at.date(), _.language
    if row.further:
        last = row.ends_at.date()
        count = _.plural("{n} day", "{n} days", len(row.days))
        return formats.dotted(formats.date_range(on, last, language), count)
    hours = formats.time_range(row.starts_at.time(), row.ends_at.time(), language)
    return formats.dotted(formats.date_long(on, language), formats.hebrew_date(on, language), hours)


def where(row: MeetingRow) -> str:
    """The place and who hosts, without saying it twice."""
    return row.place if row.host in row.place else formats.dotted(row.place, row.host)


def kind_word(row: MeetingRow, _: Catalog) -> str:
    return content(_.language).word(row.kind)


def lengths(blocks: Sequence[Block], _: Catalog) -> str:
    """How the time is shared: together, content and products, frame."""
    parts = []
    for words, kinds in GROUPS:
        minutes = sum(block.minutes for block in blocks if block.kind in kinds)
        if minutes:
            parts.append(_(words, minutes=_.plural("{n} minute", "{n} minutes", minutes)))
    return formats.dotted(*parts)


def by_kind(blocks: Sequence[Block]) -> dict[BlockKind, int]:
    """Minutes by kind, in the order of the method; kinds that take none are left out."""
    found = {kind: sum(b.minutes for b in blocks if b.kind == kind) for kind in BlockKind}
    return {kind: minutes for kind, minutes in found.items() if minutes}


def balance(planned: int, invited: int, _: Catalog) -> tuple[str, bool]:
    """What the agenda's length says against the invitation's, and whether it runs over."""
    if planned > invited:
        over = planned - invited
        return _.plural("{n} minute over the time", "{n} minutes over the time", over), True
    length = formats.duration(planned, _.language)
    if planned == invited:
        return _("{length}, exactly the time", length=length), False
    free = _.plural("{n} minute free", "{n} minutes free", invited - planned)
    return (formats.dotted(length, free) if planned else free), False


def named(template: str, title: str, _: Catalog, **more: Any) -> str:
    """A step's name with a title in it, shortened so that the undo button can carry it."""
    short = title if len(title) <= 32 else title[:31].rstrip() + "…"
    return _(template, title=short, **more)
