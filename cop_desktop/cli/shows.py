"""Show: what the file holds, as JSON for scripts and as lines for people."""

import argparse
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from cop_desktop.content import content
from cop_desktop.formats import work_year_of
from cop_desktop.i18n import Catalog
from cop_desktop.services import (
    communities,
    compass,
    meetings,
    members,
    participation,
    plan,
    products,
    roles,
    stages,
)
from cop_desktop.services.communities import CommunityRow

from .shell import Shell, add_community

Shown = dict[str, Any]
# kinds of things that scripts count, and that a file of this version has no table for
NOT_KEPT = dict.fromkeys(("surveys", "responses", "ties", "partners", "measures"), 0)


def describe(parser: argparse.ArgumentParser) -> None:
    parser.description = "what the file holds"
    parser.add_argument("what", choices=sorted(SHOWN), metavar="WHAT")
    parser.add_argument("file", type=Path, metavar="FILE")
    add_community(parser)
    parser.set_defaults(run=show)


def show(shell: Shell, told: argparse.Namespace) -> None:
    with shell.opened(told.file) as store:
        if told.what == "counts" and told.community is None:
            with store.read() as session:
                shown: Shown = communities.counts(session) | NOT_KEPT
        else:
            community = shell.community(store, told.community)
            with store.read() as session:
                shown = SHOWN[told.what](session, community, shell.today)
    shell.answer(shown, *_lines(shown, shell.words))


def _counts(session: Session, community: CommunityRow, _today: date) -> Shown:
    return communities.counts(session, community.id) | NOT_KEPT


def _roster(session: Session, community: CommunityRow, today: date) -> Shown:
    wanted = members.Filter(with_former=True)
    keys = members.find(session, community.id, today, wanted)
    rows = members.rows(session, keys, today)
    known = participation.facts(session, community.id, today, [row.id for row in rows])
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


def _roles(session: Session, community: CommunityRow, today: date) -> Shown:
    now = roles.now(session, community.id, today)
    return {
        "roles": [
            {"role": seat.role, "holders": [holding.name for holding in seat.holders]}
            for seat in now.seats
        ],
        "covered": now.covered,
        "held_by_leader": round(now.held_by_leader, 4),
        "concentration": round(now.concentration, 4),
    }


def _stage(session: Session, community: CommunityRow, today: date) -> Shown:
    path = stages.path(session, community.id)
    found = compass.of(session, community.id, today)
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
            for sign in found.signs
        ],
    }  # fmt: skip


def _meetings(session: Session, community: CommunityRow, _today: date) -> Shown:
    return {
        "meetings": [
            {
                "id": row.id, "date": row.starts_at.date(), "start": f"{row.starts_at:%H:%M}",
                "minutes": row.minutes, "topic": row.topic, "kind": row.kind, "state": row.state,
                "place": row.place, "host": row.host, "agenda_items": row.items,
                "planned_minutes": row.planned_minutes, "present": row.present,
                "marked": row.marked,
            }
            for row in meetings.every(session, community.id)
        ]
    }  # fmt: skip


def _work_plan(session: Session, community: CommunityRow, today: date) -> Shown:
    year = plan.of_year(session, community.id, work_year_of(today))
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


def _products(session: Session, community: CommunityRow, _today: date) -> Shown:
    return {
        "products": [
            {
                "id": row.id, "title": row.title, "kind": row.kind, "status": row.status,
                "owner": row.owner, "audience": row.audience, "published_on": row.published_on,
                "where": row.where, "recipients": row.recipients,
            }
            for row in products.every(session, community.id)
        ]
    }  # fmt: skip


SHOWN: dict[str, Callable[[Session, CommunityRow, date], Shown]] = {
    "counts": _counts,
    "roster": _roster,
    "roles": _roles,
    "stage": _stage,
    "meetings": _meetings,
    "work-plan": _work_plan,
    "products": _products,
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
                inner = _lines(it, _, depth + 2) if isinstance(it, dict) else [str(it)]
                lines += ["  " * (depth + 1) + "- " + inner[0].strip(), *inner[1:]] if inner else []
        else:
            lines.append("  " * depth + f"{key}: {_word(value, _)}")
    return lines


def _word(value: object, _: Catalog) -> str:
    if isinstance(value, StrEnum):
        return content(_.language).word(value)
    return "" if value is None else str(value)
