"""The charter in two versions, who agreed to the first, and a breach that was settled."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

from cop_desktop.models import Charter, CharterApproval, Member, RuleBreach
from cop_desktop.models.method import Benefit, CharterPart, Norm

from .story import Story, Told, read

NEWCOMERS = timedelta(days=14)  # after joining, to read it and agree
_WORDS = {CharterPart.PROMISES}


def tell(session: Session, story: Story) -> None:
    """Add what was agreed, and what is being written anew."""
    told = read("charter")
    first, draft = told["first"], told["draft"]
    adopted = story.year.day(first["adopted"])
    charter = Charter(
        **_parts(story, first), number=1, adopted_on=adopted,
        review_on=story.year.day(first["review"]),
    )  # fmt: skip
    second = Charter(**_parts(story, {**first, **draft}), number=2)
    session.add_all([charter, second])
    session.flush()
    session.add_all(_approvals(session, story, charter, told["approvals"]))
    session.add_all(_breaches(story, told["breaches"]))


def _parts(story: Story, told: Told) -> dict[str, Any]:
    """All that a version says, as the charter's columns."""
    texts = {part.value: told[part] for part in CharterPart if part not in _WORDS}
    return {
        **texts,
        "community_id": story.community_id,
        "change_note": told.get("change_note", ""),
        "promises": tuple(map(Benefit, told["promises"])),
        "norms": tuple(map(Norm, told["norms"])),
        "quiet_from": time.fromisoformat(told["quiet_from"]),
        "quiet_until": time.fromisoformat(told["quiet_until"]),
        "approver_id": story.member(told, "approver"),
    }


def _approvals(
    session: Session, story: Story, charter: Charter, told: Told
) -> Iterator[CharterApproval]:
    adopted = charter.adopted_on or story.year.today
    for place, (key, member_id) in enumerate(story.members.items()):
        on = _agreed(session.get_one(Member, member_id), adopted, place % told["days"])
        if key not in told["silent"] and on <= story.year.today:
            yield CharterApproval(charter_id=charter.id, member_id=member_id, approved_on=on)


def _agreed(member: Member, adopted: date, days: int) -> date:
    joined = member.joined or adopted
    return joined + NEWCOMERS if joined > adopted else adopted + timedelta(days=days)


def _breaches(story: Story, rows: list[Told]) -> Iterator[RuleBreach]:
    for told, noted in story.by_today(rows, "noted"):
        yield RuleBreach(
            community_id=story.community_id, noted_on=noted, text=told["text"],
            norm=Norm(told["norm"]), agreed=told["agreed"], settled_on=story.day(told, "settled"),
        )  # fmt: skip
