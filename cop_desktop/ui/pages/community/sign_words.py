"""Signs in words: the fact with its figure, and from how much on it is one."""

from collections.abc import Callable, Mapping

from cop_desktop import formats
from cop_desktop.content.method import method
from cop_desktop.i18n import Catalog
from cop_desktop.services.compass import Direction, Sign

Told = Callable[[Catalog, int], str]


def _percent(_: Catalog, n: int) -> str:
    return formats.percent(n / 100, _.language)


FACTS: Mapping[str, Told] = {
    "core_formed": lambda _, n: _.plural(
        "{n} member in the leading core", "{n} members in the leading core", n
    ),
    "first_meetings": lambda _, n: _.plural(
        "{n} meeting in the last year", "{n} meetings in the last year", n
    ),
    "roles_taken": lambda _, n: _.plural(
        "{n} of seven roles is held", "{n} of seven roles are held", n
    ),
    "domain_agreed": lambda _, n: (
        _("The charter names the domain") if n else _("No charter in force names the domain")
    ),
    "one_does_all": lambda _, n: _.plural(
        "{n} person holds a role, leads or owns a product",
        "{n} people hold a role, lead or own a product",
        n,
    ),
    "plans_without_meeting": lambda _, n: _.plural(
        "{n} month of preparing without a meeting",
        "{n} months of preparing without a meeting",
        n,
    ),
    "steady_rhythm": lambda _, n: _.plural(
        "{n} meeting without a long gap", "{n} meetings without a long gap", n
    ),
    "roles_beyond_leader": lambda _, n: _(
        "{share} of role seats are held by others than the leader", share=_percent(_, n)
    ),
    "first_products": lambda _, n: _.plural(
        "{n} product approved or published", "{n} products approved or published", n
    ),
    "rules_approved": lambda _, n: _(
        "{share} of the members approved rules of trust", share=_percent(_, n)
    ),
    "rhythm_broken": lambda _, n: _.plural(
        "{n} day since the last meeting", "{n} days since the last meeting", n
    ),
    "attendance_drops": lambda _, n: (
        _.plural(
            "Attendance of the last three meetings fell by {n} point",
            "Attendance of the last three meetings fell by {n} points",
            n,
        )
        if n
        else _("Attendance of the last three meetings did not fall")
    ),
    "leader_alone": lambda _, n: _(
        "{share} of role seats are held by the leader", share=_percent(_, n)
    ),
    "trust_leaked": lambda _, n: _.plural(
        "{n} breach of confidence noted in half a year",
        "{n} breaches of confidence noted in half a year",
        n,
    ),
    "members_join": lambda _, n: _.plural(
        "{n} newcomer in the last year", "{n} newcomers in the last year", n
    ),
    "reach_outside": lambda _, n: _.plural("{n} product published", "{n} products published", n),
    "all_roles": lambda _, n: _.plural(
        "{n} of seven roles is held", "{n} of seven roles are held", n
    ),
    "led_by_members": lambda _, n: _(
        "{share} of the meeting time is led by members other than the leader",
        share=_percent(_, n),
    ),
    "newcomers_leave": lambda _, n: _(
        "{share} of the year's newcomers did not come back", share=_percent(_, n)
    ),
    "products_stall": lambda _, n: _.plural(
        "{n} draft has not moved for four months", "{n} drafts have not moved for four months", n
    ),
    "topics_renewed": lambda _, n: _.plural(
        "{n} new topic in the last year", "{n} new topics in the last year", n
    ),
    "leaders_renewed": lambda _, n: _.plural(
        "{n} change of leader in two years", "{n} changes of leader in two years", n
    ),
    "routines_last": lambda _, n: _.plural(
        "{n} routine kept for half a year or more", "{n} routines kept for half a year or more", n
    ),
    "goals_reached": lambda _, n: _(
        "{share} of the goals whose time has come are reached", share=_percent(_, n)
    ),
    "same_hands": lambda _, n: _.plural(
        "{n} month since a role changed hands", "{n} months since a role changed hands", n
    ),
    "spark_gone": lambda _, n: (
        _.plural(
            "Attendance or ratings are {n} point below the year before",
            "Attendance or ratings are {n} points below the year before",
            n,
        )
        if n
        else _("Attendance and ratings are not below the year before")
    ),
    "closed_door": lambda _, n: _.plural(
        "{n} month since anybody joined", "{n} months since anybody joined", n
    ),
    "needs_forgotten": lambda _, n: _.plural(
        "{n} month without a new look at the needs",
        "{n} months without a new look at the needs",
        n,
    ),
    "decision_taken": lambda _, n: (
        _("The decision is written down") if n else _("No decision is written down yet")
    ),
    "new_beginning": lambda _, n: _.plural(
        "{n} meeting is set for after the decision",
        "{n} meetings are set for after the decision",
        n,
    ),
    "no_decision": lambda _, n: _.plural(
        "{n} month without a decision", "{n} months without a decision", n
    ),
    "quiet_fade": lambda _, n: _.plural(
        "{n} meeting in the last half year", "{n} meetings in the last half year", n
    ),
}
SHARES = frozenset(
    {"roles_beyond_leader", "rules_approved", "leader_alone", "led_by_members",
     "newcomers_leave", "goals_reached"}
)  # fmt: skip
UNITS: Mapping[str, Told] = {  # of thresholds; a bare number counts what the fact counts
    **dict.fromkeys(SHARES, _percent),
    "rhythm_broken": lambda _, n: _.plural("{n} day", "{n} days", n),
    **dict.fromkeys(
        ("plans_without_meeting", "same_hands", "closed_door", "needs_forgotten", "no_decision"),
        lambda _, n: _.plural("{n} month", "{n} months", n),
    ),
    **dict.fromkeys(
        ("attendance_drops", "spark_gone"), lambda _, n: _.plural("{n} point", "{n} points", n)
    ),
}
YES_NO = frozenset({"domain_agreed", "decision_taken"})  # have no threshold worth changing


def sign_words(sign: Sign, _: Catalog) -> str:
    """The fact with its figure; and, where it does not hold, from how much on it would."""
    if sign.by_hand:
        return title(sign, _)
    if sign.value is None:
        return _("{fact}: the file cannot tell yet", fact=title(sign, _))
    fact = FACTS[sign.fact](_, sign.value)
    if sign.holds or sign.fact in YES_NO:
        return fact
    needed = threshold(sign.fact, sign.needed, _)
    if sign.direction is Direction.AT_MOST:
        return _("{fact} (a sign from {n} down)", fact=fact, n=needed)
    return _("{fact} (a sign from {n} on)", fact=fact, n=needed)


def title(sign: Sign, _: Catalog) -> str:
    """What the method calls it."""
    text = method(_.language).stage(sign.stage)
    return (text.falling_back if sign.back else text.moved_on)[sign.fact]


def threshold(key: str, n: int, _: Catalog) -> str:
    """A threshold with its unit: `18 months`, `50%`, `3`."""
    return UNITS[key](_, n) if key in UNITS else str(n)
