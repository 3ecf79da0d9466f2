"""What the page shows, read at once."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.frozen import frozen
from cop_desktop.services import (
    meetings,
    needs,
    organisations,
    pauses,
    products,
    stories,
    thresholds,
    topics,
)
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.needs import NeedRow
from cop_desktop.services.organisations import OrganisationRow
from cop_desktop.services.pauses import Changes, Offered, PauseRow
from cop_desktop.services.products import ProductRow
from cop_desktop.services.stories import StoryRow
from cop_desktop.services.topics import TopicRow
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.people import People, people

WAITING = "topics_wait", "meetings"  # the sign and its threshold


@frozen
class Told:
    """Everything of the page."""

    needs: tuple[NeedRow, ...]
    topics: tuple[TopicRow, ...]
    stories: tuple[StoryRow, ...]
    pauses: tuple[PauseRow, ...]
    offered: tuple[Offered, ...]  # by the pause that is ahead
    changes: Mapping[UUID, Changes]
    mapped: date | None
    limit: int  # meetings that a topic can wait
    people: People
    meetings: tuple[MeetingRow, ...]  # that are behind: needs come from them
    organisations: tuple[OrganisationRow, ...]
    products: tuple[ProductRow, ...]

    @property
    def empty(self) -> bool:
        return not (self.needs or self.topics or self.stories or self.pauses)


def read(session: Session, desk: Desk) -> Told:
    home, today = desk.community_id, desk.today()
    stops = pauses.every(session, home)
    ahead = next((row for row in stops if row.open), None)
    rule, name = WAITING
    limit = shapes.signs()[rule].thresholds[name]
    return Told(
        needs.every(session, home),
        topics.every(session, home, today),
        stories.every(session, home),
        stops,
        pauses.sheet(session, ahead.id) if ahead else (),
        pauses.history(session, home),
        needs.last_mapped(session, home),
        thresholds.changed(session, home).get(WAITING, limit),
        people(session, home, today),
        tuple(row for row in meetings.every(session, home) if row.starts_at.date() <= today),
        tuple(organisations.every(session)),
        tuple(products.every(session, home)),
    )
