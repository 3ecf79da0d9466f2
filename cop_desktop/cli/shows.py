"""Show: what the file holds, as JSON for scripts and as lines for people."""

import argparse
from collections.abc import Callable
from enum import StrEnum

from sqlalchemy.orm import Session

from cop_desktop.content import content
from cop_desktop.formats import work_year_of
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import (
    communities,
    compass,
    meetings,
    members,
    participation,
    plan,
    roles,
    stages,
)

from .asked import Asked
from .method_shows import METHOD_SHOWN, OF_BREACHES, Shown
from .overview_shows import OVERVIEW_SHOWN
from .packages import exported
from .shell import Shell, add_community, file_or_address

LEVELS = (Share.ME.value, Share.COMMUNITY.value)
# kinds of things that scripts count, and that a file of this version has no table for
NOT_KEPT = dict.fromkeys(("surveys", "responses", "ties", "partners", "measures"), 0)


def describe(parser: argparse.ArgumentParser) -> None:
    parser.description = "what the file holds"
    parser.add_argument("what", choices=sorted({*SHOWN, *OVERVIEW_SHOWN}), metavar="WHAT")
    parser.add_argument("file", type=file_or_address, metavar="FILE")
    parser.add_argument(
        "--level",
        choices=LEVELS,
        default=Share.COMMUNITY.value,
        metavar="LEVEL",
        help="me: with what is for the leader alone; community, unless told",
    )
    add_community(parser)
    parser.set_defaults(run=show)


def show(shell: Shell, told: argparse.Namespace) -> None:
    with shell.opened_any(told.file) as store:
        if told.what == "counts" and told.community is None:
            with store.read() as session:
                shown: Shown = communities.counts(session) | NOT_KEPT
        elif many := OVERVIEW_SHOWN.get(told.what):
            with store.read() as session:
                shown = many(session, shell.today)
        else:
            community = shell.community(store, told.community)
            with store.read() as session:
                asked = Asked(community.id, shell.today, Share(told.level), shell.words)
                shown = SHOWN[told.what](session, asked)
    shell.answer(shown, *_lines(shown, shell.words))


def _counts(session: Session, asked: Asked) -> Shown:
    return communities.counts(session, asked.community_id) | NOT_KEPT


def _roster(session: Session, asked: Asked) -> Shown:
    wanted = members.Filter(with_former=True)
    keys = members.find(session, asked.community_id, asked.today, wanted)
    rows = members.rows(session, keys, asked.today)
    known = participation.facts(session, asked.community_id, asked.today, [row.id for row in rows])
    return {
        "members": [
            {
                "id": row.id, "name": row.name, "organisation": row.organisation,
                "job_title": row.job_title, "email": row.email, "phone": row.mobile or row.phone,
                "joined": row.joined, "left": row.left,
                "persona": row.persona or known[row.id].suggested,
            }
            for row in rows
        ]
    }  # fmt: skip


def _roles(session: Session, asked: Asked) -> Shown:
    now = roles.now(session, asked.community_id, asked.today)
    return {
        "roles": [
            {"role": seat.role, "holders": [holding.name for holding in seat.holders]}
            for seat in now.seats
        ],
        "covered": now.covered,
        "held_by_leader": round(now.held_by_leader, 4),
        "concentration": round(now.concentration, 4),
    }


def _stage(session: Session, asked: Asked) -> Shown:
    path = stages.path(session, asked.community_id)
    found = compass.of(session, asked.community_id, asked.today)
    return {
        "stage": path.now.stage if path.now else None,
        "since": path.now.since if path.now else None,
        "history": [
            {"stage": row.stage, "from": row.since, "to": row.until, "reason": row.reason}
            for row in path.history
        ],
        "suggested": found.suggested,
        "evidence": [
            {"fact": sign.fact, "speaks_for": sign.speaks_for, "value": sign.value,
             "needed": sign.needed, "holds": sign.holds}
            for sign in found.signs if asked.may_see(sign.fact, OF_BREACHES)
        ],
    }  # fmt: skip


def _meetings(session: Session, asked: Asked) -> Shown:
    return {
        "meetings": [
            {
                "id": row.id, "date": row.starts_at.date(), "start": f"{row.starts_at:%H:%M}",
                "minutes": row.minutes, "topic": row.topic, "kind": row.kind, "state": row.state,
                "place": row.place, "host": row.host, "agenda_items": row.items,
                "planned_minutes": row.planned_minutes, "present": row.present,
                "marked": row.marked,
            }
            for row in meetings.every(session, asked.community_id)
        ]
    }  # fmt: skip


def _work_plan(session: Session, asked: Asked) -> Shown:
    year = plan.of_year(session, asked.community_id, work_year_of(asked.today))
    return {
        "work_year": year.work_year,
        "goals": [
            {
                "id": goal.id, "title": goal.title, "measure": goal.measure,
                "horizon": goal.horizon,
                "items": [
                    {
                        "id": item.id, "title": item.title, "owner": item.owner,
                        "starts": item.starts, "ends": item.ends, "audience": item.audience,
                        "product": item.product, "indicator": item.indicator, "state": item.state,
                    }
                    for item in goal.items
                ],
            }
            for goal in year.goals
        ],
    }  # fmt: skip


SHOWN: dict[str, Callable[[Session, Asked], Shown]] = {
    "counts": _counts,
    "roster": _roster,
    "roles": _roles,
    "stage": _stage,
    "meetings": _meetings,
    "work-plan": _work_plan,
    "exports": exported,
    **METHOD_SHOWN,
}


def _lines(shown: Shown, _: Catalog, depth: int = 0) -> list[str]:
    """The same facts as indented lines; words of the method in the reader's language."""
    lines: list[str] = []
    for key, value in shown.items():
        if key == "id":
            continue
        if isinstance(value, list):
            lines.append("  " * depth + f"{key}:")
            for it in value:
                inner = _lines(it, _, depth + 2) if isinstance(it, dict) else [_word(it, _)]
                lines += ["  " * (depth + 1) + "- " + inner[0].strip(), *inner[1:]] if inner else []
        else:
            indent = "  " * depth
            lines.append(indent + f"{key}: {_word(value, _)}".replace("\n", f"\n{indent}  "))
    return lines


def _word(value: object, _: Catalog) -> str:
    if isinstance(value, StrEnum):
        return content(_.language).word(value)
    return "" if value is None else str(value)
