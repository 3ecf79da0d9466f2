"""Signs of content and of products."""

from datetime import timedelta
from uuid import UUID

from cop_desktop.models.vocabulary import BlockKind, ProductStatus
from cop_desktop.services.months import later

from .known import Found, Known, Limits

YEAR = 12  # months: older summaries are nobody's concern any more
TAUGHT = frozenset({BlockKind.CONTENT, BlockKind.EXPERT})
IDLE = frozenset({BlockKind.BREAK, BlockKind.BUFFER})  # no time of work
UNDER_WAY = frozenset({ProductStatus.DRAFT, ProductStatus.REVIEW, ProductStatus.APPROVED})
STUCK = frozenset({ProductStatus.DRAFT, ProductStatus.REVIEW})


def needs_old(known: Known, limits: Limits) -> Found | None:
    """Where needs were never mapped, the time runs from the first meeting on."""
    mapped = [day for day in known.records.mapped if day <= known.on]
    start = mapped[-1] if mapped else known.held[0].on if known.held else None
    if start is None or not known.over(start, limits["months"]):
        return None
    return Found({"date": mapped[-1] if mapped else None}, since=later(start, limits["months"]))


def topics_wait(known: Known, limits: Limits) -> Found | None:
    """Topics that saw so many meetings go by; one opened at a meeting came up in it."""
    days = [it.on for it in known.held]
    late = [
        it for it in known.records.topics
        if it.waits(known.on, known.records.today)
        and sum(day > it.opened for day in days) >= limits["meetings"]
    ]  # fmt: skip
    if not late:
        return None
    first = late[0]
    since = [day for day in days if day > first.opened][limits["meetings"] - 1]
    return Found({"n": len(late), "first": first.title}, first.id, since)


def summaries_unsent(known: Known, limits: Limits) -> Found | None:
    """Of the last twelve months; opens the latest, which can still be told."""
    due = timedelta(days=limits["days"])
    missing = [
        it for it in known.held
        if it.on + due < known.on and not known.over(it.on, YEAR)
        and not (it.sent and it.sent <= known.on)
    ]  # fmt: skip
    if len(missing) < limits["meetings"]:
        return None
    since = missing[limits["meetings"] - 1].on + due
    return Found({"n": len(missing)}, missing[-1].id, since)


def lectures_crowd(known: Known, limits: Limits) -> Found | None:
    """Of the working time, breaks aside; silent before so many meetings have an agenda."""
    planned = [it for it in known.held if _minutes(known, it.id)]
    recent = planned[-limits["meetings"] :]
    whole = sum(_minutes(known, it.id) for it in recent)
    if len(recent) < limits["meetings"] or not whole:
        return None
    taught = sum(
        n for it in recent for kind, n in known.records.minutes[it.id].items() if kind in TAUGHT
    )
    percent = round(100 * taught / whole)
    return Found({"percent": percent}, recent[-1].id) if percent >= limits["percent"] else None


def products_ownerless(known: Known, limits: Limits) -> Found | None:
    """Work under way; a mere idea needs no owner yet, and what is out is done."""
    alone = [it for it in known.records.products if it.status in UNDER_WAY and not it.owned]
    if len(alone) < limits["products"]:
        return None
    return Found({"n": len(alone), "first": alone[0].title}, alone[0].id)


def products_stuck(known: Known, limits: Limits) -> Found | None:
    """Since they came to their status; where the file does not know when, they are not blamed."""
    resting = sorted(
        (it.moved, it.title, it.id) for it in known.records.products
        if it.status in STUCK and it.moved and known.over(it.moved, limits["months"])
    )  # fmt: skip
    if not resting:
        return None
    moved, title, key = resting[0]
    return Found({"n": len(resting), "first": title}, key, later(moved, limits["months"]))


def _minutes(known: Known, meeting: UUID) -> int:
    """Working time of a meeting's agenda."""
    kinds = known.records.minutes.get(meeting, {})
    return sum(n for kind, n in kinds.items() if kind not in IDLE)
