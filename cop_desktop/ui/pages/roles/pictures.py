"""The page's pictures, as data: the wheel, the lanes, the two lines."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from cop_desktop import formats
from cop_desktop.content import content
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Role
from cop_desktop.services.roles import Holding
from cop_desktop.ui.pictures import (
    CoverageData,
    Lane,
    LanesData,
    Seat,
    Series,
    Term,
    WheelData,
)

from .reading import Seats
from .words import expected, span

POINTS = 5  # of a line; more words would touch on the ground
MONTHS_APART = 3  # between words along the lanes


def wheel(seats: Seats, _: Catalog) -> WheelData:
    """Seven seats with their holders' names."""
    texts = content(_.language)
    rows = tuple(
        Seat(
            seat.role, texts.word(seat.role), tuple(term.name for term in seat.holders),
            seat.with_leader and len(seat.holders) == 1,
        )
        for seat in seats.now.seats
    )  # fmt: skip
    covered = _("{covered} of {all}", covered=seats.now.covered, all=len(Role))
    return WheelData(rows, covered, _("roles are held"), _("A free seat"))


def lanes(seats: Seats, today: date, _: Catalog) -> LanesData:
    """Who held what since the first day of the lines; terms that ran together share a box."""
    start = min(seats.spread[0].on, today)
    rows = tuple(
        Lane(role, content(_.language).word(role), tuple(_stretches(seats, role, start, today, _)))
        for role in Role
    )
    return LanesData(rows, start, today, tuple(_ticks(seats, _)), _("A free seat"))


def lines(seats: Seats, _: Catalog) -> CoverageData:
    """Roles held, and the leader's share, at a few days up to today."""
    points = [seats.spread[place] for place in _places(len(seats.spread) - 1)]
    ticks = [formats.month_and_year_short(point.on, _.language) for point in points]
    covered = tuple(point.covered for point in points)
    shares = tuple(point.held_by_leader for point in points)
    return CoverageData(
        (
            Series("covered", _("roles held"), covered, _percents(covered, _)),
            Series("leader", _("share of the leader"), shares, _percents(shares, _), "amber", True),
        ),
        (*ticks[:-1], _("today")),
        (_percent(0, _), _percent(0.5, _), _percent(1, _)),
    )


def others(seats: Seats, _: Catalog) -> CoverageData | None:
    """What others than the leader carry, at a few days, with the band of each day's stage."""
    known = [point for point in seats.carried if point.shared is not None]
    if not known:
        return None
    points = [known[place] for place in _places(len(known) - 1)]
    shares = tuple(point.shared or 0.0 for point in points)
    ticks = [formats.month_and_year_short(point.on, _.language) for point in points]
    if points[-1].on == seats.carried[-1].on:
        ticks[-1] = _("today")
    bands = tuple((it.band.low / 100, it.band.high / 100) if it.band else None for it in points)
    return CoverageData(
        (Series("others", _("carried by others"), shares, _percents(shares, _)),),
        tuple(ticks),
        (_percent(0, _), _percent(0.5, _), _percent(1, _)),
        bands,
        tuple(expected(point, _) for point in points),
    )


def _places(last: int) -> list[int]:
    """A few places from the first to the last."""
    return sorted({round(last * step / (POINTS - 1)) for step in range(POINTS)})


def _stretches(seats: Seats, role: Role, start: date, today: date, _: Catalog) -> Iterator[Term]:
    """The lane cut wherever somebody came or went."""
    terms = [term for term in seats.of(role) if term.since < today]
    cuts = {start, today}
    for term in terms:
        cuts |= {max(term.since, start), min(max(term.until or today, start), today)}
    days = sorted(cuts)
    for first, last in pairwise(days):
        here = [term for term in terms if term.runs(first)]
        if here:
            yield _stretch(here, first, last, role, today, _)


def _stretch(
    here: list[Holding], first: date, last: date, role: Role, today: date, _: Catalog
) -> Term:
    names = [term.name for term in here]
    told = "; ".join(f"{term.name}, {span(term, today, _)}" for term in here)
    key = here[0].id if len(here) == 1 else role
    led = all(term.by_leader for term in here)
    return Term(key, ", ".join(names), first, last, told, led)


def _ticks(seats: Seats, _: Catalog) -> Iterator[tuple[date, str]]:
    year = 0
    for point in seats.spread[:-1][::MONTHS_APART]:
        known, year = year == point.on.year, point.on.year
        month = formats.month_short(point.on.month, _.language)
        yield point.on, month if known else formats.month_and_year_short(point.on, _.language)


def _percents(shares: tuple[float, ...], _: Catalog) -> tuple[str, ...]:
    return tuple(_percent(share, _) for share in shares)


def _percent(share: float, _: Catalog) -> str:
    return formats.percent(share, _.language)
