"""Two coordinators at one shared database: one takes packages in, the other reads and writes."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest

from cop_desktop.errors import UserError
from cop_desktop.services import cards, collating
from cop_desktop.services import overview as seen
from cop_desktop.services.overview import Wanted
from cop_desktop.store.server import ServerStore, open_server
from tests.servers import database

from .communities_sent import DAY, Sender, arrival

NOW = datetime(2026, 11, 22, 9)


@pytest.fixture
def two(postgres: str, laid_out: str) -> Iterator[tuple[ServerStore, ServerStore]]:
    address = database(postgres, laid_out)
    with ExitStack() as stack:
        yield (
            stack.enter_context(open_server(address)),
            stack.enter_context(open_server(address)),
        )


def names(store: ServerStore) -> list[str]:
    with store.read() as session:
        return [it.name for it in seen.communities(session, Wanted(), DAY)]


def note(store: ServerStore, key: str, said: str, before: str) -> None:
    with store.write("note") as session:
        cards.change(session, key, {"note": said}, {"note": before})


def test_while_one_takes_in_the_other_reads_and_writes(
    two: tuple[ServerStore, ServerStore], tmp_path: Path
) -> None:
    ruth, omar = two
    one = Sender(tmp_path, 1)
    with ruth.write("collate") as session:
        collating.take_in(session, [arrival(one.send())], NOW)
    with ruth.write("collate") as session:
        collating.take_in(session, [arrival(Sender(tmp_path, 2).send())], NOW)
        session.flush()
        # not finished: he sees what was there, and his note need not wait
        assert names(omar) == ["Community 1"]
        note(omar, one.id, "Call Dana", "")
        with omar.write("wait") as other:
            cards.add(other, "North")
    assert names(omar) == names(ruth) == ["Community 1", "Community 2", "North"]
    with ruth.read() as session:
        assert cards.one(session, one.id).note == "Call Dana"


def test_the_second_writer_is_told_and_loses_nothing(
    two: tuple[ServerStore, ServerStore], tmp_path: Path
) -> None:
    ruth, omar = two
    one = Sender(tmp_path, 1)
    with ruth.write("collate") as session:
        collating.take_in(session, [arrival(one.send())], NOW)
    note(ruth, one.id, "Call Dana", "")
    with pytest.raises(UserError) as refusal:
        note(omar, one.id, "Call Samir", "")
    assert refusal.value.values == {"theirs": "Call Dana", "mine": "Call Samir"}
    note(omar, one.id, "Call Dana or Samir", "Call Dana")  # read, and written as it should stand
    with ruth.read() as session:
        assert cards.one(session, one.id).note == "Call Dana or Samir"
