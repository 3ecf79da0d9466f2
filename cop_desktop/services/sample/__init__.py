"""A believable community to look around in: its second year, told as of today.

The words are in `resources/sample/*.toml`; here they become rows. What those files tell of days
still ahead is left out, brought back to today, or told as a plan.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import delete, exists, or_, select, union
from sqlalchemy.orm import Session

from cop_desktop.models import Community, Meeting, Member, Need, Organisation, Stakeholder
from cop_desktop.services.keys import refresh_keys

from . import charter, meetings, method, people, products, thread, work
from .story import Story, read
from .year import Year

__all__ = ["create", "remove"]

_LINKS = (
    Member.organisation_id, Meeting.host_id, Need.organisation_id, Stakeholder.organisation_id
)  # fmt: skip
_CHAPTERS = (  # each refers to what those before it told
    people.tell,
    thread.open_topics,
    meetings.tell,
    work.tell,
    products.tell,
    thread.tell,
    charter.tell,
    method.tell,
)


def create(session: Session, today: date, language: str = "he") -> UUID:
    """Add the sample; its name and sentence in the given language, all else in Hebrew."""
    told, year = read("community"), Year(today)
    community = people.community(told["community"], year, language)
    places = {key: people.organisation(it) for key, it in told["organisations"].items()}
    session.add_all([community, *places.values()])
    session.flush()
    story = Story(year, community.id, {key: place.id for key, place in places.items()}, {})
    for tell in _CHAPTERS:
        tell(session, story)
    session.flush()
    refresh_keys(session, story.members.values())
    return community.id


def remove(session: Session) -> None:
    """Remove every sample community, and the organisations that nobody else uses."""
    samples = list(session.scalars(select(Community.id).where(Community.is_sample)))
    places = _places_of(session, samples)
    session.execute(delete(Community).where(Community.id.in_(samples)))
    still_used = or_(*(exists().where(link == Organisation.id) for link in _LINKS))
    session.execute(
        delete(Organisation)
        .where(Organisation.id.in_(places), ~still_used)
        .execution_options(synchronize_session="fetch")
    )


def _places_of(session: Session, communities: list[UUID]) -> list[UUID]:
    """The organisations that anything of theirs names."""
    named = (select(link).where(link.class_.community_id.in_(communities)) for link in _LINKS)
    return [place for place in session.scalars(union(*named)) if place]
