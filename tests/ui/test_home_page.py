"""Home answers four questions at a glance, and every answer leads to the place behind it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from shutil import copy
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, event

from cop_desktop.content import shapes
from cop_desktop.formats import without_isolates
from cop_desktop.models.vocabulary import Function, Role, Stage
from cop_desktop.services import (
    charter,
    communities,
    functions,
    meetings,
    members,
    roles,
    sample,
    stages,
)
from cop_desktop.settings import Settings
from cop_desktop.store import Store, create_file, open_file
from cop_desktop.ui.desk import Desk, Page
from cop_desktop.ui.dialogs.packing import PackDialog
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow, OpenFile
from cop_desktop.ui.pages.home import HomePage
from cop_desktop.ui.pages.home.words import CARE, greeting
from cop_desktop.ui.places import Place

from .conftest import TODAY

ENOUGH = 60  # queries for everything on home; it opens with the program


class Elsewhere(Page):
    """Any other place: it only remembers what it was asked to show."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.item: UUID | None = None

    def refresh(self) -> None:
        """Nothing to read."""

    def show_item(self, item: UUID) -> None:
        self.item = item


ELSEWHERE = ("community", "charter", "members", "roles", "meetings", "plan")


@pytest.fixture(autouse=True)
def places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Home is the real one; the other places stand for themselves."""
    home = Place("home", "ph.house", "Home", "cop_desktop.ui.pages.home:HomePage")
    there = (Place(key, "ph.circles-three", key, f"{__name__}:Elsewhere") for key in ELSEWHERE)
    monkeypatch.setattr("cop_desktop.ui.main_window.PLACES", (home, *there))


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the sample community; copied for each test."""
    path = tmp_path_factory.mktemp("sample") / "sample.cop"
    store = create_file(path)
    with store.write("sample") as session:
        sample.create(session, TODAY)
    store.close()
    return path


@pytest.fixture
def sampled(
    qtbot: QtBot, fonts: None, sample_file: Path, tmp_path: Path, kept: Settings
) -> Iterator[MainWindow]:
    """The window with the sample community open."""
    store = open_file(Path(copy(sample_file, tmp_path)))
    yield from _window(qtbot, store, kept)
    store.close()


@pytest.fixture
def fresh(qtbot: QtBot, fonts: None, store: Store, kept: Settings) -> Iterator[MainWindow]:
    """The window with a community founded a minute ago."""
    with store.write("found") as session:
        communities.found(session, "קהילה חדשה", 2026)
    yield from _window(qtbot, store, kept)


def _window(qtbot: QtBot, store: Store, kept: Settings) -> Iterator[MainWindow]:
    with store.read() as session:
        community = communities.every(session, TODAY)[0].id
    history = History(store)
    it = MainWindow(kept, lambda: TODAY)
    qtbot.addWidget(it)
    it.show_desk(OpenFile(store, history, community))
    it.resize(1280, 840)
    it.show()
    yield it
    it.tasks.cancel_all()
    history.close()


@pytest.fixture
def as_active(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Make a window the active one, so that its keys are heard."""

    def activate(window: MainWindow) -> None:
        with qtbot.waitActive(window):
            window.activateWindow()

    return activate


def home(window: MainWindow) -> HomePage:
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, HomePage)
    return page


def gone_to(window: MainWindow) -> tuple[str, UUID | None]:
    assert window.shell is not None
    page = window.shell.page
    assert isinstance(page, Elsewhere)
    return window.shell.place, page.item


def next_meeting(window: MainWindow) -> UUID:
    assert window.shell is not None
    desk = window.shell.desk
    with desk.store.read() as session:
        row = meetings.upcoming(session, desk.community_id, TODAY)
    assert row is not None
    return row.id


def test_the_window_begins_at_home(sampled: MainWindow) -> None:
    assert sampled.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert home(sampled).isVisible()


def test_when_do_we_meet_and_is_it_ready(sampled: MainWindow) -> None:
    card = home(sampled).meeting
    assert card.topic.words() == "רצף חינוכי מגיל לידה עד כיתה א׳"
    assert without_isolates(card.day.words()) == "יום רביעי, 2 בדצמבר · כ״ב בכסלו"
    assert "09:30–13:00" in without_isolates(card.place.words())
    assert card.when.accessibleName() == "בעוד 10 ימים"
    assert "5" in card.ready.text()
    assert "7" in card.ready.text()
    assert card.left.isVisible()
    assert card.strip.data is not None
    assert [step.done for step in card.strip.data].count(False) == 2


def test_where_are_we_in_life(sampled: MainWindow) -> None:
    arc = home(sampled).life.arc
    assert arc.data is not None
    assert arc.data.current == list(Stage).index(Stage.MATURING)
    assert str(len(shapes.stages()[Stage.MATURING].moved_on)) in arc.data.today
    assert arc.isVisible()


def test_who_carries_the_community(sampled: MainWindow) -> None:
    card = home(sampled).roles
    assert "חנאן עוואד" in card.seats[Role.REPORTERS].holders.text()
    assert card.seats[Role.VALUE].leader.isVisible()
    assert not card.seats[Role.AGENDA].leader.isVisible()
    empty = card.seats[Role.CRITICAL].holders.text()
    assert empty == card.seats[Role.EXTERNAL].holders.text()
    assert "11%" in card.caption.text()
    assert "100%" in card.caption.text()
    assert card.wheel.data is not None
    assert sum(not seat.holders for seat in card.wheel.data.seats) == 2


def test_what_needs_care_is_told_in_words_and_the_rest_is_a_key_away(
    sampled: MainWindow, qtbot: QtBot
) -> None:
    card = home(sampled).care
    assert len(card.rows) == 4
    assert all(row.accessibleName() and row.accessibleDescription() for row in card.rows)
    qtbot.keyClick(card.all, Qt.Key.Key_Space)
    everything = len(card.rows)
    assert everything > 4
    qtbot.keyClick(card.all, Qt.Key.Key_Space)
    assert len(card.rows) == 4
    sampled.resize(1920, 1200)
    assert len(card.rows) == everything, "a tall window has room for them"
    sampled.resize(1280, 840)
    assert len(card.rows) == 4


def test_a_wide_window_tells_what_each_role_is_for(sampled: MainWindow) -> None:
    seats = home(sampled).roles.seats.values()
    assert not any(seat.purpose.isVisible() for seat in seats)
    sampled.resize(1920, 1080)
    assert all(seat.purpose.isVisible() and seat.purpose.text() for seat in seats)


def test_enter_on_a_matter_opens_the_item_it_is_about(sampled: MainWindow, qtbot: QtBot) -> None:
    page = home(sampled)
    with page.desk.store.read() as session:
        last = meetings.latest(session, page.desk.community_id, datetime(2026, 11, 22))
    assert last is not None
    told = [row for row in page.care.rows if last.topic in row.accessibleDescription()]
    assert len(told) == 1
    told[0].setFocus()
    qtbot.keyClick(told[0], Qt.Key.Key_Return)
    assert gone_to(sampled) == ("meetings", last.id)


def test_the_word_at_the_end_of_a_matter_opens_it_too(sampled: MainWindow, qtbot: QtBot) -> None:
    row = home(sampled).care.rows[3]
    qtbot.mouseClick(row.action, Qt.MouseButton.LeftButton)
    assert gone_to(sampled)[0] == "plan"


def test_a_click_on_the_ribbon_opens_that_meeting(sampled: MainWindow, qtbot: QtBot) -> None:
    page = home(sampled)
    page.year.ribbon.grab()  # the parts are where they were painted
    meeting = next_meeting(sampled)
    part = next(it for it in page.year.ribbon.parts if it.key == ("meetings", meeting))
    assert part.shape.boundingRect().center().x() < page.year.ribbon.width()
    qtbot.mouseClick(
        page.year.ribbon, Qt.MouseButton.LeftButton,
        pos=part.shape.boundingRect().center().toPoint(),
    )  # fmt: skip
    assert gone_to(sampled) == ("meetings", meeting)


def test_the_ribbon_is_walked_by_keyboard_in_reading_order(
    sampled: MainWindow, qtbot: QtBot
) -> None:
    page = home(sampled)
    page.year.ribbon.grab()
    marks = page.year.ribbon.data
    assert marks is not None
    assert [mark.label for mark in marks.marks if mark.kind == "meeting"] == [*"12345678"]
    page.year.ribbon.setFocus()
    qtbot.keyClick(page.year.ribbon, Qt.Key.Key_End)
    qtbot.keyClick(page.year.ribbon, Qt.Key.Key_Return)
    assert gone_to(sampled) == marks.marks[-1].key


def test_the_year_reads_from_september_on_the_right(sampled: MainWindow) -> None:
    ribbon = home(sampled).year.ribbon
    ribbon.grab()
    first, *_, last = (part for part in ribbon.parts if part.key[0] == "meetings")
    assert first.shape.boundingRect().center().x() > last.shape.boundingRect().center().x()
    sampled.change(language="en")
    QApplication.processEvents()
    ribbon = home(sampled).year.ribbon
    ribbon.grab()
    first, *_, last = (part for part in ribbon.parts if part.key[0] == "meetings")
    assert first.shape.boundingRect().center().x() < last.shape.boundingRect().center().x()


def test_the_pack_is_seen_before_it_is_printed(sampled: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(home(sampled).meeting.printing, Qt.Key.Key_Space)
    dialog = sampled.findChild(PackDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_the_next_meeting_opens_by_keyboard(sampled: MainWindow, qtbot: QtBot) -> None:
    meeting = next_meeting(sampled)
    qtbot.keyClick(home(sampled).meeting.opening, Qt.Key.Key_Space)
    assert gone_to(sampled) == ("meetings", meeting)


def test_tab_walks_through_home_in_reading_order(
    sampled: MainWindow, qtbot: QtBot, as_active: Callable[[MainWindow], None]
) -> None:
    page = home(sampled)
    as_active(sampled)
    page.light()  # else a moment after the page is seen
    page.meeting.printing.setFocus()
    expected = [
        page.meeting.printing, page.meeting.opening, page.life.signs, page.life.arc,
        page.care.signs, page.care.all, page.care.rows[0], page.care.rows[0].action,
        page.care.rows[1],
    ]  # fmt: skip
    met = []
    for _ in range(20):
        met.append(sampled.focusWidget())
        qtbot.keyClick(sampled.focusWidget(), Qt.Key.Key_Tab)
    assert met[: len(expected)] == expected
    assert met.index(page.roles.wheel) < met.index(page.year.ribbon)


def test_the_leader_is_greeted_by_the_hour() -> None:
    from cop_desktop.i18n import catalog

    english = catalog("en")
    assert greeting(english, 8, "Noa") == "Good morning, Noa"
    assert greeting(english, 13, "") == "Good afternoon"
    assert greeting(english, 20, "Noa") == "Good evening, Noa"
    assert greeting(english, 2, "") == "Good evening"


def test_without_a_leader_the_greeting_names_nobody(
    window: MainWindow, store: Store, community: UUID
) -> None:
    page = home(window)
    assert "נועה" not in page.greeting.text()
    with store.write("lead") as session:
        _, noa, _ = (UUID(key) for key in members.find(session, community, TODAY))
        functions.appoint(session, noa, Function.LEADER, date(2026, 9, 1))
    assert "נועה" in page.greeting.text()


def test_a_new_community_is_shown_its_first_steps(fresh: MainWindow, qtbot: QtBot) -> None:
    page = home(fresh)
    assert page.steps.isVisible()
    assert page.steps.lesson.isVisible()
    assert not page.cards.isVisible()
    qtbot.keyClick(page.steps.rows["members"], Qt.Key.Key_Return)
    assert gone_to(fresh)[0] == "members"


def test_first_steps_are_ticked_and_leave_when_done(fresh: MainWindow, store: Store) -> None:
    page = home(fresh)
    community = page.desk.community_id
    with store.write("a member") as session:
        members.add(session, community, {"given_name": "רות"})
    assert page.cards.isVisible()
    assert not page.steps.lesson.isVisible()
    assert not page.steps.rows["members"].action.isVisible()
    assert page.meeting.empty.isVisible()
    assert page.life.empty.isVisible()
    with store.write("the rest") as session:
        meetings.schedule(
            session, community, {"topic": "היכרות", "starts_at": datetime(2026, 12, 1, 16)}
        )
        stages.record(session, community, Stage.POTENTIAL, TODAY)
    assert not page.steps.isVisible()
    assert page.meeting.topic.words() == "היכרות"


def test_when_all_is_well_home_says_so(fresh: MainWindow, store: Store) -> None:
    page = home(fresh)
    community = page.desk.community_id
    with store.write("all well") as session:
        ruth = members.add(session, community, {"given_name": "רות", "joined": date(2026, 1, 1)})
        members.change(session, [ruth], {"consent": "given"})
        for role in Role:
            roles.appoint(session, ruth, role, date(2026, 1, 1))
        meetings.schedule(
            session, community, {"topic": "היכרות", "starts_at": datetime(2026, 12, 1, 16)}
        )
    assert page.care.rows == []
    assert all(part.isVisible() for part in page.care.fine)


def test_the_day_of_the_charters_review_is_told_once_home_is_seen(
    fresh: MainWindow, store: Store, qtbot: QtBot
) -> None:
    page = home(fresh)
    community = page.desk.community_id
    with store.write("a charter") as session:
        members.add(session, community, {"given_name": "רות"})
        draft = charter.begin_draft(session, community)
        charter.change(session, draft, {"domain_in": "מעברים"})
        charter.adopt(session, draft, date(2025, 11, 1), TODAY, TODAY)
    kinds = [it.kind for it in page.care.matters]
    assert "charter_review" not in kinds  # the first look does not ask for it
    qtbot.waitUntil(lambda: [it.kind for it in page.care.matters] == [*kinds, "charter_review"])
    qtbot.keyClick(page.care.rows[-1], Qt.Key.Key_Return)
    assert gone_to(fresh) == ("charter", draft)
    with store.write("look at it again in a year") as session:
        charter.change(session, draft, {"review_on": date(2027, 11, 1)})
    page.light()
    assert [it.kind for it in page.care.matters] == kinds


def test_every_kind_of_care_has_its_words() -> None:
    from cop_desktop.services import care

    looks = (*care.LOOKS, *care.UNHURRIED)
    kinds = {code for look in looks for code in look.__code__.co_consts if code in CARE}
    assert kinds == set(CARE)


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("language", ["he", "en", "ar"])
def test_cards_keep_their_room_at_every_text_size(
    sampled: MainWindow, scale: int, language: str
) -> None:
    sampled.change(scale=scale, language=language)
    QApplication.processEvents()
    page = home(sampled)
    cards = (page.meeting, page.care, page.life, page.roles, page.year)
    for card in cards:
        assert card.width() >= card.minimumSizeHint().width(), card
        assert page.cards.rect().contains(card.geometry()), card
    one_column = page.meeting.width() == page.year.width()
    assert one_column == (scale >= 150)


def test_in_a_narrow_window_the_cards_stand_in_one_column(sampled: MainWindow) -> None:
    sampled.resize(800, 700)
    QApplication.processEvents()
    page = home(sampled)
    assert page.life.y() > page.care.y() > page.meeting.y()
    sampled.resize(1280, 840)
    QApplication.processEvents()
    assert page.life.y() == page.meeting.y()


def test_home_asks_the_file_few_questions(sampled: MainWindow) -> None:
    page, asked = home(sampled), []

    def count(*told: object) -> None:
        asked.append(told[2])

    event.listen(Engine, "before_cursor_execute", count)
    try:
        page.refresh()
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    assert 0 < len(asked) <= ENOUGH


def test_a_window_left_open_overnight_tells_the_new_day(
    qtbot: QtBot, fonts: None, store: Store, history: History, community: UUID, kept: Settings
) -> None:
    day = [date(2026, 11, 1)]
    it = MainWindow(kept, lambda: day[0])
    qtbot.addWidget(it)
    it.show_desk(OpenFile(store, history, community))
    it.show()
    assert it.shell is not None
    page = it.shell.page
    assert isinstance(page, HomePage)
    before = page.date.text()
    day[0] = date(2026, 11, 2)
    QApplication.sendEvent(page, QEvent(QEvent.Type.ActivationChange))
    assert page.date.text() != before
