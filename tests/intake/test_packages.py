"""A coordinator opens packages that came over the post, over a stick, and from who knows whom."""

import io
import json
import random
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cop_desktop.errors import UserError
from cop_desktop.export.package import packed
from cop_desktop.intake import package_files, packages
from cop_desktop.intake.packages import received
from cop_desktop.models.vocabulary import Share
from cop_desktop.services.packages.descriptor import DESCRIPTOR, digest
from cop_desktop.services.packages.incoming import Received
from cop_desktop.services.packages.signing import fingerprint

from .packages_made import a_signer, changed, contents, made, parts, signed_anew, zipped


def test_what_was_sent_is_what_is_read(tmp_path: Path) -> None:
    sent = contents()
    read = received(made(tmp_path).data)
    assert read.problems == ()
    assert read.head.name == sent.name
    assert {name: set(rows) for name, rows in read.rows.items()} == {
        name: set(rows) for name, rows in sent.rows.items()
    }


def test_the_same_data_makes_the_same_bytes_whatever_its_order(tmp_path: Path) -> None:
    shuffled = {
        name: random.Random(3).sample(list(rows), len(rows))
        for name, rows in contents().rows.items()
    }
    other = replace(contents(), rows=shuffled)
    assert packed(other, 1, "", a_signer(tmp_path)).data == made(tmp_path).data


def test_the_next_package_names_the_one_before(tmp_path: Path) -> None:
    first = made(tmp_path)
    second = packed(contents(), 2, first.digest, a_signer(tmp_path))
    assert received(second.data).head.previous == received(first.data).digest


def test_a_ministry_sees_no_person_and_no_word_from_inside(tmp_path: Path) -> None:
    read = received(made(tmp_path, Share.MINISTRY).data)
    assert "member" not in read.rows
    assert "attendance" not in read.rows
    assert b"\xd7\xa0\xd7\x95\xd7\xa9\xd7\x90" not in made(tmp_path, Share.MINISTRY).data  # a topic


def test_the_key_is_made_once_and_kept_for_its_owner(tmp_path: Path) -> None:
    first, again = a_signer(tmp_path), a_signer(tmp_path)
    assert first == again
    assert (tmp_path / "keys" / "export.key").stat().st_mode & 0o777 == 0o600
    said = fingerprint(first.public)
    assert [len(group) for group in said.split()] == [5] * 6


Harm = Callable[[dict[str, bytes]], bytes]
HARMS: dict[str, tuple[Harm, str]] = {
    "no zip": (lambda _: b"hello", package_files.NO_PACKAGE),
    "nothing": (lambda _: b"", package_files.NO_PACKAGE),
    "a path out of it": (
        lambda it: zipped({**it, "../../evil.csv": b"x"}), package_files.OUTSIDE),
    "a drive": (lambda it: zipped({**it, "C:\\evil.csv": b"x"}), package_files.OUTSIDE),
    "a root": (lambda it: zipped({**it, "/etc/passwd": b"x"}), package_files.OUTSIDE),
    "a file nobody listed": (
        lambda it: zipped({**it, "data/extra.csv": b"x"}), package_files.OUTSIDE),
    "a bomb": (
        lambda it: zipped({**it, "data/extra.csv": bytes(80_000_000)}), package_files.SWOLLEN),
    "a small bomb": (
        lambda it: zipped({**it, "data/extra.csv": bytes(9_000_000)}), package_files.SWOLLEN),
    "a hundred files": (
        lambda it: zipped({**it, **{f"data/x{'a' * at}.csv": b"" for at in range(100)}}),
        package_files.SWOLLEN),
    "a file twice": (
        lambda it: zipped([*it.items(), ("data/member.csv", b"id\r\n")]), package_files.DOUBLE),
    "a changed cell": (
        lambda it: zipped(changed(it, "data/stage.csv", b"maturing", b"potentia")),
        packages.CHANGED),
    "a changed description": (
        lambda it: zipped(changed(it, DESCRIPTOR, b'"number":1', b'"number":2')),
        packages.FORGED),
    "no table of members": (
        lambda it: zipped({k: v for k, v in it.items() if "member" not in k}),
        package_files.LACKING),
    "no signature": (
        lambda it: zipped({k: v for k, v in it.items() if "signature" not in k}),
        package_files.LACKING),
    "no description": (
        lambda it: zipped({k: v for k, v in it.items() if k != DESCRIPTOR}),
        package_files.LACKING),
    "a description that is none": (
        lambda it: zipped({**it, DESCRIPTOR: b"[1, 2"}), packages.UNKNOWN),
    "a description a mile deep": (
        lambda it: zipped({**it, DESCRIPTOR: b"[" * 60_000}), packages.UNKNOWN),
    "half of it": (lambda it: zipped(it)[:2000], package_files.NO_PACKAGE),
}  # fmt: skip


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_packed_in_a_rare_way_is_refused_in_words_wherever_it_was_damaged(
    kind: int, tmp_path: Path
) -> None:
    with zipfile.ZipFile(held := io.BytesIO(), "w", kind) as zipped_:
        for name, told in parts(made(tmp_path).data).items():
            zipped_.writestr(name, told)
    data = held.getvalue()
    for at in range(0, len(data), 97):
        refusal = answer(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert isinstance(refusal, UserError)


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_a_package_that_was_harmed_is_refused_in_words(harm: str, tmp_path: Path) -> None:
    spoil, sentence = HARMS[harm]
    with pytest.raises(UserError) as refusal:
        received(spoil(parts(made(tmp_path).data)))
    assert refusal.value.message == sentence
    assert str(refusal.value)


def test_a_package_signed_by_somebody_else_in_its_name_is_refused(tmp_path: Path) -> None:
    files = parts(made(tmp_path).data)
    stranger = a_signer(tmp_path / "stranger")
    with pytest.raises(UserError) as refusal:
        received(signed_anew(files, json.loads(files[DESCRIPTOR]), stranger))
    assert refusal.value.message == packages.FORGED


def test_a_package_of_a_later_form_asks_for_the_newest_version(tmp_path: Path) -> None:
    files = parts(made(tmp_path).data)
    told = json.loads(files[DESCRIPTOR])
    told["maagalim"]["form"] = 99
    with pytest.raises(UserError) as refusal:
        received(signed_anew(files, told, a_signer(tmp_path)))
    assert refusal.value.message == packages.NEWER


def test_a_table_described_otherwise_is_refused(tmp_path: Path) -> None:
    files = parts(made(tmp_path).data)
    told = json.loads(files[DESCRIPTOR])
    told["resources"][0]["schema"]["fields"].append({"name": "phone", "type": "string"})
    with pytest.raises(UserError) as refusal:
        received(signed_anew(files, told, a_signer(tmp_path)))
    assert refusal.value.message == packages.UNKNOWN


ODD_ROWS = {
    "a word that is none": ("stage", b"maturing", b"ripening", "unknown_word"),
    "a day that never was": ("stage", b"2025-06-24", b"2025-06-44", "no_date"),
    "a number that is none": ("meeting", b",180,", b",many,", "no_integer"),
    "nothing where something must be": ("meeting", b"2026-11-05", b"", "missing"),
    "somebody unknown": ("attendance", b"m0", b"mX", "dangling"),
}


@pytest.mark.parametrize("odd", ODD_ROWS)
def test_an_odd_row_is_left_out_with_its_reason_and_the_rest_is_read(
    odd: str, tmp_path: Path
) -> None:
    table, old, new, code = ODD_ROWS[odd]
    name = f"data/{table}.csv"
    files = changed(parts(made(tmp_path).data), name, old, new)
    told = json.loads(files[DESCRIPTOR])
    resource = next(it for it in told["resources"] if it["path"] == name)
    resource |= {"hash": f"sha256:{digest(files[name])}", "bytes": len(files[name])}
    read = received(signed_anew(files, told, a_signer(tmp_path)))
    assert read.problems[0].code == code
    assert len(read.rows["community"]) == 1


def test_the_same_row_twice_counts_once(tmp_path: Path) -> None:
    once = contents()
    twice = replace(once, rows={**once.rows, "stage": [*once.rows["stage"]] * 2})
    read = received(packed(twice, 1, "", a_signer(tmp_path)).data)
    assert [it.code for it in read.problems] == ["double"]
    assert len(read.rows["stage"]) == 1


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Bytes flipped, cut, doubled or moved, or a file inside exchanged for noise."""
    spoilt = bytearray(data)
    match chance.randrange(5):
        case 0:
            for _ in range(chance.randint(1, 20)):
                spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        case 1:
            del spoilt[chance.randrange(len(spoilt)) :]
        case 2:
            at = chance.randrange(len(spoilt))
            spoilt[at:at] = spoilt[at : at + chance.randint(1, 500)]
        case 3:
            at = chance.randrange(len(spoilt))
            del spoilt[at : at + chance.randint(1, 200)]
        case _:
            files = parts(data)
            name = chance.choice(sorted(files))
            inside = bytearray(files[name])
            for _ in range(chance.randint(1, 9)):
                inside[chance.randrange(len(inside))] = chance.randrange(256)
            return zipped({**files, name: bytes(inside)})
    return bytes(spoilt)


def answer(data: bytes) -> Received | UserError:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the zip reader grumbles at odd names
        try:
            return received(data)
        except UserError as refusal:
            return refusal


@pytest.mark.parametrize("lot", range(20))
def test_two_thousand_spoilt_packages_are_read_whole_or_refused_in_words(
    lot: int, tmp_path: Path
) -> None:
    data = made(tmp_path).data
    whole, before = received(data), sorted(tmp_path.rglob("*"))
    chance = random.Random(lot)
    answers = [answer(mutated(data, chance)) for _ in range(100)]
    assert all(it == whole or (isinstance(it, UserError) and str(it)) for it in answers)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_package_lies_in_a_plain_zip_that_anybody_can_open(tmp_path: Path) -> None:
    file = tmp_path / "community.zip"
    file.write_bytes(made(tmp_path).data)
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        assert "data/meeting.csv" in archive.namelist()


@pytest.mark.parametrize("level", [Share.MINISTRY, Share.ORGANISATIONS])
def test_the_reference_library_of_data_packages_finds_nothing_to_mend(
    level: Share, tmp_path: Path
) -> None:
    from frictionless import validate

    file = tmp_path / "community.zip"
    file.write_bytes(made(tmp_path, level).data)
    report = validate(str(file), type="package")
    assert report.valid, report.flatten(["type", "message"])
    assert len(report.tasks) == len(received(file.read_bytes()).rows)
