"""Sentences of the live screen: what is left, what is late, what comes next."""

from datetime import datetime

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.services.agendas import Block
from cop_desktop.services.fitting import Change

from .scene import Moment

CHANGES = 5  # told one by one


def digits(seconds: int) -> str:
    """12:05, 1:02:05; over the time +3:10."""
    sign, rest = ("+", -seconds) if seconds < 0 else ("", seconds)
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{rest:02}" if hours else f"{sign}{minutes}:{rest:02}"


def left(moment: Moment, _: Catalog) -> str:
    """What the digits mean, in words: left until an hour, or over."""
    seconds = moment.left
    if moment.paused:
        return _("paused since {time}", time=formats.clock(moment.paused.time()))
    if seconds is None:
        return ""
    if seconds < 0:
        over = -seconds // 60
        if not over:
            return _("the time is up")
        return _.plural("{n} minute over", "{n} minutes over", over)
    return _("to go, until {time}", time=formats.clock(_until(moment).time()))


def _until(moment: Moment) -> datetime:
    inner, current = moment.inner, moment.current
    assert current is not None
    if inner and inner.block:
        return inner.until
    return moment.stand.times[current.id].ends_at


def late(moment: Moment, _: Catalog) -> tuple[str, bool]:
    """When the day will end as things stand, and whether that is past the invitation."""
    ends = formats.clock(moment.stand.ends_at.time())
    n = moment.stand.late
    if n > 0:
        told = _.plural("{n} minute late", "{n} minutes late", n)
        return _("will end at {time}, {late}", time=ends, late=told), True
    if n < 0:
        told = _.plural("{n} minute to spare", "{n} minutes to spare", -n)
        return _("will end at {time}, {spare}", time=ends, spare=told), False
    return _("will end at {time}, on time", time=ends), False


def planned(block: Block, _: Catalog) -> str:
    """When it was to be, and when it really began."""
    hours = formats.time_range(block.starts_at.time(), block.ends_at.time(), _.language)
    if block.began_at is None:
        return _("planned {hours}", hours=hours)
    began = formats.clock(block.began_at.time())
    return _("planned {hours}, began {time}", hours=hours, time=began)


def facts(block: Block, _: Catalog) -> str:
    """Kind, length and who leads."""
    language = _.language
    length = formats.duration_short(block.minutes, language)
    return formats.dotted(content(language).word(block.kind), length, block.leader)


def changes(told: tuple[Change, ...], _: Catalog) -> str:
    """What would last shorter, a line each; of many the rest is counted."""
    lines = [
        _("{title}: {after} minutes instead of {before}", title=it.title, after=it.after,
          before=it.before)
        for it in told[:CHANGES]
    ]  # fmt: skip
    if (more := len(told) - CHANGES) > 0:
        lines.append(_.plural("and {n} more", "and {n} more", more))
    return "\n".join(lines)
