"""Where a community stands before its next package: whose keys are right, which came last."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import CollatedCard
from cop_desktop.models.collated import received
from cop_desktop.models.package_words import PackageState
from cop_desktop.services.packages.incoming import Received
from cop_desktop.services.packages.signing import fingerprint

OTHER_KEY = N_(
    "{name} signed with another key than before, so nothing was taken in. Call them: if they read "
    "you {fingerprint}, say that the key is right, and take the package in once more."
)
# An era of a community, the number in it, the day, and the digest: greater is newer. No two
# packages are alike, so any set of them has one newest, whatever order they came in.
Rank = tuple[int, int, date, str]


@dataclass(slots=True)
class Standing:
    """`keys` are those found right, in eras: in a later one the numbers have begun anew."""

    keys: list[list[str]] = field(default_factory=list)
    newest: Rank | None = None
    states: dict[str, PackageState] = field(default_factory=dict)  # of digests that came
    numbers: set[int] = field(default_factory=set)

    def look(self, package: Received) -> tuple[PackageState, UserError | None]:
        """What is to become of a package; it counts as having come from now on."""
        state = self.states.get(package.digest)
        if state == PackageState.ACCEPTED:
            return PackageState.KNOWN, None
        if not self.keys:
            self.keys.append([package.head.key])
        rank = self._rank(package)
        if rank is None:
            self.states[package.digest] = PackageState.REFUSED
            return PackageState.REFUSED, other_key(package.head.name, package.head.key)
        if self.newest is None or rank > self.newest:
            self.newest = rank
            return self._came(package, PackageState.ACCEPTED), None
        if state == PackageState.OLDER:
            return PackageState.KNOWN, None
        return self._came(package, PackageState.OLDER), None

    def skipped(self, package: Received) -> int:
        """How many before it have not come; none where the one it names is here."""
        head = package.head
        if not head.previous or head.previous in self.states:
            return 0
        before = max((it for it in self.numbers if it < head.number), default=0)
        return max(head.number - 1 - before, 1)

    def era(self, key: str) -> int | None:
        """In which era a key is right."""
        return next((at for at, keys in enumerate(self.keys) if key in keys), None)

    def _rank(self, package: Received) -> Rank | None:
        era = self.era(package.head.key)
        if era is None:
            return None
        return era, package.head.number, package.head.as_of, package.digest

    def _came(self, package: Received, state: PackageState) -> PackageState:
        self.states[package.digest] = state
        self.numbers.add(package.head.number)
        return state


def other_key(name: str, key: str) -> UserError:
    """Why a package with a strange key was refused."""
    return UserError(OTHER_KEY, name=name, fingerprint=fingerprint(key))


def standings(session: Session, communities: Iterable[str]) -> dict[str, Standing]:
    """Where each of the communities stands."""
    found = {it: Standing() for it in communities}
    cards = select(CollatedCard.community_id, CollatedCard.keys)
    for community, keys in session.execute(cards.where(CollatedCard.community_id.in_(found))):
        found[community].keys = eras(keys)
    its = received.c
    rows = session.execute(
        select(its.community_id, its.key, its.number, its.as_of, its.digest, its.state)
        .where(its.community_id.in_(found))
        .order_by(its.community_id, its.received_at, its.number)
    )
    for community, key, number, as_of, digest, word in rows:
        _add(found[community], PackageState(word), (key, number, as_of, digest))
    return found


def eras(keys: str) -> list[list[str]]:
    """Keys as a card keeps them: an era a line, spaces between its keys."""
    return [line.split() for line in keys.splitlines()]


def _add(standing: Standing, state: PackageState, row: tuple[str, int, date, str]) -> None:
    key, number, as_of, digest = row
    standing.states[digest] = state
    if state == PackageState.REFUSED:
        return
    standing.numbers.add(number)
    if not standing.keys:
        standing.keys.append([key])
    era = standing.era(key)
    if state == PackageState.ACCEPTED and era is not None:
        rank = (era, number, as_of, digest)
        standing.newest = max(rank, standing.newest or rank)
