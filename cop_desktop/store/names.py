"""How a file is known to the program's own folders, wherever it lies."""

import os
from hashlib import sha256
from pathlib import Path


def fingerprint(path: Path) -> str:
    """Twelve letters that stand for the place of a file on this machine."""
    place = os.path.normcase(path.resolve())
    return sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:12]
