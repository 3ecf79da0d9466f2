"""The words of an import: outcomes, fields, values side by side."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import N_, Catalog
from cop_desktop.intake.fields import ROSTER

from .look import Outcome

Chips = Mapping[Outcome, tuple[str, str, str]]
# outcome → its word, the icon and the tone of its chip
OUTCOMES: Chips = {
    Outcome.NEW: (N_("New"), "ph.user-plus", "accent"),
    Outcome.UPDATE: (N_("Will be updated"), "ph.arrows-clockwise", "accent"),
    Outcome.SAME: (N_("Already here"), "ph.check", "quiet"),
    Outcome.DECIDE: (N_("To decide"), "ph.question", "amber"),
    Outcome.SKIPPED: (N_("Skipped"), "ph.minus", "quiet"),
    Outcome.REFUSED: (N_("Not imported"), "ph.warning-circle", "brick"),
}
FIELD_LABELS: Mapping[str, str] = {field.key: field.label for field in ROSTER.fields}
MATCHED_BY: Mapping[str, str] = {
    "name": N_("name"),
    "email": N_("e-mail"),
    "mobile": N_("mobile"),
    "organisation": N_("organisation"),
}


def shown(value: object, _: Catalog) -> str:
    """A value of a member as a person reads it."""
    if isinstance(value, StrEnum):
        return content(_.language).word(value)
    if isinstance(value, date):
        return formats.date_short(value, _.language)
    return "" if value is None else str(value)
