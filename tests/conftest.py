"""Fixtures: a real file, a real engine, real words, no mocks."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from checks.postgres import FAST, server
from cop_desktop.i18n import Catalog, catalog
from cop_desktop.store import AnyStore, Store, create_file
from cop_desktop.store.server import open_server
from tests.sample import small_community
from tests.servers import database

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


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


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server of this run's own, on the loopback."""
    with server(*FAST) as address:
        yield address


@pytest.fixture(scope="session")
def laid_out(postgres: str) -> str:
    """The name of a database with our tables, for others to be made like it."""
    address = database(postgres)
    open_server(address).close()
    return address.rpartition("/")[2]


@pytest.fixture(params=["file", "server"])
def overview(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AnyStore]:
    """A coordinator's store, empty: a file, and a shared database."""
    if request.param == "file":
        it: AnyStore = create_file(tmp_path / "overview.cop")
    else:
        laid_out = request.getfixturevalue("laid_out")
        it = open_server(database(request.getfixturevalue("postgres"), laid_out))
    with closing(it):
        yield it
