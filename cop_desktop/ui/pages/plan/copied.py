"""Goals and activities as rows for a sheet; an import reads them again."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from uuid import UUID

from cop_desktop.content import content
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.services.plan import GoalRow, ItemRow
from cop_desktop.ui.tables import Column


@frozen
class Line:
    """An activity with its goal, or a goal without activities."""

    goal: GoalRow
    item: ItemRow | None


def lines(goals: Iterable[GoalRow], chosen: Collection[UUID]) -> Iterator[Line]:
    """The chosen activities; a goal chosen alone brings all of its own."""
    for goal in goals:
        items = [item for item in goal.items if item.id in chosen]
        if goal.id in chosen and not items:
            items = list(goal.items)
            if not items:
                yield Line(goal, None)
        yield from (Line(goal, item) for item in items)


def columns(_: Catalog) -> list[Column[Line]]:
    """Everything a plan says of an activity, its goal repeated."""
    words = content(_.language)

    def of_item(text: Callable[[ItemRow], str]) -> Callable[[Line], str]:
        return lambda it: text(it.item) if it.item else ""

    def day(on: date | None) -> str:
        return on.isoformat() if on else ""  # Excel reads it as a date in any country

    return [
        Column(_("Goal"), lambda it: it.goal.title),
        Column(_("Measure of the goal"), lambda it: it.goal.measure),
        Column(_("Horizon"), lambda it: words.word(it.goal.horizon)),
        Column(_("Activity"), of_item(lambda item: item.title)),
        Column(_("Responsible"), of_item(lambda item: item.owner)),
        Column(_("Starts"), of_item(lambda item: day(item.starts))),
        Column(_("Ends"), of_item(lambda item: day(item.ends))),
        Column(_("Audience"), of_item(lambda item: item.audience)),
        Column(_("Product"), of_item(lambda item: item.product)),
        Column(_("Indicator"), of_item(lambda item: item.indicator)),
        Column(_("Status"), of_item(lambda item: words.word(item.state))),
        Column(_("Milestone"), of_item(lambda item: item.milestone)),
        Column(_("Milestone on"), of_item(lambda item: day(item.milestone_on))),
    ]
