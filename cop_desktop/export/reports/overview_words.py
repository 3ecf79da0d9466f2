"""How a coordinator's numbers are told, in the window, on paper and in a sheet alike."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.package_words import PackageState
from cop_desktop.models.vocabulary import Role, Stage
from cop_desktop.services.collating import Changes
from cop_desktop.services.overview import OverviewRow, Sending

UNTOLD = "–"  # nobody said, or too few people to say
SENDING: Mapping[Sending, str] = {
    Sending.IN_TIME: N_("in time"),
    Sending.LATE: N_("late"),
    Sending.NEVER: N_("never sent"),
    Sending.NOT_EXPECTED: N_("not expected"),
}
STATES: Mapping[PackageState, str] = {
    PackageState.ACCEPTED: N_("taken in"),
    PackageState.OLDER: N_("older, kept aside"),
    PackageState.KNOWN: N_("known"),
    PackageState.REFUSED: N_("refused"),
}
TABLES: Mapping[str, str] = {
    "community": N_("the community itself"),
    "stage": N_("stages"),
    "meeting": N_("meetings"),
    "role": N_("roles"),
    "product": N_("products"),
    "headcount": N_("members by district"),
    "survey": N_("feedback"),
    "sign": N_("warning signs"),
    "member": N_("members"),
    "attendance": N_("attendance"),
}
Word = TypeVar("Word", bound=StrEnum)


def number(value: int | None, _: Catalog) -> str:
    """A number as it was told."""
    return UNTOLD if value is None else formats.number(value, _.language)


def at_least(told: int, untold: int, _: Catalog) -> str:
    """A sum of what was told; where some did not tell, it is the least it can be."""
    words = formats.number(told, _.language)
    return _("at least {n}", n=words) if untold else words


def percent(value: int | None, _: Catalog) -> str:
    """A share of 100."""
    return UNTOLD if value is None else formats.percent(value / 100, _.language)


def roles(row: OverviewRow, _: Catalog) -> str:
    """How many of the seven roles are filled."""
    if row.roles_filled is None:
        return UNTOLD
    return _("{n} of {all}", n=row.roles_filled, all=len(Role))


def rhythm(row: OverviewRow, _: Catalog) -> str:
    """How often the community met this work year."""
    if row.rhythm is not None:
        return _.plural("every {n} day", "every {n} days", row.rhythm)
    return _.plural("{n} meeting", "{n} meetings", row.held) if row.held else UNTOLD


def word(value: str, kind: type[Word], _: Catalog) -> str:
    """A word of the vocabulary; one that a newer version sent stands as it is."""
    known = {it.value for it in kind}
    return content(_.language).word(kind(value)) if value in known else value


def stage(value: str, _: Catalog) -> str:
    """The name of a stage."""
    return word(value, Stage, _) if value else UNTOLD


def sign(key: str, _: Catalog) -> str:
    """The name of a warning sign; one of a newer version stands as its key."""
    try:
        return method(_.language).sign(key).title
    except KeyError:
        return key


def changed(changes: Changes, _: Catalog) -> str:
    """What a package says otherwise than the one before it."""
    parts = []
    if changes.stage:
        before, now = (stage(it, _) for it in changes.stage)
        parts.append(_("stage: {before}, now {now}", before=before, now=now))
    for name, counts in changes.tables.items():
        said = formats.listed([it for it in (
            _("{n} new", n=counts.new) if counts.new else "",
            _("{n} changed", n=counts.changed) if counts.changed else "",
            _("{n} gone", n=counts.gone) if counts.gone else "",
        ) if it], _.language)  # fmt: skip
        parts.append(_("{table}: {counts}", table=_(TABLES[name]), counts=said))
    return formats.dotted(*parts)
