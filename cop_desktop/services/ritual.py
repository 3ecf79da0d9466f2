"""The steps of a transformation and their tasks: computed where the file tells, else marked."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.frozen import frozen
from cop_desktop.models import Action, Decision, Meeting, Product, ValueStory
from cop_desktop.models.method import RitualStep
from cop_desktop.models.thread_words import MarkList
from cop_desktop.models.vocabulary import OPEN_STILL, MeetingState, ProductStatus

from . import marks, private, turnings
from .turnings import TurningRow

HOMELESS = (ProductStatus.APPROVED, ProductStatus.PUBLISHED)  # where that matters


@frozen
class TaskRow:
    """A task; `left` counts what is still to be done where the file tells."""

    key: str  # "hand_over.products_homes"
    computed: bool
    done: bool
    left: int | None = None


@frozen
class StepRow:
    """A step with its tasks."""

    step: RitualStep
    tasks: tuple[TaskRow, ...]

    @property
    def done(self) -> bool:
        return all(task.done for task in self.tasks)


@frozen
class Ritual:
    """The transformation under way, its steps, and what is private in the file by kind."""

    turning: TurningRow
    steps: tuple[StepRow, ...]
    private: Mapping[str, int]
    stories: int  # that may leave

    @property
    def done(self) -> int:
        return sum(task.done for step in self.steps for task in step.tasks)

    @property
    def all(self) -> int:
        return sum(len(step.tasks) for step in self.steps)


@frozen
class _Known:
    turning: TurningRow
    homeless: int  # finished products of which nobody knows where they are
    ownerless: int  # open decisions and tasks
    private: int
    meetings: int  # planned or held after the decision


# What is still to be done of a task, 0 when it is done.
COMPUTED: Mapping[str, Callable[[_Known], int]] = {
    "decide.choice_of_kind": lambda _known: 0,  # it began with the choice
    "decide.decision_written": lambda known: int(known.turning.decided_on is None),
    "hand_over.products_homes": lambda known: known.homeless,
    "hand_over.open_matters": lambda known: known.ownerless,
    "archive.private_removed": lambda known: known.private,
    "succession.farewell_meeting": lambda known: int(known.meetings == 0),
}


def of(session: Session, community_id: UUID) -> Ritual | None:
    """The ritual of the transformation under way; nothing when there is none."""
    turning = turnings.current(session, community_id)
    if turning is None:
        return None
    secret = private.left(session, community_id)
    homeless, ownerless, after, stories = _counts(session, community_id, turning)
    known = _Known(turning, homeless, ownerless, sum(secret.values()), after)
    marked = marks.done(session, community_id, MarkList.RITUAL)
    steps = tuple(
        StepRow(step, tuple(_task(f"{step}.{key}", known, marked) for key in keys))
        for step, keys in shapes.ritual().items()
    )
    return Ritual(turning, steps, secret, stories)


def mark(session: Session, community_id: UUID, key: str, on: date | None) -> None:
    """Mark a task that the file cannot tell, or take the mark away."""
    marks.mark(session, community_id, MarkList.RITUAL, key, on)


def _task(key: str, known: _Known, marked: Mapping[str, date]) -> TaskRow:
    if key not in COMPUTED:
        return TaskRow(key, computed=False, done=key in marked)
    left = COMPUTED[key](known)
    return TaskRow(key, computed=True, done=left == 0, left=left)


def _counts(session: Session, community_id: UUID, turning: TurningRow) -> tuple[int, int, int, int]:
    """Products without a home, open matters without an owner, meetings after, stories to take."""
    after = datetime.combine(turning.decided_on or date.max, datetime.max.time())
    queries = (
        select(func.count(Product.id)).where(
            Product.community_id == community_id, Product.status.in_(HOMELESS), Product.where == ""
        ),
        select(func.count(Decision.id)).join(Meeting, Decision.meeting_id == Meeting.id).where(
            Meeting.community_id == community_id, Decision.state.in_(OPEN_STILL),
            Decision.owner_id.is_(None),
        ),
        select(func.count(Action.id)).where(
            Action.community_id == community_id, Action.state.in_(OPEN_STILL),
            Action.owner_id.is_(None), or_(Action.guest == "", Action.guest.is_(None)),
        ),
        select(func.count(Meeting.id)).where(
            Meeting.community_id == community_id, Meeting.state != MeetingState.CANCELLED,
            Meeting.starts_at > after,
        ),
        select(func.count(ValueStory.id)).where(
            ValueStory.community_id == community_id, ValueStory.may_leave, ValueStory.changed != ""
        ),
    )  # fmt: skip
    row = session.execute(select(*(it.scalar_subquery() for it in queries))).one()
    return row[0], row[1] + row[2], row[3], row[4]
