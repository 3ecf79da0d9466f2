"""Sentences of this page."""

from collections.abc import Callable, Mapping
from datetime import date

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.i18n import N_, Catalog
from cop_desktop.services.decentralisation import Point
from cop_desktop.services.roles import Holding
from cop_desktop.services.rotation import Proposal, Reason, Why

SHARE = N_(
    "Share of the leader: the seats the community's leader holds, of all seats held. "
    "It falls as others take roles upon themselves."
)
CONCENTRATION = N_(
    "Concentration: 0 % when all members hold equally many roles, near 100 % when one holds all."
)

OTHERS = N_(
    "What others carry: of the minutes led, the seats held and the tasks taken, the part that is "
    "not the leader's. Guests count as others; breaks, blocks with nobody's name and tasks of no "
    "meeting are left out. How much to expect in a stage is our own suggestion."
)
_BESIDE_STAGE = {
    -1: N_("People other than the leader carry {shares}. In the stage “{stage}” one may expect "
           "more: {band}. {why}"),
    0: N_("People other than the leader carry {shares}. That suits the stage “{stage}”: {band}."),
    1: N_("People other than the leader carry {shares}. That is more than the stage “{stage}” "
          "usually has: {band}."),
}  # fmt: skip


def span(term: Holding, today: date, _: Catalog) -> str:
    """When a term runs, in words."""
    language = _.language
    since = formats.date_medium(term.since, language)
    if term.until is not None:
        return _("{since} to {until}", since=since, until=formats.date_medium(term.until, language))
    if term.since > today:
        return _("from {since}", since=since)
    if term.planned_until is not None:
        return _("until {date}, as planned", date=formats.date_short(term.planned_until, language))
    return _("since {since}, {length}", since=since, length=length(term.since, today, _))


def ends(term: Holding, today: date, _: Catalog) -> str:
    """That somebody's term ends, or should have ended."""
    day = term.ends or today
    told = formats.date_medium(day, _.language)
    if day < today:
        return _("The term of {name} was to end on {date}", name=term.name, date=told)
    return _("The term of {name} ends on {date}", name=term.name, date=told)


def length(since: date, until: date, _: Catalog) -> str:
    """How long, in the largest unit that says it well."""
    days = (until - since).days
    for unit, size, least in (("year", 365, 730), ("month", 30, 60), ("week", 7, 14)):
        if days >= least:
            return formats.counted(days // size, unit, _.language)
    return formats.counted(max(days, 0), "day", _.language) if days > 0 else _("from today")


def reason_in_short(proposal: Proposal, _: Catalog) -> str:
    """Who might fit, and the facts, in one line."""
    facts = formats.listed([_fact(it, _) for it in proposal.reasons], _.language)
    return _("Suggestion: {name}, {facts}", name=proposal.name, facts=facts)


def facts(proposal: Proposal, _: Catalog) -> tuple[str, ...]:
    """Each fact that speaks for somebody, on its own."""
    return tuple(_fact(it, _) for it in proposal.reasons)


def spread(point: Point, _: Catalog) -> str:
    """What others than the leader carry, beside what the stage expects, in a sentence."""
    shares = (
        (point.led, N_("{share} of the minutes led")),
        (point.held, N_("{share} of the seats")),
        (point.owned, N_("{share} of the tasks")),
    )
    known = [
        _(words, share=formats.percent(share, _.language))
        for share, words in shares
        if share is not None
    ]
    if not known:
        return ""
    told = _carried(point, formats.listed(known, _.language), _)
    if round(100 * point.unled) < 1:
        return told
    share = formats.percent(point.unled, _.language)
    left = _("Left out: {share} of the minutes, for which nobody is named.", share=share)
    return " ".join((told, left))


def _carried(point: Point, told: str, _: Catalog) -> str:
    if point.stage is None or point.band is None:
        return _("People other than the leader carry {shares}.", shares=told)
    return _(
        _BESIDE_STAGE[point.against], shares=told, stage=content(_.language).word(point.stage),
        band=_band(point, _), why=method(_.language).band(point.stage),
    )  # fmt: skip


def expected(point: Point, _: Catalog) -> str:
    """What the stage of a day expects."""
    if point.stage is None or point.band is None:
        return _("no stage is recorded")
    stage = content(_.language).word(point.stage)
    return _("{stage}: {band} is to be expected", stage=stage, band=_band(point, _))


def _band(point: Point, _: Catalog) -> str:
    assert point.band is not None
    low, high = (formats.number(it, _.language) for it in (point.band.low, point.band.high))
    return _("{low} to {high} percent", low=low, high=high)


def _fact(reason: Reason, _: Catalog) -> str:
    """A reason as a part of a sentence."""
    return _FACTS[reason.why](reason, _)


_FACTS: Mapping[Why, Callable[[Reason, Catalog], str]] = {
    Why.LOOKED_ON: lambda it, _: _.plural(
        "looked on for {n} meeting", "looked on for {n} meetings", it.n
    ),
    Why.LED: lambda it, _: _.plural(
        "led {n} block in this spirit", "led {n} blocks in this spirit", it.n
    ),
    Why.CAME: lambda it, _: _.plural(
        "came to {came} of {n} meeting", "came to {came} of {n} meetings", it.of, came=it.n
    ),
    Why.HOLDS_NOTHING: lambda _it, _: _("holds no role"),
    Why.HOLDS_LESS: lambda it, _: _.plural("holds {n} role only", "holds {n} roles only", it.n),
    Why.NEW_HOME: lambda it, _: _("comes from {name}, which holds no role yet", name=it.name),
    Why.FIRST_TIME: lambda _it, _: _("never held this role"),
}
