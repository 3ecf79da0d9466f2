"""The agenda as participants read it: a ribbon and a table for each day, tracks side by side."""

from collections.abc import Iterator
from dataclasses import field
from uuid import UUID

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export import document as doc
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import BlockKind
from cop_desktop.services.agenda_rows import Block, DayPicture, Picture, Track
from cop_desktop.services.groups import Groups
from cop_desktop.services.timing import Problem, ProblemKind

from .meeting import in_groups

SHARED = {BlockKind.CASE, BlockKind.DISCUSSION, BlockKind.PRODUCTS}
PAUSES = {BlockKind.BREAK, BlockKind.BUFFER}


@frozen
class Agenda:
    """The picture of a meeting, and the groups of its blocks."""

    picture: Picture
    groups: dict[UUID, Groups] = field(default_factory=dict)

    @property
    def days(self) -> tuple[DayPicture, ...]:
        """Those that hold a block."""
        return tuple(day for day in self.picture.days if day.blocks)


def agenda(told: Agenda, _: Catalog, *, materials: bool = True) -> Iterator[doc.Block]:
    """A heading, a ribbon and a table for each day that has blocks."""
    several = len(told.picture.days) > 1
    for day in told.days:
        yield doc.Heading(_heading(day, several, _), _note(day, several, _))
        yield doc.Ribbon(tuple(_piece(n, it) for n, it in enumerate(day.blocks, start=1)))
        yield doc.Table(_columns(_), tuple(_rows(day, told, materials, _)), roomy=True)


def free_before(day: DayPicture) -> dict[UUID, Problem]:
    """Time that nobody fills, by the block that waits for it."""
    return {it.before: it for it in day.problems if it.kind is ProblemKind.GAP}


def _heading(day: DayPicture, several: bool, _: Catalog) -> str:
    if not several:
        return _("Agenda")
    on = formats.weekday_and_date(day.starts_at.date(), _.language)
    return _("Day {n}: {day}", n=day.number + 1, day=on)


def _note(day: DayPicture, several: bool, _: Catalog) -> str:
    shared = sum(block.minutes for block in day.blocks if block.kind in SHARED)
    note = formats.counted(day.planned, "minute", _.language)
    if shared:
        joint = formats.counted(shared, "minute", _.language)
        note = _("{minutes}, of them {joint} of joint work", minutes=note, joint=joint)
    return formats.dotted(_hours(day, _), note) if several else note


def _hours(day: DayPicture, _: Catalog) -> str:
    return formats.time_range_paper(day.starts_at.time(), day.ends_at.time(), _.language)


def _columns(_: Catalog) -> tuple[doc.Column, ...]:
    return (
        doc.Column(width=7, look=doc.Look.STRONG),
        doc.Column(_("Time"), 14),
        doc.Column(_("Topic"), look=doc.Look.STRONG),
        doc.Column(_("Led by"), 37),
        doc.Column(_("Outcome"), 41, secondary=True),
    )


def _piece(number: int, block: Block) -> doc.Piece:
    kind = doc.PieceKind.SHARED if block.kind in SHARED else doc.PieceKind.TALK
    return doc.Piece(number, block.minutes, doc.PieceKind.BREAK if block.kind in PAUSES else kind)


def _rows(day: DayPicture, told: Agenda, materials: bool, _: Catalog) -> Iterator[doc.Row]:
    free = free_before(day)
    for number, block in enumerate(day.blocks, start=1):
        if block.id in free:
            minutes = formats.counted(free[block.id].minutes, "minute", _.language)
            yield doc.Row(("", "", _("{minutes} free", minutes=minutes)), doc.RowKind.PAUSE)
        yield _row(number, block, in_groups(told.groups.get(block.id), _), materials, _)
        for track in told.picture.tracks.get(block.id, ()):
            yield _track_row(track, told, _)


def _row(number: int, block: Block, groups: str, materials: bool, _: Catalog) -> doc.Row:
    start = formats.clock(block.starts_at.time())
    if block.kind in PAUSES:
        length = formats.counted(block.minutes, "minute", _.language)
        pause = formats.dotted(block.title, length)
        return doc.Row((str(number), start, pause), doc.RowKind.PAUSE)
    bring = _materials(block, _) if materials else ""
    topic = doc.Cell(block.title, more=formats.dotted(groups, bring))
    time = doc.Cell(start, _("fixed") if block.pinned_at else "")
    return doc.Row((str(number), time, topic, _led(block, _), block.outcome))


def _led(block: Block, _: Catalog) -> doc.Cell:
    role = block.roles[0] if block.roles else None
    return doc.Cell(block.leader, content(_.language).role(role).name if role else "", role)


def _materials(block: Block, _: Catalog) -> str:
    told = ", ".join(line.strip() for line in block.materials.splitlines() if line.strip())
    return _("Materials: {materials}", materials=told) if told else ""


def track_name(track: Track, _: Catalog) -> str:
    """Its title, else its number; and its place."""
    return formats.dotted(track.title or _("Track {n}", n=track.number + 1), track.place)


def _track_row(track: Track, told: Agenda, _: Catalog) -> doc.Row:
    """A track in one row: a line for each of its blocks."""
    lines = [_line_of_track(block, told, _) for block in track.blocks]
    leaders = dict.fromkeys(block.leader for block in track.blocks if block.leader)
    outcomes = dict.fromkeys(block.outcome for block in track.blocks if block.outcome)
    topic = doc.Cell(track_name(track, _), more="\n".join(lines))
    return doc.Row(("", "", topic, ", ".join(leaders), "\n".join(outcomes)))


def _line_of_track(block: Block, told: Agenda, _: Catalog) -> str:
    start = formats.clock(block.starts_at.time())
    return formats.dotted(start, block.title, in_groups(told.groups.get(block.id), _))
