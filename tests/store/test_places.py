"""Files in synchronised folders are recognised, said, and brought home."""

from pathlib import Path
from uuid import UUID

import pytest

from cop_desktop.store import Store, check, move_to_own_folder, open_file, synced_folder


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - משרד החינוך", "OneDrive"),
        ("Dropbox (אישי)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("האחסון שלי", "Google Drive"),
        ("Mobile Documents", "iCloud"),
        ("Documents", None),
        ("drives", None),
    ],
)
def test_the_service_is_known_by_its_folder(
    tmp_path: Path, folder: str, service: str | None
) -> None:
    assert synced_folder(tmp_path / folder / "מסמכים" / "a.cop") == service


def test_a_renamed_folder_is_known_by_what_windows_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "ענן"))
    assert synced_folder(tmp_path / "ענן" / "a.cop") == "OneDrive"


def test_a_shared_folder_is_known_by_its_marker(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert synced_folder(tmp_path / "deep" / "a.cop") == "Syncthing"


def test_a_file_moves_home_whole(store: Store, community: UUID, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    path = store.backup(tmp_path / "Dropbox" / "שלנו.cop")
    report = check(path)
    assert report.ok
    assert [it.values["service"] for it in report.findings] == ["Dropbox"]
    home = move_to_own_folder(path)
    assert not path.exists()
    assert check(home).findings == ()
    open_file(home).close()


def test_moving_home_never_overwrites(store: Store, community: UUID, tmp_path: Path) -> None:
    homes = {move_to_own_folder(store.backup(tmp_path / "again.cop")).name for _ in range(2)}
    assert homes == {"again.cop", "again 2.cop"}
