"""What the overview reads: communities that sent, and those of which nothing has come."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from cop_desktop.services import overview
from cop_desktop.services.overview import MissingRow, OverviewRow, Sending, Wanted


def rows(session: Session, wanted: Wanted, today: date) -> list[OverviewRow]:
    """All that are wanted; of what nothing has come, only name and programme are known."""
    there = list(overview.communities(session, wanted, today))
    if replace(wanted, programme=None, text="") != Wanted():
        return there
    text = wanted.text.casefold()
    return there + [
        _silent(it) for it in overview.missing(session, today)
        if it.sending is Sending.NEVER and text in it.name.casefold()
        and wanted.programme in (None, it.programme)
    ]  # fmt: skip


def _silent(row: MissingRow) -> OverviewRow:
    return OverviewRow(
        row.community_id, row.name, row.programme, region="", level="", stage="", stage_since=None,
        last_meeting=None, next_meeting=None, held=0, rhythm=None, attendance=None, members=None,
        roles_filled=None, products=0, published=0, agree=None, answers=0, signs=(), as_of=None,
        number=None, sending=row.sending,
    )  # fmt: skip
