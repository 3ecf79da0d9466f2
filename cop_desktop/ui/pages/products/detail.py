"""What the panel shows of a product: the row, its readers, the topics it answers."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.frozen import frozen
from cop_desktop.services import product_reviews, product_topics, products, thresholds
from cop_desktop.services.product_reviews import ReviewRow
from cop_desktop.services.product_topics import Answer
from cop_desktop.services.products import ProductRow


@frozen
class Detail:
    """A product, close up; `topics` are all that it could answer, by title."""

    row: ProductRow
    readers: tuple[ReviewRow, ...]
    answers: tuple[Answer, ...]
    topics: Mapping[str, UUID]
    stuck: bool  # longer in its status than the community lets pass


def details(session: Session, community_id: UUID, today: date) -> dict[UUID, Detail]:
    """Every product, the most finished first; a question for each kind, however many there are."""
    readers = product_reviews.by_product(session, community_id)
    answers = product_topics.by_product(session, community_id)
    topics = product_topics.to_answer(session, community_id)
    stuck = {it.id for it in _stuck(session, community_id, today)}
    return {
        row.id: Detail(
            row, readers.get(row.id, ()), answers.get(row.id, ()), topics, row.id in stuck
        )
        for row in products.every(session, community_id)
    }


def _stuck(session: Session, community_id: UUID, today: date) -> list[ProductRow]:
    """By the threshold of the warning sign, so that page and sign say the same."""
    set_here = thresholds.changed(session, community_id).get(("products_stuck", "months"))
    months = set_here or shapes.signs()["products_stuck"].thresholds["months"]
    return products.stuck(session, community_id, today, months)
