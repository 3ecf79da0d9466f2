"""What a community sent, as lines: an icon with its colour, what it is, what is told of it."""

from collections.abc import Callable, Iterator, Mapping

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.export.reports import overview_words as words
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import (
    MeetingKind,
    MeetingState,
    OrganisationKind,
    ProductKind,
    ProductStatus,
    Role,
)
from cop_desktop.services.overview import Drill
from cop_desktop.ui.overview_marks import STATES, stage_colour
from cop_desktop.ui.theme import ROLE_ICONS, Theme

LAST = 8  # meetings and packages that are told line by line


@frozen
class Told:
    """A line."""

    icon: str
    first: str
    second: str = ""
    colour: str = ""


def stages(drill: Drill, _: Catalog, theme: Theme) -> Iterator[Told]:
    """The way through the stages, the present one first."""
    for it in reversed(drill.stages):
        day = formats.month_and_year(it.since, _.language)
        told = _("since {month}", month=day)
        colour = stage_colour(theme, it.stage).name()
        yield Told("ph.circle-fill", words.stage(it.stage, _), told, colour)


def meetings(drill: Drill, _: Catalog, theme: Theme) -> Iterator[Told]:
    """The last meetings: when, what kind, who came."""
    for it in drill.meetings[-LAST:][::-1]:
        came = ""
        if it.came is not None and it.expected:
            came = _("{n} of {all} came", n=it.came, all=it.expected)
        kind = words.word(it.kind, MeetingKind, _)
        state = words.word(it.state, MeetingState, _)
        day = formats.date_medium(it.day, _.language)
        told = formats.dotted(kind, state, came, it.topic or "")
        yield Told("ph.calendar-check", day, told, theme.accent if it.state == "held" else "")


def roles(drill: Drill, _: Catalog, theme: Theme) -> Iterator[Told]:
    """All seven roles; what is free is told, too."""
    filled = {it.role for it in drill.roles if it.filled}
    texts = content(_.language)
    for role in Role:
        here = role.value in filled
        colour = theme.roles[role] if here else ""
        yield Told(ROLE_ICONS[role], texts.word(role), _("Filled") if here else _("Free"), colour)


def products(drill: Drill, _: Catalog, theme: Theme) -> Iterator[Told]:
    """Products that may be told."""
    for it in drill.products:
        kind = words.word(it.kind, ProductKind, _)
        status = words.word(it.status, ProductStatus, _)
        day = formats.date_medium(it.published_on, _.language) if it.published_on else ""
        colour = theme.accent if it.status == ProductStatus.PUBLISHED else ""
        yield Told("ph.package", it.title or kind, formats.dotted(status, day), colour)


def headcounts(drill: Drill, _: Catalog, _theme: Theme) -> Iterator[Told]:
    """Where members come from; fewer than five are not told."""
    for it in drill.headcounts:
        kind = words.word(it.organisation_kind, OrganisationKind, _) if it.organisation_kind else ""
        place = formats.dotted(it.district, kind) or _("not given")
        count = _("fewer than five, or held back with them")
        if it.members is not None:
            count = _.plural("{n} member", "{n} members", it.members)
        yield Told("ph.map-pin", place, count)


def survey(drill: Drill, _: Catalog, _theme: Theme) -> Iterator[Told]:
    """Answers to the statements of the feedback form, the last year first."""
    statements = content(_.language).feedback().statements
    for it in sorted(drill.survey, key=lambda it: -it.work_year):
        year = formats.work_year_name(it.work_year, _.language)
        agree = _("{share} agree", share=words.percent(it.agree, _))
        n = "" if it.answers is None else _.plural("{n} answered", "{n} answered", it.answers)
        title = statements.get(it.statement, it.statement)
        yield Told("ph.chat-circle-text", title, formats.dotted(year, agree, n))


def signs(drill: Drill, _: Catalog, theme: Theme) -> Iterator[Told]:
    """Signs that the leader chose to share."""
    for it in drill.signs:
        day = formats.date_medium(it.seen_on, _.language) if it.seen_on else ""
        since = _("since {day}", day=day) if day else ""
        yield Told("ph.lamp", words.sign(it.sign, _), since, theme.amber)


def packages(drill: Drill, _: Catalog, theme: Theme) -> Iterator[Told]:
    """What came and when."""
    for it in drill.received[:LAST]:
        day = formats.date_medium(it.as_of, _.language)
        first = _("Package {number}, as of {day}", number=it.number, day=day)
        told = formats.dotted(_(words.STATES[it.state]), words.changed(it.changes, _))
        yield Told(STATES[it.state].icon, first, told, theme.accent if it.rows else "")


Teller = Callable[[Drill, Catalog, Theme], Iterator[Told]]
CARDS: Mapping[str, Teller] = {
    N_("Stages"): stages,
    N_("Meetings"): meetings,
    N_("Roles"): roles,
    N_("Products"): products,
    N_("Members by district"): headcounts,
    N_("Feedback"): survey,
    N_("Warning signs that were shared"): signs,
}
