"""The coordinator says that a key is right, after a call."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.models.collated import received
from cop_desktop.models.package_words import PackageState
from cop_desktop.services import cards

from .standing import Standing, standings


def trust(session: Session, community_id: str, key: str) -> None:
    """From now on packages signed with this key are taken in; those refused have to come again.

    Where that sender goes on from a package or from the numbers known (a second laptop of one
    community), both keys are right side by side. Where the numbers begin anew (a new laptop),
    what the new key signs is newer than all that came before.
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
    """Whether its numbers go beyond those known, or a package of it follows one that is here."""
    its = received.c
    sent = session.execute(
        select(its.number, its.previous).where(its.community_id == community_id, its.key == key)
    ).all()
    newest = standing.newest
    known = {it for it, state in standing.states.items() if state != PackageState.REFUSED}
    return newest is None or any(it > newest[1] or before in known for it, before in sent)
