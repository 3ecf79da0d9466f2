"""How signs and thresholds are told: facts filled by the catalogue, numbers with their units."""

from collections.abc import Callable, Mapping

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.models.method import SignFamily
from cop_desktop.services.signs import Light, SnoozeRow
from cop_desktop.ui.places import PLACES

ICONS: Mapping[SignFamily, str] = {
    SignFamily.TRUST: "ph.handshake",
    SignFamily.CONTENT: "ph.book-open",
    SignFamily.SETTING: "ph.repeat",
    SignFamily.ROLES: "ph.compass",
    SignFamily.RHYTHM: "ph.calendar-check",
    SignFamily.ATTENDANCE: "ph.users",
    SignFamily.TURNOVER: "ph.arrows-left-right",
    SignFamily.PRODUCTS: "ph.package",
    SignFamily.COMPOSITION: "ph.circles-three",
}


def limit_words(unit: str, _: Catalog) -> Callable[[int], str]:
    """How a threshold's number is told; its name is its unit, where it has one."""
    lang = _.language
    return {
        "percent": lambda n: formats.percent(n / 100, lang),
        "points": lambda n: _.plural("{n} point", "{n} points", n),
        "months": lambda n: formats.counted(n, "month", lang),
        "days": lambda n: formats.counted(n, "day", lang),
    }.get(unit, lambda n: formats.number(n, lang))


def since(light: Light, _: Catalog) -> str:
    """`since 24 June`, where that can be told."""
    if light.since is None:
        return ""
    return _("since {day}", day=formats.date_medium(light.since, _.language))


def rest_words(row: SnoozeRow, _: Catalog) -> str:
    """`at rest until 30 November · the reason`."""
    until = _("at rest until {day}", day=formats.date_medium(row.until, _.language))
    return formats.dotted(until, formats.isolate(row.reason))


def rested_words(row: SnoozeRow, _: Catalog) -> str:
    """A rest that is over, or runs, with its two days and its reason."""
    told = formats.date_range(row.since, row.end, _.language)
    woken = _("woken early") if row.woken and row.woken < row.until else ""
    return formats.dotted(told, formats.isolate(row.reason), woken)


def place_name(key: str, _: Catalog) -> str:
    """The title of a page, by its key."""
    title = next((it.title for it in PLACES if it.key == key), "")
    return _(title) if title else ""
