"""Which papers somebody packs: kept on this machine, for every meeting the same."""

from collections.abc import Iterable

from cop_desktop.frozen import frozen
from cop_desktop.settings import Settings

KEY = "pack"


@frozen
class Habit:
    """Papers left out, and whether the printer prints on both sides."""

    left_out: frozenset[str] = frozenset()
    two_sided: bool = True


def habit(settings: Settings) -> Habit:
    """As kept; anything odd falls back to everything, on both sides."""
    kept = settings.memory.get(KEY)
    if not isinstance(kept, dict) or not isinstance(kept.get("left_out"), list):
        return Habit()
    left_out = frozenset(it for it in kept["left_out"] if isinstance(it, str))
    return Habit(left_out, kept.get("two_sided") is not False)


def keep(settings: Settings, left_out: Iterable[str], two_sided: bool) -> None:
    settings.memory[KEY] = {"left_out": sorted(left_out), "two_sided": two_sided}
    settings.save()
