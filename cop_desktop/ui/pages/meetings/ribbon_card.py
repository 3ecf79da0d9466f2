"""The year's meetings on the Hebrew work year."""

from collections.abc import Sequence
from datetime import date

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.ui import work_year as frame
from cop_desktop.ui.desk import Desk
from cop_desktop.ui.pictures import Mark, YearData, YearRibbon
from cop_desktop.ui.widgets import Card


class RibbonCard(Card):
    """A ring for every meeting that stands; pressing it opens the meeting."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self.desk = desk
        self.ribbon = YearRibbon(desk.look, desk.catalog("The work year"))
        self.ribbon.setMinimumWidth(desk.look.px(200))
        self.add(self.ribbon)

    def show_year(self, work_year: int, rows: Sequence[MeetingRow]) -> None:
        _, today = self.desk.catalog, self.desk.today()
        standing = [row for row in rows if row.state != MeetingState.CANCELLED]
        ahead = [row for row in standing if row.starts_at.date() >= today]
        marks = tuple(_mark(row, row in ahead[:1], today, _) for row in standing)
        self.ribbon.show_data(
            YearData(
                frame.months(work_year, _), frame.end_of(work_year),
                frame.free_days(work_year, _, self.desk.layers()), marks, today, _("today"),
            )
        )  # fmt: skip


def _mark(row: MeetingRow, following: bool, today: date, _: Catalog) -> Mark:
    on = row.starts_at.date()
    told = formats.date_medium(on, _.language)
    words = _("Meeting {n}, {day}: {topic}", n=row.number, day=told, topic=row.topic)
    state = "next" if following else "past" if on < today else "coming"
    return Mark(row.id, on, "meeting", str(row.number), words, state)
