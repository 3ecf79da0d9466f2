"""The library: found by what is needed, put into an agenda, and kept for another time."""

import json
from datetime import date, datetime, time
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from cop_desktop import library as shapes
from cop_desktop.content import content
from cop_desktop.errors import UserError
from cop_desktop.models import AgendaItem, LibraryEntry
from cop_desktop.models.vocabulary import (
    AgendaPart,
    BlockKind,
    LibraryKind,
    MeetingKind,
    Purpose,
    Role,
    Share,
    Stage,
)
from cop_desktop.services import agendas, days, library, meetings, notes
from cop_desktop.services.agendas import Section
from cop_desktop.services.library import Card, Wanted
from cop_desktop.store import Change, Store

TODAY = date(2026, 11, 1)
LANGUAGES = ("he", "en", "ar")


@pytest.fixture
def changes(store: Store) -> list[Change]:
    """What was written, as undo would find it."""
    told: list[Change] = []
    store.on_commit.append(told.append)
    return told


@pytest.fixture
def filled(store: Store, community: UUID) -> UUID:
    """A meeting with two blocks, at 09:30."""
    with store.read() as session:
        return meetings.in_year(session, community, 2026)[0].id


@pytest.fixture
def empty(store: Store, community: UUID) -> UUID:
    """A meeting at 10:00 without an agenda."""
    with store.write("plan") as session:
        values = {"topic": "סמינר", "starts_at": datetime(2027, 1, 12, 10), "minutes": 60}
        return meetings.schedule(session, community, values)


def keys(cards: list[Card]) -> list[str]:
    return [card.key for card in cards]


def titles(store: Store, meeting: UUID) -> list[str]:
    with store.read() as session:
        return [block.title for block in agendas.of(session, meeting)]


# finding


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_and_meeting_is_on_the_shelf(language: str) -> None:
    cards = library.program(language)
    assert len(cards) == len(shapes.blocks()) + len(shapes.templates())
    assert len({card.key for card in cards}) == len(cards)
    assert not [card for card in cards if card.own or not card.readable or not card.minutes]


@pytest.mark.parametrize(
    ("language", "words"),
    [("he", "הבמה ריאיון"), ("he", "ריאיון"), ("en", "STAGE interview"), ("ar", "المنصه")],
)
def test_words_find_a_block_in_any_spelling_of_the_keyboard(language: str, words: str) -> None:
    assert "block/expert_interview" in keys(library.sieve(library.program(language), Wanted(words)))


def test_a_title_comes_before_what_only_mentions_the_word() -> None:
    found = library.sieve(library.program("he"), Wanted("סיפור ערך"))
    assert found[0].key == "block/value_story"
    assert len(found) > 1


def test_blocks_are_sieved_by_kind_role_stage_and_purpose() -> None:
    wanted = Wanted(
        kind=LibraryKind.BLOCK, blocks=frozenset({BlockKind.CASE, BlockKind.PRODUCTS}),
        role=Role.CRITICAL, stage=Stage.MATURING, purpose=Purpose.SOLVE,
    )  # fmt: skip
    found = keys(library.sieve(library.program("en"), wanted))
    assert found == ["block/peer_consultation", "block/case_clinic"]


def test_a_large_group_and_a_short_time_leave_what_works() -> None:
    found = library.sieve(library.program("he"), Wanted(people=90, minutes=20))
    assert found
    assert all(card.people and card.people[1] >= 90 for card in found)
    assert all(card.least <= 20 for card in found)
    assert "block/world_cafe" not in keys(found)


def test_an_online_meeting_is_offered_what_needs_no_room() -> None:
    found = keys(library.sieve(library.program("he"), Wanted(place=MeetingKind.ONLINE)))
    assert {"block/chat_storm", "meeting/short_online"} <= set(found)
    assert not {"block/gallery_walk", "meeting/seminar", "meeting/hybrid"} & set(found)


def test_a_visit_is_offered_what_needs_people_in_one_place() -> None:
    found = keys(library.sieve(library.program("he"), Wanted(place=MeetingKind.VISIT)))
    assert {"block/site_tour", "meeting/home_visit"} <= set(found)
    assert "block/chat_storm" not in found


# adding


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_block_brings_all_its_words_in_the_language_asked_for(
    store: Store, filled: UUID, language: str
) -> None:
    with store.write("add") as session:
        (key,) = library.add_to_agenda(session, filled, ["block/troika"], language)
        block = next(it for it in agendas.of(session, filled) if it.id == key)
    text = content(language).block("troika")
    assert (block.title, block.purpose, block.outcome) == (text.title, text.purpose, text.outcome)
    assert (block.minutes, block.kind, block.group_size) == (40, BlockKind.CASE, 3)
    assert block.roles == (Role.AGENDA, Role.COMMUNITY)
    assert block.question_lines == text.questions
    assert block.notes == text.tip
    lines = block.method.split("\n")
    assert [line.endswith(step) for line, step in zip(lines, text.method, strict=True)]
    assert "10" in lines[1]


def test_blocks_come_where_they_are_dropped_and_undo_takes_them_away(
    store: Store, filled: UUID, changes: list[Change]
) -> None:
    before = titles(store, filled)
    with store.write("add") as session:
        library.add_to_agenda(session, filled, ["block/troika", "block/buffer"], "he", at=1)
    text = content("he").block
    added = [text("troika").title, text("buffer").title]
    assert titles(store, filled) == [before[0], *added, before[1]]
    store.revert(changes[-1])
    assert titles(store, filled) == before


def test_work_before_and_after_goes_there_by_itself(store: Store, filled: UUID) -> None:
    with store.write("add") as session:
        chosen = ["block/digest", "block/meal", "block/presenter_talk"]
        library.add_to_agenda(session, filled, chosen, "en", at=1)
        picture = agendas.picture(session, filled)
    assert [it.title for it in picture.before] == ["Preparing a case by phone"]
    assert [it.title for it in picture.after] == ["Digest in the same week"]
    assert picture.planned == 60 + 45


def test_a_block_can_be_dropped_into_a_section(store: Store, filled: UUID) -> None:
    with store.write("add") as session:
        before = Section(AgendaPart.BEFORE)
        library.add_to_agenda(session, filled, ["block/reading_together"], "en", section=before)
        assert len(agendas.picture(session, filled).before) == 1


# starting from a template


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", shapes.templates())
def test_every_template_makes_a_meeting_that_fills_its_time(
    store: Store, empty: UUID, key: str, language: str
) -> None:
    with store.write("start") as session:
        library.start_from_template(session, empty, f"meeting/{key}", language)
        picture = agendas.picture(session, empty)
        row = meetings.one(session, empty)
    shape = shapes.templates()[key]
    assert tuple(day.minutes for day in picture.days) == shape.minutes
    assert [day.planned for day in picture.days] == [day.minutes for day in picture.days]
    assert picture.problems == ()
    assert row.kind == shape.kind
    assert len(picture.before) >= len(content(language).template(key).before)


def test_pinned_hours_and_days_move_with_the_meeting(store: Store, empty: UUID) -> None:
    with store.write("start") as session:
        library.start_from_template(session, empty, "meeting/seminar", "he")
        second = days.of(session, empty)[1]
        pinned = [(it.day, it.pinned_at) for it in agendas.of(session, empty) if it.pinned_at]
    assert second.starts_at == datetime(2027, 1, 13, 9)  # half an hour later than written
    assert pinned == [(0, time(13)), (0, time(16, 15)), (1, time(13))]


def test_pinned_hours_hang_on_a_day_that_was_set_by_hand(store: Store, empty: UUID) -> None:
    with store.write("start") as session:
        days.add(session, empty, datetime(2027, 1, 14, 8))
        library.start_from_template(session, empty, "meeting/seminar", "he")
        picture = agendas.picture(session, empty)
    assert picture.days[1].starts_at == datetime(2027, 1, 14, 8)
    assert [it.pinned_at for it in picture.days[1].blocks if it.pinned_at] == [time(12)]
    assert picture.problems == ()


def test_a_template_brings_tracks_with_titles(store: Store, empty: UUID) -> None:
    with store.write("start") as session:
        library.start_from_template(session, empty, "meeting/seminar", "en")
        picture = agendas.picture(session, empty)
    (frame,) = [it for it in picture.blocks if it.parallel]
    told = [(it.title, it.minutes, len(it.blocks)) for it in picture.tracks[frame.id]]
    assert told == [("Practice", 75, 2), ("Writing", 75, 1), ("Reading", 75, 2)]
    assert frame.title == "Three tracks"


def test_steps_are_shortened_to_the_time_a_template_gives(store: Store, empty: UUID) -> None:
    with store.write("start") as session:
        library.start_from_template(session, empty, "meeting/short_online", "en")
        text = content("en").block("since_last").title
        block = next(it for it in agendas.of(session, empty) if it.title == text)
    lengths = [int(line.split()[0]) for line in block.method.split("\n")]
    assert (block.minutes, sum(lengths)) == (10, 10)


def test_an_agenda_that_is_there_stays_and_so_does_the_chosen_frame(
    store: Store, filled: UUID, changes: list[Change]
) -> None:
    before = titles(store, filled)
    with store.write("frame") as session:
        meetings.change(session, filled, {"kind": "hybrid", "minutes": 100})
    with store.write("start") as session:
        library.start_from_template(session, filled, "meeting/short_online", "he")
        row = meetings.one(session, filled)
    assert (row.kind, row.minutes) == (MeetingKind.HYBRID, 100)
    assert [it for it in titles(store, filled) if it in before] == before
    store.revert(changes[-1])
    assert titles(store, filled) == before


def test_undo_takes_back_a_whole_meeting_with_its_days(
    store: Store, empty: UUID, changes: list[Change]
) -> None:
    with store.write("start") as session:
        library.start_from_template(session, empty, "meeting/seminar", "ar")
    store.revert(changes[-1])
    with store.read() as session:
        assert len(days.of(session, empty)) == 1
        assert meetings.one(session, empty).minutes == 60
    assert titles(store, empty) == []


# one's own library


def kept(session: Session, community: UUID) -> list[Card]:
    mine = Wanted(own=True)
    return library.sieve(library.every(session, community, "he"), mine)


def test_a_block_is_kept_used_again_renamed_and_removed(
    store: Store, community: UUID, filled: UUID, empty: UUID, changes: list[Change]
) -> None:
    with store.write("keep") as session:
        case = agendas.of(session, filled)[1]
        values = {"method": "שלוש שאלות\nשתיקה", "purpose": "לחשוב יחד", "group_size": 5}
        agendas.change(session, [case.id], values)
        (key,) = library.keep_blocks(session, [case.id], TODAY)
    with store.write("rename") as session:
        library.rename(session, key, "מקרה בשתיקה")
    with store.write("use") as session:
        (card,) = kept(session, community)
        library.add_to_agenda(session, empty, [card.key], "ar")
        (block,) = agendas.of(session, empty)
    assert (card.title, card.about, card.minutes) == ("מקרה בשתיקה", "לחשוב יחד", 40)
    assert (card.roles, card.kind) == ((Role.CRITICAL,), LibraryKind.BLOCK)
    assert (block.title, block.method) == ("מקרה מהשטח", "שלוש שאלות\nשתיקה")
    assert (block.leader_id, block.group_size) == (None, 5)
    with store.write("remove") as session:
        library.remove(session, [key])
        assert kept(session, community) == []
    store.revert(changes[-1])
    with store.read() as session:
        assert len(kept(session, community)) == 1


def test_a_meeting_is_kept_with_days_tracks_and_pins_and_starts_another(
    store: Store, community: UUID, empty: UUID
) -> None:
    with store.write("keep") as session:
        library.start_from_template(session, empty, "meeting/seminar", "he")
        key = library.keep_meeting(session, empty, "סמינר חורף", TODAY)
        before = agendas.picture(session, empty)
        values = {"topic": "הבא", "starts_at": datetime(2027, 6, 1, 9), "minutes": 90}
        other = meetings.schedule(session, community, values)
    with store.write("start") as session:
        library.start_from_template(session, other, f"own/{key.hex}", "he")
        after = agendas.picture(session, other)
    assert [day.planned for day in after.days] == [day.planned for day in before.days]
    assert [it.title for it in after.blocks] == [it.title for it in before.blocks]
    assert after.problems == ()
    assert [it.pinned_at for it in after.days[0].blocks if it.pinned_at] == [time(12), time(15, 15)]


def test_what_is_kept_names_nobody_and_holds_nothing_of_the_leaders_own(
    store: Store, community: UUID, filled: UUID
) -> None:
    with store.write("keep") as session:
        first, second = agendas.of(session, filled)
        own = {"notes": "לא לפנות לרינה", "guest": "ד״ר יעל רון", "pinned_at": "09:40"}
        agendas.change(session, [first.id], own)
        item = session.get_one(AgendaItem, first.id)
        item.began_at = datetime(2026, 10, 13, 9, 37)
        notes.add(session, filled, {"text": "סוד", "item_id": second.id, "confidential": True})
        library.keep_meeting(session, filled, "פתיחה", TODAY)
        library.keep_blocks(session, [first.id, second.id], TODAY)
        bodies = [it.body for it in session.query(LibraryEntry)]
    private = {
        column.name for column in AgendaItem.__table__.columns if column.info["share"] == Share.ME
    }
    assert len(bodies) == 3
    for body in bodies:
        rows = json.loads(body)["blocks"]
        hidden = private | {"leader_id", "leader", "guest", "copy_of", "began_at", "ended_at"}
        assert not [name for row in rows for name in row if name in hidden]
        assert not [it for it in ("רינה", "יעל", "אמיר", "סוד", "09:37", "2026") if it in body]


def test_an_empty_agenda_and_no_name_are_refused_with_advice(
    store: Store, filled: UUID, empty: UUID
) -> None:
    with pytest.raises(UserError, match="no agenda"), store.write("x") as session:
        library.keep_meeting(session, empty, "ריק", TODAY)
    with pytest.raises(UserError, match="name"), store.write("x") as session:
        library.keep_meeting(session, filled, "  ", TODAY)
    with pytest.raises(UserError, match="Choose a block"), store.write("x") as session:
        library.keep_blocks(session, [], TODAY)


@pytest.mark.parametrize(
    "body",
    [
        "", "{", "[]", '{"form": "other", "blocks": []}',
        '{"form": "maagalim-agenda", "blocks": [{"minutes": 5}]}',
        '{"form": "maagalim-agenda", "blocks": [{"title": "a"}], "kind": "party"}',
        '{"form": "maagalim-agenda", "blocks": [{"title": "a"}], "days": [{"start": "25:99"}]}',
        '{"form": "maagalim-agenda", "blocks": [{"title": "a"}], "days": 7}',
    ],
)  # fmt: skip
def test_an_entry_that_a_file_broke_is_shown_and_said_to_be_so(
    store: Store, community: UUID, empty: UUID, body: str
) -> None:
    with store.write("break") as session:
        entry = LibraryEntry(
            community_id=community, kind=LibraryKind.TEMPLATE, title="ישן", body=body
        )
        session.add(entry)
        session.flush()
        key = f"own/{entry.id.hex}"
    with store.read() as session:
        (card,) = kept(session, community)
    assert (card.title, card.readable) == ("ישן", False)
    with pytest.raises(UserError, match="can no longer be read"), store.write("x") as session:
        library.start_from_template(session, empty, key, "he")


def test_what_was_removed_meanwhile_is_said_to_be_gone(store: Store, empty: UUID) -> None:
    with pytest.raises(UserError, match="no longer in your library"), store.write("x") as session:
        library.add_to_agenda(session, empty, [f"own/{empty.hex}"], "he")
