"""The thresholds of the lifecycle compass, as they stand beside those of the warning signs."""

from collections.abc import Mapping

from cop_desktop.content import content, shapes
from cop_desktop.content.method import method
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services.compass.figures import AT_MOST
from cop_desktop.services.compass.signs import RULE

Row = tuple[str, str, str, str, str, int]  # rule, name, title, what it means, unit, default

UNITS: Mapping[str, str] = {  # the others count members, meetings, roles, products …
    **dict.fromkeys(
        ("roles_beyond_leader", "rules_approved", "leader_alone", "led_by_members",
         "newcomers_leave", "goals_reached", "turnover_left", "turnover_joined"), "percent",
    ),
    **dict.fromkeys(("attendance_drops", "spark_gone"), "points"),
    **dict.fromkeys(
        ("plans_without_meeting", "same_hands", "closed_door", "needs_forgotten", "no_decision"),
        "months",
    ),
    "rhythm_broken": "days",
}  # fmt: skip
TURNOVER = {
    "turnover_left": N_("Who left, of the members when the stage was recorded"),
    "turnover_joined": N_("Who joined, of the members when the stage was recorded"),
}


def compass_limits(_: Catalog) -> Mapping[str, list[Row]]:
    """By the name of their stage; last what asks for a new look at it."""
    default = shapes.compass_thresholds()
    found: dict[str, list[Row]] = {}
    for stage, shape in shapes.stages().items():
        marks = (*shape.moved_on, *shape.falling_back)
        computed = [it.key for it in marks if it.computed and it.key in default]
        name = _("Compass: {stage}", stage=content(_.language).word(stage))
        if computed:
            found[name] = [_row(key, _sign(stage, key, _), default[key], _) for key in computed]
    turnover = [key for key in TURNOVER if key in default]
    if turnover:
        found[_("Compass: a new look at the stage")] = [
            _row(key, _(TURNOVER[key]), default[key], _) for key in turnover
        ]
    return found


def _row(key: str, title: str, default: int, _: Catalog) -> Row:
    words = _("A sign from here down") if key in AT_MOST else _("A sign from here on")
    return RULE, key, title, words, UNITS.get(key, ""), default


def _sign(stage: Stage, key: str, _: Catalog) -> str:
    text = method(_.language).stage(stage)
    return {**text.moved_on, **text.falling_back}[key]
