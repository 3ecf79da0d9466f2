"""The skeleton of a product: its sections with what belongs in each, and what the file can tell."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop import formats
from cop_desktop.content import content, shapes
from cop_desktop.content.method import method
from cop_desktop.errors import UserError
from cop_desktop.export import document as doc
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import MeetingState, ProductKind, Share
from cop_desktop.services import (
    communities,
    digest,
    meetings,
    minutes,
    product_gates,
    product_topics,
    products,
)
from cop_desktop.services.digest import Digest
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.minutes import Minutes
from cop_desktop.services.months import later
from cop_desktop.services.products import ProductRow

MONTHS = 3  # of meetings that a newsletter looks back on
AHEAD = 4  # meetings to come that it announces
NO_TEMPLATE = N_(
    "There is no template for products like “{title}”. Templates are for position papers, guides,"
    " case studies, newsletters and meeting summaries."
)


@frozen
class Outline:
    """A product, and what is known already of its sections."""

    community: str
    product: ProductRow
    today: date
    topics: tuple[str, ...]
    meeting: Minutes | None = None  # the last one held: of a meeting summary
    digests: tuple[Digest, ...] = ()  # of the last months, the newest first: of a newsletter
    ahead: tuple[MeetingRow, ...] = ()
    made: tuple[ProductRow, ...] = ()  # cleared for outside


def gather(session: Session, community_id: UUID, product_id: UUID, today: date) -> Outline:
    """What the file can tell for a product's sections; raises UserError for other kinds."""
    made = products.every(session, community_id)
    product = next(row for row in made if row.id == product_id)
    if product.kind not in shapes.outlines():
        raise UserError(NO_TEMPLATE, title=product.title)
    name = communities.one(session, community_id, today).name
    topics = tuple(it.topic for it in product_topics.topics_of(session, product_id))
    if product.kind == ProductKind.MEETING_SUMMARY:
        last = meetings.latest(session, community_id, datetime.combine(today, time.max))
        told = minutes.of(session, last.id) if last else None
        return Outline(name, product, today, topics, told)
    if product.kind != ProductKind.NEWSLETTER:
        return Outline(name, product, today, topics)
    return Outline(
        name, product, today, topics, None,
        _digests(session, community_id, today),
        tuple(_ahead(meetings.every(session, community_id), today))[:AHEAD],
        tuple(row for row in product_gates.shown_to(made, Share.PUBLIC) if row.id != product_id),
    )  # fmt: skip


def outline(facts: Outline, _: Catalog) -> doc.Document:
    """Title, facts, and each section: what belongs there in soft words, and what is known."""
    product = facts.product
    kind, day = content(_.language).word(product.kind), formats.date_medium(facts.today, _.language)
    return doc.Document(
        title=product.title,
        language=_.language,
        rtl=_.rtl,
        head=doc.Head(facts.community, product.title, formats.dotted(kind, product.owner, day)),
        foot=doc.Foot(formats.dotted(kind, day), _("A draft: it stays in the community")),
        author=facts.community,
        blocks=tuple(_blocks(facts, _)),
        watermark=_.ctx("across a page", "Draft"),
    )


def _digests(session: Session, community_id: UUID, today: date) -> tuple[Digest, ...]:
    begin = later(today, -MONTHS)
    held = [
        row
        for row in meetings.every(session, community_id)
        if row.state == MeetingState.HELD and begin <= row.starts_at.date() <= today
    ]
    return tuple(digest.of(session, row.id) for row in reversed(held))


def _ahead(rows: Sequence[MeetingRow], today: date) -> Iterator[MeetingRow]:
    for row in rows:
        if row.state == MeetingState.PLANNED and row.starts_at.date() >= today:
            yield row


def _blocks(facts: Outline, _: Catalog) -> Iterator[doc.Block]:
    if facts.product.summary:
        yield doc.Paragraph(facts.product.summary, doc.Voice.LEAD)
    if told := tuple(_facts(facts, _)):
        yield doc.Facts(told)
    for key, section in method(_.language).outline(facts.product.kind).items():
        yield doc.Heading(section.heading)
        yield doc.Paragraph(section.guide, doc.Voice.GUIDE)
        known = _KNOWN.get((facts.product.kind, key))
        yield from known(facts, _) if known else ()
        yield doc.Paragraph(" ")  # where one begins to write


def _facts(facts: Outline, _: Catalog) -> Iterator[doc.Fact]:
    if facts.product.audience:
        yield doc.Fact(_("For whom"), facts.product.audience)
    if facts.topics:
        yield doc.Fact(_("Answers"), formats.listed(facts.topics, _.language))


# -- what the file knows of a section --------------------------------------------------------


def _why_met(facts: Outline, _: Catalog) -> Iterator[doc.Block]:
    if facts.meeting:
        row = facts.meeting.meeting
        yield doc.Paragraph(formats.dotted(row.topic, _when(row, _)))
        if row.purpose:
            yield doc.Paragraph(row.purpose)


def _insights(facts: Outline, _: Catalog) -> Iterator[doc.Block]:
    if facts.meeting:
        yield from _list(digest.lead(facts.meeting.summary))


def _decisions(facts: Outline, _: Catalog) -> Iterator[doc.Block]:
    rows = facts.meeting.decisions if facts.meeting else ()
    yield from _list([_whose(it.text, it.owner, it.due, _) for it in rows])


def _tasks(facts: Outline, _: Catalog) -> Iterator[doc.Block]:
    rows = facts.meeting.actions if facts.meeting else ()
    yield from _list([_whose(it.text, it.owner, it.due, _) for it in rows])


def _open_matters(facts: Outline, _: Catalog) -> Iterator[doc.Block]:
    if facts.meeting:
        yield from _list([it.text for it in facts.meeting.open_issues])


def _next_time(facts: Outline, _: Catalog) -> Iterator[doc.Block]:
    following = facts.meeting.next if facts.meeting else None
    if following:
        yield doc.Paragraph(formats.dotted(_when(following, _), following.host, following.topic))
        if following.question:
            yield doc.Paragraph(following.question)


def _learned(facts: Outline, _: Catalog) -> Iterator[doc.Block]:
    told = [(it.meeting.topic, _when(it.meeting, _), " ".join(it.lead)) for it in facts.digests]
    yield from _list([formats.dotted(*parts) for parts in told])


def _tools(facts: Outline, _: Catalog) -> Iterator[doc.Block]:
    yield from _list([formats.dotted(row.title, row.where) for row in facts.made])


def _meetings_ahead(facts: Outline, _: Catalog) -> Iterator[doc.Block]:
    rows = [formats.dotted(_when(it, _), it.topic, it.place or it.host) for it in facts.ahead]
    yield from _list(rows)


def _when(row: MeetingRow, _: Catalog) -> str:
    return formats.date_medium(row.starts_at.date(), _.language)


def _whose(words: str, owner: str, due: date | None, _: Catalog) -> str:
    until = formats.date_medium(due, _.language) if due else ""
    return formats.dotted(words, owner, until)


def _list(lines: Sequence[str]) -> Iterator[doc.Block]:
    if lines:
        yield doc.ItemList(tuple(doc.Item(line) for line in lines))


Known = Callable[[Outline, Catalog], Iterator[doc.Block]]
_SUMMARY, _LETTER = ProductKind.MEETING_SUMMARY, ProductKind.NEWSLETTER
_KNOWN: Mapping[tuple[ProductKind, str], Known] = {
    (_SUMMARY, "why_met"): _why_met,
    (_SUMMARY, "insights"): _insights,
    (_SUMMARY, "decisions"): _decisions,
    (_SUMMARY, "tasks"): _tasks,
    (_SUMMARY, "open_matters"): _open_matters,
    (_SUMMARY, "next_time"): _next_time,
    (_LETTER, "learned"): _learned,
    (_LETTER, "tool"): _tools,
    (_LETTER, "ahead"): _meetings_ahead,
}
