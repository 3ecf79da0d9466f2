"""A coordinator's work without a window."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cop_desktop import cli
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import cards, sample
from cop_desktop.services.packages import receipt
from cop_desktop.store import create_file
from tests.servers import database
from tests.services.collating.communities_sent import DAY, Sender

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """A command with `--json`; its status and its answer."""

    def answer(*words: object) -> tuple[int, Any]:
        told = [*map(str, words), "--json", "--lang", "en", "--today", str(DAY)]
        status = cli.main(told)
        return status, json.loads(capsys.readouterr().out)

    return answer


@pytest.fixture
def came(tmp_path: Path) -> Path:
    """A folder with two packages and a damaged one."""
    folder = tmp_path / "came"
    folder.mkdir()
    for at in (1, 2):
        (folder / f"{at}.zip").write_bytes(Sender(tmp_path, at).send(Share.MINISTRY).data)
    (folder / "damaged.zip").write_bytes(b"PK\3\4 and no more")
    return folder


def test_a_folder_is_collated_and_the_damaged_file_is_told(
    run: Run, came: Path, tmp_path: Path
) -> None:
    receipts = tmp_path / "receipts"
    status, told = run("collate", came, "--into", tmp_path / "many.cop", "--receipts", receipts)
    assert status == 1  # refused in part
    assert sorted(it.name for it in receipts.iterdir()) == ["1.receipt.json", "2.receipt.json"]
    assert (told["accepted"], told["refused"], told["communities"]) == (2, 1, 2)
    states = {it["file"]: it["state"] for it in told["receipts"]}
    assert states == {"1.zip": "accepted", "2.zip": "accepted", "damaged.zip": "refused"}
    (damaged,) = [it for it in told["receipts"] if it["state"] == "refused"]
    assert damaged["message"].startswith("damaged.zip")


def test_collating_again_changes_nothing(run: Run, came: Path, tmp_path: Path) -> None:
    file = tmp_path / "many.cop"
    run("collate", came, "--into", file)
    before = run("show", "communities", file)
    _, told = run("collate", came, "--into", file)
    assert (told["accepted"], told["known"]) == (0, 2)
    assert run("show", "communities", file) == before


def test_what_is_shown_names_community_package_and_who_is_missing(
    run: Run, came: Path, tmp_path: Path
) -> None:
    file = tmp_path / "many.cop"
    run("collate", came, "--into", file)
    _, told = run("show", "communities", file)
    assert [it["name"] for it in told["communities"]] == ["Community 1", "Community 2"]
    assert told["communities"][0]["sending"] == "in_time"
    _, told = run("show", "packages", file)
    assert [(it["name"], it["number"]) for it in told["packages"]] == [
        ("Community 1", 1), ("Community 2", 1),
    ]  # fmt: skip
    _, told = run("show", "missing", file)
    assert told == {"missing": []}
    assert cli.main(["show", "communities", str(file), "--lang", "en"]) == 0


def test_the_report_is_written_in_the_format_of_its_suffix(
    run: Run, came: Path, tmp_path: Path
) -> None:
    file = tmp_path / "many.cop"
    run("collate", came, "--into", file)
    for suffix in (".pdf", ".docx", ".xlsx", ".csv"):
        out = tmp_path / f"report{suffix}"
        assert run("export", "rollup", file, out)[0] == 0
        assert out.stat().st_size > 200
    status, told = run("export", "rollup", file, tmp_path / "report.txt")
    assert status == 1
    assert ".xlsx" in told["problems"][0]["message"]


def test_a_leaders_file_is_refused(run: Run, came: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.cop"
    with create_file(own) as store, store.write("sample") as session:
        sample.create(session, DAY)
    status, told = run("collate", came, "--into", own)
    assert status == 1
    assert "of its own" in told["problems"][0]["message"]


def test_a_folder_that_is_not_there_makes_no_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "many.cop"
    status, _told = run("collate", tmp_path / "nowhere", "--into", file)
    assert status == 1
    assert not file.exists()


def test_a_shared_database_takes_the_place_of_a_file(
    run: Run, came: Path, tmp_path: Path, postgres: str, laid_out: str
) -> None:
    address = database(postgres, laid_out)
    assert run("collate", came, "--into", address)[1]["accepted"] == 2
    assert len(run("show", "communities", address)[1]["communities"]) == 2
    out = tmp_path / "report.csv"
    assert run("export", "rollup", address, out)[0] == 0
    assert "Community 2" in out.read_text("utf-8-sig")


def test_a_community_that_was_waited_for_is_met_when_its_package_comes(
    run: Run, came: Path, tmp_path: Path
) -> None:
    file = tmp_path / "many.cop"
    with create_file(file) as store, store.write("wait") as session:
        cards.add(session, "community 1", "Bridges")
    run("collate", came, "--into", file)
    _, told = run("show", "communities", file)
    assert [(it["name"], it["programme"]) for it in told["communities"]] == [
        ("Community 1", "Bridges"), ("Community 2", ""),
    ]  # fmt: skip


def test_files_of_one_name_from_two_folders_have_a_receipt_each(run: Run, tmp_path: Path) -> None:
    folders = []
    for at in (1, 2):
        folder = tmp_path / f"of {at}"
        folder.mkdir()
        name = "package.zip" if at == 1 else "Package.zip"  # one and the same for Windows
        (folder / name).write_bytes(Sender(tmp_path, at).send(Share.MINISTRY).data)
        folders.append(folder)
    given = tmp_path / "receipts"
    run("collate", *folders, "--into", tmp_path / "many.cop", "--receipts", given)
    assert len({it.name.casefold() for it in given.iterdir()}) == 2
    read = [receipt.read(it.read_bytes()).package for it in given.iterdir()]
    assert len(set(read)) == 2


def test_nothing_is_taken_in_where_receipts_could_not_be_written(
    run: Run, came: Path, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    file = tmp_path / "many.cop"
    status, told = run("collate", came, "--into", file, "--receipts", tmp_path / "taken" / "here")
    assert status
    assert "could not be written" in str(told)
    assert not file.exists()
