"""A coordinator's sample: a dozen invented communities that have sent packages, for pictures."""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from cop_desktop.export.package import packed
from cop_desktop.formats import work_year_of
from cop_desktop.intake.packages import received
from cop_desktop.models.package_form import Cell, tables_at
from cop_desktop.models.vocabulary import (
    MeetingKind,
    OrganisationKind,
    ProductKind,
    Role,
    Share,
    Stage,
)
from cop_desktop.services import cards, collating
from cop_desktop.services.collating import Arrival
from cop_desktop.services.packages.descriptor import Contents
from cop_desktop.services.packages.holding_back import LEAST
from cop_desktop.services.packages.signing import signer
from cop_desktop.store import create_file

if TYPE_CHECKING:
    from cop_desktop.store import Store

NAMES = (
    "מובילי הקיימות ברשויות", "רכזות גיל הרך בצפון", "מנהלי מחלקות נוער", "יועצות בתי הספר",
    "מתכנני תחבורה עירונית", "מובילות חדשנות בחינוך", "עובדי קהילה בנגב", "מנהלי מתנ״סים",
    "רכזי התנדבות", "מובילי שילוב והכלה", "מהנדסי ערים קטנות", "רכזות זיקנה מיטבית",
)  # fmt: skip
DISTRICTS = ("צפון", "חיפה", "מרכז", "דרום", "ירושלים")
PROGRAMMES = ("רשויות לומדות", "גשרים", "מנהיגות מקומית")
SILENT = "מובילי בריאות קהילתית"
WORK_YEAR = 2026  # September 2026 to August 2027
Row = tuple[str, dict[str, Cell]]  # of a package: the table, and what its fields say


def sample_overview(file: Path, today: date) -> "Store":
    """A new file into which twelve communities have sent; two are late, one never sent."""
    store = create_file(file)
    with store.write("sample") as session:
        first = [_arrival(file.parent, at, today, 1) for at in range(len(NAMES))]
        second = [_arrival(file.parent, at, today, 2) for at in range(0, len(NAMES), 3)]
        now = datetime.combine(today, time(9))
        collating.take_in(session, first, now)
        collating.take_in(session, second, now)
        for at in range(len(NAMES)):
            words = {"programme": PROGRAMMES[at % len(PROGRAMMES)], "tags": "", "note": ""}
            cards.change(session, _key(at), words, dict.fromkeys(words, ""))
        cards.expect(session, _key(99), SILENT, PROGRAMMES[0])
    return store


def _key(at: int) -> str:
    return str(UUID(int=at + 1))


def _arrival(folder: Path, at: int, today: date, number: int) -> Arrival:
    late = at in (4, 9)
    day = today - timedelta(days=(200 if late else 3) + 30 * (2 - number))
    key = signer(folder / f"{at}.key")
    package = packed(_contents(at, day, number), number, "", key)
    return Arrival(f"{NAMES[at]}.zip", received(package.data))


def _contents(at: int, day: date, number: int) -> Contents:
    rows: dict[str, list[tuple[Cell, ...]]] = {it.name: [] for it in tables_at(Share.MINISTRY)}
    for table, cells in _rows(random.Random(at), at, day, number):
        fields = next(it.fields for it in tables_at(Share.MINISTRY) if it.name == table)
        rows[table].append(tuple(cells.get(it.name) for it in fields))
    return Contents(_key(at), NAMES[at], Share.MINISTRY, day, rows)


def _rows(dice: random.Random, at: int, day: date, number: int) -> Iterator[Row]:
    home, members = _key(at), dice.randint(14, 38)
    filled = sorted(dice.sample([it.value for it in Role], dice.randint(2, 7)))
    days = [day + timedelta(days=n * (24 + at)) for n in range(-7, 3)]
    there = {on: members - dice.randint(0, members // 3) for on in days if on <= day}
    year = [came for on, came in there.items() if work_year_of(on) == WORK_YEAR]
    yield "community", {
        "id": home, "name": NAMES[at], "work_year": WORK_YEAR, "members": members,
        "region": DISTRICTS[at % len(DISTRICTS)], "roles_filled": len(filled),
        "leader_share": 10 * dice.randint(1, 6),
        "attendance": round(100 * sum(year) / len(year) / members) if year else None,
    }  # fmt: skip
    yield from _stages(dice, home, day, number)
    yield from _meetings(home, days, members, there)
    for role in Role:
        yield "role", {"community_id": home, "role": role.value, "filled": role.value in filled}
    yield from _fruits(dice, home, day, members)
    yield "headcount", {
        "community_id": home, "organisation_kind": OrganisationKind.MUNICIPALITY.value,
        "district": DISTRICTS[at % len(DISTRICTS)], "members": members,
    }  # fmt: skip


def _stages(dice: random.Random, home: str, day: date, number: int) -> Iterator[Row]:
    since = day - timedelta(days=dice.randint(900, 2400))
    for n, stage in enumerate(list(Stage)[: 1 + dice.randint(0, 3) + (number > 1)]):
        if since < day:
            yield "stage", {"id": f"s{n}", "community_id": home, "stage": stage.value,
                            "since": since.isoformat(), "skipped": False}  # fmt: skip
        since += timedelta(days=dice.randint(200, 620))


def _meetings(
    home: str, days: Sequence[date], members: int, there: Mapping[date, int]
) -> Iterator[Row]:
    """Those held, with who came unless one to four people were missing, and those to come."""
    for n, on in enumerate(days):
        came = there.get(on)
        yield "meeting", {
            "id": f"m{n}", "community_id": home, "day": on.isoformat(), "minutes": 180, "moved": 0,
            "kind": MeetingKind.IN_PERSON.value, "state": "planned" if came is None else "held",
            "expected": None if came is None else members,
            "came": None if came is None or 0 < members - came < LEAST else came,
        }  # fmt: skip


def _fruits(dice: random.Random, home: str, day: date, members: int) -> Iterator[Row]:
    """Products, answers to the feedback, and a sign that some share."""
    for n in range(dice.randint(0, 4)):
        kind = dice.choice(list(ProductKind)).value
        yield "product", {"id": f"p{n}", "community_id": home, "kind": kind, "status": "published",
                          "published_on": day.isoformat()}  # fmt: skip
    for statement in ("useful", "voice"):
        yield "survey", {
            "community_id": home, "work_year": WORK_YEAR, "statement": statement,
            "answers": members // 5 * 5, "agree": 5 * dice.randint(12, 20),
        }  # fmt: skip
    if dice.random() < 0.4:
        yield "sign", {"community_id": home, "sign": "topics_wait"}
