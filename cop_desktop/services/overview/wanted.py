"""Which communities are to be seen, and what there is to choose from."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models import CollatedCard
from cop_desktop.models.collated import collated, received
from cop_desktop.models.vocabulary import OrganisationKind, Share, Stage

from .sending import Sending

HEADCOUNT = collated["headcount"]


@frozen
class Wanted:
    """A filter; what is nothing filters nothing. `text` is sought in names, programmes, tags."""

    programme: str | None = None
    district: str | None = None  # where members come from
    kind: str | None = None  # of their organisations
    stage: str | None = None  # the present one
    level: str | None = None  # of the package
    sending: Sending | None = None
    text: str = ""


@frozen
class Choices:
    """What can be chosen, each in its own order."""

    programmes: tuple[str, ...]
    districts: tuple[str, ...]
    kinds: tuple[OrganisationKind, ...]
    stages: tuple[Stage, ...]
    levels: tuple[Share, ...]


def choices(session: Session) -> Choices:
    """What some community has; stages are the ones any was ever in."""
    kinds = _different(session, HEADCOUNT.c.organisation_kind)
    stages = _different(session, collated["stage"].c.stage)
    levels = _different(session, received.c.level, received.c.shown)
    programmes = _different(session, CollatedCard.programme)
    return Choices(
        tuple(sorted(filter(None, programmes))),
        tuple(sorted(filter(None, _different(session, HEADCOUNT.c.district)))),
        tuple(it for it in OrganisationKind if it.value in kinds),
        tuple(it for it in Stage if it.value in stages),
        tuple(it for it in Share if it.value in levels),
    )


def _different(session: Session, column: Any, *which: Any) -> set[str]:
    return set(session.scalars(select(column).where(*which).distinct()))


def at_home(wanted: Wanted) -> Select[Any]:
    """The keys of the communities with members of that district and kind."""
    its = HEADCOUNT.c
    asked: Mapping[Any, str | None] = {
        its.district: wanted.district,
        its.organisation_kind: wanted.kind,
    }
    query = select(its.community_id)
    for column, value in asked.items():
        if value is not None:
            query = query.where(column == value)
    return query
