"""Rules X1 to X10 of the Unicode Bidirectional Algorithm: embeddings, overrides, isolates."""

from dataclasses import dataclass

from .sequence import resolve

_DEPTH = 125
_OPEN_ISOLATE = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDING = frozenset({"LRE", "RLE", "LRO", "RLO"})
_REMOVED = _EMBEDDING | {"PDF", "BN"}  # X9
EXPLICIT = _REMOVED | _OPEN_ISOLATE | {"PDI"}


def side(level: int) -> str:
    """The direction of a level."""
    return "R" if level & 1 else "L"


def matches(kinds: list[str]) -> dict[int, int]:
    """BD9: the PDI of every isolate that has one."""
    stack, pairs = [], {}
    for i, name in enumerate(kinds):
        if name in _OPEN_ISOLATE:
            stack.append(i)
        elif name == "PDI" and stack:
            pairs[stack.pop()] = i
    return pairs


def first_strong_of(
    kinds: list[str], start: int, end: int, pairs: dict[int, int], default: int
) -> int:
    i = start
    while i < end:
        name = kinds[i]
        if name == "L":
            return 0
        if name in {"R", "AL"}:
            return 1
        i = pairs.get(i, end) + 1 if name in _OPEN_ISOLATE else i + 1
    return default


@dataclass(slots=True)
class _Status:
    level: int
    override: str | None = None
    isolate: bool = False


class Explicit:
    """X1 to X10: embeddings, overrides and isolates, then one sequence after another."""

    def __init__(self, kinds: list[str], base: int) -> None:
        self.given = kinds
        self.kinds = list(kinds)  # as overrides change them
        self.base = base
        self.pairs = matches(kinds)
        self.found = [base] * len(kinds)
        self.stack = [_Status(base)]
        self.lost_isolates = self.lost_embeddings = self.open_isolates = 0

    def levels(self, text: str) -> list[int]:
        self._explicit()
        kept = [i for i, name in enumerate(self.given) if name not in _REMOVED]
        runs = self._runs(kept)
        explicit = list(self.found)
        place = {i: n for n, i in enumerate(kept)}
        for sequence in self._sequences(runs):
            first, last = place[sequence[0]], place[sequence[-1]]
            before = explicit[kept[first - 1]] if first else self.base
            ends = last + 1 == len(kept) or self.given[sequence[-1]] in _OPEN_ISOLATE
            after = self.base if ends else explicit[kept[last + 1]]
            own = explicit[sequence[0]]
            self._resolve(sequence, text, max(own, before), max(own, after))
        self._fill_removed()
        return self.found

    def _explicit(self) -> None:
        for i, name in enumerate(self.given):
            if name in _EMBEDDING:
                self._embed(name)
            elif name in _OPEN_ISOLATE:
                self._place(i)
                self._isolate(i, name)
            elif name == "PDI":
                self._close_isolate()
                self._place(i)
            elif name == "PDF":
                self._close_embedding()
            elif name == "B":
                self.found[i] = self.base
            elif name != "BN":
                self._place(i)

    def _place(self, i: int) -> None:
        status = self.stack[-1]
        self.found[i] = status.level
        self.kinds[i] = status.override or self.kinds[i]

    def _next(self, rtl: bool) -> int:
        level = self.stack[-1].level
        return level + 1 + (level & 1 == rtl)

    def _embed(self, name: str) -> None:
        level = self._next(name in {"RLE", "RLO"})
        if level <= _DEPTH and not self.lost_isolates and not self.lost_embeddings:
            self.stack.append(_Status(level, {"RLO": "R", "LRO": "L"}.get(name)))
        elif not self.lost_isolates:
            self.lost_embeddings += 1

    def _isolate(self, i: int, name: str) -> None:
        rtl = name == "RLI"
        if name == "FSI":
            end = self.pairs.get(i, len(self.given))
            rtl = first_strong_of(self.given, i + 1, end, self.pairs, 0) == 1
        level = self._next(rtl)
        if level <= _DEPTH and not self.lost_isolates and not self.lost_embeddings:
            self.open_isolates += 1
            self.stack.append(_Status(level, isolate=True))
        else:
            self.lost_isolates += 1

    def _close_isolate(self) -> None:
        if self.lost_isolates:
            self.lost_isolates -= 1
        elif self.open_isolates:
            self.lost_embeddings = 0
            while not self.stack.pop().isolate:
                pass
            self.open_isolates -= 1

    def _close_embedding(self) -> None:
        if self.lost_isolates:
            return
        if self.lost_embeddings:
            self.lost_embeddings -= 1
        elif len(self.stack) > 1 and not self.stack[-1].isolate:
            self.stack.pop()

    def _runs(self, kept: list[int]) -> list[list[int]]:
        """BD7: neighbours of one level, removed characters not counting."""
        runs: list[list[int]] = []
        for i in kept:
            if runs and self.found[runs[-1][-1]] == self.found[i]:
                runs[-1].append(i)
            else:
                runs.append([i])
        return runs

    def _sequences(self, runs: list[list[int]]) -> list[list[int]]:
        """BD13: a run that ends in an isolate continues in the run of its PDI."""
        starts = {run[0]: run for run in runs}
        closing = set(self.pairs.values())
        sequences = []
        for run in runs:
            if run[0] in closing:
                continue
            sequence = list(run)
            while (end := self.pairs.get(sequence[-1])) is not None and end in starts:
                sequence += starts[end]
            sequences.append(sequence)
        return sequences

    def _resolve(self, sequence: list[int], text: str, before: int, after: int) -> None:
        found = resolve(
            [self.kinds[i] for i in sequence],
            [text[i] for i in sequence],
            self.found[sequence[0]],
            side(before),
            side(after),
        )
        for i, level in zip(sequence, found, strict=True):
            self.found[i] = level

    def _fill_removed(self) -> None:
        """Give removed characters the level before them: they have no width and end no run."""
        for i, name in enumerate(self.given):
            if name in _REMOVED:
                self.found[i] = self.found[i - 1] if i else self.base
