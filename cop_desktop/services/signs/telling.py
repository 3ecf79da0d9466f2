"""The fact of a lit sign, in a sentence of the reader's language."""

from datetime import date
from typing import Any

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.content.method import method
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Role

from .lights import Light

SHARES = frozenset({"percent", "before", "now"})  # values and thresholds that are of a hundred


def fact(light: Light, _: Catalog) -> str:
    """The fact of a lit sign, in a sentence."""
    told = {name: value_words(name, value, _) for name, value in light.values.items()}
    return _(method(_.language).sign(light.key).fact, **told)


def value_words(name: str, value: Any, _: Catalog) -> Any:
    """A value as a sentence needs it; a day that never was reads `not yet`."""
    if value is None:
        return _("not yet")
    if isinstance(value, date):
        return formats.date_long(value, _.language)
    if isinstance(value, Role):
        return content(_.language).word(value)
    if isinstance(value, tuple):
        return formats.listed([content(_.language).word(it) for it in value], _.language)
    return formats.percent(value / 100, _.language) if name in SHARES else value
