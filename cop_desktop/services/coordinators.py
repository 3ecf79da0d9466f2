"""Whose a file is: a leader's holds communities, a coordinator's what other communities sent."""

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import Community
from cop_desktop.models.collated import collated

LEADERS = N_(
    "{name} holds a community of its own. Packages are collected in a file of their own: "
    "choose another one, or a new one."
)


def is_coordinators(session: Session) -> bool:
    """Whether no community of its own lives in the file; an empty one may become anything."""
    return not session.scalar(select(exists().where(Community.id.is_not(None))))


def sent(session: Session) -> int:
    """How many communities have sent a package that was taken in."""
    return session.scalar(select(func.count()).select_from(collated["community"])) or 0


def must_be_coordinators(session: Session, name: str) -> None:
    """Refuse a leader's file: numbers of others have no place beside what is the leader's own."""
    if not is_coordinators(session):
        raise UserError(LEADERS, name=name)
