"""A package locked with its readers' public key (age): nobody on the way can open it."""

from pathlib import Path
from typing import Any

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_

SUFFIX = ".age"
_PUBLIC, _SECRET = "age1", "AGE-SECRET-KEY"
_MOST = 4096  # bytes of a file with a key in it

NO_KEY = N_(
    "This is not a public key. One begins with “age1” and has 62 letters and digits: copy the "
    "whole line that the ministry sent."
)
SECRET = N_(
    "This is a secret key, which belongs to its owner alone. Ask for the public one, which "
    "begins with “age1”, and tell the sender to make a new pair."
)
NO_FILE = N_("{file} could not be read. Choose the file with the ministry's public key.")


def locked(data: bytes, key: str) -> bytes:
    """The data for the owner of the key alone; raises UserError when it is no public key."""
    import pyrage  # only for those who lock

    return bytes(pyrage.encrypt(data, [_recipient(key)]))


def checked(key: str) -> str:
    """The key as it stands in a line, or nothing for nothing; raises UserError for another text."""
    lines = [line.strip() for line in key.splitlines()]
    found = [line for line in lines if line and not line.startswith("#")]
    if not found:
        return ""
    _recipient(found[0])
    return found[0]


def read_key(file: Path) -> str:
    """The public key that a file holds; raises UserError when it holds none."""
    try:
        with file.open("rb") as source:
            text = source.read(_MOST).decode("utf-8-sig")
    except OSError as problem:
        raise UserError(NO_FILE, file=file.name) from problem
    except UnicodeDecodeError as problem:
        raise UserError(NO_KEY) from problem
    if not (key := checked(text)):
        raise UserError(NO_KEY)
    return key


def _recipient(key: str) -> Any:
    from pyrage import RecipientError, x25519

    if key.upper().startswith(_SECRET):
        raise UserError(SECRET)
    if not key.startswith(_PUBLIC):
        raise UserError(NO_KEY)
    try:
        return x25519.Recipient.from_str(key)
    except (RecipientError, ValueError) as problem:
        raise UserError(NO_KEY) from problem
