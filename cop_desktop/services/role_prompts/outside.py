"""What value detectives, messengers and brokers are told."""

from datetime import date

from cop_desktop.models.vocabulary import ProductStatus
from cop_desktop.services import care, products, stakeholders, stories

from .people import members
from .prompt import At, Item, Prompt, counted, first, named


def seeds_waiting(at: At) -> Prompt | None:
    rows = stories.seeds(at.session, at.community_id)
    return counted("seeds_waiting", [Item(it.id, it.title, "needs", it.noted_on) for it in rows])


def products_in_use(at: At) -> Prompt | None:
    """Published, the first published first, and nobody told what it changed."""
    told = {it.product_id for it in stories.every(at.session, at.community_id)}
    rows = [
        Item(it.id, it.title, "products", it.published_on)
        for it in products.every(at.session, at.community_id)
        if it.status == ProductStatus.PUBLISHED and it.id not in told
    ]
    return first("products_in_use", sorted(rows, key=lambda it: it.on or date.min))


def products_ripe(at: At) -> Prompt | None:
    rows = products.ripe(at.session, at.community_id)
    return counted("products_ripe", [Item(it.id, it.title, "products", it.moved_on) for it in rows])


def audience_waiting(at: At) -> Prompt | None:
    """Approved, and whom it was written for is known: it cannot have reached them yet."""
    rows = [it for it in products.ripe(at.session, at.community_id) if it.audience]
    items = [Item(it.id, it.title, "products", it.moved_on) for it in rows]
    return first("audience_waiting", items, {"name": rows[0].audience} if rows else {})


def stakeholders_not_met(at: At) -> Prompt | None:
    rows = stakeholders.not_met(at.session, at.community_id, at.today)
    return counted(
        "stakeholders_not_met", [Item(it.id, it.name, "roles", it.met_on) for it in rows]
    )


def consents_missing(at: At) -> Prompt | None:
    rows = members(at, *care.consent_wanting(at.today))
    return named("consents_missing", rows, private=True)
