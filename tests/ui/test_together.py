"""A copy is handed to a co-leader, comes back, and is brought together in the window."""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import delete, select

from cop_desktop.errors import UserError
from cop_desktop.models import AgendaItem, Attachment, Member
from cop_desktop.services import attachments, care, erasing
from cop_desktop.services.merging.deciding import undecided
from cop_desktop.services.merging.meeting import share
from cop_desktop.store import Store, backups_of, open_file
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.dialogs.together import BringTogether, Contradictions, HandCopy, LastReport
from cop_desktop.ui.dialogs.together.bringing import TogetherDialog
from cop_desktop.ui.dialogs.together.report import REPORT
from cop_desktop.ui.dialogs.together.view import SummaryView
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.widgets import DateField, LineEdit, TextArea, Words

TODAY, NOW = date(2026, 11, 22), datetime(2026, 11, 22, 9)


@pytest.fixture
def theirs(store: Store, community: UUID, tmp_path: Path) -> Path:
    """The copy that a co-leader has."""
    with store.write("share") as session:
        share(session, NOW)
    return store.backup(tmp_path / "theirs.cop")


def change(store: Store, given: str, **values: Any) -> None:
    with store.write("change") as session:
        member = session.scalars(select(Member).where(Member.given_name == given)).one()
        for name, value in values.items():
            setattr(member, name, value)


def at_theirs(path: Path, deed: Callable[[Store], None]) -> None:
    with open_file(path) as store:
        deed(store)


def told(widget: Any) -> str:
    return "\n".join(it.words() for it in widget.findChildren(Words))


def looked_at(qtbot: QtBot, desk: Desk, window: MainWindow, path: Path) -> TogetherDialog:
    asking = BringTogether(desk, window)
    asking.look_at(path)
    qtbot.waitUntil(lambda: asking.dialog is not None)
    assert asking.dialog is not None
    return asking.dialog


def brought(qtbot: QtBot, desk: Desk, window: MainWindow, path: Path) -> None:
    dialog = looked_at(qtbot, desk, window, path)
    dialog.go.click()
    qtbot.waitUntil(lambda: REPORT in desk.history.kept)


def job(store: Store, given: str) -> str:
    with store.read() as session:
        return session.scalars(select(Member.job_title).where(Member.given_name == given)).one()


def test_a_copy_is_written_whole_and_both_know_what_they_share(
    qtbot: QtBot, desk: Desk, window: MainWindow, store: Store, tmp_path: Path
) -> None:
    copy = tmp_path / "for my co-leader.cop"
    HandCopy(desk, window).write_to(copy)
    qtbot.waitUntil(lambda: copy.exists() and not desk.tasks.busy)
    with open_file(copy) as theirs, theirs.read() as session:
        assert session.scalars(select(Member.id)).all()
    change(store, "נועה", job_title="מנהלת")
    at_theirs(copy, lambda it: change(it, "נועה", expertise="גיל רך"))
    brought(qtbot, desk, window, copy)
    assert job(store, "נועה") == "מנהלת"
    with store.read() as session:
        assert not undecided(session)


def test_a_name_that_is_taken_is_refused(desk: Desk, window: MainWindow, theirs: Path) -> None:
    for path in (theirs, desk.file.path):
        with pytest.raises(UserError):
            HandCopy(desk, window).write_to(path)


def test_one_sees_who_comes_in_before_anything_is_written(
    qtbot: QtBot, desk: Desk, window: MainWindow, store: Store, theirs: Path, community: UUID
) -> None:
    def add(it: Store) -> None:
        with it.write("add") as session:
            session.add(Member(community_id=community, given_name="נור", family_name="סעד"))

    at_theirs(theirs, add)
    before = theirs.read_bytes()
    dialog = looked_at(qtbot, desk, window, theirs)
    assert "נור סעד" in told(dialog)
    with store.read() as session:
        assert not session.scalars(select(Member).where(Member.given_name == "נור")).all()
    dialog.reject()
    assert theirs.read_bytes() == before


def test_it_comes_in_as_one_step_that_undo_takes_back(
    qtbot: QtBot, desk: Desk, window: MainWindow, store: Store, theirs: Path
) -> None:
    at_theirs(theirs, lambda it: change(it, "נועה", job_title="מנהלת אגף ב׳"))
    steps = desk.history.stack.count()
    brought(qtbot, desk, window, theirs)
    assert job(store, "נועה") == "מנהלת אגף ב׳"
    assert desk.history.stack.count() == steps + 1
    assert "together" in [it.reason for it in backups_of(store.path)]
    desk.history.undo()
    assert job(store, "נועה") == "מנהלת אגף"


def test_what_one_will_be_asked_is_told_first_and_the_buttons_stay_below(
    qtbot: QtBot, desk: Desk, window: MainWindow, store: Store, theirs: Path
) -> None:
    change(store, "נועה", job_title="מנהלת מחלקה")
    at_theirs(theirs, lambda it: change(it, "נועה", job_title="סמנכ״לית", expertise="גיל רך"))
    dialog = looked_at(qtbot, desk, window, theirs)
    qtbot.waitExposed(dialog)
    words = told(dialog)
    assert words.index(desk.catalog("Both copies wrote here. Nothing is lost: both values are kept "
                                    "until you decide.")) < words.index("נועה אברהם")  # fmt: skip
    summary = dialog.findChild(SummaryView)
    assert summary
    assert summary.geometry().bottom() < dialog.go.geometry().top()
    dialog.reject()


def test_the_summary_can_be_opened_again(
    qtbot: QtBot, desk: Desk, window: MainWindow, theirs: Path
) -> None:
    at_theirs(theirs, lambda it: change(it, "נועה", job_title="מנהלת אגף ב׳"))
    brought(qtbot, desk, window, theirs)
    report = LastReport(desk, window)
    report.open()
    assert report.dialog is not None
    assert "נועה אברהם" in told(report.dialog)
    report.dialog.accept()


def test_an_older_copy_comes_in_and_stays_in_its_form(
    qtbot: QtBot, desk: Desk, window: MainWindow, tmp_path: Path
) -> None:
    """Of strangers: refused with a sentence, not with a crash about its form."""
    samples = Path(__file__).parent.parent / "data" / "files"
    old = Path(shutil.copy(samples / "0002.cop", tmp_path / "old.cop"))
    before = old.read_bytes()
    problems: list[Exception] = []
    from cop_desktop.ui.dialogs.together import work

    desk.tasks.run(
        "look", lambda _: work.look(desk.file, old, desk.catalog), lambda _: None, problems.append
    )
    qtbot.waitUntil(lambda: bool(problems))
    assert isinstance(problems[0], UserError)
    assert old.read_bytes() == before


def contradicting(
    qtbot: QtBot, desk: Desk, window: MainWindow, store: Store, theirs: Path
) -> Contradictions:
    change(store, "נועה", job_title="מנהלת מחלקה")
    at_theirs(theirs, lambda it: change(it, "נועה", job_title="סמנכ״לית"))
    brought(qtbot, desk, window, theirs)
    dialog = Contradictions(desk, window)
    dialog.open()
    qtbot.waitUntil(lambda: len(dialog.cards) == 1)
    return dialog


def test_both_values_stand_side_by_side_until_one_is_chosen(
    qtbot: QtBot, desk: Desk, window: MainWindow, store: Store, theirs: Path
) -> None:
    dialog = contradicting(qtbot, desk, window, store, theirs)
    words = told(dialog.cards[0])
    assert "נועה אברהם" in words
    assert {"מנהלת מחלקה", "סמנכ״לית"} <= set(words.split("\n"))
    with store.read() as session:
        assert [it.count for it in care.matters(session, desk.community_id, TODAY)
                if it.kind == "contradictions"] == [1]  # fmt: skip
    other = dialog.cards[0].told.versions[1].value
    dialog.cards[0].buttons[1].click()
    qtbot.waitUntil(lambda: not dialog.cards)
    assert job(store, "נועה") == other
    with store.read() as session:
        kinds = [it.kind for it in care.matters(session, desk.community_id, TODAY)]
    assert "contradictions" not in kinds
    assert "נועה אברהם" in desk.history.stack.undoText()
    dialog.undo.click()
    qtbot.waitUntil(lambda: len(dialog.cards) == 1)
    dialog.accept()


def test_another_value_can_be_written(
    qtbot: QtBot, desk: Desk, window: MainWindow, store: Store, theirs: Path
) -> None:
    dialog = contradicting(qtbot, desk, window, store, theirs)
    line = dialog.cards[0].another.editor
    assert isinstance(line, LineEdit)
    assert line.isHidden()
    dialog.cards[0].another.ask.click()
    assert not line.isHidden()
    line.setText("  יועצת  בכירה")
    line.returnPressed.emit()
    qtbot.waitUntil(lambda: not dialog.cards)
    assert job(store, "נועה") == "יועצת בכירה"
    dialog.accept()


def test_what_no_form_would_take_is_refused_where_it_is_written(
    qtbot: QtBot, desk: Desk, window: MainWindow, store: Store, theirs: Path
) -> None:
    change(store, "נועה", in_post_since=2020)
    at_theirs(theirs, lambda it: change(it, "נועה", in_post_since=2021))
    brought(qtbot, desk, window, theirs)
    dialog = Contradictions(desk, window)
    qtbot.waitUntil(lambda: len(dialog.cards) == 1)
    another = dialog.cards[0].another
    assert isinstance(another.editor, LineEdit)
    for typed in ("1066", "מזמן"):
        another.editor.setText(typed)
        another.save()
        assert another.field.has_error
    another.editor.setText("2019")
    another.save()
    qtbot.waitUntil(lambda: not dialog.cards)
    with store.read() as session:
        assert 2019 in session.scalars(select(Member.in_post_since)).all()
    dialog.accept()


def test_several_lines_begin_with_what_both_wrote_and_a_day_is_chosen_as_a_day(
    qtbot: QtBot, desk: Desk, window: MainWindow, store: Store, theirs: Path
) -> None:
    change(store, "נועה", notes="שלי", consent_on=TODAY)
    at_theirs(theirs, lambda it: change(it, "נועה", notes="שלהם", consent_on=date(2026, 9, 1)))
    brought(qtbot, desk, window, theirs)
    dialog = Contradictions(desk, window)
    qtbot.waitUntil(lambda: len(dialog.cards) == 2)
    by_field = {card.told.cell[2]: card.another for card in dialog.cards}
    prose, day = by_field["notes"].editor, by_field["consent_on"].editor
    assert isinstance(prose, TextArea)
    assert isinstance(day, DateField)
    assert set(prose.toPlainText().split("\n")) == {"שלי", "שלהם"}
    day.set_date(date(2026, 10, 1))
    by_field["consent_on"].save()
    qtbot.waitUntil(lambda: len(dialog.cards) == 1)
    with store.read() as session:
        assert date(2026, 10, 1) in session.scalars(select(Member.consent_on)).all()
    dialog.accept()


def test_who_was_forgotten_there_is_forgotten_here_after_saying_so(
    qtbot: QtBot, desk: Desk, window: MainWindow, store: Store, theirs: Path
) -> None:
    def forget(it: Store) -> None:
        with it.write("erase") as session:
            key = session.scalars(select(Member.id).where(Member.given_name == "דנה")).one()
            erasing.erase(session, key, "x", TODAY)
        it.forget()

    at_theirs(theirs, forget)
    at_theirs(theirs, lambda it: change(it, "נועה", job_title="מנהלת אגף ב׳"))
    with store.write("attach") as session:
        item = session.scalars(select(AgendaItem.id)).first()
        assert item
        attachments.add_file(session, item, "רשימה.txt", "דנה לוי".encode())
    dialog = looked_at(qtbot, desk, window, theirs)
    assert "דנה לוי" in told(dialog)
    assert "רשימה.txt" in told(dialog)
    dialog.go.click()
    qtbot.waitUntil(lambda: REPORT in desk.history.kept)
    with store.read() as session:
        assert not session.scalars(select(Member).where(Member.given_name == "דנה")).all()
    assert job(store, "נועה") == "מנהלת אגף ב׳"
    assert desk.history.stack.count() == 1
    with store.write("take the file out, as the report asks") as session:
        session.execute(delete(Attachment))
    store.forget()
    assert "דנה".encode() not in store.path.read_bytes()
    report = LastReport(desk, window)
    report.open()
    assert report.dialog is not None
    assert "רשימה.txt" in told(report.dialog)
    report.dialog.accept()
