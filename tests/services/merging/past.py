"""What laptops wrote, and knowing of what: told apart from how merging finds it out."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from cop_desktop.services.merging.joining import Conflict
from cop_desktop.services.merging.registers import Value
from cop_desktop.services.merging.replica import Cell, Key, Rows
from cop_desktop.services.merging.shape import Tables


@dataclass
class Past:
    """Everything that was ever written, by its number."""

    tables: Tables
    told: list[tuple[Cell, Value]] = field(default_factory=list)
    over: set[int] = field(default_factory=set)  # written over by somebody who knew
    let_go: set[int] = field(default_factory=set)  # deleted by somebody who knew
    erased: set[Key] = field(default_factory=set)

    def writes(
        self, knows: Set[int], before: Rows, now: Rows, seen: Sequence[Conflict] = ()
    ) -> set[int]:
        """What somebody wrote who knew all that; the numbers of it."""
        asked = {it.cell: it.values for it in seen}
        gone = before.keys() - now.keys()
        self.let_go |= {it for it in knows if self._of(*self.told[it]) & gone}
        changed = [
            ((*key, column), value)
            for key, row in now.items()
            for column, value in row.items()
            if key not in before or self._written(key, column, value, before, gone)
        ]
        return {self._write(knows, cell, value, asked.get(cell, ())) for cell, value in changed}

    def decides(self, knows: Set[int], conflict: Conflict, value: Value) -> int:
        """Somebody picks a value; the number of that."""
        return self._write(knows, conflict.cell, value, conflict.values)

    def standing(self) -> dict[int, tuple[Cell, Value]]:
        """What nobody replaced, deleted or forgot who knew of it."""
        lost = self.over | self.let_go
        over = {self.told[at] for at in self.over}  # two may say the same, and one of them more
        return {
            at: it
            for at, it in enumerate(self.told)
            if at not in lost and it not in over and not self._forgotten(it[0][:2])
        }

    def outdated(self) -> set[Value]:
        """Words that somebody wrote over, and that nobody wrote again."""
        still = {value for at, (_, value) in enumerate(self.told) if at not in self.over}
        return {self.told[at][1] for at in self.over} - still

    def _of(self, cell: Cell, value: Value) -> set[Key]:
        """The row, and the one that a link leads to."""
        table, row, column = cell
        other = self.tables[table].links.get(column)
        return {(table, row), (other, str(value))} if other else {(table, row)}

    def _written(self, key: Key, column: str, value: Value, before: Rows, gone: Set[Key]) -> bool:
        was = before[key].get(column)
        lost = value is None and (self.tables[key[0]].links.get(column), was) in gone
        return was != value and not lost

    def _write(self, knows: Set[int], cell: Cell, value: Value, seen: Sequence[Value]) -> int:
        for at in knows:
            other, word = self.told[at]
            if other == cell or (other[2] == cell[2] and isinstance(word, str) and word in seen):
                self.over.add(at)
        self.told.append((cell, value))
        return len(self.told) - 1

    def _forgotten(self, key: Key) -> bool:
        """Erased, or by a link that it needs with who was."""
        needed = self.tables[key[0]].needed
        links = [
            (self.tables[key[0]].links[cell[2]], value)
            for cell, value in self.told
            if cell[:2] == key and cell[2] in needed
        ]
        return key in self.erased or any(link in self.erased for link in links)
