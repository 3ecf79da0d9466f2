"""Show the method at work: needs, topics, signs, routines, the charter, the compass, products."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from cop_desktop.content.method import method
from cop_desktop.models.method import MaturityAxis
from cop_desktop.services import (
    charter,
    charter_approvals,
    compass,
    dimensions,
    maturity,
    needs,
    product_reviews,
    product_topics,
    products,
    routines,
    signs,
    topics,
)
from cop_desktop.services.charter import CharterRow
from cop_desktop.services.signs.telling import fact

from .asked import Asked

Shown = dict[str, Any]
# What the leader alone knows of: these are told of the log of broken rules.
OF_BREACHES = frozenset({"breaches_open", "trust_leaked"})


def _needs(session: Session, asked: Asked) -> Shown:
    return {
        "needs": [
            {
                "id": row.id, "text": row.text, "side": row.side, "source": row.source.value,
                "weight": row.weight, "state": row.state.value, "noted_on": row.noted_on,
                "closed_on": row.closed_on, "organisation": row.organisation,
                "meeting": row.meeting, "topics": [it.title for it in row.topics],
            } | ({"who": row.who} if asked.private else {})
            for row in needs.every(session, asked.community_id)
        ],
        "last_mapped": needs.last_mapped(session, asked.community_id),
    }  # fmt: skip


def _topics(session: Session, asked: Asked) -> Shown:
    return {
        "topics": [
            {
                "id": row.id, "title": row.title, "state": row.state.value,
                "opened_on": row.opened_on, "closed_on": row.closed_on,
                "owner": row.owner, "weight": row.weight, "answer": row.answer,
                "waited": row.waited, "waiting": row.waiting,
                "agendas": [it.starts_at.date() for it in row.on], "needs": len(row.need_ids),
                "decisions": row.decisions, "tasks": row.actions, "products": row.products,
            }
            for row in topics.every(session, asked.community_id, asked.today)
        ]
    }  # fmt: skip


def _signs(session: Session, asked: Asked) -> Shown:
    every = signs.every(session, asked.community_id, asked.today)
    return {"signs": [_sign(it, asked) for it in every if asked.may_see(it.key, OF_BREACHES)]}


def _sign(sign: signs.Sign, asked: Asked) -> Shown:
    """A rest and its reason are the leader's own; others see the sign as the file has it."""
    light, asleep = sign.light, sign.asleep if asked.private else None
    state = "off" if light is None else "asleep" if asleep else "lit"
    return {
        "sign": sign.key, "family": sign.shape.family, "state": state,
        "fact": fact(light, asked.words) if light else None,
        "since": light.since if light else None, "page": sign.shape.page,
        "advice": method(asked.words.language).sign(sign.key).action,
    } | ({"until": asleep.until, "reason": asleep.reason} if asleep else {})  # fmt: skip


def _routines(session: Session, asked: Asked) -> Shown:
    return {
        "routines": [
            {
                "id": row.id, "name": row.name, "rhythm": row.rhythm, "channel": row.channel,
                "owner": row.owner, "since": row.since, "last": row.last,
                "times": len(row.times), "due": row.due, "days_late": row.late,
            }
            for row in routines.every(session, asked.community_id, asked.today)
        ]
    }  # fmt: skip


def _charter(session: Session, asked: Asked) -> Shown:
    row = charter.in_force(session, asked.community_id)
    draft = charter.draft(session, asked.community_id)
    given = charter_approvals.of(session, row.id, asked.today) if row else None
    return {
        "number": row.number if row else None,
        "adopted_on": row.adopted_on if row else None,
        "review_on": row.review_on if row else None,
        "agreed": given.agreed if given else 0,
        "waiting": given.waiting if given else 0,
        "approver": row.approver if row else "",
        "parts": _parts(row) if row else [],
        "promises": list(row.promises) if row else [],
        "rules": list(row.norms) if row else [],
        "draft": draft.number if draft else None,
    }


def _parts(row: CharterRow) -> list[Shown]:
    return [{"part": part, "text": text} for part, text in row.texts.items() if text]


def _compass(session: Session, asked: Asked) -> Shown:
    found = compass.of(session, asked.community_id, asked.today)
    latest = maturity.of(session, asked.community_id).latest
    now = dimensions.now(session, asked.community_id, asked.today)
    return {
        "stage": found.present, "suggested": found.suggested, "way": found.way.value,
        "facts_for": [_weighed(it, asked) for it in found.facts_for],
        "facts_against": [_weighed(it, asked) for it in found.facts_against
                          if asked.may_see(it.fact, OF_BREACHES)],
        "recheck_since": found.recheck.since if found.recheck else None,
        "dimensions": [
            {"dimension": row.dimension, "stage": row.stage, "since": row.since}
            for row in now.values()
        ],
        "maturity_on": latest.read_on if latest else None,
        "maturity": [
            {"axis": axis, "level": latest.levels.get(axis) if latest else None}
            for axis in MaturityAxis
        ],
    }  # fmt: skip


def _weighed(sign: compass.Sign, asked: Asked) -> Shown:
    stage = method(asked.words.language).stage(sign.stage)
    told: Mapping[str, str] = stage.falling_back if sign.back else stage.moved_on
    return {
        "fact": sign.fact, "told": told[sign.fact], "value": sign.value, "needed": sign.needed,
        "direction": sign.direction.value, "by_hand": sign.by_hand, "holds": sign.holds,
    }  # fmt: skip


def _products(session: Session, asked: Asked) -> Shown:
    answers = product_topics.by_product(session, asked.community_id)
    reviews = product_reviews.by_product(session, asked.community_id)
    return {
        "products": [
            {
                "id": row.id, "title": row.title, "kind": row.kind, "status": row.status,
                "owner": row.owner, "audience": row.audience, "published_on": row.published_on,
                "where": row.where, "recipients": row.recipients, "summary": row.summary,
                "moved_on": row.moved_on, "approved_by": row.approved_by,
                "approved_on": row.approved_on, "cleared_outside": row.cleared_outside,
                "topics": [it.topic for it in answers.get(row.id, ())],
                "reviews": [
                    {"name": it.name, "asked_on": it.asked_on,
                     "answer": it.answer.value if it.answer else None,
                     "answered_on": it.answered_on}
                    for it in reviews.get(row.id, ())
                ],
            }
            for row in products.every(session, asked.community_id)
        ]
    }  # fmt: skip


METHOD_SHOWN: dict[str, Callable[[Session, Asked], Shown]] = {
    "needs": _needs,
    "topics": _topics,
    "signs": _signs,
    "routines": _routines,
    "charter": _charter,
    "compass": _compass,
    "products": _products,
}
