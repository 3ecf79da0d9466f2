"""Whatever comes, in whatever order and however often: the newest of each community is there."""

import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cop_desktop.export.package import Package
from cop_desktop.models.collated import collated, received
from cop_desktop.models.vocabulary import Share, Stage
from cop_desktop.services import cards, collating
from cop_desktop.services.packages.signing import signer
from cop_desktop.store import AnyStore

from .communities_sent import Sender, arrival, everything

TRIALS, LAPS = 12, 4


def sent(folder: Path, chance: random.Random) -> tuple[list[Package], list[Package], str]:
    """All packages of three communities, the newest of each, and the keys of the third: it
    changed its laptop, and its numbers began anew."""
    every, newest = [], []
    for at in (1, 2, 3):
        sender = Sender(folder, at)
        first = sender.signer.public
        for lap in range(LAPS):
            if at == 3 and lap == 2:
                sender.signer = signer(folder / "new.key")
                sender.number, sender.previous = 0, ""
            every.append(
                sender.send(
                    chance.choice([Share.MINISTRY, Share.ORGANISATIONS]),
                    members=chance.randint(0, 4),
                    held=chance.randint(0, 3),
                    stage=chance.choice(list(Stage)),
                )
            )
        newest.append(every[-1])
    return every, newest, f"{first}\n{sender.signer.public}"


def emptied(store: AnyStore) -> None:
    with store.write("empty") as session:
        for table in (*collated.values(), received):
            session.execute(delete(table))


def take(store: AnyStore, packages: list[Package], chance: random.Random) -> None:
    """In batches of any size, one after the other."""
    left, now = list(packages), datetime(2026, 11, 23, 9)
    while left:
        now += timedelta(minutes=1)
        batch = [left.pop(0) for _ in range(min(len(left), chance.randint(1, 7)))]
        with store.write("collate") as session:
            collating.take_in(session, [arrival(it) for it in batch], now)


def all_of_it(session: Session) -> object:
    return everything(session), sorted(map(tuple, session.execute(select(received))), key=repr)


@pytest.mark.parametrize("seed", range(3))
def test_the_newest_stands_there_and_repeating_changes_nothing(
    overview: AnyStore, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    every, newest, keys = sent(tmp_path, chance)
    with overview.write("keys") as session:
        cards.set_keys(session, Sender(tmp_path, 3).id, keys)
    take(overview, newest, chance)
    with overview.read() as session:
        expected = everything(session)
    for _ in range(TRIALS):
        emptied(overview)
        coming = [*every, *chance.choices(every, k=5)]
        chance.shuffle(coming)
        take(overview, coming, chance)
        with overview.read() as session:
            assert everything(session) == expected
            before = all_of_it(session)
            shown = set(session.scalars(select(received.c.digest).where(received.c.shown)))
        assert shown == {it.digest for it in newest}
        chance.shuffle(coming)
        take(overview, coming, chance)
        with overview.read() as session:
            assert all_of_it(session) == before


def test_what_is_told_as_changed_leads_from_one_package_to_the_next(
    overview: AnyStore, tmp_path: Path
) -> None:
    chance = random.Random(9)
    every, _, keys = sent(tmp_path, chance)
    with overview.write("keys") as session:
        cards.set_keys(session, Sender(tmp_path, 3).id, keys)
    for package in every:
        with overview.read() as session:
            before = everything(session)
        with overview.write("collate") as session:
            (receipt,) = collating.take_in(session, [arrival(package)], datetime(2026, 11, 23, 9))
        with overview.read() as session:
            after = everything(session)
        if not receipt.changes:
            continue
        for name in collated:
            counts = receipt.changes.tables.get(name, collating.Counts())
            assert len(after[name]) - len(before[name]) == counts.new - counts.gone
            assert len(set(after[name]) - set(before[name])) == counts.new + counts.changed
