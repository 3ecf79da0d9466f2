"""Two co-leaders do what leaders do, on real files; afterwards both hold all of it.

What they write goes through the services, with their rules, links and orders; what they delete
takes along what belongs to it.
"""

import random
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.models import (
    AgendaItem,
    Base,
    Community,
    Decision,
    Goal,
    Meeting,
    Member,
    Need,
    Product,
    Topic,
)
from cop_desktop.models.vocabulary import Presence, Role
from cop_desktop.services import (
    agendas,
    attendance,
    decisions,
    duplicates,
    feedback,
    meetings,
    members,
    needs,
    plan,
    products,
    roles,
    topics,
)
from cop_desktop.services.keys import refresh_keys
from cop_desktop.services.merging.deciding import undecided
from cop_desktop.services.merging.meeting import Outcome, bring_in, prepare, share
from cop_desktop.services.merging.registers import Value
from cop_desktop.services.merging.replica import Cell, Rows
from cop_desktop.services.merging.rows import ORDERS, read_rows
from cop_desktop.store import Store, create_file, open_file
from tests.sample import small_community

TODAY, NOW = date(2026, 11, 22), datetime(2026, 11, 22, 9)
TRIALS = range(20)  # of ten meetings each
STEPS = 8


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that both began with."""
    path = tmp_path_factory.mktemp("shared") / "it.cop"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COP_DATA_DIR", str(tmp_path_factory.mktemp("data")))
        with create_file(path) as store:
            small_community(store)
            with store.write("keys as the program keeps them") as session:
                refresh_keys(session, session.scalars(select(Member.id)).all())
            with store.write("share") as session:
                share(session, NOW)
    return path


class Leader:
    """Works at random, and remembers no word: the file does."""

    def __init__(self, session: Session, chance: random.Random, name: str) -> None:
        self.session, self.chance, self.name = session, chance, name
        self.home = session.scalars(select(Community.id)).one()

    def works(self) -> None:
        for _ in range(STEPS):
            with suppress(UserError), self.session.begin_nested():
                self.chance.choice(DEEDS)(self)

    def any(self, kind: type[Base]) -> UUID:
        keys = sorted(self.session.scalars(select(kind.id)).all())
        if not keys:
            raise UserError("There is none.")
        return self.chance.choice(keys)

    def word(self) -> str:
        return f"{self.name}{self.chance.getrandbits(40):x}"

    def day(self) -> date:
        return date(2026, 9, 1) + timedelta(days=self.chance.randrange(300))


def _adds_member(it: Leader) -> None:
    members.add(it.session, it.home, {"given_name": it.word(), "joined": it.day()})


def _changes_member(it: Leader) -> None:
    field = it.chance.choice(("job_title", "expertise", "notes", "family_name"))
    members.change(it.session, [it.any(Member)], {field: it.word()})


def _gives_mentor(it: Leader) -> None:
    members.change(it.session, [it.any(Member)], {"mentor_id": it.any(Member)})


def _appoints(it: Leader) -> None:
    roles.appoint(it.session, it.any(Member), it.chance.choice(tuple(Role)), it.day(), it.word())


def _plans_meeting(it: Leader) -> None:
    at = datetime.combine(it.day(), NOW.time())
    meetings.schedule(it.session, it.home, {"topic": it.word(), "starts_at": at})


def _changes_meeting(it: Leader) -> None:
    field = it.chance.choice(("topic", "place", "summary"))
    meetings.change(it.session, it.any(Meeting), {field: it.word()})


def _notes_attendance(it: Leader) -> None:
    presence = it.chance.choice(tuple(Presence))
    attendance.mark(it.session, it.any(Meeting), [it.any(Member)], presence)


def _adds_block(it: Leader) -> None:
    agendas.add(it.session, it.any(Meeting), {"title": it.word(), "minutes": 20})


def _changes_block(it: Leader) -> None:
    agendas.change(it.session, [it.any(AgendaItem)], {"title": it.word()})


def _decides(it: Leader) -> None:
    decisions.add(it.session, it.any(Meeting), {"text": it.word(), "owner_id": it.any(Member)})


def _fills_in_form(it: Leader) -> None:
    feedback.add(it.session, it.any(Meeting), {"took": it.word()})


def _notes_need(it: Leader) -> None:
    needs.add(it.session, it.home, {"text": it.word(), "member_id": it.any(Member)}, TODAY)


def _opens_topic(it: Leader) -> None:
    topics.add(it.session, it.home, {"title": it.word()}, TODAY)


def _changes_need(it: Leader) -> None:
    needs.change(it.session, it.any(Need), {"text": it.word()}, TODAY)


def _begins_product(it: Leader) -> None:
    products.add(it.session, it.home, {"title": it.word(), "owner_id": it.any(Member)}, TODAY)


def _plans_activity(it: Leader) -> None:
    plan.add_item(it.session, it.any(Goal), {"title": it.word()})


def _makes_one(it: Leader) -> None:
    duplicates.make_one(it.session, it.any(Member), it.any(Member))


def _removes(it: Leader) -> None:
    kind, remove = it.chance.choice(REMOVED)
    remove(it.session, it.any(kind))


REMOVED: Sequence[tuple[type[Base], Callable[[Session, UUID], object]]] = (
    (Member, lambda session, key: members.remove(session, [key])),
    (Meeting, meetings.remove),
    (Decision, decisions.remove),
    (Need, needs.remove),
    (Topic, topics.remove),
    (Product, products.remove),
    (Goal, plan.remove_goal),
)
DEEDS: Sequence[Callable[[Leader], None]] = (
    _adds_member, _changes_member, _changes_member, _gives_mentor, _appoints, _plans_meeting,
    _changes_meeting, _notes_attendance, _notes_attendance, _adds_block, _changes_block, _decides,
    _fills_in_form, _notes_need, _opens_topic, _changes_need, _begins_product, _plans_activity,
    _makes_one, _removes,
)  # fmt: skip


@pytest.mark.parametrize("trial", TRIALS)
def test_what_both_did_is_in_both_files(trial: int, shared: Path, tmp_path: Path) -> None:
    one, other = (copied(shared, tmp_path / f"{name}.cop") for name in "ab")
    with one, other:
        mine, theirs = one, other
        for seed in range(trial * 10, trial * 10 + 10):  # they meet ten times
            written = works(mine, seed, "a") | works(theirs, seed, "b")
            outcome = met(mine, theirs)
            asked = {value for it in outcome.conflicts for value in it.values}
            lost = written - texts(outcome.replica.rows) - asked
            assert not lost, f"seed {seed}: {lost}"
            mine, theirs = theirs, mine  # who took now gives
        met(mine, theirs)
        assert rows_of(one) == rows_of(other)
        assert questions(one) == questions(other)
        for store in (one, other):
            with store.read() as session:
                assert session.execute(text("PRAGMA foreign_key_check")).all() == []
        before = rows_of(one)
        met(one, other)
        assert rows_of(one) == before


def copied(shared: Path, path: Path) -> Store:
    shutil.copy(shared, path)
    return open_file(path)


def works(store: Store, seed: int, name: str) -> set[Value]:
    """What a leader wrote and still stands when they are done."""
    begin = f"{name}{seed}:"
    with store.write("work") as session:
        Leader(session, random.Random(f"{seed}{name}"), begin).works()
        told = texts(read_rows(session))
    return {it for it in told if isinstance(it, str) and it.startswith(begin)}


def met(mine: Store, theirs: Store) -> Outcome:
    """One has taken in what the other knows."""
    with theirs.read() as others, mine.read() as ours:
        outcome = prepare(ours, others)
    with mine.write("bring together") as session:
        bring_in(session, outcome, NOW)
    return outcome


def rows_of(store: Store) -> Rows:
    with store.read() as session:
        return read_rows(session)


def texts(rows: Rows) -> set[Value]:
    """What stands in the rows; orders and keys of searching concern nobody."""
    return {value for row in rows.values() for name, value in row.items() if name not in ORDERS}


def questions(store: Store) -> list[tuple[Cell, tuple[Value, ...]]]:
    with store.read() as session:
        return [(it.cell, it.values) for it in undecided(session)]
