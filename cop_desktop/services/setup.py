"""The six steps of setting up: what the file can tell is marked by itself, the rest by hand."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.content.shapes import Task
from cop_desktop.frozen import frozen
from cop_desktop.models.method import CharterPart, SetupStep, Side, Source
from cop_desktop.models.thread_words import MarkList

from . import marks
from .setup_facts import SetupFacts, gather

CORE, ROLES, ROUTINES = 3, 3, 2  # as the tasks themselves say
MEETINGS, HOSTS = 4, 2  # of a year: one in two or three months, and taking turns

Reached = tuple[int, int]  # how many there are, and how many it takes
Rule = Callable[[SetupFacts], Reached]


@frozen
class TaskRow:
    """A task: whether it is done, and how far it has come where that can be counted."""

    key: str  # with its step, as marks know it: goals.domain_written
    name: str  # the key within its step, as its words are found by
    page: str  # where it is done
    computed: bool
    done: bool
    done_on: date | None  # of a mark by hand
    have: int = 0
    need: int = 0  # more than 1: "2 of 3" says something


@frozen
class StepRow:
    """One of the six steps."""

    step: SetupStep
    source: Source
    tasks: tuple[TaskRow, ...]

    @property
    def done(self) -> int:
        return sum(task.done for task in self.tasks)


def steps(session: Session, community_id: UUID, today: date) -> tuple[StepRow, ...]:
    """The steps in order with their tasks."""
    facts = gather(session, community_id, today)
    by_hand = marks.done(session, community_id, MarkList.SETUP)
    return tuple(
        StepRow(step, told.source, tuple(_task(step, task, facts, by_hand) for task in told.tasks))
        for step, told in shapes.steps().items()
    )


def mark(session: Session, community_id: UUID, key: str, on: date | None) -> None:
    """Mark a task that the file cannot tell, or take the mark away; any other is a bug."""
    step, _dot, name = key.partition(".")
    if not any(it.key == name and not it.computed for it in shapes.steps()[SetupStep(step)].tasks):
        raise KeyError(key)
    marks.mark(session, community_id, MarkList.SETUP, key, on)


def _task(step: SetupStep, task: Task, facts: SetupFacts, by_hand: Mapping[str, date]) -> TaskRow:
    key = f"{step}.{task.key}"
    if not task.computed:
        on = by_hand.get(key)
        return TaskRow(key, task.key, task.page, computed=False, done=on is not None, done_on=on)
    have, need = RULES[task.key](facts)
    return TaskRow(key, task.key, task.page, True, have >= need, None, min(have, need), need)


def _written(part: CharterPart) -> Rule:
    """A part of the newest version is written, be it a draft."""
    return lambda it: _one(it.charter is not None and part in it.charter.filled)


def _one(holds: object) -> Reached:
    return int(bool(holds)), 1


def _all(have: int, of: int) -> Reached:
    """Every one of them, and there is one at least."""
    return have, max(of, 1)


RULES: Mapping[str, Rule] = {
    "domain_written": lambda it: _one(
        it.domain or (it.charter and CharterPart.DOMAIN_IN in it.charter.filled)
    ),
    "boundary_written": _written(CharterPart.DOMAIN_OUT),
    "goals_of_the_year": lambda it: _one(it.goals),
    "promises_chosen": _written(CharterPart.PROMISES),
    "name_and_sentence": lambda it: _one(it.sentence),
    "first_list": lambda it: (it.members, 2),
    "core_of_three": lambda it: (it.core, CORE),
    "needs_interviews": lambda it: _all(it.heard, it.members),
    "consents_asked": lambda it: _all(it.asked, it.members),
    "needs_mapped": lambda it: (it.sides, len(Side)),
    "rules_of_trust": lambda it: _one(
        it.charter and (it.charter.norms or CharterPart.CONFIDENTIALITY in it.charter.filled)
    ),
    "charter_approved": lambda it: (it.agreed, it.members // 2 + 1),
    "work_plan_made": lambda it: _one(it.items),
    "year_of_meetings": lambda it: (it.meetings, MEETINGS),
    "hosts_in_turn": lambda it: (it.hosts, HOSTS),
    "platforms_chosen": _written(CharterPart.PLATFORMS),
    "three_roles": lambda it: (it.roles, ROLES),
    "two_routines": lambda it: (it.routines, ROUTINES),
    "first_product": lambda it: _one(it.products),
    "product_owner": lambda it: _all(it.owned, it.products),
    "approval_agreed": _written(CharterPart.PUBLISHING),
    "audience_named": lambda it: _all(it.for_somebody, it.products),
    "feedback_collected": lambda it: _one(it.feedback),
    "pause_planned": lambda it: _one(it.pauses),
    "review_day": lambda it: _one(
        it.in_force and it.in_force.review_on and it.in_force.review_on > it.today
    ),
    "self_check_done": lambda it: _one(it.checks),
}
