"""Where the time of a meeting goes: by kind, role and learning, and who leads it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import AgendaItem, FunctionHolding, Meeting, Member
from cop_desktop.models.vocabulary import (
    AgendaPart,
    BlockKind,
    Depth,
    Function,
    LearningActivity,
    MeetingState,
    Role,
)

TOGETHER = frozenset({BlockKind.ROUND, BlockKind.CASE, BlockKind.DISCUSSION, BlockKind.PRODUCTS})
TALK = frozenset({BlockKind.OPENING, BlockKind.CONTENT, BlockKind.EXPERT})
WORK = TOGETHER | TALK  # breaks and buffers are led by nobody
Word = TypeVar("Word", bound=str)


@frozen
class Numbers:
    """Minutes of a meeting, all its days together; blocks in tracks count for a share of them."""

    minutes: int
    kinds: Mapping[BlockKind, int]
    roles: Mapping[Role, int]  # a block that serves two roles counts for both
    activities: Mapping[LearningActivity, int]
    depths: Mapping[Depth, int]
    leader: int  # led by the leader of the community on that day
    members: int  # by other members
    guests: int
    nobody: int
    together: int
    talk: int

    @property
    def share_together(self) -> float | None:
        """Of the working time, 0 to 1; None without any."""
        return _share(self.together, self.together + self.talk)

    @property
    def share_members(self) -> float | None:
        """What members other than the leader lead, of the working time."""
        return _share(self.members, self.leader + self.members + self.guests + self.nobody)


@frozen
class Earlier:
    """A meeting held before, to compare with."""

    meeting_id: UUID
    topic: str
    starts_at: datetime
    numbers: Numbers


@frozen
class Comparison:
    """A meeting beside the last ones held, newest first, and what is usual in them."""

    now: Numbers
    earlier: tuple[Earlier, ...]
    usual: Numbers | None  # the mean; None without earlier meetings


@frozen
class _Term:
    member_id: UUID
    since: date
    until: date | None


def of(session: Session, meeting_id: UUID, last: int = 3) -> Comparison:
    """A meeting's numbers beside those of the community's last held meetings before it."""
    meeting = session.get_one(Meeting, meeting_id)
    held = _held_before(session, meeting, last)
    leaders = _leaders(session, meeting.community_id)
    blocks = _blocks(session, [meeting, *held])
    told = {it.id: count(blocks.get(it.id, ()), _leader(leaders, it)) for it in (meeting, *held)}
    earlier = tuple(Earlier(it.id, it.topic, it.starts_at, told[it.id]) for it in held)
    return Comparison(told[meeting.id], earlier, mean([it.numbers for it in earlier]))


def count(blocks: Sequence[AgendaItem], leader_id: UUID | None) -> Numbers:
    """Count the blocks of one meeting; before and after do not count."""
    weights = _weights([it for it in blocks if it.part == AgendaPart.MEETING])
    work = [(it, weight) for it, weight in weights if it.kind in WORK]
    led = _by((_led(it, leader_id), weight) for it, weight in work)
    return Numbers(
        round(sum(weight for _item, weight in weights)),
        _by((it.kind, weight) for it, weight in weights),
        _by((role, weight) for it, weight in weights for role in it.roles),
        _by((it.activity, weight) for it, weight in weights if it.activity),
        _by((it.depth, weight) for it, weight in weights if it.depth),
        led.get("leader", 0),
        led.get("members", 0),
        led.get("guests", 0),
        led.get("nobody", 0),
        round(sum(weight for it, weight in work if it.kind in TOGETHER)),
        round(sum(weight for it, weight in work if it.kind in TALK)),
    )


def mean(several: Sequence[Numbers]) -> Numbers | None:
    """The mean of meetings' numbers, to the minute; None without any."""
    if not several:
        return None
    return Numbers(
        _mean([it.minutes for it in several]),
        _means([it.kinds for it in several]),
        _means([it.roles for it in several]),
        _means([it.activities for it in several]),
        _means([it.depths for it in several]),
        _mean([it.leader for it in several]),
        _mean([it.members for it in several]),
        _mean([it.guests for it in several]),
        _mean([it.nobody for it in several]),
        _mean([it.together for it in several]),
        _mean([it.talk for it in several]),
    )


def _weights(blocks: Sequence[AgendaItem]) -> list[tuple[AgendaItem, Fraction]]:
    """Each block with the minutes it counts: of what runs side by side everybody sees a share."""
    tracks: dict[UUID, dict[int, int]] = {}
    for block in blocks:
        if block.parent_id is not None:
            mine = tracks.setdefault(block.parent_id, {})
            mine[block.track or 0] = mine.get(block.track or 0, 0) + block.minutes
    told = []
    for block in blocks:
        weight = Fraction(block.minutes)
        if block.parent_id is not None:
            weight /= len(tracks[block.parent_id])
        elif lengths := tracks.get(block.id):  # what its shorter tracks leave over
            weight = max(lengths.values()) - Fraction(sum(lengths.values()), len(lengths))
        told.append((block, weight))
    return told


def _by(pairs: Iterable[tuple[Word, Fraction]]) -> dict[Word, int]:
    sums: dict[Word, Fraction] = {}
    for word, weight in pairs:
        sums[word] = sums.get(word, Fraction(0)) + weight
    return {word: minutes for word, weight in sums.items() if (minutes := round(weight))}


def _led(block: AgendaItem, leader_id: UUID | None) -> str:
    if block.leader_id is not None:
        return "leader" if block.leader_id == leader_id else "members"
    return "guests" if block.guest else "nobody"


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _mean(numbers: Sequence[int]) -> int:
    return round(Fraction(sum(numbers), len(numbers)))


def _means(several: Sequence[Mapping[Word, int]]) -> dict[Word, int]:
    words = dict.fromkeys(word for one in several for word in one)
    return {word: _mean([one.get(word, 0) for one in several]) for word in words}


def _held_before(session: Session, meeting: Meeting, last: int) -> list[Meeting]:
    query = (
        select(Meeting)
        .where(Meeting.community_id == meeting.community_id, Meeting.state == MeetingState.HELD)
        .where(Meeting.starts_at < meeting.starts_at, Meeting.agenda.any())
        .order_by(Meeting.starts_at.desc())
        .limit(last)
    )
    return list(session.scalars(query))


def _blocks(session: Session, meetings: Sequence[Meeting]) -> dict[UUID, list[AgendaItem]]:
    blocks: dict[UUID, list[AgendaItem]] = {}
    query = select(AgendaItem).where(AgendaItem.meeting_id.in_([it.id for it in meetings]))
    for item in session.scalars(query.order_by(AgendaItem.position)):
        blocks.setdefault(item.meeting_id, []).append(item)
    return blocks


def _leaders(session: Session, community_id: UUID) -> list[_Term]:
    """Who has led the community, the latest first."""
    query = (
        select(FunctionHolding.member_id, FunctionHolding.since, FunctionHolding.until)
        .join(Member, FunctionHolding.member_id == Member.id)
        .where(Member.community_id == community_id, FunctionHolding.function == Function.LEADER)
        .order_by(FunctionHolding.since.desc())
    )
    return [_Term(*row) for row in session.execute(query)]


def _leader(terms: Iterable[_Term], meeting: Meeting) -> UUID | None:
    on = meeting.starts_at.date()
    held = (it for it in terms if it.since <= on and (it.until is None or it.until > on))
    return next((it.member_id for it in held), None)
