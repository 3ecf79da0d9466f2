"""How long a topic waits, in words: on its own page and wherever one is chosen."""

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.services.topics import TopicRow


def age(row: TopicRow, _: Catalog) -> str:
    """A topic on an agenda tells its meeting; one that waits, how many meetings went by."""
    if row.on:
        at = row.on[-1]
        day = formats.date_short(at.starts_at.date(), _.language)
        return _("taken up on {day}", day=day) if at.held else _("on the agenda of {day}", day=day)
    return waits(row, _) if row.open else ""


def waits(row: TopicRow, _: Catalog) -> str:
    """For how many meetings it waits; a topic that is new has let none go by."""
    if not row.waited:
        return _("new since the last meeting")
    return _.plural("waiting for {n} meeting", "waiting for {n} meetings", row.waited)


def with_age(row: TopicRow, _: Catalog) -> str:
    """Its title, and how long it waits."""
    return formats.dotted(row.title, age(row, _))
