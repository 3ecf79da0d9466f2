"""Signs of the roles: empty seats, one person in most of them, seats that never change hands."""

from collections.abc import Iterable
from datetime import date

from cop_desktop.models.vocabulary import Role
from cop_desktop.services.months import later
from cop_desktop.services.roles import Holding

from .known import Found, Known, Limits


def roles_empty(known: Known, limits: Limits) -> Found | None:
    """Before a first meeting nobody can be expected to hold anything."""
    held = {term.role for term in _running(known)}
    empty = tuple(role for role in Role if role not in held)
    if not known.held or len(empty) < limits["roles"]:
        return None
    return Found({"n": len(empty), "names": empty})


def leader_holds_most(known: Known, limits: Limits) -> Found | None:
    """The leader's seats of all seats held."""
    terms = _running(known)
    leaders = {it.id for it in known.records.leaders if it.runs(known.on)}
    percent = round(100 * sum(it.member_id in leaders for it in terms) / max(len(terms), 1))
    return Found({"percent": percent}) if terms and percent >= limits["percent"] else None


def roles_stay(known: Known, limits: Limits) -> Found | None:
    """A term that was renewed for the same holder goes on from its first day."""
    begun = sorted(((_begun(it, known), it.role) for it in _running(known)), key=lambda it: it[0])
    long = [(since, role) for since, role in begun if known.over(since, limits["months"])]
    if not long:
        return None
    since, role = long[0]
    values = {"n": len({role for _, role in long}), "first": role}
    return Found(values, since=later(since, limits["months"]))


def _running(known: Known) -> list[Holding]:
    return [term for term in known.records.terms if term.runs(known.on)]


def _begun(term: Holding, known: Known) -> date:
    """The first day of the unbroken time for which the holder has had the role."""
    since = term.since
    for earlier in sorted(_same(term, known.records.terms), key=lambda it: it.since, reverse=True):
        if earlier.since < since and earlier.until and earlier.until >= since:
            since = earlier.since
    return since


def _same(term: Holding, terms: Iterable[Holding]) -> list[Holding]:
    return [it for it in terms if (it.member_id, it.role) == (term.member_id, term.role)]
