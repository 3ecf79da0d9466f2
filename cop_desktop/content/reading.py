"""How the files of texts are read: each once, lists as tuples."""

import tomllib
from functools import cache
from typing import Any

from cop_desktop.paths import resources


@cache
def read(language: str, name: str) -> dict[str, Any]:
    """The file of that name in `he`, `en` or `ar`."""
    path = resources() / "content" / language / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def as_values(table: dict[str, Any]) -> dict[str, Any]:
    """A table as the values of a frozen dataclass."""
    return {key: tuple(text) if isinstance(text, list) else text for key, text in table.items()}
