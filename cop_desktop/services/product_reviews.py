"""Who was asked to read a product, and what they said."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Member, Product, ProductReview
from cop_desktop.models.thread_words import ReviewAnswer

from .editing import prose
from .people import full_name


@frozen
class ReviewRow:
    """A reader of a product; without an answer they are still reading."""

    id: UUID
    product_id: UUID
    member_id: UUID
    name: str
    asked_on: date
    answer: ReviewAnswer | None
    answered_on: date | None
    note: str


def of(session: Session, product_id: UUID) -> tuple[ReviewRow, ...]:
    """A product's readers in the order asked."""
    return _rows(session, ProductReview.product_id == product_id)


def by_product(session: Session, community_id: UUID) -> Mapping[UUID, tuple[ReviewRow, ...]]:
    """The readers of every product that has any."""
    found: defaultdict[UUID, list[ReviewRow]] = defaultdict(list)
    for row in _rows(session, Product.community_id == community_id):
        found[row.product_id].append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def ask(session: Session, product_id: UUID, member_id: UUID, today: date) -> UUID:
    """Ask a member to read it; who was asked before is asked anew.

    Raises UserError when the member is responsible for it: a second pair of eyes is needed.
    """
    product = session.get_one(Product, product_id)
    if product.owner_id == member_id:
        raise UserError(N_("Whoever is responsible knows it by heart. Ask somebody else to read."))
    review = session.scalar(
        select(ProductReview).where(
            ProductReview.product_id == product_id, ProductReview.member_id == member_id
        )
    )
    if review is None:
        review = ProductReview(product_id=product_id, member_id=member_id, asked_on=today)
        session.add(review)
    review.asked_on, review.answer, review.answered_on = today, None, None
    session.flush()
    return review.id


def answer(
    session: Session, review_id: UUID, said: ReviewAnswer | None, today: date,
    note: str | None = None,
) -> None:  # fmt: skip
    """Note what a reader said, or take it back; `note` stays as it is unless told."""
    review = session.get_one(ProductReview, review_id)
    review.answer, review.answered_on = said, today if said else None
    if note is not None:
        review.note = prose(note)


def annotate(session: Session, review_id: UUID, note: str) -> None:
    """Write down what a reader remarked."""
    session.get_one(ProductReview, review_id).note = prose(note)


def withdraw(session: Session, review_id: UUID) -> None:
    """No longer ask this reader; what they said goes too."""
    session.delete(session.get_one(ProductReview, review_id))


def _rows(session: Session, which: ColumnElement[bool]) -> tuple[ReviewRow, ...]:
    found = session.execute(
        select(ProductReview, Member.given_name, Member.family_name)
        .join(Member, ProductReview.member_id == Member.id)
        .join(Product, ProductReview.product_id == Product.id)
        .where(which)
        .order_by(ProductReview.asked_on, Member.sort_key)
    )
    return tuple(
        ReviewRow(
            it.id, it.product_id, it.member_id, full_name(given, family), it.asked_on,
            it.answer, it.answered_on, it.note,
        )
        for it, given, family in found
    )  # fmt: skip
