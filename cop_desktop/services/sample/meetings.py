"""Two years of meetings: those held, the next one, and those only planned."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import AgendaItem, Attendance, Decision, Meeting, Member
from cop_desktop.models.vocabulary import (
    AgendaPart,
    BlockKind,
    Depth,
    LearningActivity,
    MeetingKind,
    MeetingState,
    Presence,
    Progress,
    Reply,
    Role,
)

from . import afterwards
from .story import Story, Told, read
from .year import Year

_Word = TypeVar("_Word", bound=StrEnum)
_PRESENCE = {
    "p": Presence.PRESENT,
    "l": Presence.LATE,
    "e": Presence.EXCUSED,
    "a": Presence.ABSENT,
}
_ANSWERED = {
    Presence.PRESENT: Reply.COMING,
    Presence.LATE: Reply.COMING,
    Presence.EXCUSED: Reply.NOT_COMING,
}


@frozen
class _Gathering:
    """A meeting of the tale on its day; `place` counts from 0 in the year called `which`."""

    told: Told
    on: date
    which: str
    place: int


@frozen
class _Course:
    """All meetings, as they stand today; each list in order."""

    held: Sequence[_Gathering]
    coming: _Gathering
    planned: Sequence[_Gathering]


def tell(session: Session, story: Story) -> None:
    """Add the meetings, what came of those held, and the answers to the next invitation."""
    course = _course(story.year)
    held = [_held(story, one) for one in course.held]
    held[-1].summary, held[-1].summary_sent_on = "", None  # still to be written
    coming = _coming(story, course.coming)
    session.add_all([*held, coming, *(_meeting(story, one) for one in course.planned)])
    session.flush()
    for gathering, meeting in zip(course.held, held, strict=True):
        story.meetings[f"{gathering.which} {gathering.told['day']}"] = meeting.id
        session.add_all(_attendance(session, story, gathering, meeting))
        session.add_all(_decisions(story, gathering, meeting))
        afterwards.tell(session, story, gathering.told, meeting)
    session.add_all(_answers(story, coming))


def _course(year: Year) -> _Course:
    """The next meeting takes the place of the first one not yet held, some days from today."""
    told = read("this_year")["meetings"]
    this = [_Gathering(one, year.meeting(f"this {one['day']}"), "this", place)
            for place, one in enumerate(told)]  # fmt: skip
    regular = [one for one in this if "summer" not in one.told]
    held = [one for one in regular if one.on < year.ago(3)]
    coming = this[len(held)]  # after the last regular one, that of the summer
    last = [_Gathering(one, year.meeting(f"last {one['day']}"), "last", place)
            for place, one in enumerate(read("last_year")["meetings"])]  # fmt: skip
    return _Course(
        [*last, *held],
        _Gathering(coming.told, year.next_meeting, "this", coming.place),
        regular[len(held) + 1 :],
    )


def _meeting(story: Story, gathering: _Gathering) -> Meeting:
    """What is known of a meeting long before it."""
    told = gathering.told
    return Meeting(
        community_id=story.community_id, topic=told["topic"],
        starts_at=datetime.combine(gathering.on, time.fromisoformat(told["time"])),
        minutes=told["minutes"], kind=MeetingKind(told["kind"]),
        host_id=story.organisation(told, "host"),
        place=told.get("place", ""), link=told.get("link", ""), purpose=told["purpose"],
        moved=told.get("moved", 0),
    )  # fmt: skip


def _coming(story: Story, gathering: _Gathering) -> Meeting:
    """A meeting people were invited to; materials and reminder are still to be sent."""
    meeting = _meeting(story, gathering)
    meeting.question = gathering.told["question"]
    meeting.invited_on = gathering.on - timedelta(days=21)
    meeting.agenda.extend(_block(story, told) for told in gathering.told["agenda"])
    return meeting


def _held(story: Story, gathering: _Gathering) -> Meeting:
    meeting = _coming(story, gathering)
    meeting.state = MeetingState.HELD
    meeting.materials_on = gathering.on - timedelta(days=5)
    meeting.reminded_on = gathering.on - timedelta(days=2)
    meeting.summary = gathering.told["summary"]
    meeting.summary_sent_on = gathering.on + timedelta(days=6)
    return meeting


def _block(story: Story, told: Told) -> AgendaItem:
    return AgendaItem(
        title=told["title"], minutes=told["minutes"], kind=BlockKind(told["kind"]),
        activity=_word(LearningActivity, told, "activity"),
        roles=(Role(told["role"]),) if "role" in told else (),
        leader_id=story.member(told, "leader"), guest=told.get("guest", ""),
        topic_id=story.topic(told),
        purpose=told.get("purpose", ""), method=told.get("method", ""),
        materials=told.get("materials", ""), questions="\n".join(told.get("questions", ())),
        outcome=told.get("outcome", ""), notes=told.get("notes", ""),
        part=AgendaPart(told.get("part", AgendaPart.MEETING)), depth=_word(Depth, told, "depth"),
        pinned_at=time.fromisoformat(told["pinned"]) if "pinned" in told else None,
        group_size=told.get("group_size"),
    )  # fmt: skip


def _word(kind: type[_Word], told: Told, key: str) -> _Word | None:
    return kind(told[key]) if key in told else None


def _attendance(
    session: Session, story: Story, gathering: _Gathering, meeting: Meeting
) -> Iterator[Attendance]:
    """One row for everybody who was a member on the day."""
    for key, told in read("members").items():
        member = session.get_one(Member, story.members[key])
        if _belonged(member, gathering.on):
            presence = _PRESENCE[told[gathering.which][gathering.place]]
            yield Attendance(
                meeting_id=meeting.id, member_id=member.id,
                reply=_ANSWERED.get(presence), presence=presence,
            )  # fmt: skip


def _belonged(member: Member, on: date) -> bool:
    joined = member.joined is not None and member.joined <= on
    return joined and (member.left is None or on < member.left)


def _answers(story: Story, meeting: Meeting) -> Iterator[Attendance]:
    for key, told in read("members").items():
        if reply := _word(Reply, told, "reply"):
            member_id = story.members[key]
            yield Attendance(meeting_id=meeting.id, member_id=member_id, reply=reply)


def _decisions(story: Story, gathering: _Gathering, meeting: Meeting) -> Iterator[Decision]:
    for position, told in enumerate(gathering.told["decisions"]):
        due = gathering.on + timedelta(weeks=told["weeks"])
        state = Progress(told["state"])
        early = state is Progress.DONE and due > story.year.today
        yield Decision(
            meeting_id=meeting.id, position=position, text=told["text"],
            state=Progress.UNDER_WAY if early else state,
            note="" if early else told.get("note", ""),
            owner_id=story.member(told, "owner"), due=due, topic_id=story.topic(told),
        )  # fmt: skip
