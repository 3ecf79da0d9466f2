"""The yearly self-check: how true statements about the community are found, and what that says.

Six components and five threats, three statements each. In a component a high mean is strength, in
a threat it is danger; where low and high begin is told by `content.shapes.check`.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from statistics import mean
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.errors import UserError
from cop_desktop.formats import work_year_of
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import SelfCheck, SelfCheckAnswer
from cop_desktop.models.method import Component, Threat

from .editing import Fields, apply, day, line, prose
from .looking import once

LEAST, MOST = 1, 5


def _day(value: Any) -> date:
    if found := day(value):
        return found
    raise UserError(N_("A self-check needs its day."))


FIELDS: Fields = {"checked_on": _day, "who": line, "note": prose}


class Level(StrEnum):
    """How the mean of a part reads."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


@frozen
class Part:
    """A component or a threat, and the keys of its statements as they are kept."""

    key: Component | Threat
    statements: tuple[str, ...]  # "components.leadership.shared"

    @property
    def threat(self) -> bool:
        return isinstance(self.key, Threat)


@frozen
class CheckRow:
    """A self-check with its answers, 1 to 5; statements left out are missing."""

    id: UUID
    on: date
    who: str  # answered together
    note: str  # what will be strengthened
    answers: Mapping[str, int]

    @property
    def work_year(self) -> int:
        return work_year_of(self.on)

    @property
    def complete(self) -> bool:
        return all(it in self.answers for part in parts() for it in part.statements)

    def answered(self, part: Part) -> int:
        return sum(it in self.answers for it in part.statements)


@frozen
class Reading:
    """A part of a check: its mean, and how that changed since the check before."""

    part: Part
    mean: float | None  # 1–5; None while a statement of the part is open
    before: float | None

    @property
    def level(self) -> Level | None:
        if self.mean is None:
            return None
        shape = shapes.check()
        if self.mean <= shape.low:
            return Level.LOW
        return Level.HIGH if self.mean >= shape.high else Level.MIDDLE

    @property
    def weak(self) -> bool:
        """A component that is low, or a threat that is high: what can be done is worth reading."""
        return self.level == (Level.HIGH if self.part.threat else Level.LOW)

    @property
    def strong(self) -> bool:
        return self.level == (Level.LOW if self.part.threat else Level.HIGH)

    @property
    def change(self) -> float | None:
        """Since the check before; more is better in a component, worse in a threat."""
        if self.mean is None or self.before is None:
            return None
        return self.mean - self.before


@cache
def parts() -> tuple[Part, ...]:
    """The components and then the threats, in the order in which they are asked."""
    shape = shapes.check()
    return (
        *(_part("components", key, names) for key, names in shape.components.items()),
        *(_part("threats", key, names) for key, names in shape.threats.items()),
    )


@once
def every(session: Session, community_id: UUID) -> tuple[CheckRow, ...]:
    """All checks, the latest first."""
    found = session.execute(
        select(SelfCheck, SelfCheckAnswer.statement, SelfCheckAnswer.rating)
        .outerjoin(SelfCheckAnswer, SelfCheckAnswer.check_id == SelfCheck.id)
        .where(SelfCheck.community_id == community_id)
        .order_by(SelfCheck.checked_on.desc(), SelfCheck.id)
    )
    rows: dict[UUID, CheckRow] = {}
    answers: dict[UUID, dict[str, int]] = {}
    for check, statement, rating in found:
        mine = answers.setdefault(check.id, {})
        if statement:
            mine[statement] = rating
        rows[check.id] = CheckRow(check.id, check.checked_on, check.who, check.note, mine)
    return tuple(rows.values())


def current(session: Session, community_id: UUID, today: date) -> CheckRow | None:
    """This work year's check, whether or not it is finished."""
    latest = next(iter(every(session, community_id)), None)
    return latest if latest and latest.work_year == work_year_of(today) else None


def before(checks: tuple[CheckRow, ...], check: CheckRow) -> CheckRow | None:
    """The check before one, of all as `every` gives them."""
    later = [it.id for it in checks].index(check.id)
    return next(iter(checks[later + 1 :]), None)


def read(check: CheckRow, earlier: CheckRow | None = None) -> tuple[Reading, ...]:
    """Every part of a check, held against an earlier one."""
    return tuple(
        Reading(part, _mean(check, part), _mean(earlier, part) if earlier else None)
        for part in parts()
    )


def begin(session: Session, community_id: UUID, today: date) -> UUID:
    """This work year's check: the one begun already, else a new one."""
    if found := current(session, community_id, today):
        return found.id
    check = SelfCheck(community_id=community_id, checked_on=today)
    session.add(check)
    session.flush()
    return check.id


def answer(session: Session, check_id: UUID, statement: str, rating: int | None) -> None:
    """Say how true a statement is, 1 to 5, or take the answer back."""
    if not any(statement in part.statements for part in parts()):
        raise UserError(N_("There is no statement {name} in the self-check."), name=statement)
    if rating is not None and not LEAST <= rating <= MOST:
        raise UserError(N_("A number from {least} to {most} is needed here."), least=1, most=5)
    session.execute(
        delete(SelfCheckAnswer).where(
            SelfCheckAnswer.check_id == check_id, SelfCheckAnswer.statement == statement
        )
    )
    if rating is not None:
        session.add(SelfCheckAnswer(check_id=check_id, statement=statement, rating=rating))
    session.flush()


def change(session: Session, check_id: UUID, values: Mapping[str, Any]) -> None:
    """Set the day, who answered, or what will be strengthened."""
    apply(session, SelfCheck, [check_id], FIELDS, values)


def remove(session: Session, check_id: UUID) -> None:
    """Delete a check with its answers."""
    session.delete(session.get_one(SelfCheck, check_id))


def _part(group: str, key: Component | Threat, names: tuple[str, ...]) -> Part:
    return Part(key, tuple(f"{group}.{key}.{name}" for name in names))


def _mean(check: CheckRow, part: Part) -> float | None:
    told = [check.answers[it] for it in part.statements if it in check.answers]
    return mean(told) if len(told) == len(part.statements) else None
