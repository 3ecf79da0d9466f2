"""What the community's page shows, read in one look at the file."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models.method import Dimension
from cop_desktop.models.vocabulary import Function
from cop_desktop.services import (
    communities,
    compass,
    dimensions,
    functions,
    maturity,
    ritual,
    stages,
)
from cop_desktop.services.communities import CommunityRow
from cop_desktop.services.compass import Compass
from cop_desktop.services.dimensions import DimensionRow
from cop_desktop.services.functions import FunctionRow
from cop_desktop.services.maturity import Maturity
from cop_desktop.services.ritual import Ritual
from cop_desktop.services.stages import StagePath
from cop_desktop.ui.desk import Desk


@frozen
class Portrait:
    """The community as of today."""

    row: CommunityRow
    functions: Mapping[Function, FunctionRow]
    path: StagePath
    compass: Compass
    dimensions: Mapping[Dimension, DimensionRow]
    maturity: Maturity
    ritual: Ritual | None


def portrait(session: Session, desk: Desk) -> Portrait:
    """Read everything the page shows."""
    key, today = desk.community_id, desk.today()
    return Portrait(
        communities.one(session, key, today),
        functions.now(session, key, today),
        stages.path(session, key),
        compass.of(session, key, today),
        dimensions.now(session, key, today),
        maturity.of(session, key),
        ritual.of(session, key),
    )
