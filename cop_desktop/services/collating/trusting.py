"""The coordinator says that a key is right, after a call."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cop_desktop.models.collated import received
from cop_desktop.services import cards

from .standing import Standing, standings


def trust(session: Session, community_id: str, key: str) -> None:
    """From now on packages signed with this key are taken in; those refused have to come again.

    Where the numbers of that sender go on from those known (a second laptop of one community),
    both keys are right side by side. Where they begin anew (a new laptop), what the new
    key signs is newer than all that came before.
    """
    standing = standings(session, [community_id])[community_id]
    if standing.era(key) is not None:
        return
    eras = [*standing.keys]
    if eras and _goes_on(session, standing, community_id, key):
        eras[-1] = [*eras[-1], key]
    else:
        eras.append([key])
    cards.set_keys(session, community_id, "\n".join(" ".join(it) for it in eras))


def _goes_on(session: Session, standing: Standing, community_id: str, key: str) -> bool:
    sent = session.scalar(
        select(func.max(received.c.number)).where(
            received.c.community_id == community_id, received.c.key == key
        )
    )
    return standing.newest is None or (sent or 0) > standing.newest[1]
