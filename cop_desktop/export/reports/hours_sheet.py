"""The ledger of hours as a table: for the leader, who reports with it where a rule asks to."""

from uuid import UUID

from sqlalchemy.orm import Session

from cop_desktop.export.sheets import Sheet, SheetColumn
from cop_desktop.formats import work_year_name
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import Share
from cop_desktop.services import hours
from cop_desktop.services.attendance_rules import Rule
from cop_desktop.services.hours import Ledger, Line

from . import hours_words


def gather(session: Session, community_id: UUID, work_year: int) -> Ledger:
    return hours.ledger(session, community_id, work_year)


def hours_sheet(ledger: Ledger, work_year: int, _: Catalog) -> Sheet:
    """One row a member. Taking part is nobody else's affair: no column leaves the leader's desk."""
    widths = (
        (_("Member"), 24), (_("Organisation"), 22), (_("Hours attended"), 12), (_("Missed"), 12),
        (_("Still ahead"), 12), (_("Within reach"), 12), (_("Face to face"), 12),
        (_("Not noted"), 12), (_("Standing"), 30),
    )  # fmt: skip
    return Sheet(
        _("Hours of attendance {year}", year=work_year_name(work_year, _.language)),
        _.rtl,
        tuple(SheetColumn(title, Share.ME, width) for title, width in widths),
        tuple(_row(line, ledger.rule, _) for line in ledger.lines),
    )


def _row(line: Line, rule: Rule, _: Catalog) -> tuple[object, ...]:
    told = (line.attended, line.missed, line.ahead, line.within_reach, line.face)
    return (
        line.name,
        line.organisation,
        *(hours_words.hours_of(minutes, rule) for minutes in told),
        line.unmarked,
        hours_words.standing(line, rule, _),
    )
