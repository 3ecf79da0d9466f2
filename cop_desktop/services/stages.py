"""The way through the five stages: where the community stands, and how it got there."""

from datetime import date
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.formats import date_medium
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_
from cop_desktop.models import StageRecord
from cop_desktop.models.vocabulary import Stage

from .editing import line, prose
from .looking import once

ORDER = tuple(Stage)
SAME = N_("The community is in this stage already. Choose another one.")
EARLIER = N_("The present stage began on {day}. The next one cannot begin earlier.")
WHY = N_("A stage is passed over. Write in one sentence why.")


@frozen
class StageRow:
    """One stay in a stage; `until` is the day the next one began."""

    id: UUID
    stage: Stage
    since: date
    until: date | None
    reason: str
    evidence: str
    decided_by: str
    skipped: bool
    back: bool  # the community moved back to this stage


@frozen
class StagePath:
    """All stays in the order recorded; the last one is now."""

    history: tuple[StageRow, ...]

    @property
    def now(self) -> StageRow | None:
        return self.history[-1] if self.history else None

    def entered(self, stage: Stage) -> date | None:
        """When the community last came to a stage that it has not gone back from."""
        if self.now is None or ORDER.index(stage) > ORDER.index(self.now.stage):
            return None
        return next((row.since for row in reversed(self.history) if row.stage == stage), None)


@once
def path(session: Session, community_id: UUID) -> StagePath:
    """The way so far; empty before the first record."""
    records = _records(session, community_id)
    ends = [*(record.since for record in records[1:]), None][: len(records)]
    before = [None, *(record.stage for record in records)][: len(records)]
    return StagePath(
        tuple(
            StageRow(
                record.id, record.stage, record.since, until, record.reason, record.evidence,
                record.decided_by, record.skipped, _goes_back(earlier, record.stage),
            )
            for record, until, earlier in zip(records, ends, before, strict=True)
        )
    )  # fmt: skip


def record(
    session: Session,
    community_id: UUID,
    stage: Stage,
    since: date,
    reason: str = "",
    evidence: str = "",
    decided_by: str = "",
) -> UUID:
    """Note that the community is in a stage since a day.

    One step forward and any step back are normal; passing a stage over asks for a reason and is
    marked. Beginning later than at the first stage counts as passing over, too.
    """
    records = _records(session, community_id)
    last = records[-1] if records else None
    ahead = steps(last.stage if last else None, stage)
    _refuse(last, ahead, since, line(reason))
    row = StageRecord(
        community_id=community_id, stage=stage, since=since, turn=len(records) + 1,
        decided_by=line(decided_by), reason=prose(reason), evidence=prose(evidence),
        skipped=ahead > 1,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row.id


def change_words(session: Session, record_id: UUID, reason: str, evidence: str) -> None:
    """Better words for why; the stage and its date stay as decided."""
    row = session.get_one(StageRecord, record_id)
    if row.skipped and not line(reason):
        raise UserError(N_("A stage was passed over here; the reason must stay."))
    row.reason, row.evidence = prose(reason), prose(evidence)


def take_back(session: Session, community_id: UUID) -> None:
    """Remove the last record, entered by mistake."""
    records = _records(session, community_id)
    if records:
        session.delete(records[-1])


def _records(session: Session, community_id: UUID) -> list[StageRecord]:
    query = select(StageRecord).where(StageRecord.community_id == community_id)
    return list(session.scalars(query.order_by(StageRecord.turn)))


def steps(earlier: Stage | None, stage: Stage) -> int:
    """How far it is from one stage to another: 1 is the next, more passes some over, less is back.

    A community without a stage stands one step before the first.
    """
    return ORDER.index(stage) - (ORDER.index(earlier) if earlier else -1)


def _goes_back(earlier: Stage | None, stage: Stage) -> bool:
    """A life that begins anew after a transformation has not gone back."""
    return earlier is not Stage.TRANSFORMATION and steps(earlier, stage) < 0


def _refuse(last: StageRecord | None, ahead: int, since: date, reason: str) -> None:
    if ahead == 0:
        raise UserError(SAME)
    if last and since < last.since:
        raise UserError(EARLIER, day=partial(date_medium, last.since))
    if ahead > 1 and not reason:
        raise UserError(WHY)
