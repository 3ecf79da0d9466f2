"""A class is mapped when it is first named; whoever names `Base` has every table."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import cop_desktop
from cop_desktop import models
from cop_desktop.models import Base

PACKAGE = Path(cop_desktop.__file__).parent
FRESH = """
import json, sys
{}
from cop_desktop.models.base import Base
print(json.dumps(sorted(Base.metadata.tables)))
"""


def tables_after(statement: str) -> list[str]:
    """The tables that a process knows which has done nothing but this."""
    done = subprocess.run(
        [sys.executable, "-c", FRESH.format(statement)], capture_output=True, text=True, check=True
    )
    told: list[str] = json.loads(done.stdout)
    return told


def test_one_class_brings_its_own_file_only() -> None:
    assert tables_after("from cop_desktop.models import StageRecord") == ["stage_record"]


def test_base_brings_every_table_there_is() -> None:
    every = "from cop_desktop.models import Base"
    by_file = "\n".join(
        f"import cop_desktop.models.{path.stem}" for path in PACKAGE.glob("models/*.py")
    )
    assert tables_after(every) == tables_after(by_file) == sorted(Base.metadata.tables)


def test_every_class_can_be_named() -> None:
    classes = [mapper.class_ for mapper in Base.registry.mappers]
    assert all(getattr(models, it.__name__) is it for it in classes)
    with pytest.raises(AttributeError):
        models.Nobody  # noqa: B018


def test_nobody_takes_a_base_that_may_lack_tables() -> None:
    """Forgetting a person, merging and undo go by `Base.metadata`: it must be whole."""
    takers = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if path.parent != PACKAGE / "models" and _takes_bare_base(path)
    }
    assert takers == set()


def _takes_bare_base(path: Path) -> bool:
    return any(
        isinstance(it, ast.ImportFrom)
        and it.module == "cop_desktop.models.base"
        and "Base" in {name.name for name in it.names}
        for it in ast.walk(ast.parse(path.read_text("utf-8")))
    )
