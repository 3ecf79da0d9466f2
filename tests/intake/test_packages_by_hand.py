"""Packages made by hand to fool whoever opens them: refused in words, or the odd row left out."""

import io
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cop_desktop.errors import UserError
from cop_desktop.intake import package_files, packages
from cop_desktop.intake.packages import received
from cop_desktop.services.packages import archive
from cop_desktop.services.packages.descriptor import DESCRIPTOR, SIGNATURE, SUMMARY, digest, spelt

from .packages_made import a_signer, changed, made, parts, signed_anew, zipped

NAME = "דנה לוי"


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    return made(tmp_path).data


def refused(data: bytes) -> str:
    with pytest.raises(UserError) as refusal:
        received(data)
    assert str(refusal.value)
    return refusal.value.message


def with_comment(data: bytes) -> bytes:
    with zipfile.ZipFile(held := io.BytesIO(data), "a") as bound:
        bound.comment = NAME.encode()
    return held.getvalue()


def with_extras(data: bytes) -> bytes:
    with zipfile.ZipFile(held := io.BytesIO(), "w") as bound:
        for name, inside in parts(data).items():
            entry = zipfile.ZipInfo(name)
            entry.extra = struct.pack("<2H", 0xCAFE, 4) + b"evil"
            bound.writestr(entry, inside)
    return held.getvalue()


def with_a_zero_in_a_name(data: bytes) -> bytes:
    files = parts(data)
    longer = {**files, "data/stage.csv.exe": files.pop("data/stage.csv")} | files
    longer.pop("data/stage.csv", None)
    return archive.zipped(longer).replace(b"data/stage.csv.exe", b"data/stage.csv\0exe")


def at(data: bytes, mark: bytes, offset: int, byte: int) -> bytes:
    """With a byte of the first header of a kind changed."""
    spoilt = bytearray(data)
    spoilt[spoilt.find(mark) + offset] ^= byte
    return bytes(spoilt)


def of_a_million_files(_: bytes) -> bytes:
    listed = struct.pack("<4s6H3L5H2L", b"PK\1\2", *[0] * 9, 1, *[0] * 6) + b"a"
    size = len(listed) * 1_000_000
    return listed * 1_000_000 + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 5, 5, size, 0, 0)


def with_another_end(data: bytes) -> bytes:
    """The end of a larger kind of zip, in front of the plain one."""
    end = struct.unpack("<4s4H2LH", data[-22:])
    locator = b"PK\6\7" + bytes(16)
    plain = struct.pack("<4s4H2LH", *end[:5], end[5] + len(locator), end[6], 0)
    return data[:-22] + locator + plain


def overlapping(data: bytes) -> bytes:
    """Two names for the same bytes: the list points twice to one place."""
    spoilt, first = bytearray(data), data.find(b"PK\1\2")
    second = data.find(b"PK\1\2", first + 4)
    spoilt[second + 42 : second + 46] = spoilt[first + 42 : first + 46]
    return bytes(spoilt)


ZIPS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a remark on the zip": (with_comment, package_files.NO_PACKAGE),
    "something before the zip": (lambda it: b"<script>" + it, package_files.NO_PACKAGE),
    "something after the zip": (lambda it: it + b"more", package_files.NO_PACKAGE),
    "fields beside the files": (with_extras, packages.MORE),
    "files packed anew": (lambda it: zipped(parts(it)), packages.MORE),
    "a name with a zero in it": (with_a_zero_in_a_name, package_files.OUTSIDE),
    "a password": (lambda it: at(it, b"PK\1\2", 8, 1), package_files.NO_PACKAGE),
    "sizes told afterwards": (lambda it: at(it, b"PK\1\2", 8, 8), packages.MORE),
    "another hour of packing": (lambda it: at(it, b"PK\3\4", 10, 7), packages.MORE),
    "another name inside": (lambda it: at(it, b"PK\3\4", 30, 1), package_files.NO_PACKAGE),
    "a million files, told as five": (of_a_million_files, package_files.SWOLLEN),
    "another end": (with_another_end, package_files.NO_PACKAGE),
    "one place, two names": (overlapping, package_files.NO_PACKAGE),
    "a name in capitals": (
        lambda it: zipped({**parts(it), "data/STAGE.csv": b""}), package_files.OUTSIDE),
    "a name in another spelling": (
        lambda it: zipped({**parts(it), "data/stagé.csv": b""}), package_files.OUTSIDE),
}  # fmt: skip


@pytest.mark.parametrize("harm", ZIPS)
def test_a_zip_holds_a_package_and_nothing_beside_it(harm: str, data: bytes) -> None:
    spoil, sentence = ZIPS[harm]
    assert refused(spoil(data)) == sentence


Told = dict[str, Any]
DESCRIPTIONS: dict[str, Callable[[Told], object]] = {
    "a level nobody packs for": lambda it: it["maagalim"].update(level="community"),
    "the leader's own level": lambda it: it["maagalim"].update(level="me"),
    "a number as a word": lambda it: it["maagalim"].update(number="1"),
    "a number with a fraction": lambda it: it["maagalim"].update(number=1.5),
    "no number at all": lambda it: it["maagalim"].update(number=float("nan")),
    "an endless number": lambda it: it["maagalim"].update(number=float("inf")),
    "a number past all numbers": lambda it: it["maagalim"].update(number=10**400),
    "a form that is a yes": lambda it: it["maagalim"].update(form=True),
    "a day in weeks": lambda it: it["maagalim"].update(as_of="2026-W47-7"),
    "other counts": lambda it: it["maagalim"].update(counts={"member": 9999}),
    "names beside the form": lambda it: it["maagalim"].update(names=[NAME]),
    "names beside it all": lambda it: it.update(contributors=[{"title": NAME}]),
    "a title that is a list": lambda it: it.update(title=[NAME]),
    "half a letter": lambda it: it.update(title="\ud800"),
    "another encoding": lambda it: it["resources"][0].update(encoding="utf-16"),
    "another size": lambda it: it["resources"][0].update(bytes=1),
    "a file described twice": lambda it: it["resources"].append(it["resources"][0]),
    "a path that is none": lambda it: it["resources"].append({"path": 7}),
}


@pytest.mark.parametrize("odd", DESCRIPTIONS)
def test_a_description_is_word_for_word_the_one_a_package_has(
    odd: str, data: bytes, tmp_path: Path
) -> None:
    files = parts(data)
    told = json.loads(files[DESCRIPTOR])
    DESCRIPTIONS[odd](told)
    text = json.dumps(
        told, sort_keys=True, separators=(",", ":"), ensure_ascii=odd == "half a letter"
    )
    files |= {DESCRIPTOR: text.encode(), SIGNATURE: a_signer(tmp_path).sign(text.encode())}
    assert refused(archive.zipped(files)) == packages.UNKNOWN


def test_what_is_said_twice_counts_not_at_all(data: bytes, tmp_path: Path) -> None:
    files = parts(data)
    text = files[DESCRIPTOR].replace(b'"number":1', b'"number":7,"number":1')
    files |= {DESCRIPTOR: text, SIGNATURE: a_signer(tmp_path).sign(text)}
    assert refused(archive.zipped(files)) == packages.UNKNOWN


def test_nothing_travels_beside_the_signature(data: bytes) -> None:
    """It alone is not signed: another spelling of it, or a word beside it, would go unnoticed."""
    files = parts(data)
    mark = json.loads(files[SIGNATURE])
    beside = spelt({**mark, "note": NAME})
    louder = spelt({**mark, "signature": mark["signature"].upper()})
    assert refused(archive.zipped({**files, SIGNATURE: beside})) == packages.FORGED
    assert refused(archive.zipped({**files, SIGNATURE: louder})) == packages.FORGED
    assert refused(archive.zipped({**files, SIGNATURE: b"{}"})) == packages.FORGED
    wide = json.dumps(mark).encode()
    assert refused(archive.zipped({**files, SIGNATURE: wide})) == packages.UNKNOWN


def test_a_signature_over_other_bytes_is_refused(data: bytes, tmp_path: Path) -> None:
    files = parts(data)
    other = a_signer(tmp_path).sign(files[DESCRIPTOR] + b" ")
    assert refused(archive.zipped({**files, SIGNATURE: other})) == packages.FORGED


def test_a_page_to_read_that_is_none_is_refused(data: bytes, tmp_path: Path) -> None:
    files = parts(data) | {SUMMARY: b"MZ, a program"}
    told = json.loads(files[DESCRIPTOR])
    told["resources"].append({"path": SUMMARY, "hash": f"sha256:{digest(files[SUMMARY])}"})
    assert refused(signed_anew(files, told, a_signer(tmp_path))) == packages.UNKNOWN


CELLS = {
    "less than nobody": ("meeting", b",180,", b",-180,", "no_integer"),
    "a number in a programmer's spelling": ("meeting", b",180,", b",1_80,", "no_integer"),
    "a number after a space": ("meeting", b",180,", b", 180,", "no_integer"),
    "a number after a zero": ("meeting", b",180,", b",0180,", "no_integer"),
    "digits of another script": ("meeting", b",180,", ",١٨٠,".encode(), "no_integer"),
    "a huge number": ("meeting", b",180,", b",99999999999999999999,", "no_integer"),
    "a day in weeks": ("stage", b"2025-06-24", b"2025-W26-2", "no_date"),
    "a day without lines": ("stage", b"2025-06-24", b"20250624", "no_date"),
    "an order to a terminal": ("meeting", "נושא".encode(), b"\x1b[2J", "too_long"),
}


@pytest.mark.parametrize("odd", CELLS)
def test_a_cell_in_another_spelling_leaves_its_row_out(
    odd: str, data: bytes, tmp_path: Path
) -> None:
    table, old, new, code = CELLS[odd]
    name = f"data/{table}.csv"
    files = changed(parts(data), name, old, new)
    told = json.loads(files[DESCRIPTOR])
    resource = next(it for it in told["resources"] if it["path"] == name)
    resource |= {"hash": f"sha256:{digest(files[name])}", "bytes": len(files[name])}
    read = received(signed_anew(files, told, a_signer(tmp_path)))
    assert read.problems[0].code == code
    assert "\x1b" not in read.problems[0].value


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1255"])
def test_a_table_in_another_encoding_is_refused(encoding: str, data: bytes, tmp_path: Path) -> None:
    name, files = "data/community.csv", parts(data)
    files[name] = files[name].decode().encode(encoding)
    told = json.loads(files[DESCRIPTOR])
    resource = next(it for it in told["resources"] if it["path"] == name)
    resource |= {"hash": f"sha256:{digest(files[name])}", "bytes": len(files[name])}
    assert refused(signed_anew(files, told, a_signer(tmp_path))) == packages.UNKNOWN
