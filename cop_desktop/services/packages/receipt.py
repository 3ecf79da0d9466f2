"""A receipt as a small file: whoever took a package in gives it back to its sender."""

import json
import re
from collections.abc import Mapping

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_

from .incoming import Received

SUFFIX = ".receipt.json"
FORM = 1
MOST = 65536  # bytes
NO_RECEIPT = N_(
    "This is not the receipt for a package. Ask whoever took the package in for theirs."
)
_DIGEST = re.compile("[0-9a-f]{64}")


@frozen
class Acknowledged:
    """What a receipt says: which package came, and how many rows were left out."""

    package: str  # digest of the package
    number: int
    left_out: int


def as_file(came: Received) -> bytes:
    """The receipt of a package that was taken in."""
    rows = {name: len(rows) for name, rows in came.rows.items()}
    return written(came.head.community, came.head.number, came.digest, rows, len(came.problems))


def written(
    community: str, number: int, digest: str, rows: Mapping[str, int], left_out: int
) -> bytes:
    """The receipt of a package of which that is known."""
    told = {
        "maagalim_receipt": FORM,
        "community": community,
        "number": number,
        "package": digest,
        "rows": dict(rows),
        "left_out": left_out,
    }
    return json.dumps(told, sort_keys=True, indent=1).encode()


def read(data: bytes) -> Acknowledged:
    """What a receipt says; raises UserError for any other file."""
    try:
        told = json.loads(data[:MOST])
        if told["maagalim_receipt"] != FORM or not _DIGEST.fullmatch(told["package"]):
            raise ValueError
        return Acknowledged(told["package"], int(told["number"]), int(told["left_out"]))
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError) as problem:
        raise UserError(NO_RECEIPT) from problem
