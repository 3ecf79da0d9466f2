"""Rules W1 to I2 of the Unicode Bidirectional Algorithm, for one isolating run sequence."""

from collections.abc import Sequence

from .brackets import CANONICAL, CLOSERS, CLOSING

_DEPTH = 63  # BD16: deeper nesting is not looked at
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"})
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # N0 and N1 count numbers as R


def resolve(kinds: list[str], letters: Sequence[str], level: int, sos: str, eos: str) -> list[int]:
    """Levels of a sequence, from its bidi classes; `sos` and `eos` are "L" or "R"."""
    own = "R" if level & 1 else "L"
    marks = [kind == "NSM" for kind in kinds]
    kinds = _numbers(_marks(kinds, sos), sos)
    _brackets(kinds, letters, marks, own, sos)
    _neutrals(kinds, own, sos, eos)
    if level & 1:
        return [level if kind == "R" else level + 1 for kind in kinds]
    step = {"L": 0, "R": 1}
    return [level + step.get(kind, 2) for kind in kinds]


def _marks(kinds: list[str], sos: str) -> list[str]:
    """W1 to W3: marks follow their base; digits after Arabic letters are Arabic numbers."""
    done, previous, strong = [], sos, sos
    for given in kinds:
        kind = given
        if kind == "NSM":
            kind = "ON" if previous in {"LRI", "RLI", "FSI", "PDI"} else previous
        previous = kind
        if kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        done.append(kind)
    return ["R" if kind == "AL" else kind for kind in done]


def _numbers(kinds: list[str], sos: str) -> list[str]:
    """W4 to W7: separators and signs join their numbers; numbers after Latin are Latin."""
    last = len(kinds) - 1
    for i in range(1, last):
        before, after = kinds[i - 1], kinds[i + 1]
        if before == after and (
            (before == "EN" and kinds[i] in {"ES", "CS"}) or (before == "AN" and kinds[i] == "CS")
        ):
            kinds[i] = before
    _terminators(kinds)
    strong = sos
    for i, kind in enumerate(kinds):
        if kind in {"ES", "ET", "CS"}:
            kinds[i] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"
    return kinds


def _terminators(kinds: list[str]) -> None:
    """W5: per cent and currency signs beside a number belong to it."""
    start = None
    for i, kind in enumerate(kinds):
        if kind == "ET":
            start = i if start is None else start
            if i and kinds[i - 1] == "EN":
                kinds[i] = "EN"
                start = None
        elif start is not None:
            if kind == "EN":
                kinds[start:i] = ["EN"] * (i - start)
            start = None


def _pairs(kinds: list[str], letters: Sequence[str]) -> list[tuple[int, int]]:
    """BD16: bracket pairs, in the order of their openers."""
    stack: list[tuple[str, int]] = []
    pairs = []
    for i, letter in enumerate(letters):
        if kinds[i] != "ON":
            continue
        if letter in CLOSING:
            if len(stack) == _DEPTH:
                break
            stack.append((CANONICAL.get(CLOSING[letter], CLOSING[letter]), i))
        elif letter in CLOSERS:
            closer = CANONICAL.get(letter, letter)
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == closer:
                    pairs.append((stack[depth][1], i))
                    del stack[depth:]
                    break
    return sorted(pairs)


def _brackets(
    kinds: list[str], letters: Sequence[str], marks: list[bool], own: str, sos: str
) -> None:
    """N0: a pair of brackets takes the direction of what it holds, or of what stands before."""
    for opener, closer in _pairs(kinds, letters):
        inside = {_STRONG.get(kind) for kind in kinds[opener + 1 : closer]} - {None}
        if not inside:
            continue
        kind = own if own in inside else _before(kinds, opener, own, sos)
        for bracket in (opener, closer):
            kinds[bracket] = kind
            follower = bracket + 1
            while follower < len(kinds) and marks[follower]:
                kinds[follower] = kind
                follower += 1


def _before(kinds: list[str], opener: int, own: str, sos: str) -> str:
    for i in range(opener - 1, -1, -1):
        if strong := _STRONG.get(kinds[i]):
            return strong
    return sos if sos != own else own


def _neutrals(kinds: list[str], own: str, sos: str, eos: str) -> None:
    """N1 and N2: neutrals between equal sides join them, others follow the embedding."""
    i, count = 0, len(kinds)
    while i < count:
        if kinds[i] not in _NEUTRAL:
            i += 1
            continue
        end = i
        while end < count and kinds[end] in _NEUTRAL:
            end += 1
        left = _STRONG[kinds[i - 1]] if i else sos
        right = _STRONG[kinds[end]] if end < count else eos
        kinds[i:end] = [left if left == right else own] * (end - i)
        i = end
