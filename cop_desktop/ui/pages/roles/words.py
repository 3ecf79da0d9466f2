"""Sentences of this page."""

from datetime import date

from cop_desktop import formats
from cop_desktop.i18n import N_, Catalog
from cop_desktop.services.candidates import Candidate
from cop_desktop.services.roles import Holding

SHARE = N_(
    "Share of the leader: the seats the community's leader holds, of all seats held. "
    "It falls as others take roles upon themselves."
)
CONCENTRATION = N_(
    "Concentration: 0 % when all members hold equally many roles, near 100 % when one holds all."
)


def span(term: Holding, today: date, _: Catalog) -> str:
    """When a term runs, in words."""
    language = _.language
    since = formats.date_medium(term.since, language)
    if term.until is not None:
        return _("{since} to {until}", since=since, until=formats.date_medium(term.until, language))
    if term.since > today:
        return _("from {since}", since=since)
    return _("since {since}, {length}", since=since, length=length(term.since, today, _))


def length(since: date, until: date, _: Catalog) -> str:
    """How long, in the largest unit that says it well."""
    days = (until - since).days
    for unit, size, least in (("year", 365, 730), ("month", 30, 60), ("week", 7, 14)):
        if days >= least:
            return formats.counted(days // size, unit, _.language)
    return formats.counted(max(days, 0), "day", _.language) if days > 0 else _("from today")


def reason_in_short(candidate: Candidate, _: Catalog) -> str:
    """The same in one line."""
    facts = _.plural(
        "came to {came} of {n} meeting, holds no role",
        "came to {came} of {n} meetings, holds no role",
        candidate.meetings,
        came=candidate.came,
    )
    told = _("Suggestion: {name}, {facts}", name=candidate.name, facts=facts)
    if not candidate.led:
        return told
    led = _.plural("led {n} block in this spirit", "led {n} blocks in this spirit", candidate.led)
    return formats.dotted(told, led)


def reason(candidate: Candidate, _: Catalog) -> str:
    """Who might fit, and why: a proposal for the leader to weigh."""
    why = _.plural(
        "Suggestion: {name}. Came to {came} of {n} meeting and holds no role.",
        "Suggestion: {name}. Came to {came} of {n} meetings and holds no role.",
        candidate.meetings, name=candidate.name, came=candidate.came,
    )  # fmt: skip
    if not candidate.led:
        return why
    led = _.plural("Led {n} block in this spirit.", "Led {n} blocks in this spirit.", candidate.led)
    return f"{why} {led}"
