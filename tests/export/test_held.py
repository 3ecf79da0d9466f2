"""What is held about a member: all of it, told from the tables themselves."""

import json
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from cop_desktop import formats
from cop_desktop.export import document as doc
from cop_desktop.export import papers
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.export.reports import held as report
from cop_desktop.export.reports import notice
from cop_desktop.i18n import LANGUAGES, Catalog, catalog
from cop_desktop.models import Base
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import communities, functions, held, members, sample
from cop_desktop.store import Store

TODAY = date(2026, 11, 22)
MINE = "רק אצלי"


@pytest.fixture
def somebody(store: Store) -> tuple[UUID, UUID]:
    """The sample's leader, with a private note."""
    with store.write("sample") as session:
        community = sample.create(session, TODAY)
        leader = functions.leader(session, community, TODAY)
        assert leader
        members.change(session, [leader.id], {"notes": MINE})
    return community, leader.id


def test_every_table_and_column_about_a_member_has_words() -> None:
    for name in held.tables():
        assert report.kind(name, catalog("en"))
        for column in Base.metadata.tables[name].columns:
            if held.told(f"{name}.{column.name}"):
                assert report.label(f"{name}.{column.name}", catalog("en"))


def test_the_file_has_every_column_of_every_row(store: Store, somebody: tuple[UUID, UUID]) -> None:
    with store.read() as session:
        facts = held.of(session, somebody[1], private=True)
    told = json.loads(report.as_json(facts, TODAY))
    assert {"member", "attendance", "function_holding"} <= told["tables"].keys()
    for name, rows in told["tables"].items():
        columns = {it.name for it in Base.metadata.tables[name].columns}
        assert all(row.keys() == columns for row in rows)
        assert all(f"{name}.{column}" in told["levels"] for column in columns)
    assert told["tables"]["member"][0]["notes"] == MINE


def test_the_leaders_notes_are_named_by_kind_and_told_only_when_asked(
    store: Store, somebody: tuple[UUID, UUID], hebrew: Catalog, tmp_path: Path
) -> None:
    with store.read() as session:
        plain, whole = (held.of(session, somebody[1], private=it) for it in (False, True))
    assert "member.notes" in plain.private
    assert MINE not in str(report.held(plain, TODAY, hebrew))
    assert MINE not in report.as_json(plain, TODAY).decode()
    assert report.label("member.notes", hebrew) in str(report.held(plain, TODAY, hebrew))
    assert MINE in str(report.held(whole, TODAY, hebrew))
    for suffix in (".pdf", ".docx"):
        papers.write(report.held(plain, TODAY, hebrew), path := tmp_path / f"a{suffix}", hebrew)
        assert path.stat().st_size


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_tells_every_kind_of_detail_with_its_readers(
    store: Store, somebody: tuple[UUID, UUID], language: str
) -> None:
    words = catalog(language)
    with store.read() as session:
        document = PAPERS["notice"].make(session, Subject(somebody[0], TODAY), words)
        name = communities.one(session, somebody[0], TODAY).name
    text = str(document)
    assert name in text
    told = {name for _table, _share, some in notice.kinds() for name in some}
    assert {"member.mobile", "member.notes", "attendance.presence"} <= told
    assert all(report.label(it, words) in text for it in told)
    shares = {it: share for _table, share, some in notice.kinds() for it in some}
    assert shares["member.notes"] == Share.ME
    assert shares["member.mobile"] == Share.COMMUNITY


def test_the_notice_begins_with_what_a_member_may_ask_for(
    store: Store, somebody: tuple[UUID, UUID]
) -> None:
    words = catalog("en")
    with store.read() as session:
        document = PAPERS["notice"].make(session, Subject(somebody[0], TODAY), words)
    headings = [it.text for it in document.blocks if isinstance(it, doc.Heading)]
    assert headings == ["What you may ask for", "Who reads what", "What is kept"]
    assert isinstance(document.blocks[-1], doc.Table)  # the long part is last


def test_meetings_a_member_came_to_stand_in_columns_the_oldest_first(
    store: Store, somebody: tuple[UUID, UUID]
) -> None:
    words = catalog("en")
    with store.read() as session:
        facts = held.of(session, somebody[1])
    tables = [it for it in report.held(facts, TODAY, words).blocks if isinstance(it, doc.Table)]
    came = next(it for it in tables if it.columns[0].heading == "Meeting")
    assert "Presence" in [it.heading for it in came.columns]
    cells = [cell for row in facts.rows["attendance"] for cell in row.cells]
    days = sorted(it for cell in cells for it in cell.named if isinstance(it, date))
    assert len(days) == len(came.rows) > 3
    for day, row in zip(days, came.rows, strict=True):
        assert formats.date_short(day, "en") in str(row.cells[0])


def test_a_member_reads_no_word_that_the_leader_says_of_herself() -> None:
    """One table of words for the window and for paper: what is hers alone has a level for it."""
    names = (
        f"{table}.{it.name}" for table in held.tables() for it in Base.metadata.tables[table].c
    )
    words = [report.label(name, catalog("en")) for name in names if held.told(name)]
    assert not [it for it in words if " me " in f" {it} ".lower().replace(")", " ")]
