"""What the page calls a version, its days and its hours."""

from cop_desktop import formats
from cop_desktop.content.method import method
from cop_desktop.i18n import Catalog
from cop_desktop.models.method import CharterPart
from cop_desktop.services.charter import CharterRow

PART_ICONS = {
    CharterPart.DOMAIN_IN: "ph.target",
    CharterPart.DOMAIN_OUT: "ph.prohibit",
    CharterPart.FOR_WHOM: "ph.users-three",
    CharterPart.GOALS_SHORT: "ph.flag",
    CharterPart.GOALS_LONG: "ph.sun-horizon",
    CharterPart.PROMISES: "ph.gift",
    CharterPart.VALUES: "ph.heart",
    CharterPart.CONFIDENTIALITY: "ph.lock-simple",
    CharterPart.QUIET_HOURS: "ph.moon",
    CharterPart.PUBLISHING: "ph.paper-plane-tilt",
    CharterPart.SETTING: "ph.calendar-blank",
    CharterPart.PLATFORMS: "ph.chats-circle",
    CharterPart.PRODUCTS: "ph.package",
    CharterPart.TERM: "ph.hourglass",
}


def title(part: CharterPart, _: Catalog) -> str:
    return method(_.language).part(part).title


def label(part: CharterPart, _: Catalog) -> str:
    """What Undo says of a change in a part."""
    return _("Charter: {part}", part=title(part, _))


def called(row: CharterRow, _: Catalog) -> str:
    return _("Version {n}", n=row.number)


def standing(row: CharterRow, _: Catalog) -> str:
    """`in force since 3 November 2026`, or `a draft`."""
    if row.adopted_on is None:
        return _("a draft")
    return _("adopted on {day}", day=formats.date_medium(row.adopted_on, _.language))


def progress(row: CharterRow, _: Catalog) -> str:
    """How much of the charter is written."""
    return _("{n} of {of} parts are written", n=len(row.filled), of=len(CharterPart))
