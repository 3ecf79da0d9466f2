"""The community's page: fields that save at once, and a stage recorded as people do it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cop_desktop.i18n import catalog
from cop_desktop.models.vocabulary import Function, Stage
from cop_desktop.services import communities, functions, members, stages
from cop_desktop.services.communities import CommunityRow
from cop_desktop.services.compass import Sign
from cop_desktop.services.compass.figures import FIGURES
from cop_desktop.services.stages import StageRow
from cop_desktop.store import Store
from cop_desktop.ui.forms import Form
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.community import CommunityPage
from cop_desktop.ui.pages.community.sign_words import FACTS, sign_words
from cop_desktop.ui.places import Place
from cop_desktop.ui.widgets import DateField

from .conftest import TODAY

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this page is under test."""
    here = "cop_desktop.ui.pages.community:CommunityPage"
    place = Place("community", "ph.circles-three", "Community", here)
    monkeypatch.setattr("cop_desktop.ui.main_window.PLACES", (place,))


@pytest.fixture
def page(window: MainWindow) -> CommunityPage:
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert window.shell is not None
    it = window.shell.page
    assert isinstance(it, CommunityPage)
    return it


@pytest.fixture
def row(store: Store, community: UUID) -> Callable[[], CommunityRow]:
    """The community as it stands in the file."""

    def read() -> CommunityRow:
        with store.read() as session:
            return communities.one(session, community, TODAY)

    return read


@pytest.fixture
def stays(store: Store, community: UUID) -> Callable[[], list[StageRow]]:
    """The stages as they stand in the file."""

    def read() -> list[StageRow]:
        with store.read() as session:
            return list(stages.path(session, community).history)

    return read


def stage_names(rows: list[StageRow]) -> list[Stage]:
    return [row.stage for row in rows]


def day_field(form: Form, name: str) -> DateField:
    field = form.field(name)
    assert isinstance(field, DateField)
    return field


def record(page: CommunityPage, qtbot: QtBot, stage: Stage, reason: str = "") -> None:
    """Open the form, choose, write why, save."""
    qtbot.mouseClick(page.recording, LEFT)
    page.record.stage.setCurrentIndex(list(Stage).index(stage))
    page.record.stage.activated.emit(page.record.stage.currentIndex())
    page.record.reason.setPlainText(reason)
    qtbot.mouseClick(page.record.saving, LEFT)


def test_a_field_is_saved_when_left_and_undone_by_name(
    page: CommunityPage, window: MainWindow, row: Callable[[], CommunityRow], qtbot: QtBot
) -> None:
    editor = page.identity.form.editor("name")
    editor.setFocus()
    editor.setText("מעגל הצפון")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert row().name == "מעגל הצפון"
    window.undo()
    assert row().name == "מנהלי מחלקות חינוך"
    assert editor.text() == "מנהלי מחלקות חינוך"
    window.redo()
    assert editor.text() == "מעגל הצפון"


def test_a_community_keeps_its_name_and_the_field_says_why(
    page: CommunityPage, row: Callable[[], CommunityRow], qtbot: QtBot
) -> None:
    editor = page.identity.form.editor("name")
    editor.clear()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert row().name == "מנהלי מחלקות חינוך"
    field = page.identity.form.field("name")
    assert field.note.words.words()
    assert editor.property("wrong")


def test_the_domain_and_the_founding_day_are_saved(
    page: CommunityPage, row: Callable[[], CommunityRow], qtbot: QtBot
) -> None:
    domain = page.identity.form.editor("domain")
    domain.setPlainText("מעברים בין מסגרות.\nלא: הסעות")
    domain.left.emit()
    founded = day_field(page.identity.form, "founded")
    founded.edit.setText("1.9.2023")
    qtbot.keyClick(founded.edit, Qt.Key.Key_Return)
    assert row().domain == "מעברים בין מסגרות.\nלא: הסעות"
    assert row().founded == date(2023, 9, 1)


def test_a_leader_is_chosen_by_name_corrected_and_let_go(
    page: CommunityPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    def leader() -> str:
        with store.read() as session:
            found = functions.leader(session, community, TODAY)
            return found.given_name if found else ""

    form = page.leading.form
    editor, since = form.editor("leader"), day_field(form, "leader-since")
    assert not since.isEnabled()
    editor.setText("נועה")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert leader() == "נועה"
    assert editor.text() == "נועה אברהם"
    since.edit.setText("1.9.2026")
    qtbot.keyClick(since.edit, Qt.Key.Key_Return)
    with store.read() as session:
        assert functions.now(session, community, TODAY)[Function.LEADER].since == date(2026, 9, 1)
    editor.setText("אין כזאת")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert leader() == "נועה"
    assert "אין כזאת" in form.field("leader").note.words.words()
    editor.clear()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert leader() == ""


def test_members_are_offered_when_one_comes_to_choose(
    page: CommunityPage, window: MainWindow, as_seen: Callable[[], None]
) -> None:
    as_seen()
    editor = page.leading.form.editor("content_expert")
    offered = editor.completer().model()
    assert offered.rowCount() == 0
    editor.setFocus()
    assert offered.rowCount() == 3
    assert window.focusWidget() is editor


def test_a_function_does_not_begin_in_the_future(
    page: CommunityPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    with store.write("lead") as session:
        _, noa, _ = (UUID(key) for key in members.find(session, community, TODAY))
        functions.appoint(session, noa, Function.LEADER, date(2026, 9, 1))
    since = day_field(page.leading.form, "leader-since")
    since.edit.setText("1.1.2027")
    qtbot.keyClick(since.edit, Qt.Key.Key_Return)
    assert since.note.words.words()
    with store.read() as session:
        assert functions.now(session, community, TODAY)[Function.LEADER].since == date(2026, 9, 1)


def test_the_next_stage_is_offered_and_recorded_freely(
    page: CommunityPage, window: MainWindow, stays: Callable[[], list[StageRow]], qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.recording, LEFT)
    assert page.record.chosen() is Stage.COALESCING
    assert page.record.since.day() == TODAY
    page.record.decided.setText("הגרעין המוביל")
    qtbot.mouseClick(page.record.saving, LEFT)
    assert not page.record.isVisible()
    assert stage_names(stays()) == [Stage.POTENTIAL, Stage.COALESCING]
    assert stays()[-1].decided_by == "הגרעין המוביל"
    assert "הגרעין המוביל" in page.stage.caption.text()
    window.undo()
    assert stage_names(stays()) == [Stage.POTENTIAL]
    assert len(page.history.told) == 1
    window.redo()
    assert page.arc.data is not None
    assert page.arc.data.current == 1


def test_passing_a_stage_over_asks_why_under_the_field(
    page: CommunityPage, stays: Callable[[], list[StageRow]], qtbot: QtBot
) -> None:
    record(page, qtbot, Stage.MATURING)
    assert page.record.isVisible()
    reason = page.record.fields["reason"]
    assert reason.note.words.words()
    assert page.record.reason.property("wrong")
    assert stage_names(stays()) == [Stage.POTENTIAL]
    page.record.reason.setPlainText("שתי קהילות התמזגו")
    qtbot.mouseClick(page.record.saving, LEFT)
    assert not page.record.isVisible()
    assert stays()[-1].skipped
    assert len(page.history.told[0].split(" · ")) == 2


def test_moving_back_is_told_to_be_normal_and_marked(
    page: CommunityPage, stays: Callable[[], list[StageRow]], qtbot: QtBot
) -> None:
    record(page, qtbot, Stage.COALESCING)
    record(page, qtbot, Stage.POTENTIAL)
    assert page.record.fields["stage"].note.words.words()
    assert [row.back for row in stays()] == [False, False, True]
    assert len(page.history.told[0].split(" · ")) == 2


def test_a_day_before_the_present_stage_is_refused_under_the_date(
    page: CommunityPage, stays: Callable[[], list[StageRow]], qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.recording, LEFT)
    page.record.since.set_date(date(2024, 8, 1))
    qtbot.mouseClick(page.record.saving, LEFT)
    assert "1 בספטמבר 2024" in page.record.since.note.words.words()
    assert stage_names(stays()) == [Stage.POTENTIAL]
    page.record.since.set_date(None)
    qtbot.mouseClick(page.record.saving, LEFT)
    assert page.record.since.note.words.words()


def test_escape_leaves_the_form_and_nothing_is_written(
    page: CommunityPage, stays: Callable[[], list[StageRow]], qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.recording, LEFT)
    qtbot.keyClick(page.record.decided, Qt.Key.Key_Escape)
    assert not page.record.isVisible()
    assert stage_names(stays()) == [Stage.POTENTIAL]


def test_the_last_record_is_taken_back_and_the_toast_brings_it_again(
    page: CommunityPage, window: MainWindow, stays: Callable[[], list[StageRow]], qtbot: QtBot
) -> None:
    record(page, qtbot, Stage.COALESCING)
    qtbot.mouseClick(page.history.back, LEFT)
    assert stage_names(stays()) == [Stage.POTENTIAL]
    window.undo()
    assert stage_names(stays()) == [Stage.POTENTIAL, Stage.COALESCING]


def test_better_words_for_why_are_saved(
    page: CommunityPage, stays: Callable[[], list[StageRow]], qtbot: QtBot
) -> None:
    reason = page.stage.form.editor("reason")
    reason.setPlainText("נמצא צורך משותף")
    reason.left.emit()
    assert stays()[-1].reason == "נמצא צורך משותף"


def test_every_figure_has_words() -> None:
    assert set(FIGURES) == set(FACTS)


def test_a_sign_is_a_fact_with_its_figure_and_what_it_lacks() -> None:
    english = catalog("en")
    lacking = Sign("roles_beyond_leader", Stage.MATURING, 20, 50)
    assert "20%" in sign_words(lacking, english)
    assert "50%" in sign_words(lacking, english)
    holding = Sign("members_join", Stage.STEWARDSHIP, 7, 3)
    assert sign_words(holding, english) == "7 newcomers in the last year"


def test_a_community_without_a_stage_is_asked_for_one(
    page: CommunityPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    with store.write("none") as session:
        stages.take_back(session, community)
    assert page.empty.isVisible()
    assert not page.arc.isVisible()
    assert not page.history.isVisible()
    page.begin_record()
    assert page.record.chosen() is Stage.POTENTIAL
    qtbot.mouseClick(page.record.saving, LEFT)
    assert page.arc.isVisible()


def test_beside_or_below_the_columns_keep_their_room(
    page: CommunityPage, window: MainWindow
) -> None:
    assert page.life.x() + page.life.mapTo(page, page.life.rect().topLeft()).x() >= 0
    wide = page.identity.mapTo(page, page.identity.rect().topLeft()).y()
    assert page.life.mapTo(page, page.life.rect().topLeft()).y() == wide
    window.resize(800, 700)
    QApplication.processEvents()
    assert page.life.mapTo(page, page.life.rect().topLeft()).y() > wide
