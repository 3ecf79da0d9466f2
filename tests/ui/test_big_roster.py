"""A hundred thousand members: the list asks for what is seen, never for everybody."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import delete, insert, select

from cop_desktop.models import Community, Member
from cop_desktop.services.search import search_key, sort_key
from cop_desktop.settings import Settings
from cop_desktop.store import Store, create_file, open_file
from cop_desktop.ui.history import History
from cop_desktop.ui.main_window import MainWindow, OpenFile
from cop_desktop.ui.pages.members.page import MembersPage
from cop_desktop.ui.tables.model import PAGE
from tests.statements import statements

from .conftest import TODAY

MANY = 100_000
# SQLite itself copies one member a hundred thousand times: the ORM would take ten times as long
COPY = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many} - 1)
INSERT INTO member (id, person, family_name, job_title, sort_key, search_key, {others})
SELECT printf('%032x', i), printf('%032x', i),
       printf('כהן %06d', i), printf('תפקיד %06d', {many} - i),
       printf('%s %06d', sort_key, i), printf('%s %06d', search_key, i), {others}
FROM n, member WHERE family_name = 'כהן'
"""


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of one community with that many members, made once."""
    path = tmp_path_factory.mktemp("crowded") / "crowded.cop"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COP_DATA_DIR", str(path.parent))
        with create_file(path) as store, store.write("begin") as session:
            community = Community(name="קהילה גדולה", work_year=2026)
            session.add(community)
            session.flush()
            session.execute(insert(Member), [_member(community.id, "כהן")])
    made_anew = {"id", "person", "family_name", "job_title", "sort_key", "search_key"}
    names = (column.name for column in Member.__table__.columns)
    others = ", ".join(f'"{name}"' for name in names if name not in made_anew)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(COPY.format(many=MANY, others=others))
    return path


@pytest.fixture
def store(crowded: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "crowded.cop"
    shutil.copy(crowded, path)
    it = open_file(path)
    yield it
    it.close()


@pytest.fixture
def community(store: Store) -> UUID:
    with store.read() as session:
        return session.scalars(select(Community.id)).one()


@pytest.fixture
def page(window: MainWindow) -> MembersPage:
    window.open_place("members")
    assert window.shell is not None
    assert isinstance(window.shell.page, MembersPage)
    return window.shell.page


def test_the_first_page_of_a_crowd_is_all_that_is_fetched(
    qtbot: QtBot, fonts: None, store: Store, history: History, community: UUID, kept: Settings
) -> None:
    kept.place = "members"
    window = MainWindow(kept, lambda: TODAY)
    qtbot.addWidget(window)
    window.resize(1280, 840)
    with statements() as asked:
        window.show_desk(OpenFile(store, history, community))
        window.show()
        window.grab()
    assert window.shell is not None
    assert isinstance(window.shell.page, MembersPage)
    assert len(window.shell.page.list.table.table.ids) == MANY
    assert _pages_in(asked) <= 2  # the list's and, beside it, the first member's
    assert len(asked) < 50


def test_scrolling_to_the_end_fetches_what_is_seen(page: MembersPage) -> None:
    table = page.list.table
    with statements() as asked:
        table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
        table.viewport().grab()
    last = table.table.row(MANY - 1)
    assert last is not None
    assert last.row.family_name.endswith(f"{MANY - 1:06}")
    assert _pages_in(asked) <= 2


def test_a_key_of_the_search_costs_one_list_and_one_page(page: MembersPage) -> None:
    fitting = sum("0999" in f"{n:06}" for n in range(MANY))
    for typed, found in (("כהן", MANY), ("כהן 0999", fitting), ("099999", 1)):
        with statements() as asked:
            page.list.search.setText(typed)
            page.list.table.viewport().grab()
        assert len(page.list.table.table.ids) == found
        assert _pages_in(asked) <= 3
        assert len(asked) < 30


def test_who_leaves_a_search_sees_everybody_without_another_question(page: MembersPage) -> None:
    page.list.search.setText("099999")
    with statements() as asked:
        page.list.search.clear()
        page.list.table.viewport().grab()
    assert len(page.list.table.table.ids) == MANY
    assert [one for one in asked if "ORDER BY member.sort_key" in one] == []
    with page.desk.store.write("leave") as session:
        session.execute(delete(Member).where(Member.search_key.endswith("099999")))
    page.list.search.setText("0")
    page.list.search.clear()
    assert len(page.list.table.table.ids) == MANY - 1


def test_sorting_keeps_the_chosen_one_and_reads_no_more_than_is_seen(page: MembersPage) -> None:
    table = page.list.table
    table.choose(f"{MANY - 1:032x}")
    with statements() as asked:
        table.sort_asked.emit("job_title", True)
        table.viewport().grab()
    assert table.table.ids[0] == f"{1:032x}"
    assert table.chosen_id() == f"{MANY - 1:032x}"
    assert _pages_in(asked) <= 3
    assert len(asked) < 32  # the member beside the list is read once


def test_undo_of_five_thousand_new_members_reads_one_page_again(
    window: MainWindow, page: MembersPage, store: Store, community: UUID
) -> None:
    new = [_member(community, f"לוי {n}") for n in range(5000)]
    with store.write("import") as session:
        session.execute(insert(Member), new)
    ids = page.list.table.table
    assert len(ids.ids) == MANY + 5000
    with statements() as asked:
        window.undo()
        page.list.table.viewport().grab()
    assert len(ids.ids) == MANY
    taking_back = [sql for sql in asked if sql.startswith("DELETE FROM")]
    assert len(taking_back) <= 5000 / PAGE
    assert _pages_in(asked) <= 3
    window.redo()
    assert len(ids.ids) == MANY + 5000


def _member(community: UUID, family: str) -> dict[str, object]:
    return {
        "id": uuid4(), "person": uuid4(), "community_id": community,
        "given_name": "דנה", "family_name": family,
        "sort_key": sort_key(family, "דנה"), "search_key": search_key("דנה", family),
    }  # fmt: skip


def _pages_in(asked: list[str]) -> int:
    """How often rows of members were fetched."""
    return sum("member.mobile, member.email" in sql and " IN (" in sql for sql in asked)
