"""Members move between the circles: counted with reasons, named on request, never exported."""

import ast
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

import cop_desktop
from cop_desktop.models import AgendaItem
from cop_desktop.models.vocabulary import Persona, Presence
from cop_desktop.services import circles, sample
from cop_desktop.services.circles import Flow, Reason
from cop_desktop.store import Store

from .healthy import TODAY, Life, healthy
from .sign_cases import change

SINCE = date(2026, 2, 15)  # three meetings were held by then, six after


def _flow(life: Life) -> Flow:
    life.session.flush()
    return circles.flow(life.session, life.id, SINCE, TODAY)


def test_nobody_moves_where_nothing_changes(store: Store) -> None:
    with store.write("live") as session:
        told = _flow(healthy(session))
    assert (told.moves, told.streams, told.left) == ((), (), 0)
    assert told.stayed == 9
    assert told.settled == 1  # who joined in May is no longer new


def test_who_takes_a_role_and_leads_a_block_comes_into_the_core(store: Store) -> None:
    with store.write("lead") as session:
        life = healthy(session)
        nine = life.members[7]  # seven hold a role each; this one does not
        life.hold(nine, life.terms[0].role, date(2026, 6, 1))
        life.meetings[-1].agenda.append(
            AgendaItem(title="סבב", minutes=10, leader_id=nine.id)
        )  # fmt: skip
        told = _flow(life)
        (stream,) = told.streams
        (named,) = circles.names(session, told.moves)
    assert (stream.before, stream.now, stream.count) == (Persona.CONTRIBUTOR, Persona.CORE, 1)
    assert set(stream.reasons) == {Reason.TOOK_ROLE, Reason.LED_MORE}
    assert named[0] == "חבר 7"
    assert named[1].inward


def test_who_comes_less_and_less_goes_quiet(store: Store) -> None:
    with store.write("miss") as session:
        life = healthy(session)
        for meeting in life.meetings[3:]:
            life.missed(meeting, life.members[8])
        told = _flow(life)
    assert [(it.before, it.now, it.reasons) for it in told.moves] == [
        (Persona.CONTRIBUTOR, Persona.LURKER, (Reason.FEWER_MEETINGS,))
    ]
    assert not told.moves[0].inward


def test_who_has_left_is_no_outward_movement(store: Store) -> None:
    with store.write("leave") as session:
        life = healthy(session)
        change(life.members[8], left=date(2026, 9, 1))
        told = _flow(life)
    assert (told.moves, told.left) == ((), 1)


def test_reasons_always_point_the_way_of_the_move(store: Store) -> None:
    """Whatever the sample's year brought, a step in is told by more, a step out by less."""
    with store.write("sample") as session:
        home = sample.create(session, TODAY)
    with store.read() as session:
        told = circles.flow(session, home, date(2026, 1, 1), TODAY)
        there = sum(told.there.values())
    assert told.moves
    assert there == told.stayed + len(told.moves) + told.settled
    inward = {Reason.MORE_MEETINGS, Reason.TOOK_ROLE, Reason.LED_MORE}
    for move in told.moves:
        assert move.reasons
        assert (set(move.reasons) <= inward) is move.inward


@pytest.mark.parametrize("folder", ["export", "cli", "intake"])
def test_movement_reaches_no_paper_no_sheet_and_no_command(folder: str) -> None:
    """Nothing that writes a file or a terminal can name it; only the members' page may."""
    package = Path(cop_desktop.__file__).parent
    for path in (package / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                named = {f"{node.module}.{it.name}" for it in node.names}
                assert "cop_desktop.services.circles" not in named | {node.module}, path


def test_a_move_holds_no_number_that_could_rank_people(store: Store) -> None:
    with store.write("miss") as session:
        life = healthy(session)
        for meeting in life.meetings[3:]:
            life.missed(meeting, life.members[8])
        (move,) = _flow(life).moves
    kept = [getattr(move, it.name) for it in fields(move)]
    assert not any(isinstance(it, int | float) for it in kept)
    assert Presence.EXCUSED not in kept
