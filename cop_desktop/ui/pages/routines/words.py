"""Words and signs of routines, shared by the list, the panel and the cards."""

from datetime import date

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.method import Channel, RoutineRhythm
from cop_desktop.services.routines import RoutineRow

CHANNEL_ICONS = {
    Channel.GROUP: "ph.chats-circle",
    Channel.MAIL: "ph.envelope-simple",
    Channel.PHONE: "ph.phone",
    Channel.MEETING: "ph.users-three",
    Channel.ONLINE: "ph.video-camera",
    Channel.VISIT: "ph.map-pin",
    None: "ph.repeat",
}
FIELDS = {
    "name": N_("Name"),
    "rhythm": N_("How often"),
    "channel": N_("Where it takes place"),
    "owner_id": N_("Responsible"),
    "since": N_("Since"),
    "what": N_("What is done"),
}
_EVENTS = {  # what a routine waits for when no day is in sight
    RoutineRhythm.EACH_MEETING: N_("with the next meeting"),
    RoutineRhythm.ON_JOINING: N_("when somebody joins"),
}


def facts(row: RoutineRow, _: Catalog) -> str:
    """`Dana Levi · once a month`; the icon beside it tells where."""
    rhythm = content(_.language).word(row.rhythm)
    return formats.dotted(row.owner or _("No owner yet"), rhythm)


def last_words(row: RoutineRow, _: Catalog) -> str:
    """When it last took place."""
    if row.last is None:
        return _("not done yet")
    return _("last on {day}", day=formats.day_and_month(row.last, _.language))


def next_words(row: RoutineRow, today: date, _: Catalog) -> str:
    """When it comes round next, or since when it waits."""
    if row.due is None:
        waits_for = _EVENTS[row.rhythm]
        return _(waits_for)
    if row.due == today:
        return _.ctx("a routine", "today")
    day = formats.day_and_month(row.due, _.language)
    return _("waits since {day}", day=day) if row.due < today else _("next on {day}", day=day)
