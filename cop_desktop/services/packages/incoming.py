"""What came in a package: its head, its rows, and those that were left out with their reasons."""

from collections.abc import Mapping
from datetime import date

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.package_form import Cell, Table
from cop_desktop.models.vocabulary import Share

Row = tuple[Cell, ...]

REASONS = {
    "missing": N_("Something is needed here, and nothing was sent."),
    "too_long": N_("The text is longer than a package may hold, or holds hidden characters."),
    "unknown_word": N_("This word is not one of those that may stand here."),
    "no_integer": N_("This is not a whole number, or far too large a one."),
    "no_boolean": N_("Only true or false may stand here."),
    "no_date": N_("There is no such day."),
    "dangling": N_("The row points to one that is not in the package."),
    "double": N_("The same row stands in the package twice; it counts once."),
    "foreign": N_("The row is about another community than the package."),
}


@frozen
class Head:
    """What a package says of itself."""

    community: str
    name: str
    level: Share
    as_of: date
    number: int
    previous: str  # digest of the package before, or nothing
    key: str  # public key of the sender


@frozen
class LeftOut:
    """A row that cannot be right; `line` is its line in the file of the table."""

    table: str
    line: int
    column: str
    code: str
    value: str  # at most 80 letters

    def sentence(self, words: Catalog) -> str:
        """Where it stood, and why it was left out."""
        return words(
            "{table}, line {line}, {column} ({value}): {reason}",
            table=self.table, line=self.line, column=self.column, value=self.value,
            reason=words(REASONS[self.code]),
        )  # fmt: skip


@frozen
class Received:
    """A package whose files are whole and whose signature holds."""

    head: Head
    digest: str  # of its description
    rows: Mapping[str, tuple[Row, ...]]  # by table
    problems: tuple[LeftOut, ...]

    def cells(self, table: Table) -> list[dict[str, Cell]]:
        """The rows of a table by the names of its fields."""
        names = [field.name for field in table.fields]
        return [dict(zip(names, row, strict=True)) for row in self.rows.get(table.name, ())]
