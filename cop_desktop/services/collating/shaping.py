"""Rows of a package in the shape of the tables they go into."""

from collections.abc import Callable, Mapping, Sequence
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
    keyed = {at for at, column in enumerate(columns) if column.primary_key}
    places = [fields.index(it) if it in fields else None for it in names]

    def shape(rows: Sequence[Row], _: str) -> Sequence[Row]:
        return [
            tuple(
                ("" if at in keyed else None) if place is None or row[place] is None else row[place]
                for at, place in enumerate(places)
            )
            for row in rows
        ]

    return shape
