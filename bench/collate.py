"""A thousand communities into one overview, beside the plain load of the same tables.

python -m bench.collate

30 members and 10 meetings each, every presence noted: 341,000 rows and more. The plain load reads
the same CSVs with `csv` and writes their rows unchecked, each database in its fastest way, into
the same tables, in one transaction.
"""

import argparse
import csv
import gc
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import create_engine, func, select, text
from sqlalchemy.orm import Session

from bench.table import Line, median, show
from checks.postgres import server
from cop_desktop.export.package import packed
from cop_desktop.intake.package_files import files
from cop_desktop.intake.package_folder import files_in, in_batches, packages
from cop_desktop.models.collated import collated
from cop_desktop.models.package_form import Cell, tables_at
from cop_desktop.models.package_words import PackageState
from cop_desktop.models.vocabulary import MeetingKind, Presence, ProductKind, Role, Share, Stage
from cop_desktop.services import collating, overview
from cop_desktop.services.overview import Wanted
from cop_desktop.services.packages.descriptor import Contents
from cop_desktop.services.packages.signing import signer
from cop_desktop.store import AnyStore, create_file, open_engine, open_file
from cop_desktop.store.server import open_server

LEVEL, TODAY, NOW = Share.ORGANISATIONS, date(2026, 11, 22), datetime(2026, 11, 23, 9)
TABLES, MEETING = tables_at(LEVEL), collated["meeting"]


def contents(chance: random.Random, name: str, members: int, meetings: int) -> Contents:
    """A community as its file would tell it."""
    rows: dict[str, list[tuple[Cell, ...]]] = {table.name: [] for table in TABLES}
    fields = {table.name: [it.name for it in table.fields] for table in TABLES}

    def key() -> str:
        return str(UUID(int=chance.getrandbits(128), version=4))

    def add(table: str, **cells: Cell) -> None:
        rows[table].append(tuple(cells.get(it) for it in fields[table]))

    home, people, district = key(), [key() for _ in range(members)], chance.choice("abcdef")
    add("community", id=home, name=name, domain="ניהול", region=district, work_year=2026,
        founded="2023-09-01", members=members, roles_filled=5, leader_share=40,
        attendance=82)  # fmt: skip
    for at, stage in enumerate(list(Stage)[: chance.randint(1, 5)]):
        add("stage", id=key(), community_id=home, stage=stage.value, since=f"{2021 + at}-10-05",
            skipped=False)  # fmt: skip
    for at in range(meetings):
        day, meeting = date(2026, 9, 1) + timedelta(chance.randint(0, 25) + 28 * at), key()
        held = day <= TODAY
        add("meeting", id=meeting, community_id=home, day=day.isoformat(), minutes=180,
            kind=chance.choice(list(MeetingKind)).value, state="held" if held else "planned",
            moved=0, expected=members, came=members - 4, topic="מפגש למידה")  # fmt: skip
        for person in people:
            add("attendance", meeting_id=meeting, member_id=person,
                presence=chance.choice(list(Presence)).value)  # fmt: skip
    for role in Role:
        add("role", community_id=home, role=role.value, filled=chance.random() < 0.7)
    for _ in range(2):
        add("product", id=key(), community_id=home, kind=chance.choice(list(ProductKind)).value,
            status="published", published_on="2026-05-01", recipients=40,
            title="מדריך")  # fmt: skip
    add("headcount", community_id=home, organisation_kind="municipality", district=district,
        members=members)  # fmt: skip
    for statement in ("useful", "heard", "again"):
        add("survey", community_id=home, work_year=2026, statement=statement, answers=25, agree=80)
    for person in people:
        add("member", id=person, community_id=home, organisation_kind="municipality",
            district=district, joined="2024-09-01")  # fmt: skip
    return Contents(home, name, LEVEL, TODAY, rows)


def send(folder: Path, communities: int, members: int, meetings: int) -> None:
    """Their packages, and beside each the tables it is made of."""
    chance, by = random.Random(5), signer(folder / "key")
    for at in range(communities):
        told = contents(chance, f"קהילה {at}", members, meetings)
        package = packed(told, 1, "", by)
        (folder / f"{at:04}.zip").write_bytes(package.data)
        tables = folder / told.community
        tables.mkdir()
        for name, data in files(package.data).items():
            if name.endswith(".csv"):
                (tables / Path(name).name).write_bytes(data)


def collate(store: AnyStore, folder: Path) -> set[PackageState]:
    """What the program does with a folder."""
    states = set()
    for batch in in_batches(packages(files_in(folder)), ahead=store.by_itself):
        with store.write("collate") as session:
            states |= {it.state for it in collating.take_in(session, batch, NOW)}
    return states


def rows(folder: Path, name: str) -> Iterator[list[str | None]]:
    """The rows of a table in all folders, without a look at them."""
    for file in sorted(folder.glob(f"*/{name}.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines)
            names = next(reader)
            empty = [it in _KEYS[name] for it in names]
            for row in reader:
                told: list[str | None] = [
                    it or ("" if kept else None) for it, kept in zip(row, empty, strict=True)
                ]
                if name == "attendance":
                    told.append(file.parent.name)
                yield told


_KEYS = {name: {it.name for it in table.primary_key} for name, table in collated.items()}


def plain_file(folder: Path, path: Path) -> None:
    engine = open_engine(path)
    with engine.execution_options(writes=True).begin() as connection:
        cursor: Any = connection.connection.cursor()
        for name, table in collated.items():
            marks = ",".join("?" * len(table.columns))
            cursor.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows(folder, name))
    engine.dispose()


def plain_server(folder: Path, address: str) -> None:
    engine = create_engine(address)
    with engine.begin() as connection:
        driver: Any = connection.connection.driver_connection
        for name, table in collated.items():
            with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} FROM STDIN") as copy:
                for row in rows(folder, name):
                    copy.write_row(row)
    engine.dispose()


def by_duckdb(folder: Path) -> None:
    """DuckDB's own reader of CSVs, into tables in memory."""
    import duckdb

    with closing(duckdb.connect()) as connection:
        for name in collated:
            pattern = folder / "*" / f"{name}.csv"
            connection.execute(f"CREATE TABLE {name} AS FROM read_csv('{pattern}', header = true)")


class Places:
    """A new, laid out file or database for each run; making it is not measured."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address, self.number = folder, address, 0
        open_server(f"{address}/postgres").close()

    def file(self) -> Path:
        self.number += 1
        path = self.folder / f"{self.number}.cop"
        create_file(path).close()
        return path

    def database(self) -> str:
        self.number += 1
        engine = create_engine(f"{self.address}/template1", isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE b{self.number} TEMPLATE postgres"))
        engine.dispose()
        return f"{self.address}/b{self.number}"


Work = Callable[[], object]


def timed(*works: Work) -> list[float]:
    """Seconds of each, one after the other."""
    times = []
    for work in works:
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return times


def file_lap(places: Places, sent: Path) -> list[float]:
    bare, path = places.file(), places.file()
    with open_file(path) as store:
        times = timed(
            lambda: plain_file(sent, bare),
            lambda: collate(store, sent),
            lambda: collate(store, sent),
        )
    bare.unlink()
    path.unlink()
    return times


def server_lap(places: Places, sent: Path) -> list[float]:
    bare, shared = places.database(), places.database()
    with open_server(shared) as store:
        return timed(
            lambda: plain_server(sent, bare),
            lambda: collate(store, sent),
            lambda: collate(store, sent),
        )


PAGES: dict[str, Callable[[Session, str], object]] = {
    "all communities": lambda it, _: overview.communities(it, Wanted(), TODAY),
    "filtered by district and stage": lambda it, _: overview.communities(
        it, Wanted(district="a", stage="maturing"), TODAY
    ),
    "who is missing": lambda it, _: overview.missing(it, TODAY),
    "what changed": lambda it, _: overview.changes(it),
    "one from all sides": lambda it, key: overview.one(it, key, TODAY),
    "stages over the years": lambda it, _: overview.stages_over_years(it, Wanted(), TODAY),
    "sums": lambda it, _: overview.sums(it, Wanted(), TODAY),
    "what can be chosen": lambda it, _: overview.choices(it),
}


def pages(title: str, store: AnyStore) -> None:
    """Every answer that a page of the overview asks for."""

    def ask(answer: Callable[[Session, str], object]) -> None:
        with store.read() as session:
            answer(session, key)

    with store.read() as session:
        floor = median(lambda: session.scalar(select(func.count()).select_from(MEETING)))
        key = overview.communities(session, Wanted(), TODAY)[0].id
    lines = [Line(name, median(partial(ask, it)), "≤ 100 ms") for name, it in PAGES.items()]
    show(title, [Line("meetings counted", floor), *lines])


def report(title: str, laps: list[list[float]], more: list[Line]) -> None:
    plain, first, again = (statistics.median(it) for it in zip(*laps, strict=True))
    lines = [
        Line("the CSVs read and written, unchecked", plain),
        Line("packages checked and collated", first, "≤ 1.5"),
        Line("the same again: nothing changes", again),
    ]
    show(title, lines + more)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--communities", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    told = parser.parse_args()
    gc.disable()  # as in the program, where ui/tidy.py collects between two events
    with tempfile.TemporaryDirectory() as name, server() as address:
        os.environ["COP_DATA_DIR"] = f"{name}/data"
        sent = Path(name) / "sent"
        sent.mkdir()
        send(sent, told.communities, 30, 10)
        count = sum(1 for table in collated for _ in rows(sent, table))
        places = Places(Path(name), address)
        laps = [(file_lap(places, sent), server_lap(places, sent)) for _ in range(told.runs)]
        duck = Line("peer: DuckDB reads the CSVs", median(lambda: by_duckdb(sent), 2))
        read = Line("packages read and checked alone", median(lambda: look(sent), 2))
        for kind, store in (
            ("a file", open_file(places.file())),
            ("PostgreSQL", open_server(places.database())),
        ):
            collate(store, sent)
            pages(f"Overview of {told.communities:,} communities: {kind}", store)
            store.close()
    report(f"{count:,} rows of {told.communities:,} communities: a file",
           [it for it, _ in laps], [read, duck])  # fmt: skip
    report("The same: PostgreSQL", [it for _, it in laps], [])


def look(folder: Path) -> None:
    for _ in packages(files_in(folder)):
        pass


if __name__ == "__main__":
    main()
