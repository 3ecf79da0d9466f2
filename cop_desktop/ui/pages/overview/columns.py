"""The columns of the overview, and how its rows are put in order."""

from collections.abc import Callable, Mapping
from typing import Any

from cop_desktop import formats
from cop_desktop.export.reports import overview_words as words
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services.overview import OverviewRow, Sending
from cop_desktop.services.search import fold
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.overview_marks import SENDING, stage_colour
from cop_desktop.ui.tables import Badge, Column, Lead

_STAGES = [it.value for it in Stage]
_SENDING = list(Sending)
ORDERS: Mapping[str, Callable[[OverviewRow], Any]] = {
    "name": lambda it: fold(it.name),
    "stage": lambda it: _STAGES.index(it.stage) if it.stage in _STAGES else None,
    "rhythm": lambda it: it.rhythm,
    "attendance": lambda it: it.attendance,
    "roles": lambda it: it.roles_filled,
    "products": lambda it: it.products,
    "agree": lambda it: it.agree,
    "signs": lambda it: len(it.signs),
    "as_of": lambda it: it.as_of,
    "sending": lambda it: _SENDING.index(it.sending),
}


def columns(desk: Desk) -> list[Column[OverviewRow]]:
    """What a coordinator compares, side by side."""
    _, theme = desk.catalog, desk.look.theme

    return [
        Column(_("Community"), lambda it: it.name, "name", width=150, stretch=4, strong=True),
        Column(_("Stage"), lambda it: words.stage(it.stage, _), "stage",
               lambda it: Lead("ph.circle-fill", stage_colour(theme, it.stage).name())
               if it.stage else None, width=128),
        Column(_("Rhythm"), lambda it: words.rhythm(it, _), "rhythm", width=112),
        Column(_("Attendance"), lambda it: words.percent(it.attendance, _), "attendance",
               width=84, stretch=0),
        Column(_("Roles"), lambda it: words.roles(it, _), "roles", width=74, stretch=0),
        Column(_("Products"), lambda it: words.number(it.products if it.as_of else None, _),
               "products", width=74, stretch=0),
        Column(_("Agree"), lambda it: words.percent(it.agree, _), "agree", width=70, stretch=0),
        Column(_("Signs"), lambda it: str(len(it.signs) or ""), "signs",
               lambda _row: Badge("ph.lamp", "amber"), width=68, stretch=0),
        Column(_("Last package"), lambda it: _day(it, desk), "as_of", width=106),
        Column(_("Sending"), lambda it: _(words.SENDING[it.sending]), "sending",
               lambda it: SENDING[it.sending], width=134),
    ]  # fmt: skip


def _day(row: OverviewRow, desk: Desk) -> str:
    if row.as_of is None:
        return words.UNTOLD
    return formats.date_short(row.as_of, desk.catalog.language)
