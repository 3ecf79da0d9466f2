"""Packages from the command line, as a script on forty laptops makes them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pyrage
import pytest

from cop_desktop import cli
from cop_desktop.services import sample
from cop_desktop.store import create_file

TODAY = ["--today", "2026-11-22", "--json"]


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    with create_file(tmp_path / "demo.cop") as store, store.write("sample") as session:
        sample.create(session, date(2026, 11, 22))
    return tmp_path / "demo.cop"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*words: object) -> tuple[int, dict[str, Any]]:
        status = cli.main([*map(str, words), *TODAY])
        return status, json.loads(capsys.readouterr().out)

    return call


def test_a_package_is_made_verified_and_its_receipt_seen(
    run: Any, demo: Path, tmp_path: Path
) -> None:
    (outbox := tmp_path / "outbox").mkdir()
    status, made = run("package", "make", demo, outbox, "--recipient", "הרשות")
    assert (status, made["number"], made["rows"]["community"]) == (0, 1, 1)
    status, told = run("package", "verify", made["file"])
    assert (status, told["ok"], told["digest"]) == (0, True, made["digest"])
    assert told["fingerprint"] == made["fingerprint"]
    receipt = tmp_path / "a.receipt.json"
    assert run("package", "receipt", made["file"], receipt)[0] == 0
    assert run("package", "seen", demo, receipt)[0] == 0
    (shown,) = run("show", "exports", demo)[1]["exports"]
    assert shown["recipient"] == "הרשות"
    assert list(shown["steps"]) == ["exported", "receipt_seen"]
    assert run("package", "seen", demo, receipt)[0] == 1  # noted already


def test_everything_held_about_a_member_is_one_file(run: Any, demo: Path, tmp_path: Path) -> None:
    name = run("show", "roster", demo)[1]["members"][0]["name"]
    out = tmp_path / "held.json"
    assert run("export", "held", demo, out, "--member", name)[0] == 0
    told = json.loads(out.read_text("utf-8"))
    assert told["name"] == name
    assert "notes" not in told["tables"]["member"][0]
    assert run("export", "held", demo, out, "--member", name, "--level", "me", "--force")[0] == 0
    assert "notes" in json.loads(out.read_text("utf-8"))["tables"]["member"][0]
    assert run("export", "held", demo, tmp_path / "a.pdf", "--member", "אין כזה")[0] == 1
    assert run("export", "held", demo, tmp_path / "a.pdf")[0] == 1


def test_only_lit_signs_that_were_named_leave(run: Any, demo: Path, tmp_path: Path) -> None:
    lit = [
        it for it in run("show", "signs", demo, "--level", "me")[1]["signs"] if it["state"] == "lit"
    ]
    off = [
        it for it in run("show", "signs", demo, "--level", "me")[1]["signs"] if it["state"] == "off"
    ]
    told = ["--sign", lit[0]["sign"], "--sign", off[0]["sign"]]
    assert run("package", "make", demo, tmp_path, *told)[1]["signs"] == [lit[0]["sign"]]


@pytest.mark.parametrize("typed", [True, False])
def test_a_package_is_locked_with_a_key_typed_or_in_a_file(
    run: Any, demo: Path, tmp_path: Path, typed: bool
) -> None:
    key = str(pyrage.x25519.Identity.generate().to_public())
    (file := tmp_path / "key.txt").write_text(key)
    status, made = run("package", "make", demo, tmp_path, "--age", key if typed else file)
    assert (status, made["file"][-8:]) == (0, ".zip.age")
    status, told = run("package", "verify", made["file"])
    assert (status, bool(told["problems"])) == (1, True)


@pytest.mark.parametrize(
    "told", [["--age", "no-key"], ["--age", "AGE-SECRET-KEY-1"], ["--level", "organisations"]]
)
def test_what_is_refused_leaves_nothing(
    run: Any, demo: Path, tmp_path: Path, told: list[str]
) -> None:
    folder = tmp_path / "not-there" if "--level" in told else tmp_path
    status, answer = run("package", "make", demo, folder, *told)
    assert (status, len(answer["problems"])) == (1, 1)
    assert not list(tmp_path.glob("*.zip*"))
    assert run("show", "exports", demo)[1]["exports"] == []


@pytest.mark.parametrize("data", [b"", b"{}", b"[1", b"\xff\xfe", b'{"maagalim_receipt": 1}'])
def test_a_file_that_is_no_receipt_is_refused(
    run: Any, demo: Path, tmp_path: Path, data: bytes
) -> None:
    (file := tmp_path / "receipt.json").write_bytes(data)
    assert run("package", "seen", demo, file)[0] == 1
    assert run("package", "verify", file)[0] == 1
    assert run("package", "verify", tmp_path / "missing.zip")[0] == 1
