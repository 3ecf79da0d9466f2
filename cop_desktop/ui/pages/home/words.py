"""What home says: greetings, what is missing before a meeting, and what needs care, as data."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.services.care import Care
from cop_desktop.services.readiness import Check

# (from this hour on, without a name, with one)
GREETINGS = (
    (5, N_("Good morning"), N_("Good morning, {name}")),
    (12, N_("Good afternoon"), N_("Good afternoon, {name}")),
    (17, N_("Good evening"), N_("Good evening, {name}")),
)
MISSING = {  # of a meeting, by the key of the check
    "place": N_("place"),
    "purpose": N_("purpose"),
    "agenda": N_("agenda"),
    "leaders": N_("who leads each item"),
    "invitation": N_("invitation"),
    "materials": N_("materials"),
    "reminder": N_("reminder"),
}
Teller = Callable[[Catalog, Care], str]


@frozen
class Telling:
    """How a kind of care is told: an icon, two lines, and the word of what one can do."""

    icon: str
    tone: str
    first: Teller
    second: Teller
    action: str  # message id
    command: str = ""  # of the window, where no page mends it


def greeting(_: Catalog, hour: int, name: str) -> str:
    """By the hour of the day (0–23); night belongs to the evening before."""
    fitting = [row for row in GREETINGS if row[0] <= hour] or [GREETINGS[-1]]
    plain, personal = fitting[-1][1:]
    return _(personal, name=name) if name else _(plain)


def today_words(_: Catalog, today: date) -> str:
    """The civil and the Hebrew date."""
    lang = _.language
    return formats.dotted(formats.date_long(today, lang), formats.hebrew_date(today, lang))


def missing(_: Catalog, checks: Sequence[Check]) -> str:
    """What is not ready yet: two things by name, more as a count."""
    left = [_(MISSING[it.key]) for it in checks if not it.done]
    if not left:
        return ""
    if len(left) > 2:
        return _.plural("{n} thing left", "{n} things left", len(left))
    return _("still to do: {things}", things=formats.listed(left, _.language))


def _day(_: Catalog, care: Care) -> str:
    return formats.day_and_month(care.on, _.language) if care.on else ""


def _no_meeting(_: Catalog, care: Care) -> str:
    if care.on is None:
        return _("A steady rhythm carries a community")
    return _("The last one was on {day}", day=_day(_, care))


def _role(_: Catalog, care: Care) -> str:
    if care.role is None:
        return ""
    name = content(_.language).word(care.role)
    if care.count == 1:
        return name
    others = care.count - 1
    return _.plural("{name} and {n} more", "{name} and {n} more", others, name=name)


def _at_risk(_: Catalog, care: Care) -> str:
    day, others = _day(_, care), care.count - 1
    if not others:
        return formats.dotted(care.name, day)
    names = _.plural("{name} and {n} more", "{name} and {n} more", others, name=care.name)
    return formats.dotted(names, day)


def _joined(_: Catalog, care: Care) -> str:
    if care.on is None:
        return care.name
    return _("{name} · joined on {day}", name=care.name, day=_day(_, care))


CARE: Mapping[str, Telling] = {
    "contradictions": Telling(
        "ph.git-branch", "amber",
        lambda _, care: _.plural(
            "{n} contradiction waits for a decision",
            "{n} contradictions wait for a decision", care.count,
        ),
        lambda _, _care: _("Two copies of the file said different things"), N_("Decide"),
        "contradictions",
    ),
    "no_meeting": Telling(
        "ph.calendar-x", "brick",
        lambda _, _care: _("No meeting is planned"), _no_meeting, N_("Plan a meeting"),
    ),
    "long_gap": Telling(
        "ph.hourglass", "amber",
        lambda _, care: _(
            "{weeks} without a meeting",
            weeks=formats.counted(round(care.count / 7), "week", _.language),
        ),
        lambda _, care: _("After the meeting on {day}", day=_day(_, care)), N_("Plan a meeting"),
    ),
    "summary_unsent": Telling(
        "ph.clock-counter-clockwise", "brick",
        lambda _, care: _("Summary of meeting {n} not sent yet", n=care.count),
        lambda _, care: _("Due on {day} · {name}", name=care.name, day=_day(_, care)),
        N_("Open"),
    ),
    "decisions_overdue": Telling(
        "ph.warning", "brick",
        lambda _, care: _.plural(
            "{n} decision is past its day", "{n} decisions are past their day", care.count
        ),
        lambda _, care: _("Since {day} · {name}", name=care.name, day=_day(_, care)),
        N_("Open"),
    ),
    "actions_overdue": Telling(
        "ph.warning", "brick",
        lambda _, care: _.plural(
            "{n} task is overdue", "{n} tasks are overdue", care.count
        ),
        lambda _, care: _("Since {day} · {name}", name=care.name, day=_day(_, care)),
        N_("Open"),
    ),
    "hours_at_risk": Telling(
        "ph.hourglass", "amber",
        lambda _, care: _.plural(
            "{n} member needs the next meeting", "{n} members need the next meeting", care.count
        ),
        _at_risk, N_("Open"),
    ),
    "activities_late": Telling(
        "ph.repeat", "amber",
        lambda _, care: _.plural(
            "{n} activity of the plan is late", "{n} activities of the plan are late", care.count
        ),
        lambda _, care: _("Until {day} · {name}", name=care.name, day=_day(_, care)),
        N_("Open"),
    ),
    "seats_empty": Telling(
        "ph.warning", "amber",
        lambda _, care: _.plural(
            "{n} role waits for somebody", "{n} roles wait for somebody", care.count
        ),
        _role, N_("Ideas"),
    ),
    "no_roles": Telling(
        "ph.compass", "amber",
        lambda _, _care: _("Nobody holds a role yet"),
        lambda _, _care: _("Seven roles share out what carries a community"),
        N_("Hand out roles"),
    ),
    "terms_ending": Telling(
        "ph.repeat", "quiet",
        lambda _, care: _.plural(
            "{n} role changes hands soon", "{n} roles change hands soon", care.count
        ),
        lambda _, care: _("Until {day} · {name}", name=care.name, day=_day(_, care)),
        N_("Ideas"),
    ),
    "charter_review": Telling(
        "ph.handshake", "amber",
        lambda _, _care: _("The day of the charter's review has come"),
        lambda _, care: _("Since {day}", day=_day(_, care)), N_("Open"),
    ),
    "new_without_mentor": Telling(
        "ph.leaf", "accent",
        lambda _, care: _.plural(
            "{n} new member without a mentor", "{n} new members without a mentor", care.count
        ),
        _joined, N_("Assign"),
    ),
    "consent_missing": Telling(
        "ph.pen-nib", "quiet",
        lambda _, care: _.plural(
            "The line manager of {n} member has not agreed yet",
            "The line managers of {n} members have not agreed yet", care.count,
        ),
        _joined, N_("Open"),
    ),
}  # fmt: skip
