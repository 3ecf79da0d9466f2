"""What comes in is told by name, and both sides of a contradiction as people read them."""

from datetime import date, datetime
from pathlib import Path

import pytest

from cop_desktop.content import content, shapes
from cop_desktop.i18n import LANGUAGES, catalog
from cop_desktop.models import Meeting, Member
from cop_desktop.models.method import Component
from cop_desktop.services.merging.deciding import undecided
from cop_desktop.services.merging.joining import Conflict
from cop_desktop.services.merging.meeting import Outcome, bring_in, prepare, share
from cop_desktop.services.merging.reading import Reader
from cop_desktop.services.merging.rows import read_rows
from cop_desktop.services.merging.telling import Summary, contradictions, summary
from cop_desktop.store import Store, open_file
from tests.every_table import community_of_every_table
from tests.sample import small_community

ENGLISH = catalog("en")
NOW = datetime(2026, 11, 22, 9)


@pytest.fixture
def files(store: Store, tmp_path: Path) -> tuple[Store, Store]:
    small_community(store)
    with store.write("share") as session:
        share(session, NOW)
    store.backup(tmp_path / "theirs.cop")
    return store, open_file(tmp_path / "theirs.cop")


def compared(mine: Store, theirs: Store) -> tuple[Outcome, Summary]:
    with theirs, theirs.read() as others, mine.read() as ours:
        outcome = prepare(ours, others)
    return outcome, summary(outcome, ENGLISH)


def test_what_comes_changes_and_goes_is_told_by_name(files: tuple[Store, Store]) -> None:
    mine, theirs = files
    with theirs.write("work") as session:
        noa = session.query(Member).filter_by(given_name="נועה").one()
        session.add(Member(community_id=noa.community_id, given_name="נור", family_name="סעד"))
        session.delete(session.query(Meeting).filter_by(topic="ביקור ברהט").one())
        noa.job_title = "מנהלת מחלקה"
    _outcome, told = compared(mine, theirs)
    assert [(it.title, it.names) for it in told.added] == [("Members", ("נור סעד",))]
    assert [(it.title, it.names) for it in told.changed] == [("Members", ("נועה אברהם",))]
    gone = {it.title: it.names for it in told.removed}
    assert "ביקור ברהט" in gone["Meetings"][0]
    assert not told.contradictions


def test_both_values_read_as_people_write_them(files: tuple[Store, Store]) -> None:
    mine, theirs = files
    for store, day, mentor in (
        (mine, date(2025, 9, 1), "אמיר"),
        (theirs, date(2025, 10, 1), "דנה"),
    ):
        with store.write("work") as session:
            noa = session.query(Member).filter_by(given_name="נועה").one()
            noa.consent_on = day
            noa.mentor_id = session.query(Member).filter_by(given_name=mentor).one().id
    _outcome, told = compared(mine, theirs)
    found = {it.field: {one.words for one in it.versions} for it in told.contradictions}
    assert {it.name for it in told.contradictions} == {"נועה אברהם"}
    assert found["Mentor"] == {"אמיר אבו רביעה", "דנה לוי"}
    assert all("2025" in words for words in found["Date of consent"])


def test_who_was_deleted_here_and_changed_there_is_told_as_such(
    files: tuple[Store, Store],
) -> None:
    mine, theirs = files
    with mine.write("work") as session:
        session.delete(session.query(Member).filter_by(given_name="נועה").one())
    with theirs.write("work") as session:
        session.query(Member).filter_by(given_name="נועה").one().job_title = "מנהלת מחלקה"
    outcome, told = compared(mine, theirs)
    assert [(it.name, it.about_row) for it in told.contradictions] == [("נועה אברהם", True)]
    with mine.write("bring in") as session:
        bring_in(session, outcome, NOW)
    with mine.read() as session:
        again = contradictions(undecided(session), read_rows(session), ENGLISH)
    assert again == told.contradictions


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_of_every_table_can_be_told(store: Store, language: str) -> None:
    community_of_every_table(store)
    with store.read() as session:
        rows = read_rows(session)
    reader = Reader(rows, catalog(language))
    for key, row in rows.items():
        assert reader.name(key)
        for column, value in row.items():
            told = reader.value(key[0], column, value)
            assert told
            is_key = isinstance(value, str) and len(value) == 32 and column.endswith("_id")
            assert not (is_key and str(value) in told)


def test_a_word_of_a_newer_program_is_shown_as_it_is_kept() -> None:
    rows = {("meeting", "1"): {"topic": "A", "kind": "telepathy"}}
    conflict = Conflict(("meeting", "1", "kind"), ("telepathy", "online"))
    (told,) = contradictions([conflict], rows, ENGLISH)
    assert [it.words for it in told.versions] == ["telepathy", "Online"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("feedback_rating", {"statement": "{statement}"}),
        ("self_check_answer", {"statement": "components.leadership.{check}"}),
        ("threshold", {"rule": "breaches_open", "name": "open"}),
        ("threshold", {"rule": "compass", "name": "turnover_left"}),
        ("threshold", {"rule": "compass", "name": "spark_gone"}),
        ("method_mark", {"list": "setup", "key": "members.commitment_said"}),
    ],
)
def test_keys_of_statements_tasks_and_thresholds_are_read_in_words(
    table: str, row: dict[str, str], language: str
) -> None:
    statement = next(iter(content("en").feedback().statements))
    check = next(iter(shapes.check().components[Component.LEADERSHIP]))
    kept = {name: it.format(statement=statement, check=check) for name, it in row.items()}
    told = Reader({(table, "1"): kept}, catalog(language)).name((table, "1"))
    assert not set(kept.values()) & set(told.split(" · "))
    assert "_" not in told
