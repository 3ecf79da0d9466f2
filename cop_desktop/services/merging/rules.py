"""What may be written where two copies contradict: by the rules of the field's own form."""

from collections.abc import Mapping
from datetime import date
from enum import Enum, auto

from sqlalchemy import Date, Integer, String

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import Base
from cop_desktop.services import (
    actions,
    agenda_fields,
    attendance,
    attendance_rules,
    breaches,
    cards,
    charter,
    communities,
    conclusions,
    days,
    decisions,
    feedback,
    meetings,
    members,
    needs,
    notes,
    organisations,
    plan,
    products,
    roles,
    routines,
    self_check,
    stakeholders,
    stories,
    thresholds,
    topics,
    tracks,
    turnings,
)
from cop_desktop.services.editing import Cleaner, Fields, line, prose, whole

from .reading import as_kept
from .registers import Value
from .replica import Cell

UNFIT = N_("This cannot be kept here. Write it as in the values above.")
_RATING: Fields = {"rating": whole(feedback.SCALE[0], feedback.SCALE[-1])}
_FIELDS: Mapping[str, Fields] = {
    "action": actions.FIELDS, "agenda_item": agenda_fields.FIELDS, "agenda_track": tracks.FIELDS,
    "attendance": attendance.FIELDS, "attendance_rule": attendance_rules.FIELDS,
    "charter": charter.FIELDS, "collated_card": cards.FIELDS,
    "community": {name: it for name, it in communities.FIELDS.items() if name != "language"},
    "conclusion": conclusions.FIELDS, "decision": decisions.FIELDS, "feedback": feedback.FIELDS,
    "feedback_rating": _RATING, "goal": plan.GOAL_FIELDS, "meeting": meetings.FIELDS,
    "meeting_day": days.FIELDS, "meeting_note": notes.FIELDS, "member": members.FIELDS,
    "need": needs.FIELDS, "organisation": organisations.FIELDS, "plan_item": plan.ITEM_FIELDS,
    "product": products.FIELDS, "risk": plan.RISK_FIELDS, "role_holding": roles.FIELDS,
    "routine": routines.FIELDS, "rule_breach": breaches.FIELDS, "self_check": self_check.FIELDS,
    "self_check_answer": _RATING, "stakeholder": stakeholders.FIELDS,
    "stage_record": {"decided_by": line, "reason": prose, "evidence": prose},
    "threshold": {"value": whole(0, thresholds.MOST)}, "topic": topics.FIELDS,
    "turning": turnings.FIELDS, "value_story": stories.FIELDS,
}  # fmt: skip


class How(Enum):
    """With what something else is written."""

    LINE = auto()
    PROSE = auto()
    NUMBER = auto()
    DAY = auto()


_HOW: Mapping[type[object], How] = {String: How.LINE, Integer: How.NUMBER, Date: How.DAY}


def how(cell: Cell) -> How | None:
    """How something else than the values at hand is written; None where one of them is chosen."""
    table, _row, column = cell
    rule = _rule(cell)
    if rule is None:
        return None
    kind: type[object] = type(Base.metadata.tables[table].columns[column].type)
    if kind is String and rule is prose:
        return How.PROSE
    return _HOW.get(kind)


def fitting(cell: Cell, written: str | date) -> Value:
    """What is written there, as the file keeps it; raises UserError as the form does."""
    table, _row, column = cell
    if (rule := _rule(cell)) is None:
        raise KeyError(cell)
    try:
        value = rule(written)
    except (ValueError, TypeError):
        raise UserError(UNFIT) from None
    if value is None:
        raise UserError(UNFIT)
    return as_kept(table, column, value)


def _rule(cell: Cell) -> Cleaner | None:
    table, _row, column = cell
    told = Base.metadata.tables[table].columns
    linked = column in told and told[column].foreign_keys
    return None if linked else _FIELDS.get(table, {}).get(column)
