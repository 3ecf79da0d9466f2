"""What else can leave, for other programs: as data, each with what it shows of itself."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from cop_desktop.export import calendar, sheets
from cop_desktop.export.papers import Subject
from cop_desktop.export.sheets import SHEETS, Sheet
from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_, Catalog
from cop_desktop.models.vocabulary import Share

if TYPE_CHECKING:  # a window is seen before what opens a file is there
    from cop_desktop.store import AnyStore

Write = Callable[[Path], None]


@frozen
class Ready:
    """Read and ready: the table that is shown, and how the same is written."""

    table: Sheet
    write: Write


@frozen
class Output:
    """A file for another program. `levels`: for whom it can be made."""

    key: str
    icon: str
    title: str  # message id
    why: str  # message id
    formats: tuple[tuple[str, str, str], ...]  # suffix, message id, icon
    levels: tuple[Share, ...]
    prepare: Callable[[Session, Subject, Catalog, Share], Ready]
    tell: Callable[["AnyStore", Subject, Catalog], Write] | None = None  # before it leaves


def _sheet(key: str, session: Session, subject: Subject, _: Catalog, level: Share) -> Ready:
    table = SHEETS[key](session, subject, _).up_to(level)
    return Ready(table, partial(sheets.write, table))


def _calendar(session: Session, subject: Subject, _: Catalog, level: Share) -> Ready:
    calendar.allow(level)
    year = calendar.gather(session, replace(subject, meeting_id=None))
    return Ready(calendar.table(year, _), lambda path: calendar.write(year, path, _))


def _tell_calendars(store: "AnyStore", subject: Subject, _: Catalog) -> Write:
    """Note in the file what calendars are told, on the window's thread; then write it anywhere."""
    with store.write(_(calendar.TELLING)) as session:
        year = calendar.gather(session, replace(subject, meeting_id=None), tell=True)
    return lambda path: calendar.write(year, path, _)


TABLES = (
    (".xlsx", N_("Save for Excel"), "ph.table"),
    (".csv", N_("Save as CSV"), "ph.file"),
)
LEVELS = (Share.COMMUNITY, Share.ORGANISATIONS, Share.MINISTRY)
OUTPUTS: dict[str, Output] = {
    output.key: output
    for output in (
        Output(
            "roster-table", "ph.users", N_("Members as a table"),
            N_("Names, work, telephones and addresses"), TABLES,
            (Share.COMMUNITY, Share.MINISTRY), partial(_sheet, "roster"),
        ),
        Output(
            "work-plan-table", "ph.path", N_("Work plan as a table"),
            N_("An activity in each row"), TABLES, LEVELS, partial(_sheet, "work-plan"),
        ),
        Output(
            "products-table", "ph.package", N_("Products as a table"),
            N_("A product in each row; outside, only those cleared for it"), TABLES, LEVELS,
            partial(_sheet, "products"),
        ),
        Output(
            "hours-table", "ph.clock", N_("Hours of attendance as a table"),
            N_("For the leader alone"), TABLES, (Share.ME,), partial(_sheet, "hours"),
        ),
        Output(
            calendar.KEY, "ph.calendar-blank", N_("Meetings for the calendar"),
            N_("For Outlook, Google and telephones"),
            ((".ics", N_("Save for the calendar"), "ph.calendar-plus"),),
            (calendar.SHARE,), _calendar, _tell_calendars,
        ),
    )
}  # fmt: skip
