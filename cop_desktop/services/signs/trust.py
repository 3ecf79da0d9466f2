"""Signs of trust: broken rules left open, rules never written, a charter nobody looked at."""

from cop_desktop.services.months import later

from .known import Found, Known, Limits


def breaches_open(known: Known, limits: Limits) -> Found | None:
    """Counts them; opens the oldest."""
    left = [it for it in known.records.breaches if it.runs(known.on)]
    if len(left) < limits["open"]:
        return None
    return Found({"n": len(left)}, left[0].id, left[limits["open"] - 1].since)


def trust_rules_missing(known: Known, limits: Limits) -> Found | None:
    """Silent where the charter in force has rules of trust."""
    adopted = [it for it in known.records.charters if it.adopted <= known.on]
    if (adopted and adopted[-1].trust) or len(known.held) < limits["meetings"]:
        return None
    return Found({"n": len(known.held)}, since=known.held[limits["meetings"] - 1].on)


def charter_old(known: Known, limits: Limits) -> Found | None:
    """From the day set for its review on, as it is set now; without one, by the months."""
    adopted = [it for it in known.records.charters if it.adopted <= known.on]
    if not adopted:
        return None
    newest = adopted[-1]
    due = newest.review or later(newest.adopted, limits["months"])
    if due > known.on:
        return None
    return Found({"date": newest.adopted}, newest.id, due)
