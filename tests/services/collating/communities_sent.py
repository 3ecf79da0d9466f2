"""Packages that communities might have sent, small and quick to make."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.export.package import Package, packed
from cop_desktop.intake.packages import received
from cop_desktop.models.collated import collated
from cop_desktop.models.package_form import Cell, tables_at
from cop_desktop.models.vocabulary import Share, Stage
from cop_desktop.services.collating import Arrival
from cop_desktop.services.packages.descriptor import Contents
from cop_desktop.services.packages.signing import Signer, signer

DAY = date(2026, 11, 22)
ODD = {1: "\\N\\.", 2: "\r", 3: "a\tb\n"}  # in the key of a member: a database may trip over it


@dataclass(slots=True)
class Sender:
    """A community with its key; each `send` is its next package."""

    folder: Path
    at: int = 1
    signer: Signer = field(init=False)
    number: int = 0
    previous: str = ""

    def __post_init__(self) -> None:
        self.signer = signer(self.folder / f"{self.at}.key")

    @property
    def id(self) -> str:
        return str(UUID(int=self.at))

    def send(self, level: Share = Share.ORGANISATIONS, day: date = DAY, **told: object) -> Package:
        """The next package; `told` goes to `contents`."""
        self.number += 1
        package = packed(
            contents(self.at, level, day, **told),  # type: ignore[arg-type]
            self.number, self.previous, self.signer,
        )  # fmt: skip
        self.previous = package.digest
        return package


def contents(
    at: int,
    level: Share = Share.ORGANISATIONS,
    day: date = DAY,
    *,
    members: int = 6,
    held: int = 2,
    untold: int = 0,
    stage: Stage = Stage.MATURING,
    district: str = "north",
) -> Contents:
    """A community whose number is `at`; its meetings and members are named by it."""
    home = str(UUID(int=at))
    people = [f"{home}-m{n}" for n in range(members)]
    if people:
        people[0] += ODD.get(at, "")
    rows: dict[str, list[tuple[Cell, ...]]] = {table.name: [] for table in tables_at(level)}

    def add(table: str, **cells: Cell) -> None:
        fields = next((it.fields for it in tables_at(level) if it.name == table), ())
        if fields:
            rows[table].append(tuple(cells.get(it.name) for it in fields))

    add("community", id=home, name=f"Community {at}", work_year=2026, members=members,
        region=district, roles_filled=3, attendance=80)  # fmt: skip
    add("stage", id="s1", community_id=home, stage="potential", since="2024-09-01", skipped=False)
    if stage != Stage.POTENTIAL:
        add("stage", id="s2", community_id=home, stage=stage.value, since="2025-10-01",
            skipped=False)  # fmt: skip
    for n in range(held + 1):
        add("meeting", id=f"g{n}", community_id=home, day=f"2026-{9 + n:02}-10", minutes=180,
            kind="in_person", state="held" if n < held else "planned", moved=0,
            expected=members if n < held else None,
            came=members - 1 if untold <= n < held else None,
            topic="line\nbreak\t\\. and “quotes”, שלום")  # fmt: skip
        for person in people if n < held else ():
            add("attendance", meeting_id=f"g{n}", member_id=person, presence="present")
    add("role", community_id=home, role="agenda", filled=True)
    add("product", id="p1", community_id=home, kind="guide", status="published", title="\\N")
    add("headcount", community_id=home, organisation_kind=None, district=district, members=members)
    add("survey", community_id=home, work_year=2026, statement="useful", answers=10, agree=90)
    add("sign", community_id=home, sign="topics_wait", seen_on=None)
    for person in people:
        add("member", id=person, community_id=home, organisation_kind="municipality",
            district=district, joined="2024-09-01")  # fmt: skip
    return Contents(home, f"Community {at}", level, day, rows)


def arrival(package: Package, file: str = "a.zip") -> Arrival:
    """As it comes out of the door of intake."""
    return Arrival(file, received(package.data))


def everything(session: Session) -> dict[str, list[Sequence[object]]]:
    """All rows of the tables side by side."""
    return {
        name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
        for name, table in collated.items()
    }
