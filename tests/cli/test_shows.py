"""What the method at work looks like to a script, and what it is never told."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cop_desktop import cli
from cop_desktop.cli.method_shows import METHOD_SHOWN, OF_BREACHES
from cop_desktop.cli.shows import SHOWN
from cop_desktop.models import RuleBreach
from cop_desktop.services import communities, private, sample
from cop_desktop.store import create_file, open_file

Show = Callable[..., Any]
TODAY = date(2026, 11, 22)
CANARY = "לעיניי בלבד"


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """A file with the sample community."""
    path = tmp_path / "demo.cop"
    with create_file(path) as store, store.write("sample") as session:
        sample.create(session, TODAY)
    return path


@pytest.fixture
def show(demo: Path, capsys: pytest.CaptureFixture[str]) -> Show:
    def answer(what: str, *words: str) -> Any:
        told = ["show", what, str(demo), "--json", "--today", str(TODAY), "--lang", "en", *words]
        assert cli.main(told) == 0
        return json.loads(capsys.readouterr().out)

    return answer


def test_needs_name_the_topics_that_answer_them(show: Show) -> None:
    told = show("needs")
    assert len(told["needs"]) == 13
    assert {it["state"] for it in told["needs"]} == {"open", "answered", "faded"}
    assert [it for it in told["needs"] if not it["topics"] and it["state"] == "open"]
    assert told["last_mapped"] == "2026-02-17"


def test_topics_tell_how_many_meetings_went_by_without_them(show: Show) -> None:
    waiting = [it["waited"] for it in show("topics")["topics"] if it["waiting"]]
    assert waiting == [8, 4, 0]


def test_signs_are_told_with_fact_and_advice(show: Show) -> None:
    signs = {it["sign"]: it for it in show("signs")["signs"]}
    assert set(signs["topics_wait"]) == {
        "sign", "family", "state", "fact", "since", "page", "advice",
    }  # fmt: skip
    assert signs["topics_wait"]["state"] == "lit"
    assert "2" in signs["topics_wait"]["fact"]
    assert signs["charter_old"]["fact"] is None
    assert all(it["advice"] for it in signs.values())


def test_a_rest_of_a_sign_is_told_to_the_leader_alone(show: Show) -> None:
    everybody = {it["sign"]: it for it in show("signs")["signs"]}
    mine = {it["sign"]: it for it in show("signs", "--level", "me")["signs"]}
    assert "breaches_open" not in everybody
    assert mine["breaches_open"]["state"] == "off"
    assert everybody["needs_old"]["state"] == "lit"
    assert mine["needs_old"]["state"] == "asleep"
    assert mine["needs_old"]["reason"]


def test_routines_tell_when_they_were_last_done_and_how_late_they_are(show: Show) -> None:
    routines = show("routines")["routines"]
    assert len(routines) == 5
    assert [it["days_late"] > 0 for it in routines].count(True) == 1
    assert all(it["last"] for it in routines)


def test_the_charter_in_force_is_told_in_its_parts(show: Show) -> None:
    told = show("charter")
    assert (told["number"], told["adopted_on"], told["draft"]) == (1, "2025-12-02", 2)
    assert told["agreed"] + told["waiting"] == 24
    assert [it["part"] for it in told["parts"]][:3] == ["domain_in", "domain_out", "for_whom"]
    assert "voice" in told["promises"]
    assert "stays_here" in told["rules"]


def test_the_compass_tells_facts_for_and_against(show: Show) -> None:
    told = show("compass")
    assert told["stage"] == "maturing"
    assert {it["fact"] for it in told["facts_for"]} >= {"reach_outside", "asked_from_outside"}
    assert all(it["told"] for it in told["facts_for"] + told["facts_against"])
    assert len(told["maturity"]) == 4
    assert {it["dimension"]: it["stage"] for it in told["dimensions"]} == {
        "domain": "maturing", "community": "maturing", "practice": "coalescing",
    }  # fmt: skip


def test_products_tell_their_topics_and_readers(show: Show) -> None:
    products = show("products")["products"]
    (published,) = (it for it in products if it["status"] == "published")
    assert published["cleared_outside"] is True
    assert published["topics"]
    assert {it["answer"] for it in published["reviews"]} == {"ready", "changes"}


def test_who_spoke_of_a_need_is_told_to_the_leader_alone(show: Show) -> None:
    assert not any("who" in it for it in show("needs")["needs"])
    assert [it["who"] for it in show("needs", "--level", "me")["needs"] if it["who"]]


@pytest.mark.parametrize("what", sorted(set(SHOWN) - {"roster", "stage"}))
def test_what_is_for_the_leader_alone_changes_nothing_that_is_shown_unasked(
    show: Show, demo: Path, what: str
) -> None:
    """But for the circles: agreed to be told in the roster, and counted for the stage."""
    before = show(what)
    with open_file(demo) as store, store.write("remove") as session:
        key = communities.every(session, TODAY)[0].id
        assert private.left(session, key)
        private.remove(session, key)
    assert show(what) == before


def test_a_broken_rule_is_told_in_no_words_and_no_sign_unasked(show: Show, demo: Path) -> None:
    with open_file(demo) as store, store.write("note") as session:
        key = communities.every(session, TODAY)[0].id
        session.add(RuleBreach(community_id=key, noted_on=TODAY, text=CANARY))
    for what in SHOWN:
        said = json.dumps(show(what), ensure_ascii=False)
        assert CANARY not in said
        assert not any(key in said for key in OF_BREACHES)
    mine = {it["sign"]: it["state"] for it in show("signs", "--level", "me")["signs"]}
    assert mine["breaches_open"] == "lit"


@pytest.mark.parametrize("what", sorted(METHOD_SHOWN))
def test_people_read_it_as_lines_in_their_language(
    demo: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    assert cli.main(["show", what, str(demo), "--today", str(TODAY)]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 8


def test_levels_beyond_the_community_are_wrong_usage(demo: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["show", "signs", str(demo), "--level", "public"])
    assert ended.value.code == 2
