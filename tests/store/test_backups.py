"""Backups are checked copies, thinned out with age; a restore keeps what it replaces."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, func, select

from cop_desktop.errors import UserError
from cop_desktop.models import Member
from cop_desktop.store import Store, backups_of, check, open_file, problems, restore
from cop_desktop.store.backups import kept

NOW = datetime(2026, 11, 21, 9, 30)
PAST = st.timedeltas(timedelta(0), timedelta(days=900)).map(lambda age: NOW - age)


def members(store: Store) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(Member)) or 0


def lose_everyone(store: Store) -> None:
    with store.write("lose everyone") as session:
        session.execute(delete(Member))


def test_a_backup_before_a_mistake_brings_everybody_back(store: Store, community: UUID) -> None:
    backup = store.backup(reason="import")
    lose_everyone(store)
    store.close()
    restore(backup, store.path)
    with open_file(store.path) as again:
        assert members(again) == 3
    assert {it.reason for it in backups_of(store.path)} >= {"import", "close"}


def test_a_restore_can_itself_be_taken_back(store: Store, community: UUID) -> None:
    backup = store.backup()
    lose_everyone(store)
    store.close()
    restore(backup, store.path)
    restore(backups_of(store.path)[0].path, store.path)
    with open_file(store.path) as again:
        assert members(again) == 0


def test_a_damaged_file_is_replaced_and_its_bytes_kept(
    store: Store, community: UUID, data_dir: Path
) -> None:
    backup = store.backup()
    store.close()
    store.path.write_bytes(damaged := store.path.read_bytes()[:70_000])
    restore(backup, store.path)
    assert check(store.path).ok
    assert damaged in [it.read_bytes() for it in (data_dir / "backups").rglob("*.bytes")]


def test_a_damaged_backup_replaces_nothing(store: Store, community: UUID, tmp_path: Path) -> None:
    bad = store.backup(tmp_path / "copy.cop")
    bad.write_bytes(bad.read_bytes()[:-4096])
    store.close()
    before = store.path.read_bytes()
    with pytest.raises(UserError, match="damaged"):
        restore(bad, store.path)
    assert store.path.read_bytes() == before


def test_an_open_file_is_not_replaced(store: Store, community: UUID) -> None:
    with pytest.raises(UserError, match="another window"):
        restore(store.backup(), store.path)


def test_a_backup_of_one_s_own_never_overwrites(store: Store, tmp_path: Path) -> None:
    copy = store.backup(tmp_path / "copy.cop")
    assert check(copy).ok
    with pytest.raises(UserError, match="already is"):
        store.backup(copy)


def test_the_oldest_backup_can_be_restored_though_it_would_be_thinned_out(
    store: Store, community: UUID
) -> None:
    oldest = store.backup()
    lose_everyone(store)
    for _ in range(8):
        store.backup()
    store.close()
    restore(oldest, store.path)
    with open_file(store.path) as again:
        assert members(again) == 3


def test_a_file_that_is_open_for_reading_can_be_backed_up_but_not_written(
    store: Store, community: UUID, tmp_path: Path
) -> None:
    with open_file(store.path, read_only=True) as beside:
        assert check(beside.backup()).ok
        assert check(beside.backup(tmp_path / "copy.cop")).ok
        with pytest.raises(UserError, match="reading only"):
            lose_everyone(beside)
    assert members(store) == 3


def test_backups_are_thinned_out(store: Store, community: UUID) -> None:
    for _ in range(14):
        store.backup()
    assert len(backups_of(store.path)) == 10


@given(st.sets(PAST, max_size=80))
def test_what_is_kept_reaches_back_to_every_month(taken: set[datetime]) -> None:
    stay = kept(taken, NOW)
    assert set(sorted(taken)[-10:]) <= stay <= taken
    months = {(it.year, it.month) for it in taken}
    assert {(it.year, it.month) for it in stay} == months
    recent = {it.date() for it in taken if it > NOW - timedelta(days=30)}
    assert recent <= {it.date() for it in stay}
    assert len(stay) <= 10 + 31 + len(months)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one mebibyte, where the system lets us have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount") if sys.platform == "linux" else None
    command = [mount or "false", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_really_full_disk_loses_nothing_that_was_saved(
    tiny_disk: Path, store: Store, community: UUID
) -> None:
    path = store.backup(tiny_disk / "file.cop")
    store.close()
    with open_file(path) as small:
        room = shutil.disk_usage(tiny_disk).free
        (tiny_disk / "filler").write_bytes(b"x" * (room - 100_000))
        people = [Member(community_id=community, notes="א" * 3000) for _ in range(200)]
        with pytest.raises(UserError) as refusal, small.write("too much") as session:
            session.add_all(people)
        assert refusal.value.message == problems.FULL
        assert members(small) == 3
        (tiny_disk / "filler").unlink()
        lose_everyone(small)
    assert check(path).ok


def test_a_disk_without_room_gives_no_half_backup(
    tiny_disk: Path, store: Store, community: UUID
) -> None:
    (tiny_disk / "filler").write_bytes(b"x" * (1024 * 1024 - 40_000))
    with pytest.raises(UserError) as refusal:
        store.backup(tiny_disk / "copy.cop")
    assert refusal.value.message == problems.FULL
    assert [it.name for it in tiny_disk.iterdir()] == ["filler"]


def test_a_read_only_disk_is_said(tiny_disk: Path, store: Store, community: UUID) -> None:
    path = store.backup(tiny_disk / "copy.cop")
    command = ["mount", "-o", "remount,ro", str(tiny_disk)]
    subprocess.run(command, check=True)
    with pytest.raises(UserError) as refusal:
        open_file(path)
    assert refusal.value.message == problems.READ_ONLY
    with open_file(path, read_only=True) as beside:
        assert members(beside) == 3
