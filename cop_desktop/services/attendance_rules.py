"""What a community's members must attend: profiles as data, and the one that was chosen."""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import AttendanceRule
from cop_desktop.models.vocabulary import Signature
from cop_desktop.paths import resources

from .editing import Fields, cleaned, whole, word

NONE, OWN = "none", "own"
FIELDS: Fields = {
    "hours": whole(0, 1000),
    "minutes_an_hour": whole(30, 60),
    "least_presence": whole(0, 100),
    "least_face": whole(0, 100),
    "signature": word(Signature),
}


@frozen
class Rule:
    """Hours of the year (of `minutes_an_hour`), least shares in percent, and how one signs."""

    profile: str
    hours: int
    minutes_an_hour: int
    least_presence: int
    least_face: int
    signature: Signature

    @property
    def asks(self) -> bool:
        """Whether anything is asked of the members at all."""
        return bool(self.hours or self.least_presence or self.least_face)


@cache
def profiles() -> Mapping[str, Rule]:
    """The program's profiles by their keys, in the order of `resources/rules/attendance.toml`."""
    path = resources() / "rules" / "attendance.toml"
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: Rule(key, **cleaned(FIELDS, values)) for key, values in told.items()}


def of(session: Session, community_id: UUID) -> Rule:
    """The rule of a community; nothing is asked where none was chosen."""
    row = _row(session, community_id)
    if row is None:
        return profiles()[NONE]
    return Rule(row.profile, **{name: getattr(row, name) for name in FIELDS})


def choose(session: Session, community_id: UUID, profile: str) -> None:
    """Follow a profile; `own` keeps the present numbers, to be changed one by one."""
    rule = of(session, community_id) if profile == OWN else profiles()[profile]
    _set(session, community_id, asdict(rule) | {"profile": profile})


def change(session: Session, community_id: UUID, values: Mapping[str, Any]) -> None:
    """Change numbers of the rule, which is the community's own from then on."""
    rule = of(session, community_id)
    _set(session, community_id, asdict(rule) | cleaned(FIELDS, values) | {"profile": OWN})


def _set(session: Session, community_id: UUID, values: Mapping[str, Any]) -> None:
    row = _row(session, community_id)
    if row is None:
        session.add(AttendanceRule(community_id=community_id, **values))
        return
    for name, value in values.items():
        setattr(row, name, value)


def _row(session: Session, community_id: UUID) -> AttendanceRule | None:
    return session.scalar(select(AttendanceRule).where(AttendanceRule.community_id == community_id))
