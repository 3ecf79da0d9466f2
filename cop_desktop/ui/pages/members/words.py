"""What the file says of a member's part, in sentences: facts first, the circle after."""

from collections.abc import Iterator

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import CAME, Consent

from .reading import OneMember

Fact = tuple[str, str]  # icon, sentence
CAME_TO, LED, OWNS = "ph.calendar-check", "ph.chalkboard-teacher", "ph.package"
MENTOR, MENTEES, CONSENT = "ph.users", "ph.user-focus", "ph.check-circle"
JOINED, LEFT = "ph.sign-in", "ph.sign-out"
FACTS = (CAME_TO, LED, OWNS, MENTOR, MENTEES, CONSENT, JOINED, LEFT)  # in the order they stand


def facts(one: OneMember, _: Catalog) -> Iterator[Fact]:
    """The sentences under a member's name."""
    yield CAME_TO, _meetings(one, _)
    if led := one.facts.led:
        yield (
            LED,
            _.plural("Led {n} agenda block this year", "Led {n} agenda blocks this year", led),
        )
    if owned := one.facts.products:
        yield OWNS, _.plural("Owns {n} product", "Owns {n} products", owned)
    yield from _company(one, _)
    yield from _dates(one, _)


def suggestion(one: OneMember, _: Catalog) -> str:
    """The circle that follows from the facts; never a verdict."""
    if one.facts.is_new:
        return _("New here: too early for a suggestion. The leader decides.")
    if one.facts.suggested is None:
        return _("No meeting has been held yet, so nothing is suggested. The leader decides.")
    circle = content(_.language).word(one.facts.suggested)
    return _("Suggested from the facts: {circle}. The leader decides.", circle=circle)


def _meetings(one: OneMember, _: Catalog) -> str:
    marks = one.marks[-one.facts.meetings :] if one.facts.meetings else ()
    if not marks:
        return _("No meeting held since joining")
    came = sum(mark in CAME for mark in marks)
    return _.plural(
        "Came to {came} of the last meeting", "Came to {came} of the last {n} meetings",
        len(marks), came=came,
    )  # fmt: skip


def _company(one: OneMember, _: Catalog) -> Iterator[Fact]:
    if one.detail.mentor:
        yield MENTOR, _("Accompanied by {name}", name=one.detail.mentor)
    if one.detail.mentees:
        names = formats.listed(one.detail.mentees, _.language)
        yield MENTEES, _("Accompanies {names}", names=names)


def _dates(one: OneMember, _: Catalog) -> Iterator[Fact]:
    values = one.detail.values
    if values["consent"] != Consent.NOT_ASKED:
        state = content(_.language).word(values["consent"])
        on = values["consent_on"]
        day = formats.date_short(on, _.language) if on else ""
        yield (
            CONSENT,
            _("Line manager's consent: {state}, {day}", state=state, day=day)
            if day
            else _("Line manager's consent: {state}", state=state),
        )
    if one.row.joined:
        day = formats.month_and_year(one.row.joined, _.language)
        yield JOINED, _("Here since {day}", day=day)
    if one.row.left:
        day = formats.date_short(one.row.left, _.language)
        yield LEFT, _("Left on {day}", day=day)
