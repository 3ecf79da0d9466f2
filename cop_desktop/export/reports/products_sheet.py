"""The products as a table: what there is, how far it has come, and where it is found."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.content import content
from cop_desktop.export.sheets import Sheet, SheetColumn
from cop_desktop.formats import listed
from cop_desktop.frozen import frozen
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import product_gates, product_reviews, product_topics, products
from cop_desktop.services.product_reviews import ReviewRow
from cop_desktop.services.product_topics import Answer
from cop_desktop.services.products import ProductRow


@frozen
class Made:
    """All products, what they answer and who was asked to read them."""

    rows: Sequence[ProductRow]
    topics: Mapping[UUID, tuple[Answer, ...]]
    readers: Mapping[UUID, tuple[ReviewRow, ...]]


def gather(session: Session, community_id: UUID) -> Made:
    return Made(
        products.every(session, community_id),
        product_topics.by_product(session, community_id),
        product_reviews.by_product(session, community_id),
    )


def products_sheet(made: Made, _: Catalog) -> Sheet:
    """One row a product, the most finished first; outside, only those cleared for it."""
    inside, outside, ministry = Share.COMMUNITY, Share.ORGANISATIONS, Share.MINISTRY
    return Sheet(
        _("Products"),
        _.rtl,
        (
            SheetColumn(_("Title"), outside, 34),
            SheetColumn(_("Kind"), ministry, 16),
            SheetColumn(_("Status"), ministry, 14),
            SheetColumn(_("Status since"), inside, 12),
            SheetColumn(_("Responsible"), inside),
            SheetColumn(_("For whom"), outside, 24),
            SheetColumn(_("In a sentence or two"), outside, 44),
            SheetColumn(_("Answers"), inside, 28),
            SheetColumn(_("Asked to read"), inside, 24),
            SheetColumn(_("Approved by"), inside),
            SheetColumn(_("Approved on"), inside, 12),
            SheetColumn(_("Cleared for readers outside"), ministry, 12),
            SheetColumn(_("Published on"), ministry, 12),
            SheetColumn(_("Where it can be found"), outside, 30),
            SheetColumn(_("How many received it"), ministry, 12),
        ),
        tuple(_row(row, made, _) for row in made.rows),
        tuple(product_gates.reach(row) for row in made.rows),
    )


def _row(it: ProductRow, made: Made, _: Catalog) -> tuple[object, ...]:
    words = content(_.language)
    topics = listed([answer.topic for answer in made.topics.get(it.id, ())], _.language)
    readers = listed([review.name for review in made.readers.get(it.id, ())], _.language)
    return (
        it.title, words.word(it.kind), words.word(it.status), it.moved_on, it.owner, it.audience,
        it.summary, topics, readers, it.approved_by, it.approved_on,
        _("Yes") if it.cleared_outside else _("No"), it.published_on, it.where, it.recipients,
    )  # fmt: skip
