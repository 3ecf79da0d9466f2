"""What the community's page shows, read in one look at the file."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from cop_desktop.models.vocabulary import Function
from cop_desktop.services import communities, compass, functions, stages
from cop_desktop.services.communities import CommunityRow
from cop_desktop.services.compass import Compass
from cop_desktop.services.functions import FunctionRow
from cop_desktop.services.stages import StagePath
from cop_desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Portrait:
    """The community as of today."""

    row: CommunityRow
    functions: Mapping[Function, FunctionRow]
    path: StagePath
    compass: Compass


def portrait(session: Session, desk: Desk) -> Portrait:
    """Read everything the page shows."""
    key, today = desk.community_id, desk.today()
    return Portrait(
        communities.one(session, key, today),
        functions.now(session, key, today),
        stages.path(session, key),
        compass.of(session, key, today),
    )
