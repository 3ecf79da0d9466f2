"""How much is too much: the method's own thresholds, and those a community set otherwise."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import Threshold

from .looking import once

MOST = 10_000
Values = Mapping[tuple[str, str], int]  # by rule and name


@once
def changed(session: Session, community_id: UUID) -> Values:
    """What the community set otherwise than the method; all else is as in `content.shapes`."""
    found = select(Threshold).where(Threshold.community_id == community_id)
    return {(it.rule, it.name): it.value for it in session.scalars(found)}


def set_value(session: Session, community_id: UUID, rule: str, name: str, value: int) -> None:
    """Set a threshold; raises UserError for a number that cannot be meant."""
    if not 0 <= value <= MOST:
        raise UserError(N_("A number from {least} to {most} is needed here."), least=0, most=MOST)
    found = session.scalar(select(Threshold).where(*_of(community_id, rule, name)))
    if found is None:
        session.add(Threshold(community_id=community_id, rule=rule, name=name, value=value))
    else:
        found.value = value


def reset(session: Session, community_id: UUID, rule: str, name: str) -> None:
    """Let the method's own threshold hold again."""
    session.execute(delete(Threshold).where(*_of(community_id, rule, name)))


def _of(community_id: UUID, rule: str, name: str) -> tuple[ColumnElement[bool], ...]:
    return (
        Threshold.community_id == community_id, Threshold.rule == rule, Threshold.name == name
    )  # fmt: skip
