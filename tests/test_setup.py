"""Setting up from a checkout: the locks, the wheel, and what is said when something is missing."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import cop

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def pinned(lock: Path) -> set[str]:
    return set(re.findall(r"^[\w.-]+==[^\\\n]+", lock.read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_address_and_no_place_on_a_disk(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-i|-f|--(extra-)?index|--find-links)", text, re.MULTILINE)
    assert set(re.findall(r"\S*/\S*", text)) <= {
        "requirements/run.in",
        "requirements/run.txt",
        "requirements/dev.in",
    }


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_has_its_hashes(lock: Path) -> None:
    for entry in re.split(r"\n(?=\S)", lock.read_text("utf-8")):
        assert entry.startswith("#") or "--hash=sha256:" in entry, entry


def test_the_tests_run_with_the_very_versions_people_get() -> None:
    run, dev = (pinned(ROOT / "requirements" / f"{kind}.txt") for kind in ("run", "dev"))
    assert run < dev


def test_the_pyside_that_aborts_is_never_chosen() -> None:
    assert "pyside6-essentials==6.11.3 " in pinned(ROOT / "requirements" / "run.txt")


@pytest.mark.parametrize(
    ("library", "debian"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ],
)
def test_a_missing_library_is_named_as_its_debian_package(library: str, debian: str) -> None:
    said = f"{library}: cannot open shared object file: No such file or directory"
    assert cop.package(cop.library_of(said)) == debian


def test_what_no_package_can_mend_is_said_in_the_loaders_words() -> None:
    with pytest.raises(cop.StopError, match=r"GLIBC_2\.99"):
        cop.library_of("libQt6Gui.so.6: version `GLIBC_2.99' not found")


@pytest.mark.skipif(not cop.LINUX, reason="elsewhere the wheels bring every library")
def test_the_loader_is_asked_for_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cop, "PYTHON", Path(sys.executable))
    assert cop.missing("", "libc.so.6", "") == []
    assert cop.missing("", "libc.so.6 libno-such-thing-2.so.7", "") == ["libno-such-thing-2-7"]


def test_who_may_not_install_is_given_the_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "apt-get").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(cop.StopError, match=r"sudo apt-get install .* libegl1 libgl1$"):
        cop.provide(["libegl1", "libgl1"])


def test_a_changed_lock_or_another_place_is_set_up_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(cop, "STAMP", tmp_path / "cop.json")
    monkeypatch.setattr(cop, "PYTHON", Path(sys.executable))
    cop.write_stamp({}, packages=cop.wanted("run"))
    assert cop.read_stamp()["packages"] == cop.wanted("run") != cop.wanted("dev")
    monkeypatch.setattr(cop, "HERE", "Python 3.11 in another place")
    assert cop.read_stamp() == {}


def test_wrong_usage_shows_the_commands() -> None:
    asked = subprocess.run(
        [sys.executable, ROOT / "cop.py", "dance"], capture_output=True, text=True, check=False
    )
    assert asked.returncode == 2
    assert all(f"cop.py {name}" in asked.stdout for name in cop.COMMANDS)


def test_the_wheel_brings_words_and_texts_inside_the_package(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for source in (ROOT / "resources").rglob("*.*"):
        assert f"cop_desktop/{source.relative_to(ROOT).as_posix()}" in names
    assert "cop_desktop/resources/locale/he/LC_MESSAGES/cop.mo" in names
    assert not [name for name in names if name.startswith(("resources/", "tests/", "checks/"))]
