"""What became of a package: the receipt that the coordinator sees, and may send back."""

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.package_words import PackageState
from cop_desktop.services.packages.incoming import LeftOut, Received

SAID = {
    PackageState.ACCEPTED: N_("{name}, package {number}: taken in."),
    PackageState.OLDER: N_("{name}, package {number}: kept aside; a newer one is here already."),
    PackageState.KNOWN: N_("{name}, package {number}: was here already; nothing changed."),
}


@frozen
class Arrival:
    """A file that came, and what was in it: a package, or the reason why it cannot be one."""

    file: str
    package: Received | UserError


@frozen
class Counts:
    """How many rows of a table came, went, and say something else than before."""

    new: int = 0
    gone: int = 0
    changed: int = 0


@frozen
class Changes:
    """What is otherwise than in the package before; `stage` is the one before and the one now."""

    tables: Mapping[str, Counts] = field(default_factory=dict)  # only those with a change
    stage: tuple[str, str] | None = None

    def __bool__(self) -> bool:
        return bool(self.tables)

    def as_json(self) -> str:
        """As it is kept beside the package."""
        tables = {name: [it.new, it.gone, it.changed] for name, it in self.tables.items()}
        return json.dumps({"tables": tables, "stage": self.stage}) if self else ""

    @classmethod
    def of_json(cls, text: str) -> "Changes":
        """What was kept."""
        if not text:
            return cls()
        told = json.loads(text)
        stage = (told["stage"][0], told["stage"][1]) if told["stage"] else None
        return cls({name: Counts(*it) for name, it in told["tables"].items()}, stage)


@frozen
class Receipt:
    """What became of a file. One that was no package has a refusal and no head."""

    file: str
    state: PackageState
    refusal: UserError | None = None
    community_id: str = ""
    name: str = ""
    number: int = 0
    level: str = ""
    as_of: date | None = None
    key: str = ""
    previous: str = ""
    digest: str = ""
    rows: Mapping[str, int] = field(default_factory=dict)  # by table; not kept once it was told
    left_out: tuple[LeftOut, ...] = ()
    skipped: int = 0  # packages of the community before this one that have not come
    changes: Changes = field(default_factory=Changes)
    came: datetime | None = None  # when it was taken in, where that was before this time

    def sentence(self, words: Catalog) -> str:
        """What became of it, in a line."""
        if self.refusal:
            return words("{file}: {reason}", file=self.file, reason=words.error(self.refusal))
        return words(SAID[self.state], name=self.name, number=self.number)

    def remarks(self, words: Catalog) -> tuple[str, ...]:
        """What else should be known: packages that did not come, rows that were left out."""
        said = []
        if self.skipped:
            said.append(words.plural(
                "{n} package before this one has not come.",
                "{n} packages before this one have not come.", self.skipped,
            ))  # fmt: skip
        if self.left_out:
            said.append(words.plural(
                "{n} row was left out.", "{n} rows were left out.", len(self.left_out)
            ))  # fmt: skip
        return tuple(said)
