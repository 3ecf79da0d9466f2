"""A folder of packages is read to its end, whatever lies in it."""

from pathlib import Path

import pytest

from cop_desktop.errors import UserError
from cop_desktop.intake import package_files, package_folder
from cop_desktop.intake.package_folder import files_in, in_batches, package_at, packages
from cop_desktop.services.packages.incoming import Received
from tests.services.collating.communities_sent import Sender

from .packages_made import made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package, a note, a folder called like a package, and a zip that is none."""
    inbox = tmp_path / "inbox"
    (inbox / "b folder.zip").mkdir(parents=True)
    (inbox / "a.zip").write_bytes(made(tmp_path).data)
    (inbox / "c.zip").write_bytes(b"PK")
    (inbox / "note.txt").write_text("hello", "utf-8")
    return inbox


def test_each_zip_is_a_package_or_a_reason(folder: Path) -> None:
    first, second, third = packages(files_in(folder))
    assert isinstance(first.package, Received)
    assert isinstance(second.package, UserError)
    assert second.package.message == package_folder.UNREADABLE
    assert isinstance(third.package, UserError)
    assert third.package.message == package_files.NO_PACKAGE
    assert [it.file for it in (first, second, third)] == ["a.zip", "b folder.zip", "c.zip"]


def test_those_of_a_community_come_one_after_the_other(tmp_path: Path) -> None:
    north, south = Sender(tmp_path, 1), Sender(tmp_path, 2)
    for at, sender in enumerate((south, north, south, north)):
        (tmp_path / f"{at}.zip").write_bytes(sender.send().data)
    came = [it.package for it in packages(files_in(tmp_path))]
    told = [(it.head.community, it.head.number) for it in came if isinstance(it, Received)]
    assert told == [(north.id, 1), (north.id, 2), (south.id, 1), (south.id, 2)]


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.zip"
    with file.open("wb") as out:
        out.truncate(package_files.MOST_BYTES + 1)
    arrival = package_at(file)
    assert isinstance(arrival.package, UserError)
    assert arrival.package.message == package_folder.TOO_LARGE


@pytest.mark.parametrize("ahead", [False, True])
def test_batches_hold_everything_once_and_in_order(folder: Path, ahead: bool) -> None:
    batches = list(in_batches(packages(files_in(folder)), 2, ahead=ahead))
    names = [[it.file for it in batch] for batch in batches]
    assert names == [["a.zip", "b folder.zip"], ["c.zip"]]


@pytest.mark.parametrize("ahead", [False, True])
def test_who_stops_after_a_batch_is_not_kept_waiting(folder: Path, ahead: bool) -> None:
    batches = in_batches(packages(files_in(folder)), 1, ahead=ahead)
    assert next(batches)[0].file == "a.zip"
    batches.close()
