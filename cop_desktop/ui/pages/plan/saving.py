"""How edits of the plan enter the file: one write each, named for Undo."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from cop_desktop import formats
from cop_desktop.services import plan, replan
from cop_desktop.services.plan import GoalRow, ItemRow, RiskRow
from cop_desktop.ui.desk import Desk

from .fields import NAMES
from .places import Place
from .reading import Kept, YearPlan
from .words import short


def change(desk: Desk, year: YearPlan, rows: Sequence[Kept], name: str, value: Any) -> None:
    """Set one field of a goal, a risk, or of activities; raises UserError with advice."""
    if name == "owner":
        name, value, field = "owner_id", year.people.find(value), NAMES["owner"]
    else:
        field = NAMES[name]
    _, ids = desk.catalog, [row.id for row in rows]
    label = _("Change {field}: {what}", field=_(field), what=what(desk, rows))
    with desk.store.write(label) as session:
        if isinstance(rows[0], GoalRow):
            plan.change_goal(session, ids[0], {name: value})
        elif isinstance(rows[0], RiskRow):
            plan.change_risk(session, ids[0], {name: value})
        elif name == "goal_id":
            replan.place_items(session, ids, value)
        else:
            plan.change_items(session, ids, {name: value})


def add_goal(desk: Desk, year: YearPlan, title: str) -> UUID:
    with desk.store.write(desk.catalog("Add goal: {title}", title=short(title))) as session:
        number = year.plan.work_year
        return plan.add_goal(session, desk.community_id, number, {"title": title})


def add_item(desk: Desk, goal: UUID, title: str) -> UUID:
    with desk.store.write(desk.catalog("Add activity: {title}", title=short(title))) as session:
        return plan.add_item(session, goal, {"title": title})


def add_risk(desk: Desk, year: YearPlan, text: str) -> UUID:
    with desk.store.write(desk.catalog("Add risk: {title}", title=short(text))) as session:
        return plan.add_risk(session, desk.community_id, year.plan.work_year, text)


def remove(desk: Desk, rows: Sequence[Kept]) -> None:
    """Delete, and offer to take it back."""
    _, told = desk.catalog, what(desk, rows)
    with desk.store.write(_("Delete {what}", what=told)) as session:
        for row in rows:
            if isinstance(row, GoalRow):
                plan.remove_goal(session, row.id)
            elif isinstance(row, RiskRow):
                plan.remove_risk(session, row.id)
        plan.remove_items(session, [row.id for row in rows if isinstance(row, ItemRow)])
    desk.toast(_("Deleted: {what}", what=told), undo=True)


def put(desk: Desk, rows: Sequence[Kept], place: Place) -> None:
    """Move a goal, or put activities under a goal."""
    _ = desk.catalog
    with desk.store.write(_("Move {what}", what=what(desk, rows))) as session:
        if place.by:
            plan.move_goal(session, place.goal, place.by)
        else:
            ids = [row.id for row in rows if isinstance(row, ItemRow)]
            replan.place_items(session, ids, place.goal, place.before)


def copy_goals(desk: Desk, year: YearPlan) -> int:
    """Take over the goals of the year before; tells how many."""
    assert year.source is not None
    name = formats.work_year_name(year.source, desk.catalog.language)
    label = desk.catalog("Copy goals from {year}", year=name)
    with desk.store.write(label) as session:
        return replan.copy_goals(session, desk.community_id, year.source, year.plan.work_year)


def what(desk: Desk, rows: Sequence[Kept]) -> str:
    """One by its title, several by their number."""
    if len(rows) == 1:
        row = rows[0]
        return short(row.text if isinstance(row, RiskRow) else row.title)
    return desk.catalog.plural("{n} row", "{n} rows", len(rows))
