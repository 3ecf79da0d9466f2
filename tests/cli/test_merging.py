"""Copies brought together and a person forgotten, from the command line."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from cop_desktop import cli
from cop_desktop.models import AgendaItem, Member
from cop_desktop.services import attachments
from cop_desktop.services.merging.meeting import share
from cop_desktop.store import create_file, open_file
from tests.sample import small_community

NOW = datetime(2026, 11, 22, 9)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Mine, and the copy of a co-leader."""
    mine, theirs = tmp_path / "mine.cop", tmp_path / "theirs.cop"
    with create_file(mine) as store:
        small_community(store)
        with store.write("share") as session:
            share(session, NOW)
        store.backup(theirs)
    return mine, theirs


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*words: object) -> tuple[int, str, str]:
        status = cli.main([*map(str, words), "--today", "2026-11-22", "--lang", "en"])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def change(path: Path, **values: str) -> None:
    with open_file(path) as store, store.write("change") as session:
        noa = session.scalars(select(Member).where(Member.given_name == "נועה")).one()
        for name, value in values.items():
            setattr(noa, name, value)


def job(path: Path) -> str:
    with open_file(path, read_only=True) as store, store.read() as session:
        noa = select(Member.job_title).where(Member.given_name == "נועה")
        return session.scalars(noa).one()


def test_a_copy_comes_in_and_is_told(run: Any, files: tuple[Path, Path]) -> None:
    mine, theirs = files
    change(theirs, job_title="סמנכ״לית")
    before = theirs.read_bytes()
    status, out, _err = run("merge", theirs, "--into", mine, "--dry-run", "--json")
    assert (status, json.loads(out)["changed"]) == (0, {"member": 1})
    assert job(mine) == "מנהלת אגף"
    assert run("merge", theirs, "--into", mine)[0] == 0
    assert job(mine) == "סמנכ״לית"
    assert theirs.read_bytes() == before
    assert "nothing to bring in" in run("merge", theirs, "--into", mine)[1]


def test_what_waits_for_a_decision_ends_with_1(run: Any, files: tuple[Path, Path]) -> None:
    mine, theirs = files
    assert run("merge", mine, "--undecided")[0] == 0
    change(mine, job_title="מנהלת מחלקה")
    change(theirs, job_title="סמנכ״לית")
    assert run("merge", theirs, "--into", mine)[0] == 0
    status, out, _err = run("merge", mine, "--undecided", "--json")
    (told,) = json.loads(out)["contradictions"]
    assert status == 1
    assert set(told["values"]) == {"מנהלת מחלקה", "סמנכ״לית"}
    assert (told["name"], told["field"]) == ("נועה אברהם", "Job title")


def test_strangers_and_the_file_itself_are_refused(
    run: Any, files: tuple[Path, Path], tmp_path: Path
) -> None:
    mine, theirs = files
    with create_file(tmp_path / "other.cop") as store:
        small_community(store)
    assert run("merge", tmp_path / "other.cop", "--into", mine)[0] == 1
    assert run("merge", mine, "--into", mine)[0] == 1
    with pytest.raises(SystemExit) as wrong:
        run("merge", theirs)
    assert wrong.value.code == 2


def test_who_is_forgotten_is_forgotten_in_the_other_copy_when_that_is_wanted(
    run: Any, files: tuple[Path, Path]
) -> None:
    mine, theirs = files
    status, _out, err = run("members", "erase", "נועה אברהם", theirs)
    assert (status, "--yes" in err) == (1, True)
    assert run("members", "erase", "noa@example.org", theirs, "--yes")[0] == 0
    assert "אברהם".encode() not in theirs.read_bytes()
    status, _out, err = run("merge", theirs, "--into", mine)
    assert (status, "--forget" in err) == (1, True)
    assert "אברהם".encode() in mine.read_bytes()
    assert run("merge", theirs, "--into", mine, "--forget")[0] == 0
    assert "אברהם".encode() not in mine.read_bytes()


def test_what_still_names_somebody_forgotten_in_the_other_copy_is_told_here_too(
    run: Any, files: tuple[Path, Path]
) -> None:
    mine, theirs = files
    for path in files:
        with open_file(path) as store, store.write("attach") as session:
            item = session.scalars(select(AgendaItem.id)).first()
            assert item
            attachments.add_file(session, item, "רשימה.txt", "נועה אברהם".encode())
    assert run("members", "erase", "noa@example.org", theirs, "--yes")[0] == 0
    assert "רשימה.txt" in run("merge", theirs, "--into", mine)[1]
    out = run("merge", theirs, "--into", mine, "--forget", "--json")[1]
    (sentence,) = json.loads(out)["remains"]
    assert "רשימה.txt" in sentence


def test_nobody_is_forgotten_by_half_a_name(run: Any, files: tuple[Path, Path]) -> None:
    mine, _theirs = files
    assert run("members", "erase", "נועה", mine, "--yes")[0] == 1
    with open_file(mine) as store, store.write("namesake") as session:
        home = session.scalars(select(Member.community_id).distinct()).one()
        session.add(
            Member(
                community_id=home, given_name="נועה", family_name="אברהם", joined=date(2026, 9, 1)
            )
        )
    status, _out, err = run("members", "erase", "נועה אברהם", mine, "--yes")
    assert (status, "e-mail" in err) == (1, True)
