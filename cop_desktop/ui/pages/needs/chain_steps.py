"""The steps of a topic's chain, out of its thread."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.thread_words import TopicState
from cop_desktop.models.vocabulary import ProductStatus
from cop_desktop.services.stories import StoryRow
from cop_desktop.services.thread import Agreed, Made, Thread
from cop_desktop.services.topic_facts import OnAgenda
from cop_desktop.ui.topic_words import waits

from . import words
from .chain import Step

OUT = (ProductStatus.APPROVED, ProductStatus.PUBLISHED)


def steps(thread: Thread, limit: int, _: Catalog) -> tuple[Step, ...]:
    """From the needs to the stories; what is still to come while the topic is open."""
    way = (
        *_needs(thread, _), _topic(thread, _), *_agenda(thread, limit, _),
        *_decided(thread, _), *_products(thread, _), *_stories(thread, _), *_answer(thread, _),
    )  # fmt: skip
    return way if thread.topic.open else tuple(step for step in way if step.done)


def _titled(found: Sequence[Step]) -> Iterable[Step]:
    """Only the first of a sort says what it is."""
    return (step if n == 0 else replace(step, heading="") for n, step in enumerate(found))


def _needs(thread: Thread, _: Catalog) -> Iterable[Step]:
    heading = _("Need")
    if not thread.needs:
        nothing = _("No need stands behind it yet")
        return (
            Step(words.NEED, heading, nothing, done=False, deed="need", action=_("Link a need")),
        )
    return _titled(
        [
            Step(words.NEED, heading, row.text, words.whence(row, _), "needs", row.id)
            for row in thread.needs
        ]
    )


def _topic(thread: Thread, _: Catalog) -> Step:
    row = thread.topic
    day = formats.date_short(row.opened_on, _.language)
    note = formats.dotted(_("open since {day}", day=day), row.owner)
    return Step(words.TOPIC, _("Topic"), row.title, note)


def _agenda(thread: Thread, limit: int, _: Catalog) -> Iterable[Step]:
    heading, row = _("Agenda"), thread.topic
    if not row.on:
        warns = row.waited > limit
        return (
            Step(words.AGENDA, heading, _("On no agenda yet"), waits(row, _), done=False,
                 warns=warns, deed="agenda", action=_("Put on an agenda")),
        )  # fmt: skip
    evenings: dict[UUID, list[OnAgenda]] = {}
    for it in row.on:
        evenings.setdefault(it.meeting_id, []).append(it)
    return _titled([_carried(blocks, heading, _) for blocks in evenings.values()])


def _carried(blocks: Sequence[OnAgenda], heading: str, _: Catalog) -> Step:
    """A meeting with the blocks in which the topic is taken up."""
    it = blocks[0]
    day = formats.date_short(it.starts_at.date(), _.language)
    named = [block.block for block in blocks if block.block not in (it.meeting, "")]
    ahead = "" if it.held else _("still ahead")
    note = formats.dotted(day, ahead, formats.listed(named, _.language))
    return Step(words.AGENDA, heading, it.meeting, note, "meetings", it.meeting_id)


def _decided(thread: Thread, _: Catalog) -> Iterable[Step]:
    found = [_agreed(it, words.DECISION, _("Decision"), _) for it in thread.decisions]
    tasks = [_agreed(it, words.TASK, _("Task"), _) for it in thread.tasks]
    if not found and not tasks and any(it.held for it in thread.agenda):
        nothing = _("Nothing was decided on it yet")
        return (Step(words.DECISION, _("Decision"), nothing, done=False),)
    return (*_titled(found), *_titled(tasks))


def _agreed(it: Agreed, icon: str, heading: str, _: Catalog) -> Step:
    due = formats.date_short(it.due, _.language) if it.due else ""
    note = formats.dotted(
        it.owner,
        _("until {day}", day=due) if due else "",
        content(_.language).word(it.state),
    )
    return Step(icon, heading, it.text, note, "meetings", it.id)


def _products(thread: Thread, _: Catalog) -> Iterable[Step]:
    heading = _("Product")
    if not thread.products:
        return (
            Step(words.PRODUCT, heading, _("No product answers it yet"), done=False,
                 deed="product", action=_("Begin a product")),
        )  # fmt: skip
    return _titled([_made(it, heading, _) for it in thread.products])


def _made(it: Made, heading: str, _: Catalog) -> Step:
    status = content(_.language).word(it.status)
    day = formats.date_short(it.published_on, _.language) if it.published_on else ""
    return Step(words.PRODUCT, heading, it.title, formats.dotted(status, day), "products", it.id)


def _stories(thread: Thread, _: Catalog) -> Iterable[Step]:
    heading = _("Value")
    if not thread.stories:
        return (
            Step(words.STORY, heading, _("No story tells what it was worth"), done=False,
                 deed="story", action=_("Note a seed of a story")),
        )  # fmt: skip
    return _titled([_told(row, heading, _) for row in thread.stories])


def _told(row: StoryRow, heading: str, _: Catalog) -> Step:
    waiting = _("waits for what changed") if row.seed else row.changed
    note = formats.dotted(row.teller, waiting)
    return Step(words.STORY, heading, row.title, note, "needs", row.id)


def _answer(thread: Thread, _: Catalog) -> Iterable[Step]:
    row = thread.topic
    if row.open or row.closed_on is None:
        return ()
    declined = row.state == TopicState.DECLINED
    heading = _("It will not be taken up") if declined else _("It was dealt with")
    icon = "ph.prohibit" if declined else "ph.check"
    day = formats.date_short(row.closed_on, _.language)
    return (Step(icon, heading, row.answer or _("No answer was written"), day),)
