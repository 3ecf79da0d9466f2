"""The year's meetings on the Hebrew work year."""

from collections.abc import Sequence
from datetime import date

from cop_desktop import formats
from cop_desktop.formats import work_year_of
from cop_desktop.i18n import Catalog
from cop_desktop.models.vocabulary import MeetingState
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.series import Sight
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
        """The meetings of a year; keys are theirs."""
        _, today = self.desk.catalog, self.desk.today()
        standing = [row for row in rows if row.state != MeetingState.CANCELLED]
        ahead = [row for row in standing if row.starts_at.date() >= today]
        self._show(work_year, [_mark(row, row in ahead[:1], today, _) for row in standing])

    def show_series(
        self, work_year: int, rows: Sequence[MeetingRow], sights: Sequence[Sight]
    ) -> None:
        """What would come (open rings, keys are the slots') among what stands (full ones)."""
        _ = self.desk.catalog
        standing = (row for row in rows if row.state != MeetingState.CANCELLED)
        marks = [_stands(row, _) for row in standing]
        marks += [_comes(sight, place, _) for place, sight in enumerate(sights, start=1)]
        self._show(work_year, [it for it in marks if work_year_of(it.day) == work_year])

    def _show(self, work_year: int, marks: Sequence[Mark]) -> None:
        _, today = self.desk.catalog, self.desk.today()
        self.ribbon.show_data(
            YearData(
                frame.months(work_year, _), frame.end_of(work_year),
                frame.free_days(work_year, _, self.desk.layers()), tuple(marks), today, _("today"),
            )
        )  # fmt: skip


def _stands(row: MeetingRow, _: Catalog) -> Mark:
    on = row.starts_at.date()
    words = formats.dotted(formats.date_medium(on, _.language), row.topic)
    return Mark(row.id, on, "meeting", "", words, "past")


def _comes(sight: Sight, place: int, _: Catalog) -> Mark:
    slot = sight.slot
    told = formats.date_medium(slot.day, _.language)
    words = _("Meeting {n}, {day}: {topic}", n=place, day=told, topic=slot.topic)
    state = "coming" if sight.clear else "odd"
    return Mark(slot.id, slot.day, "meeting", str(place), words, state)


def _mark(row: MeetingRow, following: bool, today: date, _: Catalog) -> Mark:
    on = row.starts_at.date()
    told = formats.date_medium(on, _.language)
    words = _("Meeting {n}, {day}: {topic}", n=row.number, day=told, topic=row.topic)
    state = "next" if following else "past" if on < today else "coming"
    return Mark(row.id, on, "meeting", str(row.number), words, state)
