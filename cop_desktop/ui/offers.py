"""What Ctrl+K offers: places, commands, and what the file holds, as rows of one list."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtGui import QAction, QKeySequence

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.services.finding import Found, FoundKind, search_everything
from cop_desktop.services.search import fold, terms

from .desk import Desk
from .places import Place

PER_KIND = 6
# what was found → its icon, the word over the group, the place that shows it
FOUND = {
    FoundKind.MEMBER: ("ph.user", N_("Members"), "members"),
    FoundKind.MEETING: ("ph.calendar-check", N_("Meetings"), "meetings"),
    FoundKind.BLOCK: ("ph.list-bullets", N_("Agendas"), "meetings"),
    FoundKind.DECISION: ("ph.check-square", N_("Decisions"), "meetings"),
    FoundKind.ACTION: ("ph.clipboard-text", N_("Tasks"), "meetings"),
    FoundKind.ACTIVITY: ("ph.path", N_("Work plan"), "plan"),
    FoundKind.PRODUCT: ("ph.package", N_("Products"), "products"),
    FoundKind.TOPIC: ("ph.chat-circle-text", N_("Topics"), "needs"),
    FoundKind.NEED: ("ph.question", N_("Needs"), "needs"),
    FoundKind.STORY: ("ph.sparkle", N_("Stories of value"), "needs"),
    FoundKind.ROUTINE: ("ph.repeat", N_("Routines"), "routines"),
}


@frozen
class Offer:
    """A row of the search list; `run` does what Enter means."""

    group: str
    icon: str
    title: str
    detail: str
    keys: str  # its shortcut, as the keyboard names it
    run: Callable[[], None]


def offers(
    text: str, desk: Desk, places: Sequence[Place], actions: Iterable[QAction]
) -> list[Offer]:
    """Everything that answers `text`; without text, the places and the commands."""
    _, wanted = desk.catalog, terms(text)
    here = [
        each for each in (*_places(desk, places), *_commands(_, actions)) if _fits(each, wanted)
    ]
    if not wanted:
        return here
    return [
        *here[:PER_KIND],
        *(_of_many(desk, text) if desk.community is None else _of_one(desk, text, places)),
        *(each for each in _articles(desk, places) if _fits(each, wanted)),
    ]


def _of_one(desk: Desk, text: str, places: Sequence[Place]) -> list[Offer]:
    known = {place.key for place in places}
    with desk.store.read() as session:
        found = search_everything(session, desk.community_id, text, PER_KIND)
    return [_found(desk, each) for each in found if FOUND[each.kind][2] in known]


def _of_many(desk: Desk, text: str) -> list[Offer]:
    """Communities by name, at a coordinator's."""
    from cop_desktop.services import overview  # a leader's window does without

    _ = desk.catalog
    with desk.store.read() as session:
        rows = overview.communities(session, overview.Wanted(text=text), desk.today())
    return [
        Offer(_("Communities"), "ph.users-four", it.name, it.programme or "", "",
              partial(desk.open_place, "overview", as_item(it.id)))
        for it in rows[:PER_KIND]
    ]  # fmt: skip


def as_item(community_id: str) -> UUID | None:
    """A community as places know what to bring into view; a strange key is nothing to bring."""
    try:
        return UUID(community_id)
    except ValueError:
        return None


def _places(desk: Desk, places: Sequence[Place]) -> Iterable[Offer]:
    _ = desk.catalog
    for number, place in enumerate(places, 1):
        keys = QKeySequence(f"Alt+{number}") if number < 10 else QKeySequence()
        yield Offer(
            _("Places"), place.icon, _(place.title), "", _spoken(keys),
            partial(desk.open_place, place.key),
        )  # fmt: skip


def _commands(_: Catalog, actions: Iterable[QAction]) -> Iterable[Offer]:
    for action in actions:
        if action.isEnabled() and action.isVisible() and action.objectName() != "search":
            icon = str(action.property("glyph") or "ph.caret-right")
            yield Offer(
                _("Commands"), icon, action.text(), "", _spoken(action.shortcut()), action.trigger
            )


def _articles(desk: Desk, places: Sequence[Place]) -> Iterable[Offer]:
    """What the method says about each place, found by its title."""
    _ = desk.catalog
    for place in places:
        title = content(_.language).help(place.key).title
        run = partial(_read_article, desk, place.key)
        yield Offer(_("Help and guide"), "ph.book-open", title, _(place.title), "", run)


def _read_article(desk: Desk, place: str) -> None:
    desk.open_place(place)
    if not desk.settings.help_open:
        desk.run("help")


def _found(desk: Desk, found: Found) -> Offer:
    icon, group, place = FOUND[found.kind]
    language = desk.catalog.language
    day = formats.date_medium(found.on, language) if found.on else ""
    detail = formats.dotted(day, found.detail)
    run = partial(desk.open_place, place, found.shown_at)
    return Offer(desk.catalog(group), icon, found.title, detail, "", run)


def _fits(offer: Offer, wanted: list[str]) -> bool:
    folded = fold(f"{offer.title} {offer.detail}")
    return all(term in folded for term in wanted)


def _spoken(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
