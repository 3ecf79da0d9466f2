"""What is still to be done in a transformation, in words."""

from collections.abc import Callable, Mapping

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.services.ritual import TaskRow

Told = Callable[[Catalog, int], str]
LEFT: Mapping[str, Told] = {
    "hand_over.products_homes": lambda _, n: _.plural(
        "{n} product without a place", "{n} products without a place", n
    ),
    "hand_over.open_matters": lambda _, n: _.plural(
        "{n} open matter without an owner", "{n} open matters without an owner", n
    ),
    "archive.private_removed": lambda _, n: _.plural(
        "{n} entry for you alone", "{n} entries for you alone", n
    ),
}
PRIVATE: Mapping[str, Told] = {
    "member_notes": lambda _, n: _.plural("{n} note on a member", "{n} notes on members", n),
    "interviews": lambda _, n: _.plural("{n} needs interview", "{n} needs interviews", n),
    "circles": lambda _, n: _.plural("{n} circle chosen", "{n} circles chosen", n),
    "facilitator_notes": lambda _, n: _.plural(
        "{n} note for the facilitator", "{n} notes for the facilitator", n
    ),
    "stakeholder_notes": lambda _, n: _.plural(
        "{n} note on a stakeholder", "{n} notes on stakeholders", n
    ),
    "who_said": lambda _, n: _.plural(
        "{n} need with the name of who spoke of it",
        "{n} needs with the name of who spoke of them",
        n,
    ),
    "breaches": lambda _, n: _.plural("{n} broken rule", "{n} broken rules", n),
    "snoozes": lambda _, n: _.plural("{n} sign put to rest", "{n} signs put to rest", n),
}


def left_words(task: TaskRow, _: Catalog) -> str:
    """How much is left, where there is a number worth saying."""
    if task.done or task.left is None or task.key not in LEFT:
        return ""
    return LEFT[task.key](_, task.left)


def private_words(found: Mapping[str, int], _: Catalog) -> str:
    """What is there for the leader alone, kind by kind."""
    return formats.listed([PRIVATE[key](_, n) for key, n in found.items()], _.language)
