"""A package as one file: the same data makes the same bytes on any machine."""

from pathlib import Path

from cop_desktop.frozen import frozen
from cop_desktop.models.package_form import tables_at
from cop_desktop.services.packages.archive import zipped
from cop_desktop.services.packages.descriptor import (
    DESCRIPTOR,
    SIGNATURE,
    SUMMARY,
    Contents,
    as_csv,
    descriptor,
    digest,
)
from cop_desktop.services.packages.incoming import Head
from cop_desktop.services.packages.signing import Signer

from .writing import refusals_told, replacing


@frozen
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
    head = Head(
        contents.community, contents.name, contents.level, contents.as_of, number, previous,
        signer.public,
    )  # fmt: skip
    counts = {name: len(rows) for name, rows in contents.rows.items()}
    told = descriptor(head, counts, files)
    files |= {DESCRIPTOR: told, SIGNATURE: signer.sign(told)}
    return Package(zipped(files), digest(told))


def write(package: Package, path: Path) -> None:
    """Write a package, whole or not at all."""
    with refusals_told(path), replacing(path) as part:
        part.write_bytes(package.data)
