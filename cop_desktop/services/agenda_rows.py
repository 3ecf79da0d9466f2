"""What an agenda hands out: blocks, tracks, days, and the whole picture of them."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from uuid import UUID

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import AgendaPart, BlockKind, Depth, LearningActivity, Role

from .agenda_order import Section
from .timing import Problem

MINUTE = timedelta(minutes=1)


@frozen
class Block:
    """A block of an agenda with its computed start."""

    id: UUID
    starts_at: datetime
    title: str
    minutes: int  # of parallel work: its longest track
    kind: BlockKind
    activity: LearningActivity | None
    roles: tuple[Role, ...]
    leader_id: UUID | None
    leader: str  # the member's name, or the guest's
    guest: str
    method: str
    outcome: str
    notes: str
    purpose: str = ""
    materials: str = ""
    questions: str = ""
    depth: Depth | None = None
    part: AgendaPart = AgendaPart.MEETING
    day: int = 0
    pinned_at: time | None = None
    parent_id: UUID | None = None
    track: int | None = None
    group_size: int | None = None
    began_at: datetime | None = None
    ended_at: datetime | None = None
    parallel: bool = False  # has tracks
    attachments: int = 0
    topic_id: UUID | None = None  # what it takes up of the topics that wait
    topic: str = ""  # its title

    @property
    def timed(self) -> bool:
        """Whether it takes time of the meeting; work before and after has no clock."""
        return self.part == AgendaPart.MEETING

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes if self.timed else 0)

    @property
    def section(self) -> Section:
        return Section(self.part, self.day, self.parent_id, self.track)

    @property
    def question_lines(self) -> tuple[str, ...]:
        return tuple(line for line in self.questions.splitlines() if line.strip())


@frozen
class Track:
    """One of the branches of parallel work."""

    id: UUID
    number: int
    title: str
    place: str
    blocks: tuple[Block, ...]
    minutes: int
    spare: int  # minutes until the longest track ends


@frozen
class DayPicture:
    """A day: as invited, its blocks outside tracks, and what does not meet."""

    number: int
    starts_at: datetime
    minutes: int  # as invited
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]

    @property
    def ends_at(self) -> datetime:
        """The end as invited."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def ends(self) -> datetime:
        """The end of what is planned."""
        return max((block.ends_at for block in self.blocks), default=self.starts_at)

    @property
    def planned(self) -> int:
        return sum(block.minutes for block in self.blocks)

    @property
    def over(self) -> int:
        return max(0, (self.ends - self.ends_at) // MINUTE)

    @property
    def under(self) -> int:
        return max(0, (self.ends_at - self.ends) // MINUTE)


@frozen
class Picture:
    """A whole agenda, as screens and papers show it."""

    days: tuple[DayPicture, ...]
    before: tuple[Block, ...]
    after: tuple[Block, ...]
    blocks: tuple[Block, ...]  # all, tracks included, in their order
    tracks: Mapping[UUID, tuple[Track, ...]]  # of each parallel block

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for day in self.days for problem in day.problems)

    @property
    def planned(self) -> int:
        return sum(day.planned for day in self.days)

    @property
    def invited(self) -> int:
        return sum(day.minutes for day in self.days)
