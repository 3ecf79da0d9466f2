"""The charter: one version is in force, a later one may be on its way, every change is kept."""

from collections.abc import Mapping
from datetime import date, time
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.content import shapes
from cop_desktop.errors import UserError
from cop_desktop.formats import date_medium
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import Charter, Community, Member
from cop_desktop.models.method import Benefit, CharterPart, Norm

from .agenda_fields import hour
from .editing import Fields, apply, day, line, link_to, prose, words
from .looking import once
from .people import full_name

FIELDS: Fields = {
    **{part.value: prose for part in CharterPart},
    CharterPart.PROMISES.value: words(Benefit),
    "norms": words(Norm),
    "quiet_from": hour,
    "quiet_until": hour,
    "approver_id": link_to(Member),
    "change_note": line,
    "review_on": day,
}
WRITTEN = (*(part.value for part in CharterPart), "norms", "quiet_from", "quiet_until",
           "approver_id")  # fmt: skip  # what a new version takes over
LATER = {"change_note", "review_on"}  # may still change once a version is adopted
TOLD_BY_RULES = {CharterPart.VALUES, CharterPart.CONFIDENTIALITY}  # rules say as much as words

CLOSED = N_("This version is adopted and stays as it is. Begin a new version to change it.")
EMPTY = N_("Nothing is written in the charter yet. Write one part at least, then adopt it.")
AHEAD = N_("This day has not come yet. Write the day on which the charter was adopted.")
EARLIER = N_("The version before was adopted on {day}. This one cannot come before it.")
REVIEW = N_("The review comes after the adoption. Check the two dates.")


@frozen
class CharterRow:
    """A version of the charter; without `adopted_on` it is a draft."""

    id: UUID
    number: int  # 1, 2, … in the order begun
    adopted_on: date | None
    review_on: date | None
    change_note: str
    texts: Mapping[CharterPart, str]  # every part but the promises
    promises: tuple[Benefit, ...]
    norms: tuple[Norm, ...]
    quiet_from: time | None
    quiet_until: time | None
    approver_id: UUID | None
    approver: str

    @property
    def filled(self) -> frozenset[CharterPart]:
        """The parts in which something is written or chosen."""
        parts = {part for part, text in self.texts.items() if text}
        chosen = {
            CharterPart.PROMISES: self.promises,
            CharterPart.QUIET_HOURS: self.quiet_from and self.quiet_until,
            CharterPart.PUBLISHING: self.approver_id,
        }
        parts |= {part for part, told in chosen.items() if told}
        return frozenset(parts | {part for part in TOLD_BY_RULES if self.rules(part)})

    @property
    def unwritten(self) -> CharterPart | None:
        """The first part that waits."""
        return next((part for part in CharterPart if part not in self.filled), None)

    def rules(self, part: CharterPart) -> tuple[Norm, ...]:
        """The rules of trust chosen for a part."""
        belongs = shapes.norms()
        return tuple(norm for norm in self.norms if belongs[norm] is part)


@once
def versions(session: Session, community_id: UUID) -> tuple[CharterRow, ...]:
    """All versions, the newest first; a draft is the first of them."""
    found = session.execute(
        select(Charter, Member.given_name, Member.family_name)
        .outerjoin(Member, Charter.approver_id == Member.id)
        .where(Charter.community_id == community_id)
        .order_by(Charter.number.desc())
    )
    return tuple(_row(it, full_name(given, family)) for it, given, family in found)


def in_force(session: Session, community_id: UUID) -> CharterRow | None:
    """The newest version that was adopted."""
    return next((it for it in versions(session, community_id) if it.adopted_on), None)


def draft(session: Session, community_id: UUID) -> CharterRow | None:
    """The version that is still being written; there is one at the most."""
    return next((it for it in versions(session, community_id) if not it.adopted_on), None)


def review_due(session: Session, community_id: UUID, today: date) -> CharterRow | None:
    """The version in force when its day of review has come."""
    it = in_force(session, community_id)
    return it if it and it.review_on and it.review_on <= today else None


def begin_draft(session: Session, community_id: UUID) -> UUID:
    """The version being written; when there is none, a new one that begins as the newest.

    The very first begins with the domain as the community's page has it.
    """
    newest = session.scalar(
        select(Charter)
        .where(Charter.community_id == community_id)
        .order_by(Charter.number.desc())
        .limit(1)
    )
    if newest and newest.adopted_on is None:
        return newest.id
    begun = Charter(community_id=community_id, number=newest.number + 1 if newest else 1)
    if newest:
        for name in WRITTEN:
            setattr(begun, name, getattr(newest, name))
    else:
        begun.domain_in = session.get_one(Community, community_id).domain
    session.add(begun)
    session.flush()
    return begun.id


def change(session: Session, charter_id: UUID, values: Mapping[str, Any]) -> None:
    """Write in a draft; of an adopted version only its note and its day of review may change."""
    for it in apply(session, Charter, [charter_id], FIELDS, values):
        if it.adopted_on and set(values) - LATER:
            raise UserError(CLOSED)
        if it.adopted_on and it.review_on and it.review_on <= it.adopted_on:
            raise UserError(REVIEW)


def adopt(
    session: Session, charter_id: UUID, on: date, review_on: date | None, today: date
) -> None:
    """The draft is in force from a day on, and looked at anew on another."""
    it = session.get_one(Charter, charter_id)
    if it.adopted_on:
        raise UserError(CLOSED)
    if not any(getattr(it, name) for name in WRITTEN):
        raise UserError(EMPTY)
    if day(on) is None or on > today:
        raise UserError(AHEAD)
    before = in_force(session, it.community_id)
    if before and before.adopted_on and on < before.adopted_on:
        raise UserError(EARLIER, day=partial(date_medium, before.adopted_on))
    if day(review_on) and review_on and review_on <= on:
        raise UserError(REVIEW)
    it.adopted_on, it.review_on = on, review_on
    session.flush()


def discard_draft(session: Session, community_id: UUID) -> None:
    """Forget what was written since the version in force."""
    if it := draft(session, community_id):
        session.delete(session.get_one(Charter, it.id))


def _row(it: Charter, approver: str) -> CharterRow:
    texts: dict[CharterPart, str] = {
        part: str(getattr(it, part.value))
        for part in CharterPart
        if part is not CharterPart.PROMISES
    }
    return CharterRow(
        it.id, it.number, it.adopted_on, it.review_on, it.change_note, texts, it.promises,
        it.norms, it.quiet_from, it.quiet_until, it.approver_id, approver,
    )  # fmt: skip
