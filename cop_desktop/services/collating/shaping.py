"""Rows of a package in the shape of the tables they go into."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from cop_desktop.models.collated import collated
from cop_desktop.models.package_form import TABLES, Cell, tables_at
from cop_desktop.models.vocabulary import Share
from cop_desktop.services.packages.incoming import Received

Row = tuple[Cell, ...]  # in the order of the columns; days as their ISO text
Tables = Mapping[str, Sequence[Row]]
MAY_LACK = {
    table.name
    for table in TABLES
    if any(it.name in table.key and not it.needed for it in table.fields)
}  # where nothing in a key is an empty text
Shaper = Callable[[Sequence[Row], str], Sequence[Row]]


def shaped(package: Received) -> Tables:
    """All the rows, each as long as its table is wide."""
    shapers = _shapers(package.head.level)
    return {
        name: shapers[name](rows, package.head.community)
        for name, rows in package.rows.items()
    }  # fmt: skip


@cache
def _shapers(level: Share) -> Mapping[str, Shaper]:
    return {
        table.name: _shaper(table.name, tuple(field.name for field in table.fields))
        for table in tables_at(level)
    }


def _shaper(name: str, fields: tuple[str, ...]) -> Shaper:
    columns = list(collated[name].columns)
    names = tuple(column.name for column in columns)
    if names == fields and name not in MAY_LACK:
        return lambda rows, _: rows
    if names == (*fields, "community_id"):
        return lambda rows, community: [(*row, community) for row in rows]
    nothing = ["" if column.primary_key else None for column in columns]
    places = [fields.index(it) if it in fields else len(fields) for it in names]

    def cells(row: Row) -> Iterator[Cell]:
        told = (*row, None)  # where a place leads that these fields have not
        for place, otherwise in zip(places, nothing, strict=True):
            yield otherwise if told[place] is None else told[place]

    def shape(rows: Sequence[Row], _: str) -> Sequence[Row]:
        return [tuple(cells(row)) for row in rows]

    return shape
