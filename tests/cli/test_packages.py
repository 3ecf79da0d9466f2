"""Packages from the command line, as a script on forty laptops makes them."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pyrage
import pytest
from sqlalchemy import select

from cop_desktop import cli
from cop_desktop.i18n import catalog
from cop_desktop.intake import package_files, package_folder
from cop_desktop.models import Member, SharingConsent
from cop_desktop.models.vocabulary import Share
from cop_desktop.paths import outbox_dir
from cop_desktop.services import communities, consents, members, sample
from cop_desktop.store import create_file, open_file

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


@pytest.fixture
def agreed(demo: Path) -> Path:
    """A file in which two members agreed to be named to the ministry."""
    with open_file(demo) as store, store.write("agree") as session:
        community = communities.every(session, date(2026, 11, 22))[0].id
        for key in members.find(session, community, date(2026, 11, 22))[:2]:
            consents.give(session, UUID(key), Share.MINISTRY, date(2026, 11, 1))
    return demo


ERRAND = ["--recipient", "המפקחת", "--purpose", "כנס", "--basis", "הסכמה"]


def test_names_leave_with_consent_and_the_others_are_counted(
    run: Any, agreed: Path, tmp_path: Path
) -> None:
    status, told = run("members", "names", agreed, tmp_path, *ERRAND)
    assert (status, told["members"], told["left_out"]) == (0, 2, 22)
    assert Path(told["file"]).is_file()
    (shown,) = run("show", "exports", agreed)[1]["exports"]
    assert (shown["kind"], shown["purpose"], shown["basis"]) == ("names", "כנס", "הסכמה")
    assert shown["package"] == told["digest"]


@pytest.mark.parametrize("missing", ["recipient", "purpose", "basis"])
def test_names_stay_without_somebody_a_purpose_and_a_right(
    run: Any, agreed: Path, tmp_path: Path, missing: str
) -> None:
    words = [*ERRAND]
    words[words.index(f"--{missing}") + 1] = " "
    assert run("members", "names", agreed, tmp_path, *words)[0] == 1
    with pytest.raises(SystemExit):
        cli.main(["members", "names", str(agreed), str(tmp_path), *ERRAND[2:]])
    assert not list(tmp_path.glob("*.xlsx"))


def test_nobody_agreed_to_be_named_to_organisations(run: Any, agreed: Path, tmp_path: Path) -> None:
    told = run("members", "names", agreed, tmp_path, *ERRAND, "--level", "organisations")
    assert (told[0], len(told[1]["problems"])) == (1, 1)


def test_who_is_forgotten_is_told_which_lists_still_name_them(
    run: Any, agreed: Path, tmp_path: Path
) -> None:
    outbox_dir().mkdir(parents=True)
    run("members", "names", agreed, outbox_dir(), *ERRAND)
    with open_file(agreed) as store, store.read() as session:
        key = session.scalars(select(SharingConsent.member_id)).first()
        row = session.get_one(Member, key)
        name = f"{row.given_name} {row.family_name}"
    status, told = run("members", "erase", name, agreed, "--yes")
    assert (status, told["erased"]) == (0, True)
    assert any(str(outbox_dir()) in sentence for sentence in told["remains"])
    assert all({"table", "column", "text"} == it.keys() for it in told["alone"])


def test_a_file_larger_than_any_package_is_not_read(run: Any, tmp_path: Path) -> None:
    with (huge := tmp_path / "huge.zip").open("wb") as out:
        out.truncate(package_files.MOST_BYTES + 1)
    status, told = run("package", "verify", huge)
    assert (status, told["problems"]) == (1, [{"message": catalog("he")(package_folder.TOO_LARGE)}])
