"""The participants' handout: page one informs, page two belongs to the pen."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export import document as doc
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import BlockKind, Progress
from cop_desktop.services import agendas, communities, decisions, functions, meetings
from cop_desktop.services.agendas import Block
from cop_desktop.services.decisions import DecisionRow
from cop_desktop.services.meetings import MeetingRow

MARKS = {
    Progress.NOT_STARTED: doc.Mark.EMPTY,
    Progress.UNDER_WAY: doc.Mark.HALF,
    Progress.DONE: doc.Mark.DONE,
    Progress.DROPPED: doc.Mark.DROPPED,
}
SHARED = {BlockKind.CASE, BlockKind.DISCUSSION, BlockKind.PRODUCTS}
SHOWN_DECISIONS = 3


@dataclass(frozen=True, slots=True)
class Handout:
    """What the handout tells: the meeting, its blocks, the last decisions, the next date."""

    community: str
    meeting: MeetingRow
    blocks: tuple[Block, ...]
    decided: tuple[DecisionRow, ...]
    contact: str
    following: MeetingRow | None


def gather(session: Session, meeting_id: UUID, community_id: UUID, today: date) -> Handout:
    """Read what the handout needs; notes of the facilitator stay behind."""
    meeting = meetings.one(session, meeting_id)
    last = meetings.latest(session, community_id, meeting.starts_at)
    leader = functions.leader(session, community_id, meeting.starts_at.date())
    return Handout(
        communities.one(session, community_id, today).name,
        meeting,
        tuple(agendas.of(session, meeting_id)),
        tuple(decisions.of(session, last.id)) if last else (),
        leader.name if leader else "",
        meetings.following(session, meeting_id),
    )


def handout(facts: Handout, _: Catalog) -> doc.Document:
    """Describe the two pages; no clock, no file, no drawing."""
    meeting, on = facts.meeting, facts.meeting.starts_at.date()
    day = formats.date_short(on, _.language)
    kind = _("Participants' handout")
    place = _("meeting {number} of {of}", number=meeting.number, of=meeting.of)
    return doc.Document(
        title=formats.dotted(meeting.topic, day),
        language=_.language,
        rtl=_.rtl,
        head=doc.Head(facts.community, meeting.topic, formats.dotted(kind, place)),
        foot=doc.Foot(
            formats.dotted(kind, day), _("What is said in the meeting stays in the meeting")
        ),
        author=facts.community,
        blocks=(*_information(facts, _), *_for_the_pen(facts, _)),
    )


def when_and_where(meeting: MeetingRow, contact: str, _: Catalog) -> doc.Facts:
    """The strip under the head: day in both calendars, hours, place, whom to ask."""
    on = meeting.starts_at.date()
    hours = formats.time_range_paper(meeting.starts_at.time(), meeting.ends_at.time(), _.language)
    facts = [
        doc.Fact(_("When"), formats.date_long(on, _.language), formats.hebrew_date(on, _.language)),
        doc.Fact(_("Hours"), hours, formats.duration(meeting.minutes, _.language)),
        doc.Fact(_("Where"), meeting.place or meeting.host or _("To be announced"),
                 meeting.host if meeting.place else ""),
    ]  # fmt: skip
    if contact:
        facts.append(doc.Fact(_("Questions to"), contact))
    return doc.Facts(tuple(facts), widths=(56, 40, 42, None)[-len(facts) :])


def next_meeting(following: MeetingRow, _: Catalog) -> doc.NextMeeting:
    """The next date, large, in both calendars."""
    on = following.starts_at.date()
    hours = formats.time_range_paper(
        following.starts_at.time(), following.ends_at.time(), _.language
    )
    where = following.place or following.host
    return doc.NextMeeting(
        _("The next meeting"),
        formats.dotted(formats.date_long(on, _.language), formats.hebrew_date(on, _.language)),
        # apart: in an English line a Hebrew place would turn the hours round
        f"{formats.isolate(hours)}, {formats.isolate(where)}" if where else hours,
        following.topic,
        following.link,
        _("To the materials") if following.link else "",
    )


def _information(facts: Handout, _: Catalog) -> list[doc.Block]:
    blocks: list[doc.Block] = [when_and_where(facts.meeting, facts.contact, _)]
    if facts.meeting.purpose:
        blocks.append(doc.Callout(facts.meeting.purpose))
    if facts.decided:
        blocks.append(doc.Heading(_("What we decided last time")))
        blocks.append(_decisions(facts.decided[:SHOWN_DECISIONS]))
    if facts.blocks:
        blocks += _agenda(facts.blocks, _)
    return blocks


def _decisions(decided: tuple[DecisionRow, ...]) -> doc.ItemList:
    return doc.ItemList(tuple(doc.Item(row.text, MARKS[row.state], row.note) for row in decided))


def _agenda(blocks: tuple[Block, ...], _: Catalog) -> list[doc.Block]:
    total = sum(block.minutes for block in blocks)
    shared = sum(block.minutes for block in blocks if block.kind in SHARED)
    minutes = formats.counted(total, "minute", _.language)
    note = minutes
    if shared:
        joint = formats.counted(shared, "minute", _.language)
        note = _("{minutes}, of them {joint} of joint work", minutes=minutes, joint=joint)
    columns = (
        doc.Column(width=7, look=doc.Look.STRONG),
        doc.Column(_("Time"), 14),
        doc.Column(_("Topic"), look=doc.Look.STRONG),
        doc.Column(_("Led by"), 37),
        doc.Column(_("What comes out"), 41, secondary=True),
    )
    rows = tuple(_row(number, block, _) for number, block in enumerate(blocks, start=1))
    return [
        doc.Heading(_("Agenda"), note),
        doc.Ribbon(tuple(_piece(number, block) for number, block in enumerate(blocks, start=1))),
        doc.Table(columns, rows, roomy=True),
    ]


def _piece(number: int, block: Block) -> doc.Piece:
    kind = doc.PieceKind.SHARED if block.kind in SHARED else doc.PieceKind.TALK
    pause = block.kind == BlockKind.BREAK
    return doc.Piece(number, block.minutes, doc.PieceKind.BREAK if pause else kind)


def _row(number: int, block: Block, _: Catalog) -> doc.Row:
    start = formats.clock(block.starts_at.time())
    if block.kind == BlockKind.BREAK:
        length = formats.counted(block.minutes, "minute", _.language)
        pause = formats.dotted(block.title, length)
        return doc.Row((str(number), start, pause), doc.RowKind.PAUSE)
    role = block.roles[0] if block.roles else None
    led = doc.Cell(block.leader, content(_.language).role(role).name if role else "", role)
    return doc.Row((str(number), start, block.title, led, block.outcome))


def _for_the_pen(facts: Handout, _: Catalog) -> list[doc.Block]:
    # without an agenda there is room for the pen on the first page
    blocks: list[doc.Block] = [doc.NewSheet()] if facts.blocks else []
    if facts.meeting.question:
        blocks.append(doc.Heading(_("Before we begin")))
        blocks.append(doc.QuestionBox(facts.meeting.question))
    to_do = doc.Table(
        (
            doc.Column(_("Action")),
            doc.Column(_("With whom"), 38, pen=True),
            doc.Column(_("By when"), 32, pen=True),
        ),
        tuple(doc.Row((doc.Cell("", mark=doc.Mark.EMPTY), "", "")) for _line in range(3)),
        row_height=11,
    )
    blocks += [doc.Heading(_("Notes")), doc.NoteLines(least=7)]
    blocks += [doc.Heading(_("What I will do until the next meeting")), to_do]
    if facts.following:
        blocks.append(doc.ToFoot((next_meeting(facts.following, _),)))
    return blocks
