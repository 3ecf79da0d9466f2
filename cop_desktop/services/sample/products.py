"""What the community made: each product with its topics, and what its readers said."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from cop_desktop.models import Base, Product, ProductReview, ProductTopic
from cop_desktop.models.thread_words import ReviewAnswer
from cop_desktop.models.vocabulary import ProductKind, ProductStatus

from .story import Story, Told, read


def tell(session: Session, story: Story) -> None:
    """Add the products, then what points at them."""
    for told in read("products")["products"]:
        product = _product(story, told)
        story.products[told["key"]] = product.id
        session.add(product)
        session.flush()
        session.add_all(_around(story, told, product))


def _product(story: Story, told: Told) -> Product:
    return Product(
        community_id=story.community_id, title=told["title"],
        kind=ProductKind(told["kind"]), status=ProductStatus(told["status"]),
        owner_id=story.member(told, "owner"), audience=told["audience"],
        published_on=story.day(told, "published"), where=told.get("where", ""),
        recipients=told.get("recipients"), summary=told.get("summary", ""),
        moved_on=story.day(told, "moved"), approved_by_id=story.member(told, "approved_by"),
        approved_on=story.day(told, "approved"), cleared_outside=told.get("cleared", False),
    )  # fmt: skip


def _around(story: Story, told: Told, product: Product) -> Iterator[Base]:
    for topic in told.get("topics", ()):
        yield ProductTopic(product_id=product.id, topic_id=story.topics[topic])
    for review, asked in story.by_today(told.get("reviews", ()), "asked"):
        answer = review.get("answer")
        yield ProductReview(
            product_id=product.id, member_id=story.members[review["by"]], asked_on=asked,
            answer=ReviewAnswer(answer) if answer else None,
            answered_on=story.day(review, "answered"), note=review.get("note", ""),
        )  # fmt: skip
