"""Fixtures: a real file, a real engine, real words, no mocks."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from cop_desktop.i18n import Catalog, catalog
from cop_desktop.store import Store, create_file
from tests.sample import small_community


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own data, in a place of this test's."""
    place = tmp_path / "data"
    monkeypatch.setenv("COP_DATA_DIR", str(place))
    return place


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new, empty file, open."""
    it = create_file(tmp_path / "community.cop")
    yield it
    it.close()


@pytest.fixture
def hebrew() -> Catalog:
    return catalog("he")


@pytest.fixture
def community(store: Store) -> UUID:
    """A small community: three members of two authorities, two meetings, a goal, a stage."""
    return small_community(store)
