"""A coordinator takes packages in: in any order, as often as they come, from whom they should."""

from datetime import datetime
from pathlib import Path

import pytest

from cop_desktop.errors import UserError
from cop_desktop.models.package_words import PackageState
from cop_desktop.models.vocabulary import Share, Stage
from cop_desktop.services import cards, collating
from cop_desktop.services.collating import Changes, Counts, Receipt
from cop_desktop.services.packages.signing import signer
from cop_desktop.store import AnyStore

from .communities_sent import ODD, Sender, arrival, contents, everything

NOW = datetime(2026, 11, 23, 9)


def taken(store: AnyStore, *packages: object, now: datetime = NOW) -> tuple[Receipt, ...]:
    with store.write("collate") as session:
        return collating.take_in(session, [arrival(it) for it in packages], now)  # type: ignore[arg-type]


def rows(store: AnyStore) -> dict[str, list[object]]:
    with store.read() as session:
        return everything(session)  # type: ignore[return-value]


@pytest.mark.parametrize("at", ODD)
def test_what_was_sent_stands_in_the_tables(overview: AnyStore, tmp_path: Path, at: int) -> None:
    (receipt,) = taken(overview, Sender(tmp_path, at).send())
    sent = contents(at).rows
    assert receipt.state == PackageState.ACCEPTED
    assert receipt.rows == {name: len(some) for name, some in sent.items()}
    with overview.read() as session:
        there = everything(session)
    assert {name: len(some) for name, some in there.items()} == receipt.rows
    assert {row[:3] for row in there["attendance"]} == set(sent["attendance"])
    assert "line\nbreak\t\\. and “quotes”, שלום" in there["meeting"][0]


def test_the_same_package_again_changes_nothing(overview: AnyStore, tmp_path: Path) -> None:
    package = Sender(tmp_path).send()
    taken(overview, package)
    before = rows(overview)
    first, second = taken(overview, package, package)
    assert first.state == second.state == PackageState.KNOWN
    assert rows(overview) == before


def test_a_newer_package_takes_the_place_of_all_rows(overview: AnyStore, tmp_path: Path) -> None:
    sender = Sender(tmp_path)
    first, second = sender.send(), sender.send(members=4, held=1, stage=Stage.STEWARDSHIP)
    taken(overview, first)
    (receipt,) = taken(overview, second)
    assert receipt.changes.stage == ("maturing", "stewardship")
    assert receipt.changes.tables["member"] == Counts(gone=2)
    assert receipt.changes.tables["stage"] == Counts(changed=1)
    assert len(rows(overview)["member"]) == 4
    with overview.read() as session:
        past = collating.history(session, sender.id)
    assert [(it.number, it.changes) for it in past] == [(2, receipt.changes), (1, Changes())]


def test_a_poorer_package_leaves_nothing_of_the_richer_one(
    overview: AnyStore, tmp_path: Path
) -> None:
    sender = Sender(tmp_path)
    taken(overview, sender.send(), sender.send(Share.MINISTRY))
    assert rows(overview)["member"] == rows(overview)["attendance"] == []
    assert len(rows(overview)["meeting"]) == 3


def test_an_older_package_is_kept_aside(overview: AnyStore, tmp_path: Path) -> None:
    sender = Sender(tmp_path)
    first, second, third = sender.send(), sender.send(members=7), sender.send(members=8)
    (late,) = taken(overview, third)
    assert late.skipped == 2
    before = rows(overview)
    older, again = taken(overview, second, second)
    assert (older.state, again.state) == (PackageState.OLDER, PackageState.KNOWN)
    assert taken(overview, first)[0].state == PackageState.OLDER
    assert rows(overview) == before


def test_communities_with_the_same_row_keys_stay_apart(overview: AnyStore, tmp_path: Path) -> None:
    taken(overview, Sender(tmp_path, 1).send(), Sender(tmp_path, 2).send(held=1))
    assert len(rows(overview)["meeting"]) == 5


def test_another_key_is_refused_until_the_coordinator_says_it_is_right(
    overview: AnyStore, tmp_path: Path
) -> None:
    sender = Sender(tmp_path)
    taken(overview, sender.send())
    before = rows(overview)
    sender.signer = signer(tmp_path / "second.key")
    package = sender.send(members=9)
    for _ in range(2):
        (receipt,) = taken(overview, package)
        assert receipt.state == PackageState.REFUSED
        assert receipt.refusal is not None
        assert receipt.refusal.message == collating.OTHER_KEY
        assert rows(overview) == before
    with overview.write("trust") as session:
        collating.trust(session, sender.id, receipt.key)
    assert taken(overview, package)[0].state == PackageState.ACCEPTED
    assert len(rows(overview)["member"]) == 9


def test_two_laptops_of_a_community_may_take_turns(overview: AnyStore, tmp_path: Path) -> None:
    sender, other = Sender(tmp_path), signer(tmp_path / "second.key")
    mine = sender.signer
    taken(overview, sender.send())
    for key, members in ((other, 7), (mine, 8), (other, 9)):
        sender.signer = key
        package = sender.send(members=members)
        if taken(overview, package)[0].state == PackageState.REFUSED:
            with overview.write("trust") as session:
                collating.trust(session, sender.id, other.public)
            taken(overview, package)
        assert len(rows(overview)["member"]) == members


def test_a_copy_that_goes_on_from_a_package_both_know_hides_nothing_of_the_first_laptop(
    overview: AnyStore, tmp_path: Path
) -> None:
    """Its number is one that the other laptop gave, too."""
    first, copy = Sender(tmp_path), Sender(tmp_path)
    both_know = first.send()
    taken(overview, both_know, first.send(members=6))
    copy.signer = signer(tmp_path / "second.key")
    copy.number, copy.previous = 1, both_know.digest
    package = copy.send(members=7)
    taken(overview, package)
    with overview.write("trust") as session:
        collating.trust(session, copy.id, copy.signer.public)
    taken(overview, package)
    assert taken(overview, first.send(members=8))[0].state == PackageState.ACCEPTED
    assert len(rows(overview)["member"]) == 8


def test_a_new_laptop_may_begin_its_numbers_anew(overview: AnyStore, tmp_path: Path) -> None:
    old = Sender(tmp_path)
    kept = [old.send(members=it) for it in (5, 6, 7)]
    taken(overview, *kept[:2])
    new = Sender(tmp_path)
    new.signer = signer(tmp_path / "new.key")
    package = new.send(members=10)
    taken(overview, package)
    with overview.write("trust") as session:
        collating.trust(session, new.id, new.signer.public)
    assert taken(overview, package)[0].state == PackageState.ACCEPTED
    assert taken(overview, kept[2])[0].state == PackageState.OLDER
    assert len(rows(overview)["member"]) == 10


def test_a_file_that_is_no_package_is_told_and_stops_nobody(
    overview: AnyStore, tmp_path: Path
) -> None:
    broken = collating.Arrival("b.zip", UserError("This is no package."))
    with overview.write("collate") as session:
        first, second = collating.take_in(session, [broken, arrival(Sender(tmp_path).send())], NOW)
    assert (first.state, second.state) == (PackageState.REFUSED, PackageState.ACCEPTED)
    assert len(rows(overview)["community"]) == 1


def test_pages_are_told_which_tables_have_changed(overview: AnyStore, tmp_path: Path) -> None:
    told: list[frozenset[str]] = []
    overview.on_commit.append(lambda change: told.append(change.tables))
    taken(overview, Sender(tmp_path).send())
    assert {"collated_meeting", "received_package"} <= told[0]


def test_two_coordinators_who_change_one_field_both_see_both_values(overview: AnyStore) -> None:
    with overview.write("a") as session:
        cards.change(session, "1", {"note": "call them"}, {"note": ""})
    with overview.write("b") as session:
        cards.change(session, "1", {"tags": "north"}, {"tags": ""})
    with pytest.raises(UserError) as refusal, overview.write("c") as session:
        cards.change(session, "1", {"tags": "n", "note": "write"}, {"tags": "north", "note": ""})
    assert refusal.value.values == {"theirs": "call them", "mine": "write"}
    with overview.read() as session:
        assert cards.one(session, "1").tags == "north"
