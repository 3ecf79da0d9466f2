"""Communities that a coordinator waits for: written by hand, pasted, and met when they send."""

from datetime import date, datetime
from pathlib import Path

import pytest

from cop_desktop.errors import UserError
from cop_desktop.models.package_words import PackageState
from cop_desktop.services import cards, collating
from cop_desktop.services import overview as seen
from cop_desktop.services.overview import Sending, Wanted
from cop_desktop.store import Store, create_file
from cop_desktop.store.journal import Change
from cop_desktop.store.server import ServerStore

from .communities_sent import DAY, Sender, arrival

NOW = datetime(2026, 11, 22, 9)
AnyStore = Store | ServerStore


def rows(store: AnyStore, today: date = DAY) -> dict[str, Sending]:
    with store.read() as session:
        return {it.name: it.sending for it in seen.communities(session, Wanted(), today)}


def send(store: AnyStore, *senders: Sender) -> None:
    with store.write("collate") as session:
        collating.take_in(session, [arrival(it.send()) for it in senders], NOW)


def test_one_that_is_written_by_hand_is_missing_until_it_sends(
    overview: AnyStore, tmp_path: Path
) -> None:
    with overview.write("wait") as session:
        key = cards.add(session, "  community   1 ", "Bridges", "north")
        cards.change(session, key, {"note": "Call Dana"}, {"note": ""})
    with overview.read() as session:
        (missing,) = seen.missing(session, DAY)
    assert (missing.name, missing.note) == ("community 1", "Call Dana")
    one = Sender(tmp_path, 1)
    send(overview, one)
    with overview.write("settle") as session:
        assert cards.settle(session) == {key: one.id}
    with overview.read() as session:
        card = cards.one(session, one.id)
        assert seen.missing(session, DAY) == ()
    assert (card.programme, card.tags, card.note) == ("Bridges", "north", "Call Dana")
    assert rows(overview) == {"Community 1": Sending.IN_TIME}


def test_what_was_written_of_both_stays(overview: AnyStore, tmp_path: Path) -> None:
    one = Sender(tmp_path, 1)
    send(overview, one)
    with overview.write("write") as session:
        seen_before = {"programme": "", "tags": "", "note": ""}
        mine = {"programme": "Beta", "tags": "old", "note": "first"}
        cards.change(session, one.id, mine, seen_before)
        key = cards.add(session, "Another name", "Alpha", "new")
        cards.change(session, key, {"name": "Community 1"}, {"name": "Another name"})
        cards.change(session, key, {"note": "second"}, {"note": ""})
        cards.settle(session)
    with overview.read() as session:
        card = cards.one(session, one.id)
    assert (card.programme, card.tags, card.note) == ("Beta", "old, new", "first\nsecond")


def test_where_two_have_the_same_name_nobody_is_mistaken(
    overview: AnyStore, tmp_path: Path
) -> None:
    with overview.write("wait") as session:
        cards.add(session, "Community 1")
        cards.add(session, "Community 7")
    send(overview, Sender(tmp_path, 2))
    with overview.write("settle") as session:
        assert cards.settle(session) == {}
    assert len(rows(overview)) == 3


def test_a_list_is_pasted_once(overview: AnyStore, tmp_path: Path) -> None:
    send(overview, Sender(tmp_path, 1))
    told = [["North", "Bridges"], ["South"], ["community 1", "x"], [""], ["north "]]
    with overview.write("paste") as session:
        assert cards.add_many(session, told) == 2
    with overview.write("paste") as session:
        assert cards.add_many(session, told) == 0
    assert set(rows(overview)) == {"Community 1", "North", "South"}


@pytest.mark.parametrize("name", ["", "   ", "COMMUNITY 1", "North"])
def test_a_name_that_tells_nobody_apart_is_refused(
    overview: AnyStore, tmp_path: Path, name: str
) -> None:
    send(overview, Sender(tmp_path, 1))
    with overview.write("wait") as session:
        cards.add(session, "North")
    with pytest.raises(UserError), overview.write("wait") as session:
        cards.add(session, name)


def test_only_one_that_never_sent_can_be_removed(overview: AnyStore, tmp_path: Path) -> None:
    one = Sender(tmp_path, 1)
    send(overview, one)
    with overview.write("wait") as session:
        key = cards.add(session, "North")
    with overview.write("remove") as session:
        cards.remove(session, key)
    with pytest.raises(UserError), overview.write("remove") as session:
        cards.remove(session, one.id)
    assert set(rows(overview)) == {"Community 1"}


def test_removing_and_joining_can_be_taken_back(tmp_path: Path) -> None:
    with create_file(tmp_path / "overview.cop") as store:
        steps: list[Change] = []
        store.on_commit.append(steps.append)
        with store.write("wait") as session:
            key = cards.add(session, "Community 1", "Bridges")
        one = Sender(tmp_path, 1)
        send(store, one)
        with store.write("settle") as session:
            cards.settle(session)
        store.revert(steps[-1])
        with store.read() as session:
            assert cards.one(session, key).programme == "Bridges"
        with store.write("remove") as session:
            cards.remove(session, key)
        store.revert(steps[-1])
        with store.read() as session:
            assert cards.one(session, key).programme == "Bridges"


def test_what_came_is_told_again_after_the_window_was_closed(
    overview: AnyStore, tmp_path: Path
) -> None:
    one, elsewhere = Sender(tmp_path, 1), tmp_path / "elsewhere"
    elsewhere.mkdir()
    first, second, strange = one.send(), one.send(held=3), Sender(elsewhere, 1).send()
    early, late = datetime(2026, 11, 1, 9), datetime(2026, 11, 22, 9)
    with overview.write("collate") as session:
        collating.take_in(session, [arrival(first, "1.zip")], early)
    with overview.write("collate") as session:
        collating.take_in(session, [arrival(second, "2.zip"), arrival(strange, "3.zip")], late)
        collating.take_in(session, [arrival(second, "again.zip")], NOW)
    with overview.read() as session:
        told = collating.came(session)
    assert [(it.file, it.state, it.came) for it in told] == [
        ("2.zip", PackageState.ACCEPTED, late),
        ("3.zip", PackageState.REFUSED, late),
        ("1.zip", PackageState.ACCEPTED, early),
    ]
    assert told[0].changes.tables["meeting"].new == 1
    assert told[1].refusal is not None
    assert told[1].refusal.message == collating.OTHER_KEY
