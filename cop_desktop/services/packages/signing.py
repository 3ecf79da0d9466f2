"""Who sent a package: an Ed25519 key made at the first export, and a fingerprint to read aloud."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_

from .descriptor import spelt

CONTEXT = b"maagalim package 1\n"  # what is signed is never mistaken for something else
NO_KEY = N_(
    "The key that signs packages is damaged. Put {file} back from a backup; or move it away, and a "
    "new key is made. Tell your coordinator then: the fingerprint will be another."
)
GROUPS, DIGITS = 6, 5  # of a fingerprint: thirty digits, some hundred bits


@frozen
class Signer:
    """A sender's key. Its secret half never leaves this machine."""

    secret: bytes  # 32 bytes
    public: str  # 32 bytes, hexadecimal

    def sign(self, data: bytes) -> bytes:
        """`signature.json` for the bytes of a descriptor."""
        from cryptography.hazmat.primitives.asymmetric import ed25519  # 40 ms: for exports only

        mark = ed25519.Ed25519PrivateKey.from_private_bytes(self.secret).sign(CONTEXT + data)
        return spelt({"algorithm": "Ed25519", "key": self.public, "signature": mark.hex()})


def signer(file: Path) -> Signer:
    """The key of this machine, made when there is none yet; readable by its owner alone.

    Raises UserError when the file holds no key any more, OSError when the disk refuses it.
    """
    from cryptography.hazmat.primitives.asymmetric import ed25519

    try:
        secret = file.read_bytes()
    except FileNotFoundError:
        secret = _made(file, ed25519.Ed25519PrivateKey.generate().private_bytes_raw())
    try:
        key = ed25519.Ed25519PrivateKey.from_private_bytes(secret)
    except ValueError as problem:
        raise UserError(NO_KEY, file=str(file)) from problem
    return Signer(secret, key.public_key().public_bytes_raw().hex())


def holds(data: bytes, told: Mapping[str, object]) -> bool:
    """Whether a signature, and nothing beside it, belongs to these bytes and this key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ed25519

    try:
        key = ed25519.Ed25519PublicKey.from_public_bytes(bytes.fromhex(str(told["key"])))
        mark = bytes.fromhex(str(told["signature"]))
        key.verify(mark, CONTEXT + data)
    except (InvalidSignature, ValueError, KeyError):
        return False
    return told == {"algorithm": "Ed25519", "key": told["key"], "signature": mark.hex()}


def fingerprint(public: str) -> str:
    """A key in thirty digits, in groups of five, for two people to compare over the telephone."""
    number = int.from_bytes(hashlib.sha256(bytes.fromhex(public)).digest(), "big")
    digits = str(number % 10 ** (GROUPS * DIGITS)).zfill(GROUPS * DIGITS)
    return " ".join(digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS))


def _made(file: Path, secret: bytes) -> bytes:
    file.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(secret)
        out.flush()
        os.fsync(out.fileno())  # a power cut would make another sender of this computer
    return secret
