"""Beside a member's details: to whom their name may go, and everything held about them."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from cop_desktop.models.vocabulary import Share
from cop_desktop.services import consents, members
from cop_desktop.store import Store
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.members import MembersPage
from cop_desktop.ui.pages.members.detail import MemberDetail
from cop_desktop.ui.pages.members.sharing import FORMATS, Sharing
from tests.ui.conftest import TODAY


@pytest.fixture
def sharing(window: MainWindow, store: Store) -> Sharing:
    with store.read() as session:
        shell = window.shell
        assert shell
        (key, *_rest) = members.find(session, shell.desk.community_id, TODAY)
        (row,) = members.rows(session, [key], TODAY)
    window.open_place("members", row.id)
    detail = window.findChild(MemberDetail)
    assert detail
    assert detail.item == row.id
    return detail.sharing


def test_a_consent_is_given_and_withdrawn_with_a_tick(sharing: Sharing, store: Store) -> None:
    assert sharing.item
    sharing.consents.ticks[Share.MINISTRY].click()
    with store.read() as session:
        assert consents.given(session, sharing.item) == {Share.MINISTRY: TODAY}
    sharing.consents.ticks[Share.MINISTRY].click()
    with store.read() as session:
        assert not consents.given(session, sharing.item)


def test_taking_a_consent_back_with_undo_is_seen_at_once(
    sharing: Sharing, window: MainWindow
) -> None:
    tick = sharing.consents.ticks[Share.MINISTRY]
    tick.click()
    assert tick.isChecked()
    window.undo()
    assert not tick.isChecked()


def test_several_who_agreed_are_ticked_in_one_step(
    sharing: Sharing, window: MainWindow, store: Store, community: UUID, steps: list[str]
) -> None:
    page = window.findChild(MembersPage)
    assert page
    sharing.consents.ticks[Share.MINISTRY].click()
    steps.clear()
    page.list.table.selectAll()
    tick = page.several.consents.ticks[Share.MINISTRY]
    assert not tick.isChecked()
    assert "1" in tick.text()  # of three
    tick.click()
    assert len(steps) == 1
    with store.read() as session:
        assert len(consents.agreed(session, community, Share.MINISTRY)) == 3
    assert tick.isChecked()
    window.undo()
    with store.read() as session:
        assert len(consents.agreed(session, community, Share.MINISTRY)) == 1


@pytest.mark.parametrize("suffix", [suffix for suffix, _words, _icon in FORMATS])
def test_what_is_held_is_saved_in_every_format(
    sharing: Sharing, window: MainWindow, qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    sharing.save_to(path := tmp_path / f"held{suffix}")
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert path.stat().st_size > 100
    if suffix == ".json":
        told = json.loads(path.read_text("utf-8"))
        assert told["tables"]["member"][0].get("notes") is None
        assert not told["with_what_the_leader_keeps"]
