"""The roll-up: what all wanted communities are together."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from cop_desktop.frozen import frozen
from cop_desktop.models.collated import collated

from .rows import PRODUCT, communities
from .sending import Sending
from .wanted import HEADCOUNT, Wanted

ROLE = collated["role"]


@frozen
class DistrictSum:
    """Communities with members of a district, and how many members where it was told."""

    communities: int
    members: int
    untold: int  # communities that told no number, since it counts one to four


@frozen
class Sums:
    """Counts; shares are in percent and count each community once, or each answer once."""

    communities: int
    sending: Mapping[Sending, int]
    members: int
    untold: int  # communities that told no number of members
    held: int  # meetings of this work year
    attendance: int | None  # average of those that told it
    stages: Mapping[str, int]  # communities by present stage
    roles: Mapping[str, int]  # communities in which a role is filled
    products: Mapping[str, int]  # by kind
    published: int
    answers: int  # to the last survey of each
    agree: int | None
    signs: Mapping[str, int]  # communities that shared a sign
    districts: Mapping[str, DistrictSum]


def sums(session: Session, wanted: Wanted, today: date) -> Sums:
    """What the wanted communities are together."""
    rows = communities(session, wanted, today)
    keys = {it.id for it in rows}
    some = None if wanted == Wanted() else keys
    told = [it.members for it in rows if it.members is not None]
    came = [it.attendance for it in rows if it.attendance is not None]
    answers = sum(it.answers for it in rows)
    agreeing = sum((it.agree or 0) * it.answers for it in rows)
    return Sums(
        len(rows), Counter(it.sending for it in rows), sum(told), len(rows) - len(told),
        sum(it.held for it in rows), round(sum(came) / len(came)) if came else None,
        Counter(it.stage for it in rows if it.stage),
        _counted(session, ROLE, "role", some, ROLE.c.filled),
        _counted(session, PRODUCT, "kind", some), sum(it.published for it in rows),
        answers, round(agreeing / answers) if answers else None,
        Counter(sign for it in rows for sign in it.signs), _districts(session, keys),
    )  # fmt: skip


def _counted(
    session: Session, table: Table, column: str, keys: set[str] | None, *which: Any
) -> Counter[str]:
    """How many rows have a word; of those communities, or of all, which the database adds up."""
    its, found = table.c, Counter[str]()
    if keys is None:
        query = select(its[column], func.count()).where(*which).group_by(its[column])
        for word, count in session.execute(query):
            found[word] = count
        return found
    by_home = select(its.community_id, its[column], func.count()).where(*which)
    for key, word, count in session.execute(by_home.group_by(its.community_id, its[column])):
        if key in keys:
            found[word] += count
    return found


def _districts(session: Session, keys: set[str]) -> dict[str, DistrictSum]:
    its = HEADCOUNT.c
    homes: dict[str, dict[str, list[int | None]]] = {}
    found = select(its.district, its.community_id, its.members).order_by(its.district)
    for district, key, members in session.execute(found):
        if key in keys:
            homes.setdefault(district, {}).setdefault(key, []).append(members)
    return {
        district: DistrictSum(
            len(some),
            sum(it or 0 for counts in some.values() for it in counts),
            sum(None in counts for counts in some.values()),
        )
        for district, some in homes.items()
    }
