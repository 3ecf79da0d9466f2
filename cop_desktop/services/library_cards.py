"""The shelf of the library: the program's own blocks and meetings beside those of a community."""

from collections.abc import Iterable, Sequence
from functools import cache
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import library
from cop_desktop.content import Content, content
from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.library import BlockShape, TemplateShape
from cop_desktop.models import LibraryEntry
from cop_desktop.models.vocabulary import (
    AgendaPart,
    BlockKind,
    Depth,
    LearningActivity,
    LibraryKind,
    MeetingKind,
    Purpose,
    Role,
    Stage,
)

from . import library_own
from .library_rows import Plan
from .search import search_key, terms

BLOCK, MEETING, OWN = "block", "meeting", "own"  # how the key of a card begins
ANYWHERE = (MeetingKind.IN_PERSON, MeetingKind.ONLINE, MeetingKind.HYBRID)
_WEIGHTY = 5  # a meeting is good for what fills a fifth of it


@frozen
class Card:
    """A block or a whole meeting on the shelf; what is empty was not said."""

    key: str  # "block/troika", "meeting/seminar", "own/<hex>"
    kind: LibraryKind
    title: str
    about: str  # what a block is for, or when a meeting fits
    minutes: int  # of all days
    least: int  # minutes; how far it may be cut
    block: BlockKind | None = None  # of a block
    meeting: MeetingKind | None = None  # of a whole meeting
    part: AgendaPart = AgendaPart.MEETING
    days: int = 1
    purposes: tuple[Purpose, ...] = ()
    roles: tuple[Role, ...] = ()
    stages: tuple[Stage, ...] = ()
    activity: LearningActivity | None = None
    depth: Depth | None = None
    people: tuple[int, int] | None = None  # from, to
    group_size: int | None = None
    places: tuple[MeetingKind, ...] = ANYWHERE
    readable: bool = True  # a file from elsewhere may hold what cannot be used
    entry_id: UUID | None = None  # of what the community keeps itself
    searched: str = ""

    @property
    def own(self) -> bool:
        return self.entry_id is not None


@frozen
class Wanted:
    """What a facilitator looks for; what is not set does not matter."""

    text: str = ""
    kind: LibraryKind | None = None
    own: bool | None = None
    blocks: frozenset[BlockKind] = frozenset()
    stage: Stage | None = None
    role: Role | None = None
    purpose: Purpose | None = None
    place: MeetingKind | None = None
    people: int | None = None
    minutes: int | None = None  # as long as there is


def sieve(cards: Iterable[Card], wanted: Wanted) -> list[Card]:
    """The cards that answer, in their order; those whose title holds the words come first."""
    words = terms(wanted.text)
    found = [card for card in cards if _has(card.searched, words) and _suits(card, wanted)]
    return sorted(found, key=lambda card: not _has(search_key(card.title), words))


def every(session: Session, community_id: UUID, language: str) -> tuple[Card, ...]:
    """What the community keeps, by name, and then the program's blocks and meetings."""
    kept = (_of_entry(it, language) for it in library_own.every(session, community_id))
    return (*kept, *program(language))


@cache
def program(language: str) -> tuple[Card, ...]:
    """The program's own cards in `he`, `en` or `ar`."""
    texts = content(language)
    blocks = (_of_block(shape, texts) for shape in library.blocks().values())
    return (*blocks, *(_of_template(shape, texts) for shape in library.templates().values()))


def _has(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _suits(card: Card, wanted: Wanted) -> bool:
    place = wanted.place if wanted.place in ANYWHERE else MeetingKind.IN_PERSON
    least, most = card.people or (0, wanted.people or 0)
    return (
        wanted.kind in (None, card.kind)
        and wanted.own in (None, card.own)
        and (not wanted.blocks or card.block in wanted.blocks)
        and (wanted.stage is None or not card.stages or wanted.stage in card.stages)
        and (wanted.role is None or wanted.role in card.roles)
        and (wanted.purpose is None or wanted.purpose in card.purposes)
        and (wanted.place is None or place in card.places)
        and (wanted.people is None or least <= wanted.people <= most)
        and (wanted.minutes is None or card.least <= wanted.minutes)
    )


def _of_block(shape: BlockShape, texts: Content) -> Card:
    text = texts.block(shape.key)
    told = (shape.kind, shape.purpose, shape.activity, shape.depth, *shape.roles)
    named = [texts.word(it) for it in told if it]
    return Card(
        f"{BLOCK}/{shape.key}", LibraryKind.BLOCK, text.title, text.purpose, shape.minutes,
        shape.least, block=shape.kind, part=shape.part, purposes=(shape.purpose,),
        roles=shape.roles, stages=shape.stages, activity=shape.activity, depth=shape.depth,
        people=shape.people, group_size=shape.group_size, places=shape.places,
        searched=search_key(text.title, text.purpose, text.outcome, *text.method, *named),
    )  # fmt: skip


def _of_template(shape: TemplateShape, texts: Content) -> Card:
    text = texts.template(shape.key)
    made_of = [library.blocks()[entry.block] for entry in shape.entries]
    roles = {role for block in made_of for role in block.roles}
    titles = [texts.block(block.key).title for block in made_of]
    minutes = sum(shape.minutes)
    return Card(
        f"{MEETING}/{shape.key}", LibraryKind.TEMPLATE, text.title, text.fits, minutes, minutes,
        meeting=shape.kind, days=len(shape.minutes), purposes=_purposes(shape),
        roles=tuple(role for role in Role if role in roles), stages=shape.stages,
        people=shape.people, places=(_place(shape.kind),),
        searched=search_key(
            text.title, text.fits, texts.word(shape.kind), *text.titles.values(), *titles
        ),
    )  # fmt: skip


def _purposes(shape: TemplateShape) -> tuple[Purpose, ...]:
    minutes = dict.fromkeys(Purpose, 0)
    for entry in shape.entries:
        if entry.part == AgendaPart.MEETING and entry.track is None:
            minutes[library.blocks()[entry.block].purpose] += entry.minutes
    whole = sum(shape.minutes)
    return tuple(it for it, spent in minutes.items() if spent * _WEIGHTY >= whole)


def _of_entry(entry: LibraryEntry, language: str) -> Card:
    try:
        plan = library_own.read(entry)
    except UserError:
        return Card(
            f"{OWN}/{entry.id.hex}", entry.kind, entry.title, "", 0, 0, readable=False,
            entry_id=entry.id, searched=search_key(entry.title),
        )  # fmt: skip
    whole = entry.kind == LibraryKind.TEMPLATE
    return (_of_kept_meeting if whole else _of_kept_block)(entry, plan, content(language))


def _of_kept_block(entry: LibraryEntry, plan: Plan, texts: Content) -> Card:
    row = plan.rows[0]
    kind = BlockKind(row.get("kind") or BlockKind.DISCUSSION)
    about, minutes = str(row.get("purpose") or ""), int(row.get("minutes") or 0)
    told = (str(row.get(name) or "") for name in ("title", "method", "outcome"))
    return Card(
        f"{OWN}/{entry.id.hex}", LibraryKind.BLOCK, entry.title, about, minutes, 0, block=kind,
        part=AgendaPart(row.get("part") or AgendaPart.MEETING), roles=_roles([row]),
        activity=LearningActivity(row["activity"]) if row.get("activity") else None,
        depth=Depth(row["depth"]) if row.get("depth") else None,
        group_size=int(row["group_size"]) if row.get("group_size") else None, entry_id=entry.id,
        searched=search_key(entry.title, about, *told, texts.word(kind)),
    )  # fmt: skip


def _of_kept_meeting(entry: LibraryEntry, plan: Plan, texts: Content) -> Card:
    minutes, titles = sum(plan.minutes), [str(row["title"]) for row in plan.rows]
    return Card(
        f"{OWN}/{entry.id.hex}", LibraryKind.TEMPLATE, entry.title, "", minutes, minutes,
        meeting=plan.kind, days=max(1, len(plan.minutes)), roles=_roles(plan.rows),
        places=(_place(plan.kind),), entry_id=entry.id,
        searched=search_key(entry.title, texts.word(plan.kind), *titles),
    )  # fmt: skip


def _roles(rows: Iterable[dict[str, object]]) -> tuple[Role, ...]:
    told = [row.get("roles") for row in rows]
    named = {role for roles in told if isinstance(roles, list) for role in roles}
    return tuple(role for role in Role if role.value in named)


def _place(kind: MeetingKind) -> MeetingKind:
    return kind if kind in ANYWHERE else MeetingKind.IN_PERSON
