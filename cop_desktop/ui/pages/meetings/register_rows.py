"""The lines of the register: in what order they are shown, and in which columns."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.models.vocabulary import Progress
from cop_desktop.services.register import Agreed, Entry
from cop_desktop.services.search import fold
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.tables import Badge, Column, Lead

from .decision_line import PROGRESS_ICONS
from .line_steps import ACTIONS, DECISIONS

STEPS = {Agreed.DECISION: DECISIONS, Agreed.ACTION: ACTIONS}
ICONS = {Agreed.DECISION: "ph.check-square", Agreed.ACTION: "ph.clipboard-text"}
TONES = {Progress.DONE: "accent", Progress.UNDER_WAY: "amber"}
FAR = date.max  # what has no day comes last
ORDERS: dict[str, Callable[[Entry], Any]] = {
    "text": lambda it: fold(it.text),
    "owner": lambda it: (not it.owner, fold(it.owner)),
    "due": lambda it: (it.due or FAR, it.on or FAR),
    "state": lambda it: list(Progress).index(it.state),
    "on": lambda it: it.on or FAR,
}


def columns(desk: Desk) -> list[Column[Entry]]:
    """What the table shows of a line."""
    _, words = desk.catalog, content(desk.catalog.language)
    names = {Agreed.DECISION: _("Decision"), Agreed.ACTION: _("Task")}

    def due(row: Entry) -> str:
        return formats.date_medium(row.due, _.language) if row.due else ""

    def source(row: Entry) -> str:
        on = formats.day_and_month(row.on, _.language) if row.on else ""
        return formats.dotted(on, row.topic)

    def late(row: Entry) -> Badge | None:
        return Badge("ph.warning", "brick") if row.late(desk.today()) else None

    def state(row: Entry) -> Badge:
        return Badge(PROGRESS_ICONS[row.state], TONES.get(row.state, "quiet"))

    return [
        Column(_("What was agreed"), lambda row: row.text, "text",
               lambda row: Lead(ICONS[row.what]), 260, 3, strong=True),
        Column(_("Kind"), lambda row: names[row.what], "", None, 90, 0),
        Column(_("Who"), lambda row: row.owner, "owner", None, 130, 0),
        Column(_("Until"), due, "due", late, 164, 0),
        Column(_("Progress"), lambda row: words.word(row.state), "state", state, 120, 0),
        Column(_("Meeting"), source, "on", None, 150, 1),
    ]  # fmt: skip
