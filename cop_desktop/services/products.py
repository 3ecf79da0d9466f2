"""Knowledge products: from an idea to something others can use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.i18n import N_
from cop_desktop.models import Member, Product
from cop_desktop.models.vocabulary import ProductKind, ProductStatus

from .editing import Fields, apply, cleaned, day, line, link_to, needed, whole, word
from .people import full_name

FIELDS: Fields = {
    "title": needed(N_("A product needs a title.")),
    "kind": word(ProductKind),
    "status": word(ProductStatus),
    "owner_id": link_to(Member),
    "audience": line,
    "published_on": day,
    "where": line,
    "recipients": whole(0, 10_000_000),
}


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product with its owner's name."""

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


def every(session: Session, community_id: UUID) -> list[ProductRow]:
    """All products, the most finished first."""
    found = session.execute(
        select(Product, Member.given_name, Member.family_name)
        .outerjoin(Member, Product.owner_id == Member.id)
        .where(Product.community_id == community_id)
        .order_by(Product.title)
    )
    rows = [
        ProductRow(
            it.id, it.title, it.kind, it.status, it.owner_id,
            full_name(given, family), it.audience, it.published_on, it.where,
            it.recipients,
        )
        for it, given, family in found
    ]  # fmt: skip
    finished = list(ProductStatus)
    return sorted(rows, key=lambda row: -finished.index(row.status))


def add(session: Session, community_id: UUID, values: Mapping[str, Any]) -> UUID:
    """A new product; raises UserError without a title."""
    clean = cleaned(FIELDS, {"title": "", **values})
    product = Product(community_id=community_id, **clean)
    session.add(product)
    session.flush()
    return product.id


def change(session: Session, product_id: UUID, values: Mapping[str, Any]) -> None:
    """Set fields of a product; raises UserError when no title would be left."""
    apply(session, Product, [product_id], FIELDS, values)


def remove(session: Session, product_id: UUID) -> None:
    """Delete a product."""
    session.delete(session.get_one(Product, product_id))
