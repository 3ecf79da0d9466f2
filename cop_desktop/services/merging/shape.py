"""How tables hang together, as far as merging must know."""

from collections.abc import Mapping
from dataclasses import field

from cop_desktop.frozen import frozen


@frozen
class Table:
    """The links of a table's rows, and what no two of them share."""

    links: Mapping[str, str] = field(default_factory=dict)  # column: the table it points to
    needed: frozenset[str] = frozenset()  # links without which a row goes
    unique: tuple[tuple[str, ...], ...] = ()  # columns that no two rows share
    quiet: frozenset[str] = frozenset()  # columns whose contradictions concern nobody: an order


Tables = Mapping[str, Table]
