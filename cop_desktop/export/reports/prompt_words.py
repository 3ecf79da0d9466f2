"""What the data tells a role, in words: for its panel and for its card."""

from collections.abc import Callable, Sequence
from datetime import date
from textwrap import shorten

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import Role
from cop_desktop.services.role_prompts import Item, Prompt, Value

NAMED = 6  # people in one sentence
CUT = frozenset({"first", "name"})  # what people wrote: of any length
SINCE, NEVER = N_("since {date}"), {"stakeholders_not_met": N_("never met")}
_AGES = {  # of an item's day, by prompt
    "not_heard": N_("last came on {date}"),
    "newcomers": N_("joined on {date}"),
    "stakeholders_not_met": N_("last met on {date}"),
    "consents_missing": N_("joined on {date}"),
    "not_documented": N_("held on {date}"),
    "digest_due": N_("held on {date}"),
    "lowest_rating": N_("held on {date}"),
    "products_in_use": N_("published on {date}"),
}


def sentence(role: Role, prompt: Prompt, _: Catalog, most: int = 500) -> str:
    """The prompt as its language says it; titles in it are cut to so many letters."""
    told = {
        name: _told(name, shorten(str(value), most, placeholder="…") if name in CUT else value, _)
        for name, value in prompt.values.items()
    }
    return _(method(_.language).role(role).prompts[prompt.key], **told)


def age(prompt: Prompt, item: Item, _: Catalog) -> str:
    """How long an item waits, or when it was; nothing where neither is known."""
    if item.settled:
        return _("on an agenda")
    if item.waited:
        return _.plural("waits for {n} meeting", "waits for {n} meetings", item.waited)
    if item.on is None:
        return _(NEVER[prompt.key]) if prompt.key in NEVER else ""
    day = formats.date_medium(item.on, _.language)
    return _(_AGES.get(prompt.key, SINCE), date=day)


def names(people: Sequence[str], _: Catalog) -> str:
    """People by name; where they are many, the first of them and how many more."""
    if len(people) <= NAMED:
        return formats.listed([formats.isolate(name) for name in people], _.language)
    first, more = people[: NAMED - 1], len(people) - NAMED + 1
    return _.plural(
        "{names} and {n} more", "{names} and {n} more", more,
        names=", ".join(formats.isolate(name) for name in first),
    )  # fmt: skip


def _told(name: str, value: Value, _: Catalog) -> object:
    if name == "statement":
        return content(_.language).feedback().statements[str(value)]
    for kind, told in _KINDS:
        if isinstance(value, kind):
            return told(value, _)
    return value


_KINDS: tuple[tuple[type, Callable[..., str]], ...] = (
    (float, lambda value, _: formats.number(value, _.language, decimals=1)),
    (date, lambda value, _: formats.date_medium(value, _.language)),
    (tuple, names),
)
