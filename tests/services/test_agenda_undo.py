"""Whatever is done to a seminar's agenda can be taken back, step by step, and done again."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.services import agendas, days, fitting, live, meetings, tracks
from cop_desktop.services.agendas import Picture, Section
from cop_desktop.store import Store, journal

from .agendas_built import built, parallel, row

BEGAN = datetime(2026, 10, 13, 9, 30)


@pytest.fixture
def meeting(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[0].id


def seminar(store: Store, meeting: UUID) -> None:
    """Thirty blocks on two days, three tracks in the middle of each, a guest and two lunches."""
    for_day = [
        [
            row(f"{day}a", 20, kind="opening", day=day),
            row(f"{day}guest", 45, kind="expert", pinned_at="10:30", day=day),
            row(f"{day}lunch", 40, kind="break", pinned_at="13:00", day=day),
            parallel(f"{day}p", *([row(f"{day}{n}{it}") for it in "xyz"] for n in "123"))
            | {"day": day},
            row(f"{day}end", 15, kind="buffer", day=day),
        ]
        for day in (0, 1)
    ]
    built(
        store, meeting, row("read", part="before"), *for_day[0], *for_day[1],
        row("write", part="after"),
    )  # fmt: skip


@dataclass(frozen=True)
class Hand:
    """A leader at work, who takes hold of two blocks."""

    session: Session
    meeting: UUID
    picture: Picture
    place: int
    other_place: int

    @property
    def one(self) -> UUID:
        return self.picture.blocks[self.place % len(self.picture.blocks)].id

    @property
    def other(self) -> UUID:
        return self.picture.blocks[self.other_place % len(self.picture.blocks)].id

    @property
    def a_track(self) -> UUID:
        return next(it for some in self.picture.tracks.values() for it in some).id

    @property
    def some_day(self) -> datetime:
        return datetime(2026, 11, 1 + self.place % 20, 9)


STEPS: tuple[Callable[[Hand], object], ...] = (
    lambda it: agendas.move(it.session, it.meeting, [it.one], before=it.other),
    lambda it: agendas.move(it.session, it.meeting, [it.one], at=Section(day=it.place % 3)),
    lambda it: agendas.move(it.session, it.meeting, [it.one, it.other], at=Section(day=1)),
    lambda it: agendas.remove(it.session, it.meeting, [it.one]),
    lambda it: agendas.duplicate(it.session, it.meeting, [it.one, it.other]),
    lambda it: tracks.make_parallel(it.session, it.one, ["1", "2"]),
    lambda it: tracks.dissolve(it.session, it.one),
    lambda it: tracks.remove(it.session, it.a_track),
    lambda it: days.add(it.session, it.meeting),
    lambda it: days.remove(it.session, it.meeting, 1),
    lambda it: fitting.apply(it.session, fitting.fit(it.session, it.meeting)),
    lambda it: live.begin(it.session, it.one, BEGAN),
    lambda it: meetings.change(it.session, it.meeting, {"starts_at": it.some_day}),
)
NOT_NOW = (UserError, NoResultFound, StopIteration)  # no such day, no track any more


def everything(store: Store) -> list[tuple[object, ...]]:
    with store.read() as session:
        return [
            tuple(found)
            for table in ("agenda_item", "agenda_track", "meeting_day", "meeting")
            for found in session.execute(text(f"SELECT * FROM {table} ORDER BY id"))
        ]


@settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.lists(
        st.tuples(st.sampled_from(STEPS), st.integers(0, 40), st.integers(0, 40)),
        min_size=1,
        max_size=8,
    )
)
def test_every_step_can_be_taken_back_and_done_again(
    store: Store, meeting: UUID, steps: list[tuple[Callable[[Hand], object], int, int]]
) -> None:
    seminar(store, meeting)
    before = everything(store)
    made: list[journal.Change] = []
    store.on_commit.append(made.append)
    for step, one, other in steps:
        with store.read() as session:
            picture = agendas.picture(session, meeting)
        with suppress(*NOT_NOW), store.write("step") as session:
            step(Hand(session, meeting, picture, one, other))
    store.on_commit.remove(made.append)
    after = everything(store)
    again = [store.revert(change) for change in reversed(made)]
    assert everything(store) == before
    for change in reversed(again):
        store.revert(change)
    assert everything(store) == after


def test_a_seminar_of_thirty_blocks_is_built_and_read(store: Store, meeting: UUID) -> None:
    seminar(store, meeting)
    with store.read() as session:
        picture = agendas.picture(session, meeting)
    assert len(picture.blocks) == 30
    assert [len(day.blocks) for day in picture.days] == [5, 5]
    assert [(it.kind, it.day, it.minutes) for it in picture.problems] == [
        ("gap", 0, 40), ("gap", 0, 105), ("gap", 1, 40), ("gap", 1, 105)
    ]  # fmt: skip
    assert {len(it) for it in picture.tracks.values()} == {3}
    assert (len(picture.before), len(picture.after)) == (1, 1)
