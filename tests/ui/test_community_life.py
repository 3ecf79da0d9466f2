"""Where the community stands: facts at hand, dimensions and maturity, and turning into another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cop_desktop.content import shapes
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.models.method import Dimension, MaturityAxis, Transformation
from cop_desktop.models.thread_words import MarkList
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services import (
    compass,
    dimensions,
    marks,
    maturity,
    meetings,
    members,
    private,
    ritual,
    stages,
    turnings,
)
from cop_desktop.services.compass import Compass, Direction, Recheck, Sign, Way
from cop_desktop.services.compass.figures import AT_MOST, FIGURES
from cop_desktop.services.ritual import Ritual
from cop_desktop.store import Store
from cop_desktop.ui.main_window import MainWindow
from cop_desktop.ui.pages.community import CommunityPage
from cop_desktop.ui.pages.community.fits_card import FitsCard
from cop_desktop.ui.pages.community.sign_words import SHARES, UNITS, YES_NO, sign_words
from cop_desktop.ui.pages.community.signs_card import recheck_words, suggestion_words
from cop_desktop.ui.pages.community.turning_words import LEFT, PRIVATE, private_words
from cop_desktop.ui.places import Place
from cop_desktop.ui.widgets import DateField

from .conftest import TODAY

LEFT_BUTTON = Qt.MouseButton.LeftButton
ENGLISH = catalog("en")


@pytest.fixture(autouse=True)
def places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this page is under test."""
    here = "cop_desktop.ui.pages.community:CommunityPage"
    place = Place("community", "ph.circles-three", "Community", here)
    monkeypatch.setattr("cop_desktop.ui.main_window.PLACES", (place,))


@pytest.fixture
def page(window: MainWindow) -> CommunityPage:
    assert window.shell is not None
    it = window.shell.page
    assert isinstance(it, CommunityPage)
    return it


@pytest.fixture
def told(store: Store, community: UUID) -> Callable[[], Ritual]:
    """The ritual as it stands in the file."""

    def read() -> Ritual:
        with store.read() as session:
            found = ritual.of(session, community)
        assert found is not None
        return found

    return read


def needed(store: Store, community: UUID, fact: str) -> int:
    with store.read() as session:
        found = compass.of(session, community, TODAY)
    return next(sign.needed for sign in found.signs if sign.fact == fact)


# -- facts for and against ---------------------------------------------------------------------


def test_the_facts_are_those_of_the_present_stage(
    page: CommunityPage, store: Store, community: UUID
) -> None:
    shape = shapes.stages()[Stage.POTENTIAL]
    both = [*shape.moved_on, *shape.falling_back]
    assert {*page.signs.rows, *page.signs.ticks} == {mark.key for mark in both}
    assert set(page.signs.ticks) == {mark.key for mark in both if not mark.computed}
    with store.write("on") as session:
        stages.record(session, community, Stage.COALESCING, TODAY)
    assert "steady_rhythm" in page.signs.rows
    assert "core_formed" not in page.signs.rows


def test_a_sign_the_file_cannot_tell_is_ticked_and_undone(
    page: CommunityPage, window: MainWindow, store: Store, community: UUID, qtbot: QtBot
) -> None:
    page.signs.ticks["first_benefit"].tick.click()
    with store.read() as session:
        assert marks.done(session, community, MarkList.COMPASS) == {
            "potential.first_benefit": TODAY
        }
    assert page.signs.ticks["first_benefit"].tick.isChecked()
    window.undo()
    assert not page.signs.ticks["first_benefit"].tick.isChecked()
    qtbot.mouseClick(page.signs.ticks["first_benefit"], LEFT_BUTTON)  # the words do it too
    assert page.signs.ticks["first_benefit"].tick.isChecked()


def test_a_threshold_is_changed_where_it_is_seen_and_set_back(
    page: CommunityPage, store: Store, community: UUID
) -> None:
    page.signs.rows["first_meetings"].open_threshold()
    card = page.signs.rows["first_meetings"].card
    assert card is not None
    assert not card.usual.isEnabled()
    card.stepper.more.click()
    assert card.usual.isEnabled()
    card.saving.click()
    assert needed(store, community, "first_meetings") == 3
    page.signs.rows["first_meetings"].open_threshold()
    card = page.signs.rows["first_meetings"].card
    assert card is not None
    card.usual.click()
    card.saving.click()
    assert needed(store, community, "first_meetings") == 2


def test_a_threshold_left_alone_is_not_written(
    page: CommunityPage, window: MainWindow, store: Store, community: UUID
) -> None:
    page.signs.rows["core_formed"].open_threshold()
    card = page.signs.rows["core_formed"].card
    assert card is not None
    card.stepper.more.click()
    card.close()
    assert needed(store, community, "core_formed") == 3


def test_a_yes_or_no_has_no_threshold(page: CommunityPage) -> None:
    assert not page.signs.rows["domain_agreed"].threshold.isVisible()
    assert page.signs.rows["core_formed"].threshold.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_told_with_and_without_reaching_its_threshold(language: str) -> None:
    words = catalog(language)
    for stage, shape in shapes.stages().items():
        for mark in (*shape.moved_on, *shape.falling_back):
            if not mark.computed:
                continue
            back = mark in shape.falling_back
            way = Direction.AT_MOST if mark.key in AT_MOST else Direction.AT_LEAST
            for value in (None, 0, 1, 2, 5, 40):
                sign = Sign(mark.key, stage, value, 3, stage, back, direction=way)
                told = sign_words(sign, words)
                assert told
                assert "{" not in told
    assert set(UNITS) <= set(FIGURES)
    assert set(FIGURES) >= SHARES | YES_NO


def test_what_holds_by_being_little_says_from_where_down() -> None:
    many = Sign(
        "quiet_fade", Stage.STEWARDSHIP, 4, 1, Stage.TRANSFORMATION, True,
        direction=Direction.AT_MOST,
    )  # fmt: skip
    assert sign_words(many, ENGLISH) == "4 meetings in the last half year (a sign from 1 down)"


def test_where_the_figures_point_is_said_as_a_suggestion() -> None:
    told = {
        way: suggestion_words(Compass((), suggested, Stage.MATURING, way), ENGLISH)
        for way, suggested in (
            (Way.STAY, Stage.MATURING), (Way.ON, Stage.STEWARDSHIP),
            (Way.BACK, Stage.COALESCING), (Way.TURN, Stage.TRANSFORMATION),
        )
    }  # fmt: skip
    assert len(set(told.values())) == 4
    assert "Coalescing" in told[Way.BACK]
    assert "Transformation" in told[Way.TURN]
    anew = Compass((), Stage.POTENTIAL, Stage.TRANSFORMATION, Way.ON)
    assert "new beginning" in suggestion_words(anew, ENGLISH)


def test_turnover_asks_for_another_look(page: CommunityPage, store: Store, community: UUID) -> None:
    assert not page.signs.changed.isVisible()
    with store.write("turnover") as session:
        stages.record(session, community, Stage.COALESCING, date(2026, 9, 2))
        for n in range(3):
            values = {"given_name": f"חדשה {n}", "joined": date(2026, 10, 1)}
            members.add(session, community, values)
    assert not page.signs.changed.isVisible()  # three were there: too few for parts of a hundred
    with store.write("turnover") as session:
        stages.record(session, community, Stage.MATURING, date(2026, 10, 2))
        ids = [UUID(key) for key in members.find(session, community, TODAY)]
        members.leave(session, ids[:3], date(2026, 11, 1))
    assert page.signs.changed.isVisible()
    told = recheck_words(Recheck(date(2026, 10, 2), 3, 1, 6, True), ENGLISH)
    assert "3 of 6 members left, 1 member joined and the leader changed" in told


def test_a_template_leads_to_the_coming_meeting(
    page: CommunityPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    asked: list[tuple[object, ...]] = []
    card = FitsCard(replace(page.desk, open_place=lambda *told: asked.append(told)))
    qtbot.addWidget(card)
    card.show_stage(Stage.MATURING)
    assert list(card.rows) == list(shapes.stages()[Stage.MATURING].templates)
    card.rows["planned_pause"].clicked.emit()
    with store.write("a meeting ahead") as session:
        values = {"topic": "סיור", "starts_at": datetime(2026, 12, 1, 9)}
        coming = meetings.schedule(session, community, values)
    card.rows["expert"].clicked.emit()
    assert asked == [("meetings",), ("meetings", coming)]  # the year, while none is planned


# -- dimensions and maturity -------------------------------------------------------------------


def test_a_dimension_is_set_on_the_scale_of_the_whole(
    page: CommunityPage, window: MainWindow, store: Store, community: UUID
) -> None:
    page.sides.choose(1)
    assert page.dimensions.isVisible()
    assert not page.signs.isVisible()
    row = page.dimensions.rows[Dimension.DOMAIN]
    assert row.scale.data is not None
    assert (row.scale.data.at, row.scale.data.whole) == (None, 0)
    row.scale.part_chosen.emit("coalescing")
    with store.read() as session:
        now = dimensions.now(session, community, TODAY)
    assert now[Dimension.DOMAIN].stage is Stage.COALESCING
    assert row.scale.data.at == 1
    window.undo()
    assert row.scale.data.at is None


def test_the_axes_are_read_in_a_form_and_shown_as_a_radar(
    page: CommunityPage, store: Store, community: UUID
) -> None:
    page.begin_reading()
    card = page.maturity
    assert card.due.isVisible()
    assert not card.radar.isVisible()
    card.form.save()
    assert card.form.isVisible()  # nothing was judged: said under the first field
    card.form.choices[MaturityAxis.DEPTH].set_value(3)
    card.form.note.setPlainText("חזרנו מהשטח")
    card.form.saving.click()
    with store.read() as session:
        latest = maturity.of(session, community).latest
    assert latest is not None
    assert latest.levels == {MaturityAxis.DEPTH: 3}
    assert latest.note == "חזרנו מהשטח"
    assert card.radar.isVisible()
    assert not card.due.isVisible()
    assert card.radar.data is not None
    assert [axis.level for axis in card.radar.data] == [None, 3, None, None]


def test_the_reading_before_stays_as_an_outline(
    page: CommunityPage, store: Store, community: UUID
) -> None:
    with store.write("read") as session:
        for on, level in ((date(2026, 2, 10), 2), (date(2026, 10, 10), 4)):
            maturity.record(session, community, on, {MaturityAxis.CONTENT: level}, TODAY)
    page.sides.choose(1)
    radar = page.maturity.radar
    assert radar.data is not None
    assert (radar.data[0].level, radar.data[0].before) == (4, 2)
    assert "2" in radar.data[0].words
    assert "4" in radar.data[0].words
    page.begin_reading()
    assert page.maturity.form.choices[MaturityAxis.CONTENT].value() == 4


def test_escape_leaves_the_form_of_the_axes(
    page: CommunityPage, store: Store, community: UUID, qtbot: QtBot
) -> None:
    page.begin_reading()
    qtbot.keyClick(page.maturity.form.choices[MaturityAxis.DEPTH], Qt.Key.Key_Escape)
    assert not page.maturity.form.isVisible()
    with store.read() as session:
        assert maturity.of(session, community).latest is None


# -- turning into something else -----------------------------------------------------------------


def test_turning_is_one_quiet_line_until_it_is_asked_for(page: CommunityPage) -> None:
    card = page.turning
    assert card.opening.isVisible()
    assert not card.kinds.isVisible()
    assert not card.decision.isVisible()
    card.opening.click()
    assert card.kinds.isVisible()
    assert not card.opening.isVisible()


def test_in_the_last_stage_the_kinds_are_open(
    page: CommunityPage, store: Store, community: UUID
) -> None:
    with store.write("last") as session:
        stages.record(session, community, Stage.TRANSFORMATION, TODAY, "סוף")
    assert page.turning.kinds.isVisible()


def test_a_transformation_is_begun_decided_and_concluded(
    page: CommunityPage, window: MainWindow, store: Store, community: UUID,
    told: Callable[[], Ritual],
) -> None:  # fmt: skip
    card = page.turning
    card.opening.click()
    card.kind_rows[Transformation.RENEWAL].clicked.emit()
    assert told().turning.kind is Transformation.RENEWAL
    assert not card.ending.ending.isEnabled()
    card.decision.deciding.click()  # without a reason
    assert told().turning.decided_on is None
    assert card.decision.form.field("reason").note.words.words()
    reason = card.decision.form.editor("reason")
    reason.setPlainText("תחום חדש")
    reason.left.emit()
    card.decision.deciding.click()
    assert told().turning.decided_on == TODAY
    with store.read() as session:
        now = stages.path(session, community).now
    assert now is not None
    assert now.stage is Stage.TRANSFORMATION
    assert not card.decision.deciding.isVisible()
    card.ending.stage.set_value(Stage.POTENTIAL)
    card.ending.ending.click()
    with store.read() as session:
        now = stages.path(session, community).now
        assert turnings.current(session, community) is None
    assert now is not None
    assert now.stage is Stage.POTENTIAL
    window.undo()
    assert told().turning.ended_on is None


def test_the_day_of_the_decision_waits_while_its_words_are_written(
    page: CommunityPage, told: Callable[[], Ritual], qtbot: QtBot
) -> None:
    page.turning.begin(Transformation.MERGER)
    form = page.turning.decision.form
    day = form.field("decided_on")
    assert isinstance(day, DateField)
    day.edit.setText("3.11.2026")
    qtbot.keyClick(day.edit, Qt.Key.Key_Return)
    reason = form.editor("reason")
    reason.setPlainText("שאלות משותפות")
    reason.left.emit()
    assert day.day() == date(2026, 11, 3)
    page.turning.decision.deciding.click()
    assert told().turning.decided_on == date(2026, 11, 3)


def test_tasks_are_ticked_and_what_is_private_is_taken_out(
    page: CommunityPage, window: MainWindow, store: Store, community: UUID,
    told: Callable[[], Ritual],
) -> None:  # fmt: skip
    with store.write("begin") as session:
        ids = [UUID(key) for key in members.find(session, community, TODAY)]
        members.change(session, ids, {"notes": "אישי"})
        turnings.begin(session, community, Transformation.CLOSING, TODAY)
    card, before = page.turning, told().done
    card.tasks["succession.thanks"].click()
    assert told().done == before + 1
    assert card.tasks["succession.thanks"].isChecked()
    card.buttons["archive.private_removed"].click()
    with store.read() as session:
        assert private.left(session, community) == {}
    assert "archive.private_removed" not in card.buttons
    window.undo()
    assert told().private == {"member_notes": 3}


def test_the_keyboard_follows_what_opens_and_what_is_ticked(
    page: CommunityPage, as_seen: Callable[[], None]
) -> None:
    as_seen()
    card = page.turning
    card.opening.setFocus()
    QTest.keyClick(card.opening, Qt.Key.Key_Space)
    first = next(iter(card.kind_rows.values()))
    assert first.hasFocus()
    QApplication.processEvents()
    assert not first.visibleRegion().isEmpty()  # not somewhere under the edge
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert card.decision.form.editor("reason").hasFocus()
    key, tick = next((key, tick) for key, tick in card.tasks.items() if tick.isEnabled())
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert card.tasks[key] is not tick
    assert card.tasks[key].hasFocus()


def test_begun_by_mistake_it_is_taken_back(
    page: CommunityPage, window: MainWindow, store: Store, community: UUID
) -> None:
    page.turning.begin(Transformation.SPLIT)
    page.turning.ending.back.click()
    with store.read() as session:
        assert turnings.every(session, community) == ()
    assert page.turning.opening.isVisible()
    window.undo()
    assert page.turning.decision.isVisible()


def test_all_that_can_be_left_or_private_has_words() -> None:
    assert set(PRIVATE) == {*private.FIELDS, *private.TABLES}
    assert set(LEFT) <= set(ritual.COMPUTED)
    assert (
        private_words({"breaches": 1, "circles": 2}, ENGLISH)
        == "1 broken rule and 2 circles chosen"
    )
