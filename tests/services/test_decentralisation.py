"""How far leadership has spread is told from what was led, held and taken, beside the stage."""

from datetime import date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_desktop.content import shapes
from cop_desktop.content.shapes import Band
from cop_desktop.i18n import catalog
from cop_desktop.models import Action, AgendaItem, Meeting
from cop_desktop.models.vocabulary import AgendaPart, BlockKind, Function, MeetingState, Stage
from cop_desktop.services import decentralisation, functions, members, roles, stages
from cop_desktop.services.decentralisation import Point
from cop_desktop.store import Store
from cop_desktop.ui.pages.roles import words

TODAY = date(2026, 11, 22)


@pytest.fixture
def people(store: Store, community: UUID) -> dict[str, UUID]:
    """Noa leads since September; the three of the small community."""
    with store.write("lead") as session:
        found = {it.name.split()[0]: it.id for it in members.active(session, community, TODAY)}
        functions.appoint(session, found["נועה"], Function.LEADER, date(2026, 9, 1))
    return found


def point(store: Store, community: UUID, on: date = TODAY) -> Point:
    with store.read() as session:
        return decentralisation.trend(session, community, [on])[0]


def held(
    store: Store, community: UUID, *blocks: AgendaItem, on: datetime = datetime(2026, 11, 3, 9)
) -> UUID:
    with store.write("meeting") as session:
        meeting = Meeting(
            community_id=community, topic="מפגש", starts_at=on, state=MeetingState.HELD
        )
        meeting.agenda.extend(blocks)
        session.add(meeting)
        session.flush()
        return meeting.id


def test_guests_count_as_others_and_what_is_left_out_is_told(
    store: Store, community: UUID, people: dict[str, UUID]
) -> None:
    noa, dana = people["נועה"], people["דנה"]
    held(
        store, community,
        AgendaItem(title="א", minutes=30, leader_id=noa),
        AgendaItem(title="ב", minutes=30, leader_id=dana),
        AgendaItem(title="ג", minutes=60, guest="אורחת"),
        AgendaItem(title="ד", minutes=40),
        AgendaItem(title="הפסקה", minutes=20, kind=BlockKind.BREAK),
        AgendaItem(title="ה", minutes=60, leader_id=noa, part=AgendaPart.BEFORE),
    )  # fmt: skip
    now = point(store, community)
    assert now.led == pytest.approx(0.75)
    assert now.unled == pytest.approx(0.25)
    told = words.spread(now, catalog("en"))
    assert "25%" in told.replace("\N{NARROW NO-BREAK SPACE}", "")


def test_a_block_with_tracks_is_led_by_those_of_its_tracks(
    store: Store, community: UUID, people: dict[str, UUID]
) -> None:
    noa, dana = people["נועה"], people["דנה"]
    blocks = [AgendaItem(title=it, minutes=60, leader_id=noa) for it in ("במקביל", "פתיחה")]
    meeting = held(store, community, *blocks)
    with store.write("tracks") as session:
        it = session.get_one(Meeting, meeting)
        agenda = it.agenda
        for track in range(2):
            inner = AgendaItem(title="חדר", minutes=60, leader_id=dana)
            inner.parent_id, inner.track = agenda[0].id, track
            agenda.append(inner)
        session.flush()
    assert point(store, community).led == pytest.approx(2 / 3)


def test_a_meeting_long_ago_or_not_held_says_nothing_of_today(
    store: Store, community: UUID, people: dict[str, UUID]
) -> None:
    block = AgendaItem(title="א", minutes=30, leader_id=people["דנה"])
    held(store, community, block, on=datetime(2026, 8, 1, 9))
    now = point(store, community)
    assert now.led is None  # the case of October was planned, never noted as held
    assert point(store, community, date(2026, 9, 1)).led == 1


def test_tasks_are_shared_by_whoever_took_them(
    store: Store, community: UUID, people: dict[str, UUID]
) -> None:
    key = held(store, community)
    with store.write("tasks") as session:
        session.add_all(
            Action(community_id=community, text="משימה", meeting_id=key, owner_id=people[name])
            for name in ("נועה", "אמיר", "דנה", "אמיר")
        )
        session.add(Action(community_id=community, text="של אף אחד", meeting_id=key))
    assert point(store, community).owned == pytest.approx(0.75)


def test_whoever_led_at_the_time_is_the_leader_of_that_time(
    store: Store, community: UUID, people: dict[str, UUID]
) -> None:
    block = AgendaItem(title="א", minutes=30, leader_id=people["נועה"])
    held(store, community, block, on=datetime(2026, 8, 20, 9))  # before she led
    assert point(store, community, date(2026, 8, 31)).led == 1


def test_the_band_is_that_of_the_stage_of_the_day(
    store: Store, community: UUID, people: dict[str, UUID]
) -> None:
    with store.write("on") as session:
        stages.record(session, community, Stage.COALESCING, date(2026, 10, 1))
        for term in roles.history(session, community):
            if term.name != "נועה אברהם":
                roles.remove(session, term.id)
    before, now = point(store, community, date(2026, 9, 15)), point(store, community)
    assert (before.stage, now.stage) == (Stage.POTENTIAL, Stage.COALESCING)
    assert now.band == shapes.bands()[Stage.COALESCING]
    assert (now.held, now.shared, now.against) == (0, 0, -1)
    assert point(store, community, date(2020, 1, 1)).shared is None


_SHARE = st.none() | st.floats(0, 1)


@given(_SHARE, _SHARE, _SHARE, st.integers(0, 49), st.integers(50, 100))
def test_a_point_stands_in_below_or_above_its_band(
    led: float | None, held: float | None, owned: float | None, low: int, high: int
) -> None:
    it = Point(TODAY, led, held, owned, Stage.MATURING, Band(low, high))
    if it.shared is None:
        assert it.against == 0
    else:
        percent = round(it.shared * 100)
        assert (it.against == 0) == (low <= percent <= high)
        assert min(share for share in (led, held, owned) if share is not None) - 1e-9 <= it.shared
