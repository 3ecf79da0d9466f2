"""Every file that can be given to us ends in an open store or a sentence, its bytes untouched."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from cop_desktop.errors import UserError
from cop_desktop.models import Base, Community, Meeting, Member
from cop_desktop.store import (
    Store,
    backups,
    backups_of,
    check,
    create_file,
    header,
    lock,
    open_file,
    opening,
    problems,
    schema,
)
from cop_desktop.store.engine import APPLICATION_ID, PRAGMAS
from cop_desktop.store.upgrade import SCRIPTS, upgrade
from tests.every_table import community_of_every_table
from tests.sample import small_community

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "data" / "files"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed file with a small community in it."""
    path = tmp_path / "קהילה שלנו #1 50%.cop"
    with create_file(path) as store:
        small_community(store)
    return path


def names(store: Store) -> list[str]:
    with store.read() as session:
        return list(session.scalars(select(Member.given_name).order_by("sort_key")))


def alter(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def overwrite(path: Path, place: int, letters: bytes) -> None:
    with path.open("r+b") as it:
        it.seek(place)
        it.write(letters)


def truncate(path: Path, share: float) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])


def scribble(path: Path) -> None:
    """Noise over the middle pages, as a failing disk leaves it."""
    size = path.stat().st_size
    overwrite(path, 4096 * 2, bytes(range(256)) * ((size // 4096 - 2) * 16))


SPOILS: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(b""), header.EMPTY),
    "spreadsheet": (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(99)), header.OTHER_KIND),
    "words": (lambda path: path.write_text("שלום" * 50, "utf-8"), header.NOT_A_DATABASE),
    "cut in the header": (lambda path: truncate(path, 0.0002), problems.DAMAGED),
    "cut in half": (lambda path: truncate(path, 0.5), problems.DAMAGED),
    "scribbled": (scribble, problems.DAMAGED),
    "other program": (lambda path: alter(path, "PRAGMA application_id = 7"), header.FOREIGN),
    "newer": (
        lambda path: alter(path, "UPDATE alembic_version SET version_num = '9999'"),
        schema.NEWER,
    ),
    "without revision": (lambda path: alter(path, "DROP TABLE alembic_version"), problems.DAMAGED),
    "without a column": (
        lambda path: alter(path, "ALTER TABLE product DROP COLUMN audience"),
        problems.DAMAGED,
    ),
}


@pytest.mark.parametrize("kind", SPOILS)
def test_a_file_that_is_not_for_us_is_refused_untouched(file: Path, kind: str) -> None:
    spoil, sentence = SPOILS[kind]
    spoil(file)
    before = file.read_bytes()
    with pytest.raises(UserError) as refusal:
        open_file(file)
    assert refusal.value.message == sentence
    assert refusal.value.values["name"] == file.name
    assert file.read_bytes() == before
    assert not check(file).ok
    assert file.read_bytes() == before


@given(place=st.integers(0, 199), noise=st.binary(min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_noise_at_the_start_of_a_file_never_ends_in_anything_but_a_sentence(
    place: int, noise: bytes
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(SAMPLES / "0001.cop", folder))
        overwrite(path, place, noise)
        before = path.read_bytes()
        report = check(path)
        try:
            open_file(path).close()
        except UserError:
            assert path.read_bytes() == before
        else:
            assert report.integrity == "ok"


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not found"):
        open_file(tmp_path / "no.cop")
    with pytest.raises(UserError, match="folder"):
        open_file(tmp_path)
    assert list(tmp_path.glob("no*")) == []


def test_a_new_file_never_overwrites(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(UserError, match="already is"):
        create_file(file)
    assert file.read_bytes() == before


def test_what_was_written_is_there_again(file: Path) -> None:
    with open_file(file) as store:
        assert names(store) == ["אמיר", "נועה", "דנה"]


def test_every_promise_of_the_connection_is_kept(file: Path) -> None:
    with open_file(file) as store, store.read() as session:
        connection = session.connection()
        held = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
    assert held == {name: expected for name, (_value, expected) in PRAGMAS.items()}


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.cop")), ids=lambda path: path.stem)
def test_released_files_open_for_ever(sample: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(sample, tmp_path))
    try:
        with open_file(path) as store:
            assert names(store) == ["אמיר", "נועה", "דנה"]
            with store.read() as session:
                assert session.scalars(select(Community.name)).one() == "מנהלי מחלקות חינוך"
                assert session.scalar(select(func.count()).select_from(Meeting)) == 2
    except UserError as problem:
        pytest.fail(f"A released form must open for ever. {problem}")
    assert check(path).findings == ()


def test_a_kept_file_leaves_no_table_empty(tmp_path: Path) -> None:
    with create_file(tmp_path / "kept.cop") as store:
        community_of_every_table(store)
        with store.read() as session:
            empty = [table.name for table in Base.metadata.sorted_tables
                     if not session.scalar(select(func.count()).select_from(table))]  # fmt: skip
    assert empty == []


OPEN_AND_WAIT = """
import sys; from pathlib import Path
from cop_desktop.store import open_file
store = open_file(Path(sys.argv[1])); print("open", flush=True); sys.stdin.read()
"""


def test_a_second_window_is_refused_until_the_first_is_gone(file: Path) -> None:
    command = [sys.executable, "-c", OPEN_AND_WAIT, str(file)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline().strip() == b"open"
        with pytest.raises(UserError) as refusal:
            open_file(file)
        assert refusal.value.message == lock.ALREADY_OPEN
        with open_file(file, read_only=True) as beside:
            assert len(names(beside)) == 3
        first.kill()
    with open_file(file) as second:
        assert len(names(second)) == 3


def test_a_refused_file_is_not_left_locked(file: Path) -> None:
    alter(file, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UserError):
        open_file(file)
    alter(file, "UPDATE alembic_version SET version_num = '0004'")
    open_file(file).close()


def test_a_write_protected_file_is_said_and_can_be_read(file: Path) -> None:
    file.chmod(0o444)
    if os.access(file, os.W_OK):
        pytest.skip("this user may write everywhere; test_backups mounts a read-only disk")
    with pytest.raises(UserError) as refusal:
        open_file(file)
    assert refusal.value.message == problems.READ_ONLY
    with open_file(file, read_only=True) as store:
        assert len(names(store)) == 3


def test_without_room_for_a_backup_the_file_opens_and_says_so(file: Path, data_dir: Path) -> None:
    shutil.rmtree(data_dir / "backups")
    (data_dir / "backups").write_bytes(b"in the way")
    with open_file(file) as store:
        assert [it.message for it in store.warnings] == [backups.NO_BACKUP]
        assert len(names(store)) == 3


FROM_THE_FUTURE = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0005", "0004"
branch_labels = depends_on = None
def upgrade():
    with op.batch_alter_table("member", recreate="always") as table:
        table.add_column(sa.Column("nickname", sa.String, nullable=False, server_default=""))
    {more}
"""


def scripts(folder: Path, more: str = "") -> Path:
    """The migrations of a program that is one ahead of ours."""
    there = Path(shutil.copytree(SCRIPTS, folder / "scripts"))
    later = there / "versions" / "0005_later.py"
    later.write_text(FROM_THE_FUTURE.replace("{more}", more), encoding="utf-8")
    return there


def counted(path: Path) -> dict[str, int]:
    connection = sqlite3.connect(path)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
    counts = [connection.execute(f'SELECT count(*) FROM "{name}"') for (name,) in tables]
    it = {name: count.fetchone()[0] for (name,), count in zip(tables, counts, strict=True)}
    connection.close()
    return it


def test_an_older_file_is_migrated_with_all_its_rows(file: Path, tmp_path: Path) -> None:
    before = counted(file)
    upgrade(file, scripts=scripts(tmp_path))
    assert counted(file) == before
    assert before["attendance"] == 2
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT DISTINCT nickname FROM member").fetchall() == [("",)]
    assert connection.execute("SELECT * FROM alembic_version").fetchall() == [("0005",)]
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    connection.close()
    assert [it.name for it in tmp_path.glob("*.part*")] == []


@pytest.mark.parametrize(
    "more",
    ['op.execute("DELETE FROM attendance")', 'op.execute("DELETE FROM organisation")', "1/0"],
)
def test_a_migration_that_loses_rows_leaves_the_file_alone(
    file: Path, tmp_path: Path, more: str
) -> None:
    before = file.read_bytes()
    with pytest.raises((UserError, ZeroDivisionError)):
        upgrade(file, scripts=scripts(tmp_path, more))
    assert file.read_bytes() == before
    assert [it.name for it in tmp_path.glob("*.part*")] == []


def layout(path: Path) -> list[tuple[str, ...]]:
    """Everything SQLite knows of the tables, whatever their SQL looks like."""
    columns = """SELECT m.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
        FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"""
    references = """SELECT m.name, f."table", f."from", f."to", f.on_update, f.on_delete
        FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"""
    indexes = """SELECT m.name, i."unique", i.origin, i.partial,
        (SELECT group_concat(c.name) FROM pragma_index_info(i.name) c)
        FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table'"""
    connection = sqlite3.connect(path)
    it = [row for query in (columns, references, indexes) for row in connection.execute(query)]
    connection.close()
    return sorted(it, key=repr)


def test_the_migrations_make_what_create_file_makes(file: Path, tmp_path: Path) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    from cop_desktop.store.engine import open_engine

    migrated = tmp_path / "migrated.cop"
    engine = open_engine(migrated, mode="rwc")
    with engine.execution_options(writes=True).begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(SCRIPTS))
        command.upgrade(config, "head")
    engine.dispose()
    assert layout(migrated) == layout(file)
    known = [it.revision for it in ScriptDirectory(str(SCRIPTS)).walk_revisions()]
    assert list(schema.REVISIONS) == known[::-1]


def test_an_unchanged_file_is_not_backed_up_again(file: Path) -> None:
    assert [it.reason for it in backups_of(file)] == ["close"]
    open_file(file).close()
    assert len(backups_of(file)) == 1
    with open_file(file) as store, store.write("more") as session:
        session.add(Community(name="עוד", work_year=2026))
    assert [it.reason for it in backups_of(file)] == ["close", "close"]


def test_opening_tells_its_stages(file: Path) -> None:
    stages: list[str] = []
    open_file(file, stages.append).close()
    assert stages == [opening.CHECKING, opening.BACKING_UP]


OPEN_AND_TELL = """
import sys; from pathlib import Path
from cop_desktop.store import open_file
open_file(Path(sys.argv[1])).close()
print(*sorted({"alembic", "mako", "PySide6", "pandas"} & set(sys.modules)))
print(*sorted(it for it in sys.modules if it.startswith("cop_desktop.models.")))
"""


def test_a_current_file_opens_without_loading_what_only_old_ones_need(file: Path) -> None:
    command = [sys.executable, "-c", OPEN_AND_TELL, str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    heavy, models = done.stdout.split("\n")[:2]
    assert heavy == ""
    tables = {"cop_desktop.models.meetings", "cop_desktop.models.library"}
    assert tables & set(models.split()) == set()  # its columns are known by their digest


def test_a_new_file_is_known_by_the_digest_of_its_columns(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        assert schema.digest(schema.present(connection)) == schema.COLUMNS
        connection.execute("CREATE TABLE mine (note TEXT)")
        schema.must_fit(connection, file)  # what others have added does no harm
        connection.execute("ALTER TABLE goal DROP COLUMN position")
        with pytest.raises(UserError):
            schema.must_fit(connection, file)
    connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_stays_a_link_when_its_file_is_migrated(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.cop"
    link.symlink_to(file)
    upgrade(link, scripts=scripts(tmp_path))
    assert link.is_symlink()
    assert counted(file)["member"] == 3
    with pytest.raises(UserError, match="newer"):
        open_file(link)


def test_a_file_left_in_another_journal_mode_is_taken_back_to_ours(file: Path) -> None:
    alter(file, "PRAGMA journal_mode = WAL")
    with open_file(file) as store:
        assert len(names(store)) == 3
    assert [it.name for it in file.parent.glob(f"{file.name}*")] == [file.name]


def test_a_link_and_its_file_are_one_window(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.cop"
    link.symlink_to(file)
    with open_file(file), pytest.raises(UserError, match="another window"):
        open_file(link)
