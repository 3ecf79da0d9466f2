"""The rules by sign: what is read, and whether the file tells it of an earlier day, too.

A sign speaks from its threshold on. Where the threshold is a leave (the days there are to send a
summary, the share of dates that may move) or a least (of the core), it speaks beyond it.
"""

from collections.abc import Callable, Mapping

from cop_desktop.frozen import frozen

from . import leading, people, rhythm, trust, work
from .known import Found, Known, Limits


@frozen
class Rule:
    """How a sign is computed; `dated` when all that it reads bears a day.

    `lasting`: what lights it today has lasted since a day, so that it was lit on earlier days, too;
    where it was not, nobody knows.
    """

    read: Callable[[Known, Limits], Found | None]
    dated: bool = True
    lasting: bool = False


RULES: Mapping[str, Rule] = {
    "breaches_open": Rule(trust.breaches_open),
    "trust_rules_missing": Rule(trust.trust_rules_missing),
    "charter_old": Rule(trust.charter_old),
    "needs_old": Rule(work.needs_old),
    "topics_wait": Rule(work.topics_wait),
    "summaries_unsent": Rule(work.summaries_unsent),
    "lectures_crowd": Rule(work.lectures_crowd),
    "routines_lapsed": Rule(rhythm.routines_lapsed),
    "dates_move": Rule(rhythm.dates_move),
    "roles_empty": Rule(leading.roles_empty),
    "leader_holds_most": Rule(leading.leader_holds_most),
    "roles_stay": Rule(leading.roles_stay),
    "no_meeting_ahead": Rule(rhythm.no_meeting_ahead, dated=False),  # when one was set is not kept
    "long_gap": Rule(rhythm.long_gap),
    "attendance_falls": Rule(people.attendance_falls),
    "not_seen": Rule(people.not_seen),
    "many_left": Rule(people.many_left),
    "nobody_joins": Rule(people.nobody_joins),
    "newcomers_alone": Rule(people.newcomers_alone, dated=False),  # nor when a mentor came
    "products_ownerless": Rule(work.products_ownerless, dated=False),  # nor when an owner did
    "products_stuck": Rule(work.products_stuck, dated=False, lasting=True),
    "core_small": Rule(people.core_small, dated=False),  # the leader's word has no day
    "one_authority": Rule(people.one_authority),
    "consents_missing": Rule(people.consents_missing),
}
