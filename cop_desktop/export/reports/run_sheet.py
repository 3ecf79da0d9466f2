"""The facilitator's run-sheet: the agenda with method, materials, questions, groups and notes."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.export import document as doc
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import BlockKind
from cop_desktop.services import carried, communities, groups, meetings
from cop_desktop.services.agenda_rows import Block
from cop_desktop.services.carried import Carried
from cop_desktop.services.groups import Groups
from cop_desktop.services.meetings import MeetingRow

from .agenda import Agenda
from .handout import gather_agenda
from .meeting import frame, in_groups
from .run_sheet_table import days

BROUGHT = 6  # lines of a list at the head; the rest stands in the table
CARRIED = 4
BOXES = 8  # groups drawn for a block
DRAWN = 2  # blocks whose groups are drawn


@frozen
class RunSheet:
    """A meeting as its facilitator needs it in the room; holds notes that are theirs alone."""

    community: str
    meeting: MeetingRow
    agenda: Agenda
    expected: int
    carried: Carried


def gather(session: Session, meeting_id: UUID, community_id: UUID, today: date) -> RunSheet:
    return RunSheet(
        communities.one(session, community_id, today).name,
        meetings.one(session, meeting_id),
        gather_agenda(session, meeting_id),
        groups.expected(session, meeting_id),
        carried.into(session, meeting_id),
    )


def run_sheet(facts: RunSheet, _: Catalog) -> doc.Document:
    """Page one runs the meeting; page two holds groups, what gives way, and room for the pen."""
    privacy = _("For the facilitator only: holds notes that are not handed out")
    blocks = [_preparing(facts, _), *days(facts.agenda, facts.meeting, _)]
    rows = sum((told.count + 3) // 4 for _block, told in _grouped(facts))
    blocks += [doc.NewSheet()] if facts.agenda.days else []
    blocks += [*_groups(facts, _), *_lists(facts, _), *_pen(rows, _)]
    return frame(
        facts.meeting, facts.community, _("Run-sheet for the facilitator"), privacy, _,
        short=_("Run-sheet"), blocks=blocks,
    )  # fmt: skip


# -- before it begins ------------------------------------------------------------------------


def _preparing(facts: RunSheet, _: Catalog) -> doc.Columns:
    """What to prepare, what to bring, and the room, side by side."""
    before = [it.title for it in facts.agenda.picture.before]
    return doc.Columns(
        (
            (doc.Paragraph(_("To prepare"), doc.Voice.NOTE), _boxes(before)),
            (doc.Paragraph(_("To bring"), doc.Voice.NOTE), _boxes(_to_bring(facts, _))),
            (doc.Paragraph(_("The room"), doc.Voice.NOTE), doc.Paragraph(_room(facts, _))),
        ),
        gutter=6,
    )


def _boxes(lines: list[str]) -> doc.ItemList:
    """A checklist, with a blank row or two where little is known."""
    told = [doc.Item(text, doc.Mark.EMPTY) for text in lines]
    blank = [doc.Item("", doc.Mark.EMPTY)] * max(0, 2 - len(told))
    return doc.ItemList((*told, *blank))


def _to_bring(facts: RunSheet, _: Catalog) -> list[str]:
    blocks = facts.agenda.picture.blocks
    lines = [line.strip() for block in blocks for line in block.materials.splitlines()]
    told = list(dict.fromkeys(line for line in lines if line))
    more = len(told) - BROUGHT
    if more <= 1:
        return told
    last = _.plural("{n} more thing in the table", "{n} more things in the table", more)
    return [*told[:BROUGHT], last]


def _room(facts: RunSheet, _: Catalog) -> str:
    meeting = facts.meeting
    count = facts.expected
    expected = _.plural("{n} person expected", "{n} people expected", count) if count else ""
    return "\n".join(part for part in (meeting.place, meeting.host, meeting.link, expected) if part)


# -- the second page -------------------------------------------------------------------------


def _grouped(facts: RunSheet) -> list[tuple[Block, Groups]]:
    """The blocks whose groups are few enough to be drawn as boxes."""
    told = facts.agenda.groups
    pairs = [(it, told[it.id]) for it in facts.agenda.picture.blocks if it.id in told]
    return [pair for pair in pairs if 2 <= pair[1].count <= BOXES][:DRAWN]


def _groups(facts: RunSheet, _: Catalog) -> Iterator[doc.Block]:
    """Boxes for the names of each group, for the blocks that work in groups."""
    for block, told in _grouped(facts):
        start = _when(facts, block, _)
        note = formats.dotted(block.title, in_groups(told, _))
        room = "\n\n\n" if told.count <= 4 else "\n\n"
        yield doc.Heading(_("Groups at {time}", time=start), note)
        yield doc.Panels(
            tuple(
                doc.Panel(_("Group {n}", n=n), _people(size, _) + room)
                for n, size in enumerate(told.sizes, start=1)
            ),
            across=4,
        )


def _people(size: int, _: Catalog) -> str:
    return _.plural("{n} person", "{n} people", size)


def _lists(facts: RunSheet, _: Catalog) -> Iterator[doc.Block]:
    if facts.carried.conclusions:
        yield doc.Heading(_("What we wanted to do differently"))
        yield doc.ItemList(
            tuple(
                doc.Item(it.text, doc.Mark.EMPTY, it.topic)
                for it in facts.carried.conclusions[:CARRIED]
            )
        )
    yield doc.Columns(
        (
            (doc.Heading(_("If time runs short")), _giving_way(facts, _)),
            (doc.Heading(_("Right after the meeting")), _afterwards(facts, _)),
        )
    )


def _giving_way(facts: RunSheet, _: Catalog) -> doc.ItemList:
    """Time held in hand comes first; what is fixed to its hour does not move."""
    told = []
    for block in facts.agenda.picture.blocks:
        start = _when(facts, block, _)
        if block.kind == BlockKind.BUFFER:
            saves = _("saves {n} minutes", n=block.minutes)
            told.append(doc.Item(formats.dotted(start, block.title), doc.Mark.NUMBER, saves))
    for block in facts.agenda.picture.blocks:
        if block.pinned_at and block.timed:
            start = _when(facts, block, _)
            words = _("{time} {title} stays at its fixed time", time=start, title=block.title)
            told.append(doc.Item(words, doc.Mark.NUMBER))
    blank = [doc.Item("", doc.Mark.EMPTY)] * max(0, 3 - len(told))
    return doc.ItemList((*told, *blank))


def _afterwards(facts: RunSheet, _: Catalog) -> doc.ItemList:
    told = [it.title for it in facts.agenda.picture.after] or [
        _("Note who came, and the actual times"),
        _("Photograph the sheets and keep the feedback forms"),
        _("A short summary to everyone within two days"),
    ]
    return doc.ItemList(tuple(doc.Item(it, doc.Mark.EMPTY) for it in told))


def _pen(boxes: int, _: Catalog) -> Iterator[doc.Block]:
    """Fewer lines where rows of boxes need the page; notes to oneself give way altogether."""
    lines = max(3, 6 - 2 * boxes)
    notes = doc.Heading(
        _("Notes to myself"), _("what surprised me, who was silent, what to change")
    )
    yield doc.Heading(
        _("Parking lot"), _("topics that came up and are waiting for another meeting")
    )
    yield doc.NoteLines(lines)
    yield doc.Spare((notes, doc.NoteLines(least=lines)))


def _when(facts: RunSheet, block: Block, _: Catalog) -> str:
    """The clock, and the day where there are several."""
    clock = formats.clock(block.starts_at.time())
    if not facts.meeting.further:
        return clock
    return f"{formats.weekday_short(block.starts_at.date(), _.language)} {clock}"
