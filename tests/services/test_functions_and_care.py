"""Formal functions begin and end; the core is the same however one counts; care is found."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from cop_desktop.errors import UserError
from cop_desktop.models.vocabulary import Function, Persona, Stage
from cop_desktop.services import care, communities, functions, members, sample, stages
from cop_desktop.services.participation import circles, core
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)


def _noa(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return UUID(members.find(session, community, TODAY)[1])


def test_a_function_has_one_holder_and_may_be_empty(store: Store, community: UUID) -> None:
    noa = _noa(store, community)
    with store.write("appoint") as session:
        functions.appoint(session, noa, Function.LEADER, date(2026, 9, 1))
    with store.read() as session:
        held = functions.now(session, community, TODAY)
    assert set(held) == {Function.LEADER}
    assert (held[Function.LEADER].member_id, held[Function.LEADER].since) == (
        noa,
        date(2026, 9, 1),
    )
    with store.write("end") as session:
        functions.end(session, held[Function.LEADER].id, TODAY)
    with store.read() as session:
        assert functions.now(session, community, TODAY) == {}
        assert functions.now(session, community, TODAY - timedelta(days=1))


def test_what_began_today_by_mistake_is_forgotten(store: Store, community: UUID) -> None:
    noa = _noa(store, community)
    with store.write("appoint") as session:
        functions.appoint(session, noa, Function.CONTENT_EXPERT, TODAY)
        held = functions.now(session, community, TODAY)
        functions.end(session, held[Function.CONTENT_EXPERT].id, TODAY)
        assert functions.now(session, community, TODAY + timedelta(days=1)) == {}


def test_the_first_day_of_a_function_is_corrected_but_not_into_the_future(
    store: Store, community: UUID
) -> None:
    noa = _noa(store, community)
    with store.write("appoint") as session:
        functions.appoint(session, noa, Function.LEADER, TODAY)
        key = functions.now(session, community, TODAY)[Function.LEADER].id
        functions.begin_on(session, key, date(2025, 9, 1), TODAY)
        assert functions.leader(session, community, date(2025, 10, 1)) is not None
    with pytest.raises(UserError, match="not come yet"), store.write("x") as session:
        functions.begin_on(session, key, TODAY + timedelta(days=1), TODAY)


def test_steps_between_stages() -> None:
    assert stages.steps(None, Stage.POTENTIAL) == 1
    assert stages.steps(Stage.POTENTIAL, Stage.MATURING) == 2
    assert stages.steps(Stage.MATURING, Stage.COALESCING) == -1


def test_the_core_counted_alone_is_the_core_of_the_circles(store: Store) -> None:
    with store.write("sample") as session:
        community = sample.create(session, TODAY)
    with store.read() as session:
        assert core(session, community, TODAY) == circles(session, community, TODAY).core
        quiet = UUID(members.find(session, community, TODAY)[-1])
    for persona in (Persona.CORE, Persona.LURKER):
        with store.write("decide") as session:
            members.change(session, [quiet], {"persona": persona})
        with store.read() as session:
            assert core(session, community, TODAY) == circles(session, community, TODAY).core


def test_care_counts_members_and_names_the_one_who_joined_last(store: Store) -> None:
    with store.write("found") as session:
        community = communities.found(session, "קהילה", 2026)
        for name, joined in (("רות", date(2026, 10, 1)), ("דן", date(2026, 11, 1))):
            members.add(session, community, {"given_name": name, "joined": joined})
    with store.read() as session:
        found = care.matters(session, community, TODAY)
    told = next(it for it in found if it.kind == "new_without_mentor")
    assert (told.count, told.name, told.on) == (2, "דן", date(2026, 11, 1))
    assert {it.kind for it in found} == {"no_meeting", "no_roles", "new_without_mentor"}
    assert found[0].urgent
