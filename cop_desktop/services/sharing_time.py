"""Minutes shared among blocks: buffers give first, breaks stay, nobody falls under five."""

from collections.abc import Sequence
from uuid import UUID

from cop_desktop.models.vocabulary import BlockKind

from .timing import Branches, Piece, total

STEP = 5  # minutes; lengths people read off a clock
LEAST = 5  # minutes of a block that is no buffer


def stretches(piece: Piece, tree: Branches) -> bool:
    """Whether a piece may be made longer or shorter: breaks and what is pinned may not."""
    tracks = tree.of(piece.id).values()
    if tracks:
        return piece.pinned_at is None and any(
            stretches(inner, tree) for track in tracks for inner in track
        )
    return piece.kind != BlockKind.BREAK and piece.pinned_at is None


def least(piece: Piece, tree: Branches) -> int:
    """The fewest minutes a piece can do with; a buffer may be used up."""
    tracks = tree.of(piece.id).values()
    if not stretches(piece, tree):
        return tree.lasts(piece)
    if tracks:
        return max(sum(least(inner, tree) for inner in track) for track in tracks)
    return 0 if piece.kind == BlockKind.BUFFER else LEAST


def share(pieces: Sequence[Piece], minutes: int, tree: Branches) -> dict[UUID, int]:
    """New lengths of those that stretch, so that all pieces together last `minutes`.

    There must be room for the least of each, and one that stretches if there is more. Pieces
    that last so long already, each long enough, stay as they are.
    """
    soft = [piece for piece in pieces if stretches(piece, tree)]
    goal = minutes - sum(tree.lasts(it) for it in pieces if it not in soft)
    sizes = [tree.lasts(piece) for piece in soft]
    floors = [least(piece, tree) for piece in soft]
    buffers = [piece.kind == BlockKind.BUFFER for piece in soft]
    lengths = dict(zip((it.id for it in soft), _lengths(sizes, floors, buffers, goal), strict=True))
    for piece in soft:
        lengths |= _inside(piece, lengths[piece.id], tree)
    return lengths


def _inside(piece: Piece, minutes: int, tree: Branches) -> dict[UUID, int]:
    """What a new length means for tracks: those too long are cut, the longest grow along."""
    tracks = [it for it in tree.of(piece.id).values() if any(stretches(x, tree) for x in it)]
    most = max(map(total, tracks), default=0)
    lengths: dict[UUID, int] = {}
    for track in tracks:
        grows = minutes > tree.lasts(piece) and total(track) == most
        goal = minutes if grows else min(total(track), minutes)
        lengths |= share(track, max(goal, sum(least(it, tree) for it in track)), tree)
    return lengths


def _lengths(
    sizes: Sequence[int], floors: Sequence[int], buffers: Sequence[bool], goal: int
) -> list[int]:
    kept = [max(size, floor) for size, floor in zip(sizes, floors, strict=True)]
    if sum(kept) <= goal:
        return kept if sum(kept) == goal else allot(kept, kept, goal)
    work = [it for it, buffer in zip(kept, buffers, strict=True) if not buffer]
    held = [it for it, buffer in zip(kept, buffers, strict=True) if buffer]
    spare = max(0, goal - sum(work))
    if not spare:
        least_work = [floor for floor, buffer in zip(floors, buffers, strict=True) if not buffer]
        work = allot(work, least_work, goal, work)
    parts = {True: iter(allot(held, [0] * len(held), spare, held)), False: iter(work)}
    return [next(parts[buffer]) for buffer in buffers]


def allot(
    weights: Sequence[int], floors: Sequence[int], goal: int, tops: Sequence[int] = ()
) -> list[int]:
    """Shares of `goal` in proportion to weights, in fives where they can.

    None is under its floor or over its top; there must be such shares.
    """
    tops = tops or [goal] * len(weights)
    even = [min(-(-floor // STEP) * STEP, top) for floor, top in zip(floors, tops, strict=True)]
    shares = even if sum(even) <= goal else list(floors)
    whole = sum(weights)
    wanted = [goal * weight / whole if whole else goal / len(weights) for weight in weights]
    left = goal - sum(shares)
    while left and shares:
        room = [place for place, top in enumerate(tops) if shares[place] < top]
        place = max(room, key=lambda it: wanted[it] - shares[it])
        step = min(STEP, left, tops[place] - shares[place])
        shares[place] += step
        left -= step
    return shares
