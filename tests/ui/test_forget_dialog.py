"""Somebody asks to be forgotten: the window says what that means, and asks for the name."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from cop_desktop.export import leaving, named_list
from cop_desktop.export.named_list import Errand
from cop_desktop.models import Decision, Meeting, Member
from cop_desktop.models.vocabulary import Function, Share
from cop_desktop.paths import outbox_dir
from cop_desktop.services import consents, functions, members
from cop_desktop.store import Store, backups_of
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.dialogs.forgetting import ForgetDialog
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.widgets import Words

from .conftest import TODAY


@pytest.fixture
def noa(store: Store, community: UUID) -> UUID:
    with store.read() as session:
        return session.scalars(select(Member.id).where(Member.given_name == "נועה")).one()


def told(dialog: ForgetDialog) -> str:
    return "\n".join(it.words() for it in dialog.findChildren(Words))


def test_it_tells_where_the_name_stands_and_waits_for_it_to_be_typed(
    window: MainWindow, desk: Desk, store: Store, noa: UUID
) -> None:
    with store.write("decide") as session:
        meeting = session.scalars(select(Meeting.id)).first()
        session.add(Decision(meeting_id=meeting, text="נועה אברהם תכתוב למנכ״ל"))  # type: ignore[arg-type]
    dialog = ForgetDialog(desk, noa, window)
    dialog.open()
    assert "נועה אברהם תכתוב למנכ״ל" in told(dialog)
    for text, may in (("", False), ("נועה", False), ("נועה אברהם", True)):
        dialog.name.setText(text)
        assert dialog.go.isEnabled() == may
    dialog.reject()
    with store.read() as session:
        assert session.get(Member, noa)


@pytest.mark.parametrize("language", ["he", "en", "ar"])
def test_it_is_as_tall_as_what_it_says(
    window: MainWindow, store: Store, community: UUID, language: str, qtbot: QtBot
) -> None:
    window.change(language=language)
    with store.write("add") as session:
        nobody = members.add(session, community, {"given_name": "Quiet"})
    assert window.shell
    dialog = ForgetDialog(window.shell.desk, nobody, window)
    dialog.open()
    qtbot.waitUntil(dialog.told.isVisible)
    spare = dialog.told.height() - dialog.told.body.heightForWidth(dialog.told.inner.width())
    assert 0 <= spare < window.shell.desk.look.line() * 3  # nothing is hidden, and no gap is left
    dialog.reject()


def test_nothing_of_the_person_is_left_in_the_window_or_on_the_disk(
    qtbot: QtBot, window: MainWindow, desk: Desk, store: Store, noa: UUID
) -> None:
    window.open_place("members", noa)
    with store.write("change") as session:
        members.change(session, [noa], {"notes": "נועה אברהם ביקשה שיחה"})
    store.backup()
    dialog = ForgetDialog(desk, noa, window)
    dialog.open()
    dialog.name.setText("נועה אברהם")
    dialog.go.click()
    with store.read() as session:
        assert session.get(Member, noa) is None
    assert desk.history.stack.count() == 0
    assert "אברהם".encode() not in store.path.read_bytes()
    (kept,) = backups_of(store.path)
    assert "אברהם".encode() not in kept.path.read_bytes()


def test_the_leader_and_the_last_member_are_told_what_that_means(
    window: MainWindow, desk: Desk, store: Store, noa: UUID
) -> None:
    plain = told(ForgetDialog(desk, noa, window))
    with store.write("lead") as session:
        functions.appoint(session, noa, Function.LEADER, TODAY)
        others = session.scalars(select(Member.id).where(Member.id != noa)).all()
        members.remove(session, others)
    special = told(ForgetDialog(desk, noa, window))
    assert len(special.split("\n")) == len(plain.split("\n")) + 2


def test_what_the_program_leaves_is_told_before_and_once_it_is_done(
    qtbot: QtBot, window: MainWindow, desk: Desk, store: Store, noa: UUID
) -> None:
    """A list of names that left, and a text with the first name alone."""
    with store.write("agree, export, write") as session:
        consents.give(session, noa, Share.MINISTRY, TODAY)
        meeting = session.scalars(select(Meeting.id)).first()
        session.add(Decision(meeting_id=meeting, text="לברר עם נועה"))  # type: ignore[arg-type]
        folder = leaving.ready(outbox_dir())
        path, _entry = named_list.leave(
            session, desk.community_id, Share.MINISTRY, Errand("המפקחת", "כנס", "הסכמה"), folder,
            desk.now(), desk.catalog,
        )  # fmt: skip
    dialog = ForgetDialog(desk, noa, window)
    dialog.open()
    assert "לברר עם נועה" in told(dialog)
    assert path.stem[-8:] in told(dialog)
    dialog.name.setText("נועה אברהם")
    dialog.go.click()

    def seen() -> str:
        return "\n".join(it.words() for it in dialog.findChildren(Words) if it.isVisible())

    qtbot.waitUntil(lambda: path.stem[-8:] in seen())
    assert "לברר עם נועה" not in seen()
