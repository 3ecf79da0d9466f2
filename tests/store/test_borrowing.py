"""Somebody else's file is looked at; afterwards it and its folder are as they were."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from cop_desktop.errors import UserError
from cop_desktop.models import Member
from cop_desktop.store import Store, borrowed, open_file

SAMPLES = Path(__file__).parent.parent / "data" / "files"


def as_it_is(folder: Path) -> dict[str, bytes]:
    return {it.name: it.read_bytes() for it in folder.iterdir() if it.is_file()}


@pytest.mark.parametrize("form", ["0001", "0002", "0003"])
def test_an_older_file_is_read_in_this_form_and_stays_in_its_own(form: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(SAMPLES / f"{form}.cop", tmp_path))
    before = as_it_is(tmp_path)
    with borrowed(path) as theirs, theirs.read() as session:
        assert session.scalars(select(Member.given_name)).all()
    assert as_it_is(tmp_path) == before


def test_a_file_that_a_window_has_open_can_be_looked_at(store: Store, community: object) -> None:
    with borrowed(store.path) as theirs, theirs.read() as session:
        assert session.scalars(select(Member.given_name)).all()


def test_a_borrowed_file_cannot_be_written(store: Store, community: object) -> None:
    with borrowed(store.path) as theirs, pytest.raises(UserError, match="reading"):
        theirs.write("no").__enter__()


def test_a_write_that_was_cut_short_is_taken_back_in_a_copy(
    store: Store, community: object, tmp_path: Path
) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    with sqlite3.connect(store.path, isolation_level=None) as other:
        other.execute("PRAGMA cache_size = 1")
        other.execute("BEGIN")
        for number in range(300):
            other.execute(
                "INSERT INTO organisation (id, name, kind, district) VALUES (?, ?, 'other', '')",
                (f"{number:032x}", "x" * 500),
            )
        for suffix in ("", "-journal"):
            shutil.copyfile(f"{store.path}{suffix}", folder / f"theirs.cop{suffix}")
        other.execute("ROLLBACK")
    before = as_it_is(folder)
    assert before["theirs.cop-journal"]
    with borrowed(folder / "theirs.cop") as theirs, theirs.read() as session:
        assert len(session.scalars(select(Member)).all()) == 3
    assert as_it_is(folder) == before


def test_what_is_no_file_of_ours_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "list.cop"
    path.write_bytes(b"PK\x03\x04" + b"0" * 200)
    with pytest.raises(UserError, match="spreadsheet"), borrowed(path):
        pass


def test_an_older_file_can_still_be_opened_afterwards(tmp_path: Path) -> None:
    path = Path(shutil.copy(SAMPLES / "0002.cop", tmp_path))
    with borrowed(path):
        pass
    with open_file(path) as store, store.read() as session:
        assert session.scalars(select(Member)).all()
