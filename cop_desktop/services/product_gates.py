"""The gates of a product: approved by somebody, cleared for outside, published to an audience."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.i18n import N_
from cop_desktop.models import Product
from cop_desktop.models.vocabulary import ProductKind, ProductStatus, Share

from . import charter, products
from .products import OUTSIDE, ProductRow
from .search import fold


def shown_to(rows: Iterable[ProductRow], level: Share) -> tuple[ProductRow, ...]:
    """Those that readers at a level may hear of; every paper and list that leaves asks here.

    The community sees all; whoever is outside sees what is approved and was cleared for outside.
    """
    return tuple(row for row in rows if reach(row).reaches(level))


def reach(row: ProductRow) -> Share:
    """How far the name of a product may travel: everywhere once it is cleared for outside."""
    return Share.PUBLIC if row.may_leave else Share.COMMUNITY


def told_outside(
    words: str, rows: Iterable[ProductRow], called: Callable[[ProductKind], str]
) -> str:
    """Words of the plan as readers outside see them: what is kept is called by its kind.

    “Writing the guide to the first month” becomes “Writing the guide”.
    """
    kept = [row for row in rows if not row.may_leave]
    for row in sorted(kept, key=lambda it: -len(it.title)):
        if _meant(fold(words), fold(row.title)):
            words = _renamed(words, row.title, called(row.kind))
    return words


def move(
    session: Session, product_id: UUID, status: ProductStatus, today: date,
    by: UUID | None = None,
) -> None:  # fmt: skip
    """Bring a product to a status, forward or back; raises UserError with what is missing.

    Who approves is `by`, or else whoever the charter names. Going back to a draft takes approval
    and clearance away.
    """
    product = session.get_one(Product, product_id)
    if status == product.status:
        return
    _check(product, status)
    values: dict[str, Any] = {"status": status}
    if status == ProductStatus.APPROVED and product.approved_on is None:
        values |= {"approved_by_id": by or approver(session, product.community_id)}
        values |= {"approved_on": today}
    if status == ProductStatus.PUBLISHED and product.published_on is None:
        values |= {"published_on": today}
    products.change(session, product_id, values, today)


def publish(
    session: Session, product_id: UUID, today: date, *,
    where: str = "", audience: str = "", recipients: int | None = None,
) -> None:  # fmt: skip
    """Note that it went out: where it is found, for whom, and how many received it."""
    told = {"where": where, "audience": audience, "recipients": recipients}
    products.change(session, product_id, {name: value for name, value in told.items() if value})
    move(session, product_id, ProductStatus.PUBLISHED, today)


def clear_outside(session: Session, product_id: UUID, cleared: bool) -> None:
    """Say whether readers outside the community may hear of it, once it is approved."""
    product = session.get_one(Product, product_id)
    if cleared and product.status not in OUTSIDE:
        raise UserError(
            N_("“{title}” is not approved yet. Approve it, then clear it for outside."),
            title=product.title,
        )
    product.cleared_outside = cleared


def approver(session: Session, community_id: UUID) -> UUID | None:
    """Who approves products here, as the charter in force says."""
    in_force = charter.in_force(session, community_id)
    return in_force.approver_id if in_force else None


def _meant(told: str, title: str) -> bool:
    """Whether words and a title name the same: one holds the other, and that is no single word."""
    shorter, longer = sorted((told, title), key=len)
    return bool(told) and (told == title or (" " in shorter and shorter in longer))


def _renamed(words: str, title: str, kind: str) -> str:
    """Another name in the place of a title; for all of it where the two are not spelt alike."""
    told = re.compile(re.escape(title), re.IGNORECASE)
    inside = told.match(words) is None
    return (
        told.sub(lambda _: kind.lower() if inside else kind, words) if told.search(words) else kind
    )


def _check(product: Product, status: ProductStatus) -> None:
    if status in OUTSIDE and product.owner_id is None:
        raise UserError(
            N_("Nobody is responsible for “{title}” yet. Name somebody, then approve it."),
            title=product.title,
        )
    if status == ProductStatus.PUBLISHED and product.status not in OUTSIDE:
        raise UserError(
            N_("“{title}” is not approved yet. Approve it, then publish it."), title=product.title
        )
