"""The participants' handout: page one informs, page two belongs to the pen."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.export import document as doc
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.services import agendas, communities, decisions, functions, groups, meetings
from cop_desktop.services.agenda_rows import Block
from cop_desktop.services.decisions import DecisionRow
from cop_desktop.services.meetings import MeetingRow

from .agenda import Agenda, agenda
from .meeting import MARKS, next_meeting, place_in_year, short_day, when_and_where

SHOWN_DECISIONS, FEWER = 3, 2
ROWS = 9  # of an agenda that fits one page


@frozen
class Handout:
    """What the handout tells: the meeting, its agenda, the last decisions, the next date."""

    community: str
    meeting: MeetingRow
    agenda: Agenda
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
        gather_agenda(session, meeting_id),
        tuple(decisions.of(session, last.id)) if last else (),
        leader.name if leader else "",
        meetings.following(session, meeting_id),
    )


def gather_agenda(session: Session, meeting_id: UUID) -> Agenda:
    """The picture of the agenda, and the groups for those who are expected."""
    picture = agendas.picture(session, meeting_id)
    people = groups.expected(session, meeting_id)
    return Agenda(picture, groups.of(picture.blocks, people))


def handout(facts: Handout, _: Catalog) -> doc.Document:
    """Describe the two pages; no clock, no file, no drawing."""
    meeting, day = facts.meeting, short_day(facts.meeting, _)
    kind = _("Participants' handout")
    return doc.Document(
        title=formats.dotted(meeting.topic, day),
        language=_.language,
        rtl=_.rtl,
        head=doc.Head(
            facts.community, meeting.topic, formats.dotted(kind, place_in_year(meeting, _))
        ),
        foot=doc.Foot(
            formats.dotted(kind, day), _("What is said in the meeting stays in the meeting")
        ),
        author=facts.community,
        blocks=(*_information(facts, _), *_for_the_pen(facts, _)),
    )


def _information(facts: Handout, _: Catalog) -> list[doc.Block]:
    contact = doc.Fact(_("Questions to"), facts.contact) if facts.contact else None
    later = _("To be announced")
    blocks: list[doc.Block] = [when_and_where(facts.meeting, contact, _, unknown=later)]
    if facts.meeting.purpose:
        blocks.append(doc.Callout(facts.meeting.purpose))
    if facts.decided:
        blocks.append(doc.Heading(_("What we decided last time")))
        blocks.append(_decisions(facts.decided))
    if facts.agenda.picture.before:
        blocks.append(doc.Heading(_("To do before we meet")))
        blocks.append(_tasks(facts.agenda.picture.before))
    return [*blocks, *agenda(facts.agenda, _, materials=_rows(facts.agenda) <= ROWS)]


def _decisions(decided: tuple[DecisionRow, ...]) -> doc.Block:
    """Three of them, or two where the agenda needs the page."""
    told = tuple(doc.Item(row.text, MARKS[row.state], row.note) for row in decided)
    three, two = doc.ItemList(told[:SHOWN_DECISIONS]), doc.ItemList(told[:FEWER])
    return doc.Spare((three,), instead=(two,)) if len(told) > FEWER else three


def _tasks(blocks: tuple[Block, ...]) -> doc.ItemList:
    return doc.ItemList(tuple(doc.Item(it.title, doc.Mark.EMPTY, it.leader) for it in blocks))


def _for_the_pen(facts: Handout, _: Catalog) -> list[doc.Block]:
    # the second page is the pen's; an agenda that runs over the first is followed by what has room
    blocks: list[doc.Block] = [doc.NewSheet()] if facts.agenda.days else []
    if facts.meeting.question:
        blocks.append(doc.Heading(_("Before we begin")))
        box = doc.QuestionBox(facts.meeting.question)
        blocks.append(doc.Spare((box,), order=3, instead=(replace(box, lines=1),)))
    blocks += [doc.Heading(_("Notes")), doc.NoteLines(least=7)]
    if facts.agenda.picture.after:
        after = (doc.Heading(_("After the meeting")), _tasks(facts.agenda.picture.after))
        blocks.append(doc.Spare(after, order=2))
    blocks.append(doc.Heading(_("What I will do until the next meeting")))
    blocks.append(doc.Spare((_to_do(3, _),), order=1, instead=(_to_do(2, _),)))
    if last := next_meeting(facts.following, facts.meeting.link, _):
        blocks.append(doc.ToFoot((last,)))
    return blocks


def _rows(told: Agenda) -> int:
    """Lines of the agenda, days and tracks included."""
    tracks = sum(len(them) for them in told.picture.tracks.values())
    return sum(len(day.blocks) + 1 for day in told.days) - 1 + tracks if told.days else 0


def _to_do(lines: int, _: Catalog) -> doc.Table:
    return doc.Table(
        (
            doc.Column(_("Action")),
            doc.Column(_("With whom"), 38, pen=True),
            doc.Column(_("By when"), 32, pen=True),
        ),
        tuple(doc.Row((doc.Cell("", mark=doc.Mark.EMPTY), "", "")) for _line in range(lines)),
        row_height=11,
    )
