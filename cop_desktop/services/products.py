"""Knowledge products: from an idea to something others can use.

Approving, clearing and publishing are in `product_gates`; who reads a draft in `product_reviews`;
what a product answers in `product_topics`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Member, Product
from cop_desktop.models.vocabulary import ProductKind, ProductStatus

from .editing import Fields, apply, cleaned, day, line, link_to, needed, prose, whole, word
from .looking import once
from .months import later
from .people import full_name

OUTSIDE = (ProductStatus.APPROVED, ProductStatus.PUBLISHED)
MOVING = (ProductStatus.DRAFT, ProductStatus.REVIEW)  # an idea may rest; these are being worked on
FIELDS: Fields = {
    "title": needed(N_("A product needs a title.")),
    "kind": word(ProductKind),
    "status": word(ProductStatus),
    "owner_id": link_to(Member),
    "audience": line,
    "published_on": day,
    "where": line,
    "recipients": whole(0, 10_000_000),
    "summary": prose,
    "approved_by_id": link_to(Member),
    "approved_on": day,
}


@frozen
class ProductRow:
    """A product with the names of its owner and of who approved it."""

    id: UUID
    title: str
    kind: ProductKind
    status: ProductStatus
    owner_id: UUID | None
    owner: str
    audience: str
    published_on: date | None
    where: str
    recipients: int | None
    summary: str = ""
    moved_on: date | None = None  # to its status; None: before this was noted
    approved_by_id: UUID | None = None
    approved_by: str = ""
    approved_on: date | None = None
    cleared_outside: bool = False

    @property
    def may_leave(self) -> bool:
        """Whether readers outside the community may hear of it: approved, and cleared for them."""
        return self.status in OUTSIDE and self.cleared_outside

    @property
    def kept_inside(self) -> bool:
        """Approved, yet not cleared: by choice, or as nobody was asked when it was approved."""
        return self.status in OUTSIDE and not self.cleared_outside


@once
def every(session: Session, community_id: UUID) -> list[ProductRow]:
    """All products, the most finished first."""
    approver = aliased(Member)
    found = session.execute(
        select(
            Product, Member.given_name, Member.family_name, approver.given_name,
            approver.family_name,
        )
        .outerjoin(Member, Product.owner_id == Member.id)
        .outerjoin(approver, Product.approved_by_id == approver.id)
        .where(Product.community_id == community_id)
        .order_by(Product.title)
    )  # fmt: skip
    rows = [
        ProductRow(
            it.id, it.title, it.kind, it.status, it.owner_id, full_name(*names[:2]),
            it.audience, it.published_on, it.where, it.recipients, it.summary, it.moved_on,
            it.approved_by_id, full_name(*names[2:]), it.approved_on, it.cleared_outside,
        )
        for it, *names in found
    ]  # fmt: skip
    finished = list(ProductStatus)
    return sorted(rows, key=lambda row: -finished.index(row.status))


def stuck(session: Session, community_id: UUID, today: date, months: int) -> list[ProductRow]:
    """Drafts and reviews that have not moved for so many months, the oldest first."""
    until = later(today, -months)
    rows = [row for row in every(session, community_id) if row.status in MOVING]
    waiting = [row for row in rows if row.moved_on and row.moved_on <= until]
    return sorted(waiting, key=lambda row: row.moved_on or today)


def ripe(session: Session, community_id: UUID) -> list[ProductRow]:
    """Approved and not yet published, the one approved longest ago first."""
    rows = [row for row in every(session, community_id) if row.status == ProductStatus.APPROVED]
    return sorted(rows, key=lambda row: row.moved_on or row.approved_on or date.min)


def add(
    session: Session, community_id: UUID, values: Mapping[str, Any], today: date | None = None
) -> UUID:
    """A new product; raises UserError without a title."""
    clean = cleaned(FIELDS, {"title": "", **values})
    moved_on = today or clean.get("published_on")
    product = Product(community_id=community_id, moved_on=moved_on, **clean)
    session.add(product)
    session.flush()
    return product.id


def change(
    session: Session, product_id: UUID, values: Mapping[str, Any], today: date | None = None
) -> None:
    """Set fields of a product; raises UserError when no title would be left.

    A status set here is taken as told, as from a list; `product_gates.move` asks what is missing.
    """
    before = session.get_one(Product, product_id).status
    for product in apply(session, Product, [product_id], FIELDS, values):
        if product.status != before:
            _moved(product, today)


def remove(session: Session, product_id: UUID) -> None:
    """Delete a product."""
    session.delete(session.get_one(Product, product_id))


def _moved(product: Product, today: date | None) -> None:
    """What a new status means for the rest: what is not approved has no approval and no leave."""
    if product.status != ProductStatus.PUBLISHED:
        product.published_on = None
    product.moved_on = today or product.published_on  # a list brings no other day
    if product.status not in OUTSIDE:
        product.approved_by_id = product.approved_on = None
        product.cleared_outside = False
