"""The library is whole in three languages, adds up, and fits the cards it is printed on."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from cop_desktop import library
from cop_desktop.content import Content, content
from cop_desktop.library import Entry, TemplateShape
from cop_desktop.models.vocabulary import (
    AgendaPart,
    BlockKind,
    Depth,
    LearningActivity,
    MeetingKind,
    Purpose,
    Role,
    Stage,
)

LANGUAGES = ("he", "en", "ar")
LONGEST = {"title": 34, "purpose": 100, "materials": 80, "outcome": 70, "tip": 200}  # letters
LINE, QUESTION = 100, 60
SPOKEN_TO_ONE = re.compile(  # an imperative picks a gender
    r"\b(לחץ|לחצי|בחרי|הוסף|הוסיפי|שמרי|כתבי|הקלד|הקלידי|שאלי|הציגי|בקשי|תני|קחי|ספרי)\b"
)
ROOM = {MeetingKind.ONLINE: MeetingKind.ONLINE, MeetingKind.HYBRID: MeetingKind.HYBRID}


@pytest.fixture(params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> Content:
    return content(request.param)


def test_there_are_some_forty_blocks_and_twelve_meetings() -> None:
    assert len(library.blocks()) >= 40
    assert len(library.templates()) == 12


def test_every_kind_purpose_role_stage_activity_and_depth_has_blocks() -> None:
    found = library.blocks().values()
    assert {it.kind for it in found} == set(BlockKind)
    assert {it.purpose for it in found} == set(Purpose)
    assert {it.part for it in found} == set(AgendaPart)
    assert {it.activity for it in found} - {None} == set(LearningActivity)
    assert {it.depth for it in found} - {None} == set(Depth)
    assert {role for it in found for role in it.roles} == set(Role)
    assert {stage for it in found for stage in it.stages} == set(Stage)
    assert {place for it in found for place in it.places} == {
        MeetingKind.IN_PERSON, MeetingKind.ONLINE, MeetingKind.HYBRID
    }  # fmt: skip


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_whole_meetings(stage: Stage) -> None:
    assert [it for it in library.templates().values() if stage in it.stages]


def test_the_steps_of_a_block_add_up_to_its_minutes() -> None:
    for shape in library.blocks().values():
        assert sum(shape.steps) == shape.minutes, shape.key
        assert 0 < shape.least <= shape.minutes
        assert shape.people[0] <= shape.people[1]
        assert shape.group_size is None or shape.group_size <= shape.people[1]


@pytest.mark.parametrize("minutes", [20, 31, 45, 50, 75])
def test_steps_keep_their_sum_in_any_length(minutes: int) -> None:
    for shape in library.blocks().values():
        assert sum(library.within(shape.steps, minutes)) == minutes
        assert min(library.within(shape.steps, minutes)) >= 0


def test_turns_of_several_people_stay_equally_long() -> None:
    assert library.within((4, 10, 10, 10, 6), 45) == (5, 11, 11, 11, 7)
    assert library.within((5, 15, 15, 15, 20), 65) == (5, 15, 15, 15, 15)
    assert library.within((3, 12, 5), 10) == (2, 6, 2)


def test_steps_of_round_minutes_stay_round() -> None:
    assert library.within((5, 20, 10, 10), 75) == (10, 35, 15, 15)
    assert library.within((0, 15, 0), 20) == (0, 20, 0)


def test_each_block_is_told_in_full(texts: Content) -> None:
    for shape in library.blocks().values():
        text = texts.block(shape.key)
        assert all(asdict(text).values()), shape.key
        assert len(text.method) == len(shape.steps), shape.key
        assert len(text.questions) == len(content("he").block(shape.key).questions), shape.key
        assert 2 <= len(text.questions) <= 4


def test_the_words_of_a_block_fit_its_card(texts: Content) -> None:
    for key in library.blocks():
        text = texts.block(key)
        assert not [it for it, most in LONGEST.items() if len(getattr(text, it)) > most], key
        assert all(len(line) <= LINE for line in text.method), key
        assert all(len(question) <= QUESTION for question in text.questions), key
        assert all(question.endswith(("?", "؟")) for question in text.questions), key


def test_no_block_or_meeting_is_told_that_is_not_there(texts: Content) -> None:
    from cop_desktop.paths import resources

    for name, shapes in (("blocks", library.blocks()), ("templates", library.templates())):
        file = resources() / "content" / texts.language / f"{name}.toml"
        told = re.findall(r"^\[(\w+)\]$", file.read_text(encoding="utf-8"), re.MULTILINE)
        assert told == list(dict.fromkeys(told))
        assert set(told) == set(shapes)


def test_titles_tell_blocks_apart(texts: Content) -> None:
    for titles in (
        [texts.block(key).title for key in library.blocks()],
        [texts.template(key).title for key in library.templates()],
    ):
        assert len(set(titles)) == len(titles)


def test_hebrew_speaks_to_all_and_in_its_own_letters() -> None:
    for line in _lines(content("he")):
        assert not SPOKEN_TO_ONE.search(line), line
        assert not re.search("[A-Za-z\u0600-\u06ff]", line), line
        assert not re.search("[א-ת]-|\"|'|–|—", line), line


def test_no_text_is_left_in_another_language() -> None:
    assert not [line for line in _lines(content("en")) if re.search("[\u0590-\u06ff]", line)]
    assert not [line for line in _lines(content("ar")) if re.search("[א-תA-Za-z]", line)]


def test_texts_are_typeset(texts: Content) -> None:
    for line in _lines(texts):
        assert "'" not in line, line
        assert "  " not in line, line
        assert line == line.strip(), line


@pytest.mark.parametrize("key", library.templates())
def test_a_meeting_fills_its_days_exactly(key: str) -> None:
    shape = library.templates()[key]
    assert len(shape.starts) == len(shape.minutes)
    for day, minutes in enumerate(shape.minutes):
        assert sum(it.minutes for it in _of_day(shape, day)) == minutes


@pytest.mark.parametrize("key", library.templates())
def test_pinned_hours_come_when_the_blocks_in_front_of_them_end(key: str) -> None:
    shape = library.templates()[key]
    for day, start in enumerate(shape.starts):
        clock = datetime.combine(datetime(2026, 9, 1), start)
        for entry in _of_day(shape, day):
            assert entry.pinned in (None, clock.time())
            clock += timedelta(minutes=entry.minutes)


@pytest.mark.parametrize("key", library.templates())
def test_a_meeting_is_made_of_blocks_that_suit_it(key: str) -> None:
    shape = library.templates()[key]
    place = ROOM.get(shape.kind, MeetingKind.IN_PERSON)
    for entry in shape.entries:
        block = library.blocks()[entry.block]
        assert place in block.places, entry
        assert entry.minutes >= block.least, entry
        assert entry.part == block.part, entry
        assert block.people[0] <= shape.people[1], entry
        assert block.people[1] >= shape.people[0], entry


def test_nobody_works_more_than_two_hours_without_a_break() -> None:
    for shape in library.templates().values():
        for day in range(len(shape.starts)):
            at_work = 0
            for entry in _of_day(shape, day):
                rest = library.blocks()[entry.block].kind == BlockKind.BREAK
                at_work = 0 if rest else at_work + entry.minutes
                assert at_work <= 120, (shape.key, entry)


def test_tracks_last_as_long_as_their_block() -> None:
    shape = library.templates()["seminar"]
    frame = next(it for it in shape.entries if it.tracks)
    place = shape.entries.index(frame) + 1
    inner = [it for it in shape.entries[place:] if it.track is not None]
    assert shape.entries[place : place + len(inner)] == tuple(inner)
    lengths = [sum(it.minutes for it in inner if it.track == n) for n in range(frame.tracks)]
    assert max(lengths) == frame.minutes
    assert all(lengths)
    assert all(one.track <= other.track for one, other in pairwise(inner))  # type: ignore[operator]


def test_each_meeting_is_told_in_full(texts: Content) -> None:
    for shape in library.templates().values():
        text, hebrew = texts.template(shape.key), content("he").template(shape.key)
        assert text.title
        assert len(text.title) <= 30
        assert 0 < len(text.fits) <= 120
        assert (len(text.before), len(text.after)) == (len(hebrew.before), len(hebrew.after))
        assert text.before
        assert text.after
        assert set(text.titles) == {it.name for it in shape.entries if it.name}
        assert {name: len(titles) for name, titles in text.tracks.items()} == {
            it.name: it.tracks for it in shape.entries if it.tracks
        }


def _of_day(shape: TemplateShape, day: int) -> list[Entry]:
    """The blocks of a day that take its time, one after another."""
    return [
        it
        for it in shape.entries
        if it.day == day and it.part == AgendaPart.MEETING and it.track is None
    ]


def _lines(texts: Content) -> Iterator[str]:
    told = [asdict(texts.block(key)) for key in library.blocks()]
    told += [asdict(texts.template(key)) for key in library.templates()]
    for value in (value for table in told for value in table.values()):
        yield from _words(value)


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _words(tuple(value.values()))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _words(each)
