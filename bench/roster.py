"""A hundred thousand members: open, first page, sort, search, undo: python -m bench.roster"""

import argparse
import sqlite3
import tempfile
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import insert

from bench.table import Line, median, show
from cop_desktop.models import Member
from cop_desktop.services import communities, compass, members, signs
from cop_desktop.services.members import Filter
from cop_desktop.services.search import search_key, sort_key
from cop_desktop.store import Change, Store, create_file, open_file

GIVEN = ("דנה", "יוסי", "אמאני", "רונן", "הדס", "סמיר", "טל", "נועה", "יואב", "לינא")
FAMILY = ("כהן", "לוי", "ח׳ורי", "שפירא", "נאסר", "ברק", "מור", "גל", "עבאס", "פרץ", "זיו")
JOBS = ("ראש אגף חינוך", "מנהלת מחלקה", "סגן ראש אגף", "מנהלת גיל רך")
TODAY = date(2026, 11, 22)


def big_file(folder: Path, count: int) -> Path:
    """A file with that many members of one community, always the same ones."""
    path, chance = folder / "big.cop", Random(7)
    store = create_file(path)
    with store.write("fill") as session:
        key = communities.found(session, "קהילה גדולה", 2026)
        session.execute(insert(Member), [_member(key, n, chance) for n in range(count)])
    store.close()
    return path


def _member(community: uuid.UUID, n: int, chance: Random) -> dict[str, object]:
    given, family = chance.choice(GIVEN), f"{chance.choice(FAMILY)} {n}"
    job, mobile = chance.choice(JOBS), f"050{n:07d}"
    return {
        "id": uuid.UUID(int=chance.getrandbits(128), version=4),
        "person": uuid.UUID(int=chance.getrandbits(128), version=4),
        "community_id": community,
        "given_name": given, "family_name": family, "job_title": job, "mobile": mobile,
        "joined": date(2021, 9, 1) + timedelta(chance.randrange(1900)),
        "sort_key": sort_key(family, given), "search_key": search_key(given, family, job, mobile),
    }  # fmt: skip


def _find(store: Store, key: uuid.UUID, **wanted: str) -> Callable[[], list[str]]:
    text, order = wanted.get("text", ""), wanted.get("order", "name")

    def find() -> list[str]:
        with store.read() as session:
            return members.find(session, key, TODAY, Filter(text=text), order)

    return find


def _page(store: Store, ids: list[str]) -> Callable[[], object]:
    def page() -> object:
        with store.read() as session:
            return members.rows(session, ids[:50], TODAY)

    return page


def _look(store: Store, key: uuid.UUID, read: Callable[..., object]) -> Callable[[], object]:
    def look() -> object:
        with store.read() as session:
            return read(session, key, TODAY)

    return look


def _undo(store: Store, key: uuid.UUID, count: int) -> float:
    chance, steps = Random(8), list[Change]()
    store.on_commit.append(steps.append)
    with store.write("import") as session:
        session.execute(insert(Member), [_member(key, 10**6 + n, chance) for n in range(count)])
    change = steps[-1]

    def back_and_forth() -> None:
        nonlocal change
        change = store.revert(change)
        change = store.revert(change)

    return median(back_and_forth, 3) / 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=100_000)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = big_file(Path(folder), told.members)
        plain = sqlite3.connect(path)
        floor = median(
            lambda: plain.execute(
                "SELECT id FROM member ORDER BY community_id, sort_key"
            ).fetchall()
        )
        plain.close()
        store = open_file(path)
        with store.read() as session:
            key = communities.every(session, TODAY)[0].id
        ids = _find(store, key)()
        lines = [
            Line("ids in order by sqlite3", floor),
            Line("ids by name", median(_find(store, key)), "first page ≤ 250 ms"),
            Line("first page of 50 rows", median(_page(store, ids))),
            Line("ids by job title", median(_find(store, key, order="job_title")), "≤ 300 ms"),
            Line("search: two letters", median(_find(store, key, text="דנ")), "≤ 60 ms"),
            Line("search: family name and job", median(_find(store, key, text="נאסר גיל"))),
            Line("search: end of a number", median(_find(store, key, text="99887"))),
            Line("the compass", median(_look(store, key, compass.of))),
            Line("the warning signs of today", median(_look(store, key, signs.lit))),
            Line("undo (and redo) of 5,000 new members", _undo(store, key, 5000), "≤ 500 ms"),
        ]
        store.close()
    show(f"{told.members:,} members", lines)


if __name__ == "__main__":
    main()
