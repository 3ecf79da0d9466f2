"""What a package says otherwise than the one before it."""

from collections.abc import Mapping, Sequence
from operator import itemgetter

from cop_desktop.models.collated import collated

from .receipts import Changes, Counts
from .shaping import Row, Tables

NO_ROWS: Sequence[Row] = ()
_STAGE = [column.name for column in collated["stage"].columns]
_SINCE, _WORD, _ID = (_STAGE.index(it) for it in ("since", "stage", "id"))


def compared(before: Tables, now: Tables) -> Changes:
    """Rows that are new, gone or changed, table by table, and the stage if it is another."""
    tables = {
        name: counts
        for name in collated
        if (counts := _counts(name, before.get(name, NO_ROWS), now.get(name, NO_ROWS))) != Counts()
    }
    stages = _stage(before), _stage(now)
    return Changes(tables, stages if stages[0] != stages[1] else None)


def _counts(name: str, before: Sequence[Row], now: Sequence[Row]) -> Counts:
    was, new = set(before), set(now)
    if was == new:
        return Counts()
    old, here = _keys(name, was - new), _keys(name, new - was)
    return Counts(len(here - old), len(old - here), len(here & old))


def _keys(name: str, rows: set[Row]) -> set[object]:
    key = itemgetter(*_PLACES[name])
    return {key(row) for row in rows}


def _stage(tables: Tables) -> str:
    """The stage entered last; of two on one day the one whose key is greater."""
    rows = tables.get("stage", NO_ROWS)
    newest = max(rows, key=itemgetter(_SINCE, _ID), default=None)
    return "" if newest is None else str(newest[_WORD])


def _places(name: str) -> tuple[int, ...]:
    names = [column.name for column in collated[name].columns]
    return tuple(names.index(column.name) for column in collated[name].primary_key)


_PLACES: Mapping[str, tuple[int, ...]] = {name: _places(name) for name in collated}
