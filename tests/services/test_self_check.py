"""A community looks at itself once a year: resumed, read as low or high, kept and compared."""

from datetime import date
from uuid import UUID

import pytest

from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.models.method import Component, Threat
from cop_desktop.services import sample, self_check
from cop_desktop.services.self_check import CheckRow, Level, Reading
from cop_desktop.store import Store

TODAY, LAST_YEAR = date(2026, 11, 22), date(2026, 5, 4)
PART = {part.key: part for part in self_check.parts()}
WHOLE = {it for part in self_check.parts() for it in part.statements}


def _answer_part(store: Store, check: UUID, key: Component | Threat, *ratings: int) -> None:
    part = next(it for it in self_check.parts() if it.key is key)
    with store.write("answer") as session:
        for statement, rating in zip(part.statements, ratings, strict=False):
            self_check.answer(session, check, statement, rating)


def _reading(store: Store, community: UUID, key: Component | Threat) -> Reading:
    with store.read() as session:
        checks = self_check.every(session, community)
        told = self_check.read(checks[0], self_check.before(checks, checks[0]))
    return next(it for it in told if it.part.key is key)


def _begin(store: Store, community: UUID, on: date = TODAY) -> UUID:
    with store.write("begin") as session:
        return self_check.begin(session, community, on)


@pytest.mark.parametrize("language", ["he", "en", "ar"])
def test_every_statement_has_its_words(language: str) -> None:
    words = method(language)
    for part in self_check.parts():
        text = words.threat(part.key) if isinstance(part.key, Threat) else words.component(part.key)
        assert [key.rsplit(".", 1)[1] for key in part.statements] == list(text.statements)


def test_leadership_is_asked_about_both_as_strength_and_as_danger() -> None:
    """The two words are spelled alike; their statements are not mixed up."""
    keys = [part.statements[0] for part in self_check.parts() if part.key == "leadership"]
    assert keys == ["components.leadership.shared", "threats.leadership.one_person"]
    assert len(WHOLE) == 33


def test_a_check_is_resumed_within_its_work_year(store: Store, community: UUID) -> None:
    check = _begin(store, community, date(2026, 10, 1))
    _answer_part(store, check, Component.STAFF, 4)
    assert _begin(store, community) == check
    with store.read() as session:
        told = self_check.current(session, community, TODAY)
        assert self_check.current(session, community, date(2027, 9, 1)) is None
    assert told
    assert (told.answered(PART[Component.STAFF]), told.complete) == (1, False)
    assert _begin(store, community, date(2027, 9, 1)) != check


def test_a_part_is_read_once_all_its_statements_are_answered(store: Store, community: UUID) -> None:
    check = _begin(store, community)
    _answer_part(store, check, Component.STAFF, 2, 2)
    assert _reading(store, community, Component.STAFF).mean is None
    _answer_part(store, check, Component.STAFF, 2, 2, 3)
    assert _reading(store, community, Component.STAFF).mean == pytest.approx(7 / 3)


@pytest.mark.parametrize(
    ("key", "ratings", "level", "weak"),
    [
        (Component.FINANCE, (3, 2, 2), Level.LOW, True),
        (Component.FINANCE, (3, 3, 2), Level.MIDDLE, False),
        (Component.FINANCE, (4, 4, 4), Level.HIGH, False),
        (Threat.FUNDING, (4, 4, 4), Level.HIGH, True),
        (Threat.FUNDING, (4, 4, 3), Level.MIDDLE, False),
        (Threat.FUNDING, (2, 2, 3), Level.LOW, False),
    ],
)
def test_low_strength_and_high_danger_are_what_asks_for_care(
    store: Store, community: UUID, key: Component | Threat, ratings: tuple[int, ...],
    level: Level, weak: bool,
) -> None:  # fmt: skip
    _answer_part(store, _begin(store, community), key, *ratings)
    told = _reading(store, community, key)
    assert (told.level, told.weak) == (level, weak)
    assert told.strong == (not weak and level is not Level.MIDDLE)


def test_a_check_is_held_against_the_one_before(store: Store, community: UUID) -> None:
    _answer_part(store, _begin(store, community, LAST_YEAR), Component.STRATEGY, 2, 3, 4)
    check = _begin(store, community)
    assert _reading(store, community, Component.STRATEGY).change is None
    _answer_part(store, check, Component.STRATEGY, 4, 4, 4)
    assert _reading(store, community, Component.STRATEGY).change == pytest.approx(1)
    assert _reading(store, community, Component.STAFF).change is None


def test_an_answer_is_changed_and_taken_back(store: Store, community: UUID) -> None:
    check = _begin(store, community)
    key = "threats.funding.one_source"
    for rating in (2, 5, None):
        with store.write("answer") as session:
            self_check.answer(session, check, key, rating)
        with store.read() as session:
            assert self_check.every(session, community)[0].answers.get(key) == rating


@pytest.mark.parametrize(
    ("statement", "rating"),
    [("threats.funding.one_source", 0), ("threats.funding.one_source", 6), ("weather", 3)],
)
def test_only_what_is_asked_can_be_answered(
    store: Store, community: UUID, statement: str, rating: int
) -> None:
    check = _begin(store, community)
    with pytest.raises(UserError), store.write("answer") as session:
        self_check.answer(session, check, statement, rating)


def test_who_answered_and_what_will_be_done_is_kept(store: Store, community: UUID) -> None:
    check = _begin(store, community)
    with store.write("note") as session:
        self_check.change(session, check, {"who": " הגרעין ", "note": "מחליפים לכל תפקיד"})
    with store.read() as session:
        told = self_check.every(session, community)[0]
    assert (told.who, told.note) == ("הגרעין", "מחליפים לכל תפקיד")
    with pytest.raises(UserError), store.write("day") as session:
        self_check.change(session, check, {"checked_on": None})


def test_a_check_can_be_removed_with_its_answers(store: Store, community: UUID) -> None:
    check = _begin(store, community)
    _answer_part(store, check, Threat.ENGAGEMENT, 1, 2, 3)
    with store.write("remove") as session:
        self_check.remove(session, check)
    with store.read() as session:
        assert self_check.every(session, community) == ()


def test_the_sample_answered_everything_last_year(store: Store) -> None:
    with store.write("sample") as session:
        home = sample.create(session, TODAY)
    with store.read() as session:
        checks: tuple[CheckRow, ...] = self_check.every(session, home)
        assert self_check.current(session, home, TODAY) is None
    assert [it.complete for it in checks] == [True]
    assert set(checks[0].answers) == WHOLE
    low = [it.part.key for it in self_check.read(checks[0]) if it.weak]
    assert low == [Component.EVALUATION]
