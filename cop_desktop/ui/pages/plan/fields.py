"""The fields of a goal, of activities, of a risk; and what Undo calls them."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import partial
from typing import Any

from cop_desktop.content import content
from cop_desktop.i18n import N_
from cop_desktop.models.vocabulary import Horizon, Progress
from cop_desktop.services.plan import GoalRow, ItemRow, RiskRow
from cop_desktop.ui.day_words import planning_words
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.forms import MIXED, Form
from cop_desktop.ui.people import People, offer

NAMES = {
    "title": N_("Title"),
    "measure": N_("Measure"),
    "horizon": N_("Horizon"),
    "owner": N_("Responsible"),
    "goal_id": N_("Goal"),
    "starts": N_("Begins"),
    "ends": N_("Ends"),
    "state": N_("Status"),
    "audience": N_("Audience"),
    "product": N_("Product"),
    "indicator": N_("Indicator"),
    "milestone": N_("Milestone"),
    "milestone_on": N_("Milestone on"),
    "text": N_("Risk"),
    "remedy": N_("What will be done then"),
}


def goal_form(desk: Desk) -> Form:
    form = _form(desk)
    _line(desk, form, "title")
    note = desk.catalog("How will it be seen that it was reached?")
    form.add_text("measure", _title(desk, "measure"), lines=2, note=note)
    form.add_choice("horizon", _title(desk, "horizon"), _words(desk, Horizon))
    return form


def item_form(desk: Desk) -> Form:
    form, title = _form(desk), partial(_title, desk)
    _line(desk, form, "title")
    _line(desk, form, "owner")
    form.add_choice("state", title("state"), _words(desk, Progress))
    form.add_date("starts", title("starts"))
    form.add_date("ends", title("ends"))
    for name in ("product", "audience", "indicator"):
        _line(desk, form, name)
    _line(desk, form, "milestone")
    form.add_date("milestone_on", title("milestone_on"))
    form.add_choice("goal_id", title("goal_id"), [])
    return form


def several_form(desk: Desk) -> Form:
    """What may be set in several activities at once."""
    form, title = _form(desk), partial(_title, desk)
    form.add_choice("state", title("state"), _words(desk, Progress))
    _line(desk, form, "owner")
    form.add_date("starts", title("starts"))
    form.add_date("ends", title("ends"))
    _line(desk, form, "audience")
    form.add_choice("goal_id", title("goal_id"), [])
    return form


def risk_form(desk: Desk) -> Form:
    form = _form(desk)
    _line(desk, form, "text")
    form.add_text("remedy", _title(desk, "remedy"), lines=3)
    return form


def offer_choices(form: Form, goals: Sequence[GoalRow], who: People) -> None:
    """Bring names and goals up to date, without disturbing what is shown."""
    offer(form, "owner", who)
    box = form.editor("goal_id")
    if [box.itemText(place) for place in range(box.count())] != [goal.title for goal in goals]:
        box.clear()
        for goal in goals:
            box.add(goal.title, goal.id)


def values_of(row: GoalRow | ItemRow | RiskRow, who: People) -> dict[str, Any]:
    """A row as its form shows it."""
    values = {name: getattr(row, name) for name in NAMES if hasattr(row, name)}
    if isinstance(row, ItemRow):
        values["owner"] = who.name_of(row.owner_id) or row.owner
    return values


def shared_values(rows: Sequence[ItemRow], who: People) -> dict[str, Any]:
    """Of several activities: what is the same in all, MIXED where they differ."""
    each = [values_of(row, who) for row in rows]
    return {
        name: each[0][name] if all(one[name] == each[0][name] for one in each) else MIXED
        for name in each[0]
    }


def _form(desk: Desk) -> Form:
    return Form(desk.look, desk.catalog, desk.today(), planning_words(desk.catalog, desk.layers))


def _title(desk: Desk, name: str) -> str:
    return desk.catalog(NAMES[name])


def _line(desk: Desk, form: Form, name: str) -> None:
    form.add_line(name, _title(desk, name))


def _words(desk: Desk, kind: Iterable[StrEnum]) -> list[tuple[StrEnum, str]]:
    texts = content(desk.catalog.language)
    return [(member, texts.word(member)) for member in kind]
