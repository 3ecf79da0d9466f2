"""A package as one file: the same data makes the same bytes on any machine."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cop_desktop.models.package_form import tables_at
from cop_desktop.services.packages.descriptor import (
    DESCRIPTOR,
    SIGNATURE,
    SUMMARY,
    Contents,
    Place,
    as_csv,
    descriptor,
    digest,
)
from cop_desktop.services.packages.signing import Signer

from .writing import refusals_told, replacing

_EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier day; when it was packed tells nothing


@dataclass(frozen=True, slots=True)
class Package:
    """The bytes of a package, and the digest of its descriptor, which the next one names."""

    data: bytes
    digest: str


def packed(
    contents: Contents, number: int, previous: str, signer: Signer, summary: bytes = b""
) -> Package:
    """Tables, description, signature and, where there is one, the summary to read."""
    files = {
        f"data/{table.name}.csv": as_csv(table, contents.rows.get(table.name, ()))
        for table in tables_at(contents.level)
    }
    if summary:
        files[SUMMARY] = summary
    told = descriptor(contents, Place(number, previous, signer.public), files)
    files |= {DESCRIPTOR: told, SIGNATURE: signer.sign(told)}
    return Package(_zipped(files), digest(told))


def write(package: Package, path: Path) -> None:
    """Write a package, whole or not at all."""
    with refusals_told(path), replacing(path) as part:
        part.write_bytes(package.data)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Stored, not packed: compressors differ from machine to machine, and the tables are small."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, files[name])
    return out.getvalue()
