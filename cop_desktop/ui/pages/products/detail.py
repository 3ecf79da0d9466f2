"""What the panel shows of a product: the row, its readers, the topics it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.services import product_reviews, product_topics, products
from cop_desktop.services.product_reviews import ReviewRow
from cop_desktop.services.product_topics import Answer
from cop_desktop.services.products import ProductRow


@dataclass(frozen=True, slots=True)
class Detail:
    """A product, close up; `topics` are all that it could answer, by title."""

    row: ProductRow
    readers: tuple[ReviewRow, ...]
    answers: tuple[Answer, ...]
    topics: Mapping[str, UUID]


def details(session: Session, community_id: UUID) -> dict[UUID, Detail]:
    """Every product, the most finished first; a question for each kind, however many there are."""
    readers = product_reviews.by_product(session, community_id)
    answers = product_topics.by_product(session, community_id)
    topics = product_topics.to_answer(session, community_id)
    return {
        row.id: Detail(row, readers.get(row.id, ()), answers.get(row.id, ()), topics)
        for row in products.every(session, community_id)
    }
