"""Where a goal or an activity may be put: pure reckoning over the rows of the list."""

from collections.abc import Sequence
from uuid import UUID

from cop_desktop.frozen import frozen
from cop_desktop.services.plan import GoalRow, ItemRow

Row = GoalRow | ItemRow


@frozen
class Place:
    """Under a goal, before an activity (or at the end); for goals: so many places on."""

    goal: UUID
    before: UUID | None = None
    by: int = 0  # of a goal


def rows_of(goals: Sequence[GoalRow]) -> list[Row]:
    """Each goal, its activities after it."""
    rows: list[Row] = []
    for goal in goals:
        rows += [goal, *goal.items]
    return rows


def drop_place(rows: Sequence[Row], ids: Sequence[UUID], gap: int) -> Place | None:
    """Where rows dropped before row `gap` go; None where nothing would change."""
    goals = [row for row in rows if isinstance(row, GoalRow)]
    dragged = next((goal for goal in goals if goal.id in ids), None)
    above = [row for row in rows[:gap] if isinstance(row, GoalRow)]
    if dragged:
        here = goals.index(dragged)
        by = len(above) - here - (len(above) > here)
        return Place(dragged.id, by=by) if by else None
    if not above:
        return None
    later = (row for row in rows[gap:] if row.id not in ids)
    following = next(later, None)
    before = following.id if isinstance(following, ItemRow) else None
    place = Place(above[-1].id, before)
    return None if _same(above[-1], ids, before) else place


def step_place(goals: Sequence[GoalRow], ids: Sequence[UUID], by: int) -> Place | None:
    """One place up (-1) or down (1), over into the next goal; None at the ends."""
    for goal in goals:
        if goal.id in ids:
            place = list(goals).index(goal) + by
            return Place(goal.id, by=by) if 0 <= place < len(goals) else None
    return _up(goals, ids) if by < 0 else _down(goals, ids)


def _up(goals: Sequence[GoalRow], ids: Sequence[UUID]) -> Place | None:
    for number, goal in enumerate(goals):
        keys = [item.id for item in goal.items]
        first = next((place for place, key in enumerate(keys) if key in ids), None)
        if first:
            return Place(goal.id, keys[first - 1])
        if first == 0:
            return Place(goals[number - 1].id) if number else None
    return None


def _down(goals: Sequence[GoalRow], ids: Sequence[UUID]) -> Place | None:
    for number, goal in reversed(list(enumerate(goals))):
        keys = [item.id for item in goal.items]
        last = max((place for place, key in enumerate(keys) if key in ids), default=None)
        if last is None:
            continue
        if last + 1 < len(keys):
            return Place(goal.id, next(iter(keys[last + 2 :]), None))
        if number + 1 < len(goals):
            following = goals[number + 1]
            return Place(following.id, next((item.id for item in following.items), None))
        return None
    return None


def _same(goal: GoalRow, ids: Sequence[UUID], before: UUID | None) -> bool:
    keys = [item.id for item in goal.items]
    if not all(key in keys for key in ids):
        return False
    staying = [key for key in keys if key not in ids]
    place = staying.index(before) if before in staying else len(staying)
    return [*staying[:place], *(key for key in keys if key in ids), *staying[place:]] == keys
