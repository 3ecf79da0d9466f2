"""Compiles the catalogues (all that `python hatch_build.py` does) and fills the wheel."""

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(locale: Path) -> list[Path]:
    """Every `cop.po` under `locale` as a `cop.mo` beside it; the files written."""
    return [compile_one(source) for source in sorted(locale.rglob("*.po"))]


def compile_one(source: Path) -> Path:
    with source.open("rb") as po:
        catalog = read_po(po, abort_invalid=True)
    target, fresh = source.with_suffix(".mo"), source.with_suffix(f".{os.getpid()}")
    with fresh.open("wb") as mo:
        write_mo(mo, catalog)
    return fresh.replace(target)  # at once, so that a running program never reads half of it


class Resources(BuildHookInterface[Any]):
    """In a wheel the resources lie inside the package; an editable install reads the checkout."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_catalogues(Path(self.root) / "resources" / "locale")
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"]["resources"] = "cop_desktop/resources"


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent / "resources" / "locale")
