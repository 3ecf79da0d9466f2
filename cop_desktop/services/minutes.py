"""The minutes of a meeting: what was noted on the day, in the order of the agenda, for a paper."""

from collections.abc import Sequence
from itertools import chain
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models import AgendaItem, Community, Meeting, Member
from cop_desktop.models.vocabulary import CAME, BlockKind, NoteKind, Presence

from . import actions, attendance, decisions, meetings, notes
from .actions import ActionRow
from .attendance import SheetLine, Turnout
from .decisions import DecisionRow
from .meetings import MeetingRow
from .notes import NoteRow
from .people import full_name


@frozen
class Part:
    """A block and what came of it; without `item_id` what belongs to no block."""

    item_id: UUID | None
    title: str
    leader: str
    kind: BlockKind | None
    outcome: str
    notes: tuple[NoteRow, ...]
    quotes: tuple[NoteRow, ...]
    open_issues: tuple[NoteRow, ...]
    decisions: tuple[DecisionRow, ...]
    actions: tuple[ActionRow, ...]

    def __bool__(self) -> bool:
        return any((self.notes, self.quotes, self.open_issues, self.decisions, self.actions))


@frozen
class Minutes:
    """Everything a summary needs. What was said in confidence is not in it.

    `turnout` may travel; the names of who came, and of who said what, are for members.
    """

    community: str
    meeting: MeetingRow
    turnout: Turnout
    came: tuple[SheetLine, ...]
    excused: tuple[SheetLine, ...]
    absent: tuple[SheetLine, ...]
    guests: tuple[str, ...]  # who led a block and is no member
    decisions: tuple[DecisionRow, ...]
    actions: tuple[ActionRow, ...]
    parts: tuple[Part, ...]  # that have something to tell, in the order of the agenda
    next: MeetingRow | None

    @property
    def summary(self) -> str:
        return self.meeting.summary

    @property
    def open_issues(self) -> tuple[NoteRow, ...]:
        return tuple(chain.from_iterable(part.open_issues for part in self.parts))

    @property
    def quotes(self) -> tuple[NoteRow, ...]:
        return tuple(chain.from_iterable(part.quotes for part in self.parts))


def of(session: Session, meeting_id: UUID) -> Minutes:
    """The minutes as they stand."""
    meeting = session.get_one(Meeting, meeting_id)
    sheet = attendance.sheet(session, meeting_id)
    decided = tuple(decisions.of(session, meeting_id))
    tasks = tuple(actions.of(session, meeting_id))
    noted = [note for note in notes.of(session, meeting_id) if not note.confidential]
    items = _items(session, meeting_id)
    return Minutes(
        session.get_one(Community, meeting.community_id).name,
        meetings.one(session, meeting_id),
        attendance.turnout(sheet),
        tuple(line for line in sheet if line.presence in CAME),
        tuple(line for line in sheet if line.presence == Presence.EXCUSED),
        tuple(line for line in sheet if line.presence == Presence.ABSENT),
        tuple(dict.fromkeys(item.guest for item, _ in items if item.guest)),
        decided,
        tasks,
        _parts(items, noted, decided, tasks),
        meetings.following(session, meeting_id),
    )


def draft(minutes: Minutes, _: Catalog) -> str:
    """A summary to start from, composed of what was noted; for the leader to edit."""
    parts = [_opening(minutes, _)]
    parts += [_of_part(part, _) for part in minutes.parts]
    decided = [row.text for row in minutes.decisions]
    tasks = [_task(row, _) for row in minutes.actions]
    issues = [row.text for row in minutes.open_issues]
    parts += [
        _section(heading, lines)
        for heading, lines in (
            (_("Decisions:"), decided),
            (_("Tasks:"), tasks),
            (_("Still open:"), issues),
        )
    ]
    if minutes.next:
        parts.append(_next(minutes.next, _))
    return "\n\n".join(part for part in parts if part)


# -- what belongs together -----------------------------------------------------------------


Item = tuple[AgendaItem, str]  # with who leads it
_Head = tuple[UUID | None, str, str, BlockKind | None, str]
_NO_BLOCK: _Head = (None, "", "", None, "")


def _items(session: Session, meeting_id: UUID) -> list[Item]:
    found = session.execute(
        select(AgendaItem, Member.given_name, Member.family_name)
        .outerjoin(Member, AgendaItem.leader_id == Member.id)
        .where(AgendaItem.meeting_id == meeting_id)
        .order_by(AgendaItem.position)
    )
    return [(item, full_name(given, family) or item.guest) for item, given, family in found]


def _parts(
    items: Sequence[Item],
    noted: Sequence[NoteRow],
    decided: Sequence[DecisionRow],
    tasks: Sequence[ActionRow],
) -> tuple[Part, ...]:
    def of_kind(key: UUID | None, kind: NoteKind) -> tuple[NoteRow, ...]:
        return tuple(row for row in noted if row.item_id == key and row.kind == kind)

    def part(head: _Head) -> Part:
        key = head[0]
        return Part(
            *head,
            of_kind(key, NoteKind.NOTE),
            of_kind(key, NoteKind.QUOTE),
            of_kind(key, NoteKind.OPEN_ISSUE),
            tuple(row for row in decided if row.item_id == key),
            tuple(row for row in tasks if row.item_id == key),
        )

    heads: list[_Head] = [(it.id, it.title, leader, it.kind, it.outcome) for it, leader in items]
    return tuple(told for head in (*heads, _NO_BLOCK) if (told := part(head)))


# -- words of the draft ----------------------------------------------------------------------


def _opening(minutes: Minutes, _: Catalog) -> str:
    row, turnout = minutes.meeting, minutes.turnout
    day = formats.date_long(row.starts_at.date(), _.language)
    said = _("On {day} we met about “{topic}”.", day=day, topic=row.topic)
    if turnout.came:
        said += " " + _.plural("{n} member came.", "{n} members came.", turnout.came)
    return said


def _of_part(part: Part, _: Catalog) -> str:
    """A block with its notes and quotes; decisions, tasks and open issues come together below."""
    lines = [row.text for row in part.notes] + [_quote(row, _) for row in part.quotes]
    return _section(part.title, lines) if lines else ""


def _quote(row: NoteRow, _: Catalog) -> str:
    if row.said_by:
        return _("“{words}” ({name})", words=row.text, name=row.said_by)
    return _("“{words}”", words=row.text)


def _task(row: ActionRow, _: Catalog) -> str:
    until = formats.day_and_month(row.due, _.language) if row.due else ""
    if row.owner and until:
        return _("{task}: {name}, until {day}", task=row.text, name=row.owner, day=until)
    if row.owner:
        return _("{task}: {name}", task=row.text, name=row.owner)
    return _("{task}, until {day}", task=row.text, day=until) if until else row.text


def _section(heading: str, lines: Sequence[str]) -> str:
    listed = [f"• {line}" for line in lines]
    return "\n".join([*([heading] if heading else []), *listed]) if lines else ""


def _next(row: MeetingRow, _: Catalog) -> str:
    day = formats.date_long(row.starts_at.date(), _.language)
    return _("We meet next on {day}: “{topic}”.", day=day, topic=row.topic)
